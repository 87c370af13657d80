import type { Alert, AlertAnswer, Rows } from '../api/answers'
import { Seldom, useLive } from '../api/live'
import { href } from '../api/urls'
import { moment } from '../format'
import { text } from '../text'

const t = text.facilitator

/** What was done about a learner before. */
export function AlertHistory({ course, learner }: { course: string; learner: string }) {
  const open = useLive<Rows<Alert>>(href('/api/alerts', { course, learner, snoozed: 'true' }), Seldom)
  const over = useLive<Rows<Alert>>(href('/api/alerts', { course, learner, over: 'true' }), Seldom)
  if (!open.data || !over.data) return null
  const alerts = [...open.data.items, ...over.data.items]
  return (
    <section class="block" aria-labelledby="alerts">
      <h2 id="alerts">{t.alertHistory}</h2>
      {alerts.length === 0 ? <p class="note">{t.noAlerts}</p> : <ul class="histories">{alerts.map(alert => <One key={alert.id} alert={alert} />)}</ul>}
    </section>
  )
}

function One({ alert }: { alert: Alert }) {
  const steps = useLive<AlertAnswer>(`/api/alerts/${alert.id}`, Seldom).data?.history ?? []
  return (
    <li class="card">
      <h3>{t.causes[alert.cause]} <span class="mark">{t.states[alert.state]}</span></h3>
      <ul class="reasons">{alert.reasons.map(reason => <li key={reason.code}>{reason.text}</li>)}</ul>
      <ol class="steps">
        {steps.map(step => (
          <li key={step.at + step.change}>
            <time dateTime={step.at}>{moment(new Date(step.at), new Date())}</time> <b>{t.changes[step.change]}</b>{' '}
            {step.snoozed_until && t.until(moment(new Date(step.snoozed_until), new Date()))} {step.by_me ? t.by.me : step.by_person ? t.by.person : t.by.product} {step.why}
            {step.note && <blockquote>{step.note}</blockquote>}
          </li>
        ))}
      </ol>
    </li>
  )
}
