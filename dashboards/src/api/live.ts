import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { text } from '../text'
import { takeFirst } from './first'
import { problemOf } from './problem'
import { request } from './request'
import { toSignIn } from './session'

const Interval = 2_000
/** Of what moves slowly, or is costly to ask. */
export const Seldom = 10_000
const LongestInterval = 15_000
const Nothing = { data: null, problem: null, answeredAt: null }

export interface Live<T> {
  /** The newest answer there was, also while the server is away. */
  data: T | null
  /** Why the newest question got no answer; null while all is well. */
  problem: { title: string; detail: string; status: number } | null
  /** When the server last answered. */
  answeredAt: Date | null
  /** Asks at once, as something was changed. */
  refresh: () => void
}

/**
 * Asks for a resource every two seconds, or as often as said, while the page can be seen. The browser's own cache sends the tag it knows, so an
 * unchanged answer costs a 304; after failures it asks less often. The first question goes out before the browser paints, not after.
 */
export function useLive<T>(url: string, every = Interval): Live<T> {
  const [live, setLive] = useState<Omit<Live<T>, 'refresh'>>(Nothing)
  const asking = useRef<() => void>(() => {})

  useLayoutEffect(() => {
    const stop = new AbortController()
    let timer = 0
    let failures = 0
    let tag: string | null = null
    let isAsking = false
    let isWantedAgain = false

    const ask = async () => {
      if (isAsking) {
        isWantedAgain = true
        return
      }
      isAsking = true
      isWantedAgain = false
      clearTimeout(timer)
      try {
        const response = await (takeFirst(url) ?? request(url, stop.signal))
        if (stop.signal.aborted) return
        if (response.status === 401) return toSignIn()
        if (!response.ok) throw new ServerProblem(await problemOf(response))
        const newTag = response.headers.get('etag')
        const isSame = newTag !== null && newTag === tag
        const data = isSame ? null : (await response.json()) as T
        tag = newTag
        failures = 0
        setLive(old => ({ data: data ?? old.data, problem: null, answeredAt: new Date() }))
      } catch (error) {
        if (stop.signal.aborted) return
        failures++
        setLive(old => ({ ...old, problem: asProblem(error) }))
      } finally {
        isAsking = false
        if (!stop.signal.aborted && !document.hidden)
          timer = window.setTimeout(ask, isWantedAgain ? 0 : failures ? Math.min(every * 2 ** Math.min(failures, 4), LongestInterval) : every)
      }
    }
    const onVisible = () => { if (!document.hidden) void ask() }

    setLive(Nothing)
    asking.current = () => void ask()
    document.addEventListener('visibilitychange', onVisible)
    window.addEventListener('online', onVisible)
    void ask()
    return () => {
      stop.abort()
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', onVisible)
      window.removeEventListener('online', onVisible)
    }
  }, [url])

  return { ...live, refresh: () => asking.current() }
}

class ServerProblem extends Error {
  constructor(readonly problem: { title: string; detail: string; status: number }) { super(problem.title) }
}

function asProblem(error: unknown) {
  if (error instanceof ServerProblem) return error.problem
  return { title: text.noAnswer, detail: text.noAnswerDetail, status: 0 }
}
