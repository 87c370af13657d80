import type { Learner, Rows } from '../api/answers'
import { useLive } from '../api/live'
import { href } from '../api/urls'
import { span } from '../format'
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

/** Everybody one looks after. */
export function LearnersPage({ course, after }: { course: string; after: string }) {
  const url = href('/api/learners', { course, after })
  const live = useLive<Rows<Learner>>(url)
  return (
    <LivePage live={live} title={t.myLearners}>
      {rows => (
        <>
          <h1 class="page-title">{t.myLearners}</h1>
          <p class="lead">{t.myLearnersLead}</p>
          <Facts asOf={rows.as_of} learners={rows.items.length} />
          <CourseFilter course={course} />
          {rows.items.length === 0 ? <Message title={t.noLearners}>{t.noLearnersDetail}</Message>
            : <Table title={t.myLearners} rows={rows.items} columns={columns(rows)} csv={url} keyOf={l => l.course + l.learner} />}
          <Pager after={after} next={rows.next} />
        </>
      )}
    </LivePage>
  )
}

const columns = (rows: Rows<Learner>): Column<Learner>[] => {
  const now = rows.as_of ? new Date(rows.as_of) : new Date()
  return [
    { name: 'risk', label: t.learnerColumns.risk, cell: l => l.place ? t.placeOf(l.place, l.of) : '–' },
    { name: 'learner', label: t.learnerColumns.learner, isText: true, cell: l => <a href={learnerHref(l.course, l.learner)}>{nameOf(l)}</a> },
    { name: 'situation', label: t.learnerColumns.situation, isText: true, cell: l => t.situations[l.situation] ?? t.notScored },
    { name: 'last', label: t.learnerColumns.last, cell: l => l.last_at ? span(new Date(l.last_at), now) : t.never },
    { name: 'reasons', label: t.learnerColumns.reasons, isText: true, cell: l => <span class="wraps">{l.reasons.join('. ')}</span> },
    { name: 'cohort', label: t.learnerColumns.cohort, isText: true, cell: l => l.cohort.split('/').pop() },
  ]
}
