import type { Alert } from '../api/answers'
import { post } from '../api/session'
import { nameOf } from '../figures/names'
import { text } from '../text'

export type Wish = 'acknowledged' | 'contacted' | 'snoozed' | 'dismissed' | 'resolved'

const t = text.facilitator

/** Eight in the morning of the next day, where the reader is. */
function tomorrow(): string {
  const at = new Date()
  at.setDate(at.getDate() + 1)
  at.setHours(8, 0, 0, 0)
  return at.toISOString()
}

/** Changes an alert. The id makes a request that is sent twice one change. */
export async function change(alert: Alert, wish: Wish, note: string): Promise<{ words: string; isFault: boolean }> {
  const wrong = await post(`/api/alerts/${alert.id}/changes`, {
    change: wish, snoozed_until: wish === 'snoozed' ? tomorrow() : null, note: note || null, id: crypto.randomUUID(),
  })
  return wrong
    ? { words: `${nameOf(alert)}: ${wrong.title}. ${wrong.detail}`, isFault: true }
    : { words: t.done[wish](nameOf(alert)), isFault: false }
}
