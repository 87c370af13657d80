import { useEffect, useRef } from 'preact/hooks'
import type { Explanation } from '../api/answers'
import { useLive } from '../api/live'
import { href } from '../api/urls'
import { duration, moment } from '../format'
import { Table } from '../figures/Table'
import { setFilter } from '../shell/route'
import { text } from '../text'

const t = text.facilitator
const Every = 15_000

/** Statement by statement where a section's time and status come from. */
export function ExplanationCard({ course, learner, section }: { course: string; learner: string; section: string }) {
  const { data, problem } = useLive<Explanation>(href('/api/explain', { course, learner, section }), Every)
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => head.current?.focus(), [section, data !== null])
  const told = data?.sections[0]
  const seconds = (s: number | null) => (s === null ? '–' : duration(s))
  return (
    <section class="block card explanation" aria-labelledby="explanation">
      <div class="card-head">
        <h2 id="explanation" ref={head} tabIndex={-1}>{t.explanation}{told && `: ${told.title}`}</h2>
        <button class="small-button" type="button" onClick={() => setFilter('section', '')}>{t.close}</button>
      </div>
      {data && !told && <p class="note">{t.noSuchSection}</p>}
      {problem && <p role="alert">{problem.title}. {problem.detail}</p>}
      {data && told && (
        <>
          {data.is_pending && <p class="note">{t.pendingNumbers}</p>}
          <ol class="rules">{told.rules.map(rule => <li key={rule.status} class={rule.fits ? 'fits' : undefined}><b>{t.statuses[rule.status]}</b>: {rule.why}</li>)}</ol>
          <p class="note">{told.floor}</p>
          <Table title={t.explanation} rows={data.lines} keyOf={line => String(line.number)} columns={[
            { name: 'at', label: t.lineColumns.at, cell: line => moment(new Date(line.at), new Date()) },
            { name: 'statement', label: t.lineColumns.statement, isText: true, cell: line => line.is_voided ? <s>{line.statement}</s> : line.statement },
            { name: 'gap', label: t.lineColumns.gap, cell: line => seconds(line.gap_seconds) },
            { name: 'cutOff', label: t.lineColumns.cutOff, cell: line => seconds(line.cut_off_seconds) },
            { name: 'counted', label: t.lineColumns.counted, cell: line => <b>{duration(line.measured_seconds)}</b> },
            { name: 'why', label: t.lineColumns.why, isText: true, cell: line => <span class="wraps">{line.why}</span> },
          ]} />
        </>
      )}
    </section>
  )
}
