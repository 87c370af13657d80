import type { Group } from '../api/answers'
import { href } from '../api/urls'
import { count } from '../format'
import { Held } from '../figures/Held'
import { ReportBlock } from '../figures/ReportBlock'
import { Share } from '../figures/Share'
import { Table } from '../figures/Table'
import { text } from '../text'
import { cohortName, modeName } from './groups'

const t = text.designer

/** Who started, completed and gave up. */
export function Groups({ course, mode }: { course: string; mode: string }) {
  const url = href('/api/reports/groups', { course })
  const cell = (n: number | null, share: number | null) => (n === null ? <Held /> : t.partOf(n, share))
  return (
    <ReportBlock<Group> id="groups" title={t.groups} lead={t.groupsLead} url={url}>
      {rows => (
        <Table title={t.groups} rows={rows.items.filter(g => !mode || g.mode === mode)} csv={url} keyOf={g => `${g.mode} ${g.cohort}`} columns={[
          { name: 'cohort', label: t.cohort, isText: true, cell: g => cohortName(g.cohort) },
          { name: 'mode', label: t.mode, isText: true, cell: g => modeName(g.mode) },
          { name: 'learners', label: t.columns.learners, cell: g => (g.learners === null ? <Held /> : count(g.learners)) },
          { name: 'started', label: t.columns.started, cell: g => cell(g.started, g.learners && g.started !== null ? g.started / g.learners : null) },
          { name: 'completed', label: t.columns.completed, isText: true, cell: g => <span class="share-cell">{g.completion_rate !== null && <Share of={g.completion_rate} />}{cell(g.completed, g.completion_rate)}</span> },
          { name: 'gave-up', label: t.columns.gaveUp, isText: true, cell: g => <span class="share-cell">{g.attrition_rate !== null && <Share of={g.attrition_rate} tone="skip" />}{cell(g.gave_up, g.attrition_rate)}</span> },
          { name: 'waiting', label: t.columns.waiting, cell: g => (g.waiting_days_median === null ? '–' : g.waiting_days_median.toFixed(1)) },
        ]} />
      )}
    </ReportBlock>
  )
}
