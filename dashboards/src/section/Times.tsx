import { useCallback } from 'preact/hooks'
import type { SectionReport } from '../api/answers'
import { count } from '../format'
import { Facts } from '../figures/Facts'
import { Figure, type Ink } from '../figures/Figure'
import { Table } from '../figures/Table'
import { text } from '../text'
import { histogram } from './histogram'

const t = text.designer

/** How long people were there, and how sure that is. */
export function Times({ report }: { report: SectionReport }) {
  const { section: s, spans, band, limits } = report
  const key = JSON.stringify([spans, limits, s.q25_seconds, s.median_seconds, s.q75_seconds])
  const draw = useCallback((ink: Ink) => histogram(report, ink), [key])
  return (
    <section class="block" aria-labelledby="time">
      <h2 id="time">{t.time}</h2>
      {s.time_suppressed ? <p class="note">{text.timeHeldBack}</p> : s.median_seconds === null ? <p class="note">{text.noTime}</p> : (
        <>
          <p class="lead">{t.timeLead}</p>
          {s.opened !== null && <Facts asOf={report.as_of} learners={s.opened} />}
          {spans.length > 0 && (
            <Figure title={`${t.time}: ${t.bandOf(s.q25_seconds!, s.median_seconds, s.q75_seconds!)}`} draw={draw}>
              <Table title={t.time} rows={spans} keyOf={span => String(span.from_seconds)} columns={[
                { name: 'span', label: t.span, isText: true, cell: span => t.spanOf(span.from_seconds, span.until_seconds) },
                { name: 'learners', label: t.who, cell: span => count(span.learners) },
              ]} />
            </Figure>
          )}
          <dl class="facts-list">
            <div><dt>{t.bandSure}</dt><dd>{t.bandOf(s.q25_seconds!, s.median_seconds, s.q75_seconds!)}</dd></div>
            {band && <div><dt>{t.bandPossible}</dt><dd>{t.bandOf(band.q25_high, band.median_high, band.q75_high)}</dd></div>}
          </dl>
          {s.visits !== null && s.visits > 0 && <p class="note">{t.bandWhy(s.open_visits!, s.visits, band?.unsure_share ?? null)}</p>}
          <p class="note">{t.floorSays(limits.floor_seconds)}</p>
        </>
      )}
    </section>
  )
}
