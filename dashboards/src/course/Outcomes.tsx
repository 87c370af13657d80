import type { Section } from '../api/answers'
import { count } from '../format'
import { text } from '../text'
import { part } from './scale'

const Known = ['engaged', 'deferred', 'rushed', 'jumped'] as const

/** A section's learners by outcome: the known ones as one bar, unknown apart from it, as it is in no rate. */
export function Outcomes({ section: s, hasLegend = false }: { section: Section; hasLegend?: boolean }) {
  const reached = s.reached!
  return (
    <div class="outcomes">
      <div class="outcome-bar" aria-hidden="true">
        {Known.map(o => <span key={o} class={`out-${o}`} style={{ '--size': part(s[o]!, reached || 1) }} />)}
        <span class="out-unknown" style={{ '--size': part(s.unknown!, reached || 1) }} />
      </div>
      {hasLegend && (
        <ul class="legend outcome-legend">
          {[...Known, 'unknown' as const].map(o => (
            <li key={o}><i class={`swatch out-${o}`} />{text.outcomes[o]} <b>{count(s[o]!)}</b></li>
          ))}
        </ul>
      )}
    </div>
  )
}
