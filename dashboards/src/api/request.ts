const Patience = 20_000

/** Asks for JSON, for so long. The browser's own cache sends the tag it knows, so an unchanged answer costs a 304. */
export const request = (url: string, ...stops: AbortSignal[]) =>
  fetch(url, { cache: 'no-cache', signal: AbortSignal.any([...stops, AbortSignal.timeout(Patience)]), headers: { accept: 'application/json' } })
