import { useEffect, useState } from 'preact/hooks'

export type Route = { page: 'courses' } | { page: 'course'; id: string } | { page: 'sign-in' } | { page: 'start' } | { page: 'none' }

export const courseHref = (id: string) => `/course?id=${encodeURIComponent(id)}`

function read(): Route {
  const { pathname, searchParams } = new URL(location.href)
  if (pathname === '/') return { page: 'courses' }
  if (pathname === '/sign-in') return { page: 'sign-in' }
  if (pathname === '/start') return { page: 'start' }
  const id = searchParams.get('id')
  return pathname === '/course' && id ? { page: 'course', id } : { page: 'none' }
}

export function go(href: string, replace = false) {
  if (replace) history.replaceState(null, '', href)
  else history.pushState(null, '', href)
  dispatchEvent(new PopStateEvent('popstate'))
}

/** The page the address names. Links between pages are ordinary links; a plain click on one loads nothing anew. */
export function useRoute(): Route {
  const [route, setRoute] = useState(read)
  useEffect(() => {
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
