import { useRef } from 'preact/hooks'
import type { Alert } from '../api/answers'
import { moment, span } from '../format'
import { learnerHref } from '../shell/route'
import { text } from '../text'
import type { Wish } from './changes'
import { NoteForm } from './NoteForm'

const t = text.facilitator

/** Why to write to a learner, what to do, and what was done. */
export function AlertCard({ alert, name, now, isWriting, onWrite, onAct }: {
  alert: Alert
  name: string
  now: Date
  isWriting: boolean
  onWrite: (isWriting: boolean) => void
  onAct: (wish: Wish, note?: string) => Promise<void>
}) {
  const card = useRef<HTMLLIElement>(null)
  const isContacted = alert.contacted_at !== null
  return (
    <li ref={card} class={`alert cause-${alert.cause}`} tabIndex={-1} data-alert={alert.id} aria-label={`${name}: ${t.causes[alert.cause]}`}>
      <header>
        <h2><a href={learnerHref(alert.course, alert.learner)}>{name}</a></h2>
        <span class="cause">{t.causes[alert.cause]}</span>
        {alert.is_taken && <span class="mark">{alert.is_mine ? t.mine : t.taken}</span>}
        {alert.state !== 'open' && <span class="mark">{t.states[alert.state]}</span>}
        {alert.snoozed_until && <span class="mark">{t.changes.snoozed} {t.until(moment(new Date(alert.snoozed_until), now))}</span>}
      </header>
      <p class="facts">
        {alert.waiting_since && <b>{t.waitsSince(span(new Date(alert.waiting_since), now))}</b>}
        {alert.situation && <span>{t.situations[alert.situation]}</span>}
        {alert.probability !== null && <span>{t.probability(alert.probability)}</span>}
        <span>{t.raisedAgo(span(new Date(alert.raised_at), now))}</span>
        <span>{alert.course_title}</span>
      </p>
      <ul class="reasons">{alert.reasons.map(reason => <li key={reason.code}>{reason.text}</li>)}</ul>
      {alert.next_step && <p class="next-step"><b>{t.nextStep}:</b> {alert.next_step}</p>}
      {isWriting
        ? <NoteForm name={name} onCancel={() => { onWrite(false); card.current?.focus() }} onSave={note => onAct('contacted', note)} />
        : (
          <div class="actions">
            <button class="small-button is-first" type="button" onClick={() => onWrite(true)}>{t.actions.contact}</button>
            {isContacted && <button class="small-button" type="button" onClick={() => void onAct('resolved')}>{t.actions.resolve}</button>}
            {!alert.is_mine && <button class="small-button" type="button" onClick={() => void onAct('acknowledged')}>{t.actions.acknowledge}</button>}
            <button class="small-button" type="button" onClick={() => void onAct('snoozed')}>{t.actions.snooze}</button>
            <button class="small-button" type="button" onClick={() => void onAct('dismissed')}>{t.actions.dismiss}</button>
          </div>
        )}
    </li>
  )
}
