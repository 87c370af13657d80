import { text } from './text'

const number = new Intl.NumberFormat('en')
const timeOfDay = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' })
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })
const date = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short' })
const nbsp = '\u00a0'

export const count = (n: number) => number.format(n)

/** 0.526 → "53 %". A share that is not nil or whole never reads as 0 % or 100 %. */
export function percent(share: number): string {
  if (share > 0 && share < 0.005) return `<${nbsp}1${nbsp}%`
  if (share < 1 && share >= 0.995) return `>${nbsp}99${nbsp}%`
  return `${Math.round(share * 100)}${nbsp}%`
}

/** 80 → "1 min 20 s"; past an hour without seconds. */
export function duration(seconds: number): string {
  if (seconds > 0 && seconds < 1) return `<${nbsp}1${nbsp}s`
  const whole = Math.round(seconds)
  if (whole < 60) return `${whole}${nbsp}s`
  if (whole < 3600) return join(Math.floor(whole / 60), 'min', whole % 60, 's')
  const minutes = Math.round(whole / 60)
  return join(Math.floor(minutes / 60), 'h', minutes % 60, 'min')
}

function join(big: number, bigUnit: string, small: number, smallUnit: string): string {
  const head = `${big}${nbsp}${bigUnit}`
  return small === 0 ? head : `${head} ${small}${nbsp}${smallUnit}`
}

/** 80 → "1:20", for where there is little room. */
export function clock(seconds: number): string {
  const whole = Math.round(seconds)
  const parts = whole < 3600 ? [Math.floor(whole / 60), whole % 60] : [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  return parts.map((p, i) => (i ? String(p).padStart(2, '0') : p)).join(':')
}

/** Time of day in the reader's zone, with the date where it is not today. */
export function moment(date: Date, now: Date): string {
  return date.toDateString() === now.toDateString() ? timeOfDay.format(date) : `${day.format(date)}, ${timeOfDay.format(date)}`
}

/** Thu 15 Jan */
export const dayOf = (at: Date) => date.format(at)

/** How long from one moment to another, as one would say it: "36 h", "4 days". */
export function span(from: Date, to: Date): string {
  const minutes = Math.max(0, (to.getTime() - from.getTime()) / 60_000)
  if (minutes < 1) return text.ago.now
  if (minutes < 60) return text.ago.minutes(Math.round(minutes))
  if (minutes < 48 * 60) return text.ago.hours(Math.round(minutes / 60))
  return text.ago.days(Math.round(minutes / 1440))
}
