import { useEffect, useRef } from 'preact/hooks'
import type { Alert, AlertAnswer } from '../api/answers'
import { nameOf } from '../figures/names'
import { text } from '../text'

const t = text.facilitator

/** Says what became of alerts that leave the list by nothing that was done here: most often the learner came back. */
export function useClosed(alerts: Alert[] | null, say: (words: string) => void) {
  const before = useRef<Alert[] | null>(null)

  useEffect(() => {
    if (!alerts) return
    const gone = before.current?.filter(old => !alerts.some(alert => alert.id === old.id)) ?? []
    before.current = alerts
    for (const alert of gone) void tell(alert, say)
  }, [alerts?.map(alert => alert.id).join()])

  return {
    /** What is done with this one, one knows oneself. */
    forget: (id: string) => { before.current = before.current?.filter(alert => alert.id !== id) ?? null },
  }
}

async function tell(alert: Alert, say: (words: string) => void) {
  const response = await fetch(`/api/alerts/${alert.id}`).catch(() => null)
  if (!response?.ok) return
  const now = ((await response.json()) as AlertAnswer).alert
  if (now.state === 'returned') say(t.cameBack(nameOf(alert)))
  else if (now.closed_at) say(t.gone(nameOf(alert)))
}
