import { text } from '../text'

/** A learner's name; where it is not known, the beginning of their pseudonym. */
export const nameOf = (row: { name: string | null; learner: string }) => row.name ?? text.facilitator.unnamed(row.learner)
