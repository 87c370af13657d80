import type { Section } from '../api/answers'

const Steps = [5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 36000, 86400]

/** Seconds from one line of a scale to the next, so that there are at most four up to what is wanted. */
export const roundStep = (wanted: number) => Steps.find(s => wanted / s <= 4) ?? 86400 * Math.ceil(wanted / 86400 / 4)

/**
 * A linear scale from 0 for seconds: it ends at a round step, and holds all medians. One section's long upper quartile may
 * stick out by up to half; it is cut at the edge, so that it does not flatten every other section.
 */
export function timeScale(sections: Section[]): { top: number; ticks: number[] } {
  const median = Math.max(0, ...sections.map(s => s.median_seconds ?? 0))
  const quartile = Math.max(0, ...sections.map(s => s.q75_seconds ?? 0))
  const wanted = Math.max(5, median * 1.05, Math.min(quartile, median * 1.5))
  const step = roundStep(wanted)
  const top = Math.ceil(wanted / step) * step
  const ticks = Array.from({ length: Math.floor(top / step) }, (_, i) => (i + 1) * step)
  return { top, ticks }
}

/** Part of the scale as CSS reads it, 0 to 1. */
export const part = (value: number, top: number) => Math.min(1, value / top).toFixed(4)
