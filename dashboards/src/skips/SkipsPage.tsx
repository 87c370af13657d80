import type { CourseSections, Followed, Rows, Section } from '../api/answers'
import { Seldom, useLive } from '../api/live'
import { href, sectionsUrl } from '../api/urls'
import { CourseTabs } from '../course/CourseTabs'
import { isPractice } from '../course/findings'
import { KindMark } from '../course/KindMark'
import { Choice } from '../figures/Choice'
import { CsvButton } from '../figures/CsvButton'
import { Facts } from '../figures/Facts'
import { Share } from '../figures/Share'
import { percent } from '../format'
import { LivePage } from '../shell/LivePage'
import { Message } from '../shell/Message'
import { sectionHref } from '../shell/route'
import { text } from '../text'
import { After } from './After'

const t = text.designer

/** Each Try It and Think About by what is lost there, and what those who did and did not do it did afterwards. */
export function SkipsPage({ course, kind, order }: { course: string; kind: string; order: string }) {
  const live = useLive<CourseSections>(sectionsUrl(course))
  const followedUrl = href('/api/reports/followed', { course })
  const followed = useLive<Rows<Followed>>(followedUrl, Seldom).data
  return (
    <LivePage live={live} title={t.skipsTitle}>
      {data => {
        const practice = data.sections.filter(isPractice)
        const shown = practice.filter(s => !kind || s.kind === kind).sort(orders[order] ?? orders['']!)
        return (
          <>
            <CourseTabs course={course} title={data.course.title} />
            <h1 class="page-title">{t.skipsTitle}</h1>
            <p class="lead">{t.skipsLead}</p>
            <Facts asOf={data.course.as_of} learners={data.course.learners} suppressed={practice.some(s => s.suppressed) || (followed?.suppressed ?? false)} />
            {practice.length === 0 ? <Message title={t.noPractice}>{t.noPracticeDetail}</Message> : (
              <>
                <p class="told caution"><b>{t.caution}</b> {t.cautionDetail}</p>
                <div class="filters">
                  <Choice name="order" label={t.order} value={order} choices={[['', t.byLost], ['rate', t.byRate], ['course', t.byCourse]]} />
                  <Choice name="kind" label={t.kind} value={kind} choices={[['', t.anyKind], ['try-it', text.kinds['try-it']], ['think-about', text.kinds['think-about']]]} />
                  <CsvButton url={followedUrl} name={t.afterwards} />
                </div>
                <ol class="skip-list">
                  {shown.map(s => <Row key={s.id} section={s} course={course} followed={followed?.items.find(f => f.section === s.id)} />)}
                </ol>
              </>
            )}
          </>
        )
      }}
    </LivePage>
  )
}

// What is lost: learners reached × skip rate. Those of unknown outcome are taken to skip like the others.
const lost = (s: Section) => (s.reached ?? 0) * (s.skip_rate ?? -1)
const orders: Record<string, (a: Section, b: Section) => number> = {
  '': (a, b) => lost(b) - lost(a) || a.position - b.position,
  'rate': (a, b) => (b.skip_rate ?? -1) - (a.skip_rate ?? -1) || a.position - b.position,
  'course': (a, b) => a.position - b.position,
}

function Row({ section: s, course, followed }: { section: Section; course: string; followed: Followed | undefined }) {
  return (
    <li class="card skip-row">
      <div>
        <p class="detail-kind"><KindMark kind={s.kind} />{text.kinds[s.kind]} · {s.position}</p>
        <h2><a href={sectionHref(course, s.id)}>{s.title}</a></h2>
        {s.suppressed ? <p class="note">{text.heldBack}</p> : s.skip_rate === null ? <p class="note">{s.reached === 0 ? text.nobody : text.noRate}</p> : (
          <>
            <p class="skip-say"><b>{t.lost(s.skipped!, s.known!)}</b> ({percent(s.skip_rate)})</p>
            <Share of={s.skip_rate} tone="skip" />
            <p class="note dotted"><span>{text.splitOf(s.jumped!, s.rushed!)}</span>{s.unknown! > 0 && <span>{text.unknownOf(s.unknown!)}</span>}</p>
          </>
        )}
      </div>
      <After of={followed} />
    </li>
  )
}
