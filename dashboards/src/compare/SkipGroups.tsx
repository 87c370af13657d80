import type { Kind, SkipGroup } from '../api/answers'
import { href } from '../api/urls'
import { KindMark } from '../course/KindMark'
import { Held } from '../figures/Held'
import { ReportBlock } from '../figures/ReportBlock'
import { Share } from '../figures/Share'
import { Table } from '../figures/Table'
import { count } from '../format'
import { text } from '../text'
import { cohortName, modeName } from './groups'

const t = text.designer

/** Skips by kind, mode and cohort. */
export function SkipGroups({ course, mode, kind }: { course: string; mode: string; kind: string }) {
  const url = href('/api/reports/skips', { course })
  const isShown = (g: SkipGroup) => (!mode || g.mode === mode) && (kind ? g.kind === kind : g.kind === 'try-it' || g.kind === 'think-about')
  return (
    <ReportBlock<SkipGroup> id="skips-by" title={t.skipsBy} lead={t.skipsByLead} url={url}>
      {rows => (
        <Table title={t.skipsBy} rows={rows.items.filter(isShown)} csv={url} keyOf={g => `${g.kind} ${g.mode} ${g.cohort}`} columns={[
          { name: 'kind', label: t.kind, isText: true, cell: g => <span class="kinded"><KindMark kind={g.kind as Kind} />{text.kinds[g.kind as Kind]}</span> },
          { name: 'cohort', label: t.cohort, isText: true, cell: g => cohortName(g.cohort) },
          { name: 'mode', label: t.mode, isText: true, cell: g => modeName(g.mode) },
          { name: 'learners', label: t.columns.learners, cell: g => (g.learners === null ? <Held /> : count(g.learners)) },
          {
            name: 'rate', label: t.rate, isText: true,
            cell: g => (g.suppressed ? <Held /> : g.skip_rate === null ? '–' : <span class="share-cell"><Share of={g.skip_rate} tone="skip" />{t.skippedShort(g.skipped!, g.known!, g.skip_rate)}</span>),
          },
        ]} />
      )}
    </ReportBlock>
  )
}
