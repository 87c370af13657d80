import type { SectionReport } from '../api/answers'
import { count, duration } from '../format'
import { Share } from '../figures/Share'
import { Table } from '../figures/Table'
import { text } from '../text'

const t = text.designer

/** Those who came once beside those who came back. */
export function Returns({ report: { returns } }: { report: SectionReport }) {
  if (returns.length === 0) return null
  const all = returns.reduce((sum, group) => sum + (group.learners ?? 0), 0)
  return (
    <section class="block" aria-labelledby="returns">
      <h2 id="returns">{t.returns}</h2>
      <p class="lead">{t.returnsLead}</p>
      {returns.some(group => group.suppressed) ? <p class="note">{t.returnsHeld}</p> : (
        <Table title={t.returns} rows={returns} keyOf={group => String(group.came_back)} columns={[
          { name: 'group', label: t.group, isText: true, cell: group => (group.came_back ? t.again : t.once) },
          { name: 'learners', label: t.who, isText: true, cell: group => <span class="share-cell"><Share of={group.learners! / all} />{t.returnsOf(group.learners!, all)}</span> },
          { name: 'engaged', label: text.outcomes.engaged, cell: group => count(group.engaged!) },
          { name: 'deferred', label: text.outcomes.deferred, cell: group => count(group.deferred!) },
          { name: 'rushed', label: text.outcomes.rushed, cell: group => count(group.rushed!) },
          { name: 'unknown', label: text.outcomes.unknown, cell: group => count(group.unknown!) },
          { name: 'median', label: t.median, cell: group => duration(group.median!) },
        ]} />
      )}
    </section>
  )
}
