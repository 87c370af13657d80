import { useLayoutEffect, useState } from 'preact/hooks'
import { href } from '../api/urls'

const Pages = {
  '/': 'courses', '/course': 'course', '/section': 'section', '/skips': 'skips', '/compare': 'compare', '/quality': 'quality',
  '/today': 'today', '/waiting': 'waiting', '/learners': 'learners', '/learner': 'learner', '/outcomes': 'outcomes',
  '/operations': 'operations',
  '/sign-in': 'sign-in', '/start': 'start',
} as const

export type PageName = (typeof Pages)[keyof typeof Pages] | 'none'
/** The page, and what its address says beside. */
export interface Route { page: PageName; query: URLSearchParams }

export const courseHref = (id: string) => href('/course', { id })
export const sectionHref = (course: string, id: string) => href('/section', { course, id })
export const learnerHref = (course: string, id: string) => href('/learner', { course, id })

function read(): Route {
  const { pathname, searchParams } = new URL(location.href)
  return { page: Pages[pathname as keyof typeof Pages] ?? 'none', query: searchParams }
}

export function go(href: string, replace = false) {
  if (replace) history.replaceState(null, '', href)
  else history.pushState(null, '', href)
  dispatchEvent(new PopStateEvent('popstate'))
}

/** Writes a filter into the address, so that what one sees can be shared. */
export function setFilter(name: string, value: string) {
  const { pathname, searchParams } = new URL(location.href)
  if (value) searchParams.set(name, value)
  else searchParams.delete(name)
  go(href(pathname, Object.fromEntries(searchParams)), true)
}

/** The page the address names. Links between pages are ordinary links; a plain click on one loads nothing anew. */
export function useRoute(): Route {
  const [route, setRoute] = useState(read)
  useLayoutEffect(() => {
    const onMove = () => setRoute(read())
    const onClick = (event: MouseEvent) => {
      const link = (event.target as Element).closest?.('a')
      if (!link || event.defaultPrevented || event.button !== 0) return
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
      if (link.target || link.origin !== location.origin || link.hash) return
      event.preventDefault()
      go(link.href)
      scrollTo(0, 0)
    }
    addEventListener('popstate', onMove)
    document.addEventListener('click', onClick)
    return () => {
      removeEventListener('popstate', onMove)
      document.removeEventListener('click', onClick)
    }
  }, [])
  return route
}
