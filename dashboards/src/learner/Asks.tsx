import type { LearnerAsk, LearnerSection } from '../api/answers'
import { moment, span } from '../format'
import { Table } from '../figures/Table'
import { text } from '../text'

const t = text.facilitator

/** What was handed in and asked, and how soon somebody answered. */
export function Asks({ asks, sections, now }: { asks: LearnerAsk[]; sections: LearnerSection[]; now: Date }) {
  if (asks.length === 0) return null
  const titles = new Map(sections.map(s => [s.section, s.title]))
  return (
    <section class="block" aria-labelledby="asks">
      <h2 id="asks">{t.asks}</h2>
      <Table title={t.asks} rows={asks} keyOf={a => a.what + a.section + a.made_at} columns={[
        { name: 'made', label: t.askColumns.made, isText: true, cell: a => moment(new Date(a.made_at), now) },
        { name: 'what', label: t.askColumns.what, isText: true, cell: a => t.what[a.what] ?? a.what },
        { name: 'section', label: t.askColumns.section, isText: true, cell: a => titles.get(a.section) ?? a.section },
        {
          name: 'answered', label: t.askColumns.answered, isText: true,
          cell: a => a.answered_at ? span(new Date(a.made_at), new Date(a.answered_at)) : a.is_waiting ? <b class="waits">{t.stillWaiting}: {span(new Date(a.made_at), now)}</b> : t.noAnswerEver,
        },
      ]} />
    </section>
  )
}
