import { useEffect } from 'preact/hooks'
import type { Alert } from '../api/answers'

const cards = () => [...document.querySelectorAll<HTMLElement>('[data-alert]')]
const focused = () => document.activeElement?.closest<HTMLElement>('[data-alert]') ?? null

/** Moves the focus some alerts on; from nowhere to the first. */
export function moveBy(step: number) {
  const all = cards()
  const at = all.indexOf(focused()!)
  const to = all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + step))]
  to?.focus()
  to?.scrollIntoView({ block: 'nearest' })
}

/** One key an action, on the alert that has the focus; j and k move. Nothing while somebody types. */
export function useKeys(alerts: Alert[], actions: Record<string, (alert: Alert) => void>) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      if ((event.target as HTMLElement).matches('input:not([type=checkbox]), textarea, select')) return
      if (event.key === 'j' || event.key === 'k') {
        event.preventDefault()
        return moveBy(event.key === 'j' ? 1 : -1)
      }
      const alert = alerts.find(one => one.id === focused()?.dataset['alert'])
      const action = actions[event.key]
      if (!alert || !action) return
      event.preventDefault()
      if ('asd'.includes(event.key) || event.key === 'r') moveBy(alert.id === cards().at(-1)?.dataset['alert'] ? -1 : 1)
      action(alert)
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  })
}
