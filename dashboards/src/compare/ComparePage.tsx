import type { CourseSections } from '../api/answers'
import { Seldom, useLive } from '../api/live'
import { sectionsUrl } from '../api/urls'
import { CourseTabs } from '../course/CourseTabs'
import { Choice } from '../figures/Choice'
import { Facts } from '../figures/Facts'
import { LivePage } from '../shell/LivePage'
import { text } from '../text'
import { AnswerTable } from './AnswerTable'
import { Groups } from './Groups'
import { SkipGroups } from './SkipGroups'
import { Survival } from './Survival'
import { TakeUp } from './TakeUp'
import { Versions } from './Versions'

const t = text.designer

/** Cohorts, modes of delivery and versions side by side, and the course as a whole. */
export function ComparePage({ course, mode, kind }: { course: string; mode: string; kind: string }) {
  const live = useLive<CourseSections>(sectionsUrl(course), Seldom)
  return (
    <LivePage live={live} title={t.compareTitle}>
      {({ course: of, sections }) => (
        <>
          <CourseTabs course={course} title={of.title} />
          <h1 class="page-title">{t.compareTitle}</h1>
          <p class="lead">{t.compareLead}</p>
          <Facts asOf={of.as_of} learners={of.learners} suppressed={of.suppressed} />
          <div class="filters">
            <Choice name="mode" label={t.mode} value={mode} choices={[['', t.anyMode], ...Object.entries(t.modes)]} />
            <Choice name="kind" label={t.kind} value={kind} choices={[['', t.anyKind], ...[...new Set(sections.map(s => s.kind))].map(one => [one, text.kinds[one]] as const)]} />
          </div>
          <Groups course={course} mode={mode} />
          <SkipGroups course={course} mode={mode} kind={kind} />
          <Versions course={course} />
          <Survival course={course} />
          <AnswerTable course={course} />
          <TakeUp course={course} />
        </>
      )}
    </LivePage>
  )
}
