import type { Live } from '../api/live'
import { moment } from '../format'
import { text } from '../text'

/** A band over figures that are still shown but no longer move. */
export function Stale({ live }: { live: Live<unknown> }) {
  if (!live.problem || !live.data) return null
  return (
    <div class="stale" role="alert">
      <strong>{live.problem.title}.</strong> {text.staleTitle}{' '}
      {live.answeredAt && text.staleSince(moment(live.answeredAt, new Date()))}
    </div>
  )
}
