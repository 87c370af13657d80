/** A share as a bar. Its figure stands beside it. */
export function Share({ of, tone = 'plain' }: { of: number; tone?: 'plain' | 'skip' }) {
  return <span class={`share share-${tone}`} aria-hidden="true"><span style={{ '--size': String(of) }} /></span>
}
