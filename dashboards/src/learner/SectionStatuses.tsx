import type { Kind, LearnerSection } from '../api/answers'
import { KindMark } from '../course/KindMark'
import { dayOf, duration } from '../format'
import { Table } from '../figures/Table'
import { setFilter } from '../shell/route'
import { text } from '../text'

const t = text.facilitator

/** What came of each section, and the way to why. */
export function SectionStatuses({ sections }: { sections: LearnerSection[] }) {
  const day = (at: string | null) => (at ? dayOf(new Date(at)) : '–')
  return (
    <section class="block" aria-labelledby="statuses">
      <h2 id="statuses">{t.sectionList}</h2>
      <Table title={t.sectionList} rows={sections} keyOf={s => s.section} columns={[
        { name: 'position', label: t.sectionColumns.position, cell: s => s.position },
        { name: 'section', label: t.sectionColumns.section, isText: true, cell: s => <span class="kinded"><KindMark kind={s.kind as Kind} />{s.title}</span> },
        { name: 'status', label: t.sectionColumns.status, isText: true, cell: s => <span class={`status status-${s.status}`}>{t.statuses[s.status] ?? s.status}</span> },
        { name: 'time', label: t.sectionColumns.time, cell: s => (s.visits === 0 ? '–' : s.open_visits > 0 ? t.atLeast(duration(s.seconds_low)) : duration(s.seconds_high)) },
        { name: 'visits', label: t.sectionColumns.visits, cell: s => s.visits || '–' },
        { name: 'responses', label: t.sectionColumns.responses, cell: s => s.responses || '–' },
        { name: 'first', label: t.sectionColumns.first, cell: s => day(s.first_at) },
        { name: 'last', label: t.sectionColumns.last, cell: s => day(s.last_at) },
        { name: 'why', label: '', cell: s => s.status !== 'not-reached' && <button class="link-button" type="button" aria-label={t.whyOf(s.title)} onClick={() => setFilter('section', s.section)}>{t.why}</button> },
      ]} />
    </section>
  )
}
