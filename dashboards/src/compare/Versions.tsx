import type { CourseVersion } from '../api/answers'
import { href } from '../api/urls'
import { ReportBlock } from '../figures/ReportBlock'
import { Share } from '../figures/Share'
import { Table } from '../figures/Table'
import { count, dayOf } from '../format'
import { text } from '../text'

const t = text.designer

/** The course by the version of the outline that learners started with. */
export function Versions({ course }: { course: string }) {
  const url = href('/api/reports/versions', { course })
  return (
    <ReportBlock<CourseVersion> id="versions" title={t.versions} lead={t.courseVersionsLead} url={url}>
      {({ items, suppressed }) => (suppressed ? <p class="note">{t.versionsHeld}</p> : (
        <Table title={t.versions} rows={items} csv={url} keyOf={v => v.version} columns={[
          { name: 'version', label: t.version, isText: true, cell: v => (v.is_inferred ? t.inferredVersion : v.version) },
          { name: 'since', label: t.since, isText: true, cell: v => (v.is_inferred ? '–' : dayOf(new Date(v.valid_from))) },
          { name: 'learners', label: t.columns.started, cell: v => count(v.learners!) },
          { name: 'completed', label: t.columns.completed, isText: true, cell: v => <Part n={v.completed!} of={v.learners!} /> },
          { name: 'gave-up', label: t.columns.gaveUp, isText: true, cell: v => <Part n={v.gave_up!} of={v.learners!} tone="skip" /> },
          {
            name: 'skipped', label: t.skippedPractice, isText: true,
            cell: v => (v.skip_rate === null ? '–' : <span class="share-cell"><Share of={v.skip_rate} tone="skip" />{t.skippedShort(v.skipped!, v.known!, v.skip_rate)}</span>),
          },
        ]} />
      ))}
    </ReportBlock>
  )
}

const Part = ({ n, of, tone = 'plain' }: { n: number; of: number; tone?: 'plain' | 'skip' }) => <span class="share-cell"><Share of={n / of} tone={tone} />{t.partOf(n, n / of)}</span>
