import type { SectionReport } from '../api/answers'
import { count, dayOf, duration } from '../format'
import { Table } from '../figures/Table'
import { text } from '../text'

const t = text.designer

/** The same numbers for each version of the outline. */
export function Versions({ report: { versions } }: { report: SectionReport }) {
  if (versions.length === 0) return null
  return (
    <section class="block" aria-labelledby="versions">
      <h2 id="versions">{t.versions}</h2>
      <p class="lead">{t.versionsLead}</p>
      {versions.some(v => v.suppressed) ? <p class="note">{t.versionsHeld}</p> : (
        <Table title={t.versions} rows={versions} keyOf={v => v.version} columns={[
          { name: 'version', label: t.version, isText: true, cell: v => v.version || t.inferredVersion },
          { name: 'since', label: t.since, isText: true, cell: v => (v.version ? dayOf(new Date(v.valid_from)) : '–') },
          { name: 'reached', label: t.reached, cell: v => count(v.reached!) },
          { name: 'median', label: t.median, cell: v => (v.median === null ? '–' : duration(v.median)) },
          { name: 'skipped', label: t.skipped, cell: v => (v.skip_rate === null ? '–' : t.skippedShort(v.skipped!, v.known!, v.skip_rate)) },
        ]} />
      )}
    </section>
  )
}
