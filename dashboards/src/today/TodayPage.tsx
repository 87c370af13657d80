import { useState } from 'preact/hooks'
import type { Alert, Rows } from '../api/answers'
import { useLive } from '../api/live'
import { alertsUrl } from '../api/urls'
import { CourseFilter } from '../figures/CourseFilter'
import { CsvButton } from '../figures/CsvButton'
import { Facts } from '../figures/Facts'
import { nameOf } from '../figures/names'
import { LivePage } from '../shell/LivePage'
import { Message } from '../shell/Message'
import { go, learnerHref, setFilter } from '../shell/route'
import { text } from '../text'
import { AlertCard } from './AlertCard'
import { change, type Wish } from './changes'
import { KeyHelp } from './KeyHelp'
import { useClosed } from './closed'
import { moveBy, useKeys } from './keys'
import { withWriting, type Writing } from './writing'

const t = text.facilitator

/** Whom to write to now. Every action has a key. */
export function TodayPage({ course, withSnoozed }: { course: string; withSnoozed: boolean }) {
  const url = alertsUrl(course, withSnoozed)
  const live = useLive<Rows<Alert>>(url)
  const [told, setTold] = useState<{ words: string; isFault: boolean } | null>(null)
  // Beside it, not in its place: what comes in from elsewhere must not hide that a note was refused.
  const [news, setNews] = useState<string | null>(null)
  const [writing, setWriting] = useState<Writing | null>(null)
  const alerts = withWriting(live.data?.items ?? [], writing)
  const { forget } = useClosed(live.data?.items ?? null, setNews)

  const write = (alert: Alert) => setWriting({ alert, place: alerts.indexOf(alert) })
  const act = async (alert: Alert, wish: Wish, note = '') => {
    forget(alert.id)
    setNews(null)
    const result = await change(alert, wish, note)
    // A note that was refused stays to be copied.
    if (!result.isFault) setWriting(now => now?.alert.id === alert.id ? null : now)
    setTold(result)
    live.refresh()
  }
  useKeys(alerts, {
    a: alert => void act(alert, 'acknowledged'),
    c: write,
    s: alert => void act(alert, 'snoozed'),
    d: alert => void act(alert, 'dismissed'),
    r: alert => { if (alert.contacted_at) void act(alert, 'resolved') },
    o: alert => go(learnerHref(alert.course, alert.learner)),
  })

  return (
    <LivePage live={live} title={t.today}>
      {rows => (
        <>
          <h1 class="page-title">{t.today}</h1>
          <Facts asOf={rows.as_of}>
            <span>{t.toWriteTo(rows.items.length)}{rows.next && ` ${t.more(rows.items.length)}`}</span>
          </Facts>
          <div class="filters">
            <CourseFilter course={course} />
            <label class="filter"><input type="checkbox" checked={withSnoozed} onChange={event => setFilter('snoozed', event.currentTarget.checked ? 'true' : '')} />{t.showSnoozed}</label>
            <CsvButton url={url} name={t.today} />
          </div>
          {alerts.length > 0 && <KeyHelp />}
          <p class={`told ${told?.isFault ? 'told-fault' : ''}`} role={told?.isFault ? 'alert' : 'status'} hidden={!told}>{told?.words}</p>
          <p class="told told-news" role="status" hidden={!news}>{news}</p>
          {alerts.length === 0 ? <Message title={t.nobodyToday}>{t.nobodyTodayDetail}</Message> : (
            <ol class="alerts">
              {alerts.map((alert, place) => (
                <AlertCard key={alert.id} alert={alert} now={new Date(rows.as_of ?? alert.changed_at)} isWriting={writing?.alert.id === alert.id}
                  onWrite={isWriting => isWriting ? write(alert) : setWriting(null)}
                  onAct={(wish, note) => { moveBy(alerts.length > place + 1 ? 1 : -1); return act(alert, wish, note) }} name={nameOf(alert)} />
              ))}
            </ol>
          )}
        </>
      )}
    </LivePage>
  )
}
