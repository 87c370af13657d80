import type { Alert } from '../api/answers'

/** The alert that a note is being written on, and its place in the list when that began. */
export interface Writing {
  alert: Alert
  place: number
}

/** The list as the server has it, with that alert even if it has ended meanwhile: a card that went would take the words with it, and the next keys would mean others. */
export function withWriting(alerts: Alert[], writing: Writing | null): Alert[] {
  if (!writing || alerts.some(alert => alert.id === writing.alert.id)) return alerts
  return [...alerts.slice(0, writing.place), writing.alert, ...alerts.slice(writing.place)]
}
