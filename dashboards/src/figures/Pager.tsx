import { setFilter } from '../shell/route'
import { text } from '../text'

/** On to the rows that follow, and back to the first. */
export function Pager({ after, next }: { after: string; next: string | null }) {
  if (!after && !next) return null
  return (
    <p class="pager">
      {after && <button class="small-button" type="button" onClick={() => setFilter('after', '')}>{text.firstPage}</button>}
      {next && <button class="small-button" type="button" onClick={() => setFilter('after', next)}>{text.nextPage}</button>}
    </p>
  )
}
