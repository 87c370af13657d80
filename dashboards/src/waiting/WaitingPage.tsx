import type { Kind, Rows, Waiting } from '../api/answers'
import { useLive } from '../api/live'
import { href } from '../api/urls'
import { KindMark } from '../course/KindMark'
import { moment, span } from '../format'
import { CourseFilter } from '../figures/CourseFilter'
import { Facts } from '../figures/Facts'
import { nameOf } from '../figures/names'
import { Pager } from '../figures/Pager'
import { Table, type Column } from '../figures/Table'
import { LivePage } from '../shell/LivePage'
import { Message } from '../shell/Message'
import { learnerHref } from '../shell/route'
import { text } from '../text'

const t = text.facilitator

/** What nobody has answered yet. */
export function WaitingPage({ course, after }: { course: string; after: string }) {
  const url = href('/api/waiting', { course, after })
  const live = useLive<Rows<Waiting>>(url)
  return (
    <LivePage live={live} title={t.waiting}>
      {rows => (
        <>
          <h1 class="page-title">{t.waiting}</h1>
          <p class="lead">{t.waitingLead}</p>
          <Facts asOf={rows.as_of} learners={rows.learners} />
          <CourseFilter course={course} />
          {rows.items.length === 0 ? <Message title={t.nothingWaits}>{t.nothingWaitsDetail}</Message> : (
            <Table title={t.waiting} rows={rows.items} columns={columns(rows)} csv={url} keyOf={w => [w.what, w.learner, w.section, w.waiting_since].join()} />
          )}
          <Pager after={after} next={rows.next} />
        </>
      )}
    </LivePage>
  )
}

const columns = (rows: Rows<Waiting>): Column<Waiting>[] => {
  const now = rows.as_of ? new Date(rows.as_of) : new Date()
  const isOneCourse = new Set(rows.items.map(w => w.course)).size === 1
  return [
    { name: 'long', label: t.waitingColumns.long, cell: w => <b>{span(new Date(w.waiting_since), now)}</b> },
    { name: 'learner', label: t.waitingColumns.learner, isText: true, cell: w => <a href={learnerHref(w.course, w.learner)}>{nameOf(w)}</a> },
    { name: 'what', label: t.waitingColumns.what, isText: true, cell: w => t.what[w.what] ?? w.what },
    { name: 'section', label: t.waitingColumns.section, isText: true, cell: w => w.section && <span class="kinded"><KindMark kind={w.kind as Kind} />{w.section_title}</span> },
    ...isOneCourse ? [] : [{ name: 'course', label: t.waitingColumns.course, isText: true, cell: (w: Waiting) => w.course_title }],
    { name: 'since', label: t.waitingColumns.since, cell: w => <time dateTime={w.waiting_since}>{moment(new Date(w.waiting_since), now)}</time> },
  ]
}
