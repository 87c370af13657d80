import { useLayoutEffect, useState } from 'preact/hooks'
import { go } from '../shell/route'
import { text } from '../text'
import { localAddress } from './address'
import type { Viewer } from './answers'
import { problemOf } from './problem'
import { ViewerUrl } from './urls'

/** Where to sign in, and to come back from there. */
export const signInHref = () =>
  location.pathname === '/' && !location.search ? '/sign-in' : `/sign-in?return=${encodeURIComponent(location.pathname + location.search)}`

/** Nobody is signed in (any more): leads there, once, whatever else is under way. */
export function toSignIn() {
  viewer = null
  if (location.pathname !== '/sign-in' && location.pathname !== '/start') go(signInHref(), true)
}

/** After signing in: back to where the address says, if that is one of our pages. */
export function goBack() {
  viewer = null
  go(localAddress(new URLSearchParams(location.search).get('return')), true)
}

/**
 * Sends what changes something. The header proves that one of our pages did: no other site's page can set it.
 * @returns What went wrong; null: nothing.
 */
export async function post(url: string, body?: unknown): Promise<{ title: string; detail: string } | null> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-engagement-request': 'page' },
      body: JSON.stringify(body ?? {}),
    })
    return response.ok ? null : await problemOf(response)
  } catch {
    return { title: text.noAnswer, detail: '' }
  }
}

let viewer: Promise<Viewer | null> | null = null

async function ask(): Promise<Viewer | null> {
  // Not of the browser's cache, whose other readers would wait for this answer: the first page asks the same at the same time.
  const response = await fetch(ViewerUrl, { headers: { accept: 'application/json' }, cache: 'no-store' })
  if (response.status === 401) toSignIn()
  return response.ok ? ((await response.json()) as Viewer) : null
}

/** Who is signed in; null until that is known. Asked once until somebody else signs in. */
export function useViewer(): Viewer | null {
  const [known, setKnown] = useState<Viewer | null>(null)
  useLayoutEffect(() => {
    let isShown = true
    viewer ??= ask().catch(() => (viewer = null)) // the page's own question says that nobody answers
    void viewer.then(who => { if (isShown) setKnown(who) })
    return () => { isShown = false }
  }, [])
  return known
}
