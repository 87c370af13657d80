import { text } from '../text'

const t = text.designer

export const modeName = (mode: string) => t.modes[mode] ?? mode
/** A cohort is an address; its end is what people call it. */
export const cohortName = (cohort: string) => (cohort ? cohort.split('/').filter(Boolean).pop()! : t.noCohort)
