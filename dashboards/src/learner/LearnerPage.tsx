import { useMemo } from 'preact/hooks'
import type { LearnerAnswer } from '../api/answers'
import { useLive } from '../api/live'
import { href } from '../api/urls'
import { moment, span } from '../format'
import { Facts } from '../figures/Facts'
import { nameOf } from '../figures/names'
import { LivePage } from '../shell/LivePage'
import { text } from '../text'
import { AlertHistory } from './AlertHistory'
import { Asks } from './Asks'
import { ExplanationCard } from './ExplanationCard'
import { SectionStatuses } from './SectionStatuses'
import { Timeline } from './Timeline'

const t = text.facilitator

/** One learner of a course: when they were there, what came of each section, what waits, and what was done about it. */
export function LearnerPage({ course, id, section }: { course: string; id: string; section: string }) {
  const live = useLive<LearnerAnswer>(href('/api/learner', { course, learner: id }))
  return (
    <LivePage live={live} title={live.data ? nameOf(live.data.learner) : undefined}>
      {answer => <Sheet answer={answer} section={section} />}
    </LivePage>
  )
}

function Sheet({ answer, section }: { answer: LearnerAnswer; section: string }) {
  const { learner, sections, visits, asks } = answer
  const now = useMemo(() => new Date(answer.as_of), [answer.as_of])
  return (
    <>
      <h1 class="page-title">{nameOf(learner)}</h1>
      <Facts asOf={answer.as_of}>
        {learner.completed_at && <b>{t.completed(moment(new Date(learner.completed_at), now))}</b>}
        {learner.withdrawn_at && <b>{t.withdrawn(moment(new Date(learner.withdrawn_at), now))}</b>}
        {learner.situation && <b>{t.situations[learner.situation]}</b>}
        {learner.place !== null && <span>{t.placeOf(learner.place, learner.of)}</span>}
        {learner.probability !== null && <span>{t.probability(learner.probability)}</span>}
        <span>{learner.last_at ? t.lastSeen(span(new Date(learner.last_at), now)) : t.never}</span>
        {learner.cohort && <span>{learner.cohort.split('/').pop()}</span>}
      </Facts>
      {learner.reasons.length > 0 && (
        <div class="card why-card">
          <ul class="reasons">{learner.reasons.map(reason => <li key={reason}>{reason}</li>)}</ul>
          {learner.next_step && <p class="next-step"><b>{t.nextStep}:</b> {learner.next_step}</p>}
        </div>
      )}
      <Timeline visits={visits} sections={sections} asks={asks} now={now} />
      <SectionStatuses sections={sections} />
      {section && <ExplanationCard course={learner.course} learner={learner.learner} section={section} />}
      <Asks asks={asks} sections={sections} now={now} />
      <AlertHistory course={learner.course} learner={learner.learner} />
    </>
  )
}
