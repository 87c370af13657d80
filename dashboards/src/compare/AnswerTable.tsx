import type { AnswerTimes } from '../api/answers'
import { href } from '../api/urls'
import { count } from '../format'
import { Held } from '../figures/Held'
import { ReportBlock } from '../figures/ReportBlock'
import { Table } from '../figures/Table'
import { text } from '../text'

const t = text.designer

/** How soon what learners made was answered. */
export function AnswerTable({ course }: { course: string }) {
  const url = href('/api/reports/answers', { course })
  const hours = (a: AnswerTimes, n: number | null) => (n !== null ? t.hours(n) : a.suppressed || a.unanswered !== a.made ? <Held /> : '–')
  return (
    <ReportBlock<AnswerTimes> id="answers" title={t.answers} lead={t.answersLead} url={url}>
      {rows => (
        <Table title={t.answers} rows={rows.items} csv={url} keyOf={a => a.what} columns={[
          { name: 'what', label: t.what, isText: true, cell: a => t.whats[a.what] ?? a.what },
          { name: 'learners', label: t.columns.learners, cell: a => (a.learners === null ? <Held /> : count(a.learners)) },
          { name: 'made', label: t.made, cell: a => (a.made === null ? <Held /> : count(a.made)) },
          { name: 'unanswered', label: t.unanswered, cell: a => (a.unanswered === null ? <Held /> : count(a.unanswered)) },
          { name: 'q25', label: t.q25, cell: a => hours(a, a.hours_q25) },
          { name: 'median', label: t.median, cell: a => hours(a, a.hours_median) },
          { name: 'q75', label: t.q75, cell: a => hours(a, a.hours_q75) },
        ]} />
      )}
    </ReportBlock>
  )
}
