import type { Section } from '../api/answers'
import { text } from '../text'
import { isPractice } from './findings'

/** A section of the ribbon in words, for who does not see it. */
export function spoken(s: Section, all: number): string {
  const parts = [text.sectionLabel(s.position, all, text.kinds[s.kind], s.title)]
  parts.push(
    s.time_suppressed ? text.timeHeldBack
      : s.median_seconds === null ? text.noTime
        : text.medianOf(s.median_seconds, s.opened!))
  if (isPractice(s))
    parts.push(
      s.suppressed ? text.heldBack
        : s.skip_rate === null ? text.noRate
          : `${text.skippedOf(s.skipped!, s.known!, s.skip_rate)}: ${text.splitOf(s.jumped!, s.rushed!)}`)
  return parts.join('. ')
}
