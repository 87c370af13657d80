import type { CourseSections, SectionReport } from '../api/answers'
import { Seldom, useLive } from '../api/live'
import { href, sectionsUrl } from '../api/urls'
import { CourseTabs } from '../course/CourseTabs'
import { KindMark } from '../course/KindMark'
import { Outcomes } from '../course/Outcomes'
import { Terms } from '../course/Terms'
import { Facts } from '../figures/Facts'
import { LivePage } from '../shell/LivePage'
import { sectionHref } from '../shell/route'
import { text } from '../text'
import { Days } from './Days'
import { Next } from './Next'
import { Returns } from './Returns'
import { Times } from './Times'
import { Versions } from './Versions'

const t = text.designer

/** One section: how long people were there, whether they came back, where they went, and what each version of the outline changed. */
export function SectionPage({ course, id }: { course: string; id: string }) {
  const live = useLive<SectionReport>(href('/api/reports/section', { course, section: id }), Seldom)
  const around = useLive<CourseSections>(sectionsUrl(course), Seldom).data
  return (
    <LivePage live={live} title={live.data?.section.title}>
      {report => (
        <>
          <CourseTabs course={course} title={around?.course.title ?? null} />
          <Header report={report} all={around?.sections.length ?? null} />
          <Became report={report} />
          <Times report={report} />
          <Days course={course} section={id} />
          <Returns report={report} />
          <Next report={report} course={course} />
          <Versions report={report} />
          {around && <Neighbours course={course} around={around} position={report.section.position} />}
          <Terms />
        </>
      )}
    </LivePage>
  )
}

function Header({ report, all }: { report: SectionReport; all: number | null }) {
  const { section: s, limits } = report
  return (
    <div class="course-header section-header">
      <p class="detail-kind"><KindMark kind={s.kind} />{text.kinds[s.kind]}{all !== null && ` · ${t.position(s.position, all)}`}</p>
      <h1 class="page-title">{s.title}</h1>
      <Facts asOf={report.as_of} suppressed={report.suppressed}>
        {s.reached !== null && report.learners !== null && <span>{text.reachedOf(s.reached, report.learners)}</span>}
        {limits.expected_seconds !== null && <span>{t.expected(limits.expected_seconds)}</span>}
      </Facts>
    </div>
  )
}

function Became({ report: { section: s } }: { report: SectionReport }) {
  return (
    <section class="block" aria-labelledby="became">
      <h2 id="became">{t.became}</h2>
      {s.suppressed ? <p class="note">{text.heldBack}</p> : s.reached === 0 ? <p class="note">{text.nobody}</p> : (
        <div class="card section-became">
          <p class="detail-say">{s.skip_rate === null ? text.noRate : text.skippedOf(s.skipped!, s.known!, s.skip_rate)}</p>
          <Outcomes section={s} hasLegend />
        </div>
      )}
    </section>
  )
}

function Neighbours({ course, around: { sections }, position }: { course: string; around: CourseSections; position: number }) {
  const before = sections.find(s => s.position === position - 1)
  const after = sections.find(s => s.position === position + 1)
  return (
    <p class="filters neighbours">
      {before && <a href={sectionHref(course, before.id)}>{t.previous(before.title)}</a>}
      {after && <a href={sectionHref(course, after.id)}>{t.next(after.title)}</a>}
    </p>
  )
}
