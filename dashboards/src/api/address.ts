/** A page of ours that an address names, or the first one: what stands in an address bar may have been put there by anybody. */
export function localAddress(address: string | null): string {
  if (!address?.startsWith('/') || /^\/[/\\]/.test(address)) return '/'
  try {
    const url = new URL(address, location.origin)
    const isOurs = url.origin === location.origin && url.pathname !== '/sign-in' && url.pathname !== '/start'
    return isOurs ? url.pathname + url.search : '/'
  } catch {
    return '/' // no address at all
  }
}
