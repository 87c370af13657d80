import type { ComponentChildren } from 'preact'
import { moment } from '../format'
import { text } from '../text'

/** What figures are worth: of how many, as of when, and whether some are held back. */
export function Facts({ asOf, learners, suppressed = false, children }: {
  asOf: string | null
  learners?: number | null
  suppressed?: boolean
  children?: ComponentChildren
}) {
  return (
    <p class="facts">
      {children}
      {learners !== undefined && <span>{learners === null ? text.fewLearners : text.learners(learners)}</span>}
      {asOf && <time dateTime={asOf}>{text.asOf(moment(new Date(asOf), new Date()))}</time>}
      {suppressed && <span class="mark" title={text.heldBack}>{text.of5}</span>}
    </p>
  )
}
