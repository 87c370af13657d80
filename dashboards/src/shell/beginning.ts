import type { Viewer } from '../api/answers'

/** Where each begins: a designer with the courses, a facilitator with the learners to write to, an operator with what runs. */
export const beginningOf = (roles: Viewer['roles']) =>
  roles.includes('designer') ? '/' : roles.includes('facilitator') ? '/today' : roles.includes('operator') ? '/operations' : '/'
