import { count, duration, percent } from '../format'
import { common } from './common'

const { learners } = common

/** Many titles say their kind themselves: “Try It: Fold a strip”. */
const named = (kind: string, title: string) =>
  title.toLowerCase().includes(kind.toLowerCase()) ? `“${title}”` : `${kind} “${title}”`

/** A course and its sections. */
export const course = {
  mostSkipped: 'Most skipped',
  findingSkips: (kind: string, title: string, skipped: number, known: number, unknown: number, rate: number) => ({
    subject: named(kind, title),
    figure: `${count(skipped)} of ${learners(known)}`.replaceAll(' ', '\u00a0'),
    rest: `who got there${unknown > 0 ? ' and can be judged' : ''} (${percent(rate)})`,
  }),
  findingSplit: (jumped: number, rushed: number, unknown: number) =>
    `${count(jumped)} jumped past it, ${count(rushed)} rushed through in seconds.`
    + (unknown > 0 ? ` ${count(unknown)} more opened it and left no sign of when they stopped; they are not counted.` : ''),
  findingNone: 'Nobody skips a Try It or Think About.',
  findingNoneDetail: (known: number) => `Of all that ${learners(known)} reached, each was done.`,
  findingNothing: 'No Try It or Think About can be judged yet.',
  findingNothingDetail: 'The course has none, or fewer than 5 learners have got to one.',
  longest: 'Longest',
  findingLongest: (kind: string, title: string, median: number, opened: number) =>
    ({ subject: named(kind, title), figure: `median ${duration(median)} of ${learners(opened)}` }),

  ribbon: 'Course ribbon',
  ribbonLead: 'Up: time on the section (median, with the middle half as a line). Down: share that skips a Try It or Think About.',
  time: 'Time',
  skips: 'Skips',
  sectionLabel: (position: number, all: number, kind: string, title: string) => `${position} of ${all}, ${kind}: ${title}`,
  medianOf: (median: number, opened: number) => `Median ${duration(median)} of ${learners(opened)} who opened it`,
  middleHalf: (q25: number, q75: number) => `middle half ${duration(q25)} to ${duration(q75)}`,
  openEnded: (open: number, visits: number) =>
    open === 0 ? `the end of all ${count(visits)} visits was seen`
      : `${count(open)} of ${count(visits)} visits (${percent(open / visits)}) ended unseen: their true time may be longer`,
  skippedOf: (skipped: number, known: number, rate: number) =>
    `${count(skipped)} of ${learners(known)} skipped it (${percent(rate)})`,
  splitOf: (jumped: number, rushed: number) => `${count(jumped)} jumped, ${count(rushed)} rushed`,
  unknownOf: (n: number) => `${count(n)} unknown, not counted`,
  deferredOf: (n: number) => `${count(n)} came back later`,
  reachedOf: (reached: number, all: number) => `${count(reached)} of ${learners(all)} got here`,
  heldBack: 'Fewer than 5 learners: figures are held back.',
  timeHeldBack: 'Fewer than 5 learners opened it: times are held back.',
  noRate: 'No outcome known yet',
  noTime: 'Nobody opened it',

  practice: 'Try It and Think About',
  practiceLead: 'Of the learners who got there and whose outcome is known. Unknown stands apart.',
  skipped: 'skipped',

  table: 'All figures',
  tableScroll: 'All figures, scrollable',
  columns: {
    position: '#', section: 'Section', reached: 'Reached', engaged: 'Engaged', deferred: 'Deferred', rushed: 'Rushed',
    jumped: 'Jumped', unknown: 'Unknown', rate: 'Skip rate', q25: 'Q25', median: 'Median', q75: 'Q75', open: 'Open-ended',
  },
  columnGroups: { learners: 'Learners', time: 'Time of those who opened it', visits: 'Visits' },

  measured: 'What the words mean',
  terms: [
    ['Reached', 'has done something in this section or a later one, or completed the course.'],
    ['Engaged', 'answered, or stayed at least 10 s and 15 % of the expected time.'],
    ['Deferred', 'engaged, but only after having gone on to a later section first.'],
    ['Rushed', 'opened it and was gone before that time.'],
    ['Jumped', 'never opened it, although something later was.'],
    ['Unknown', 'opened it and left no sign of when they stopped. In no rate.'],
    ['Skip rate', 'jumped and rushed, of engaged, deferred, rushed and jumped.'],
    ['Q25, median, Q75', 'a quarter, half and three quarters of those who opened it took no longer than this.'],
    ['Open-ended', 'a visit whose end nobody saw; its time is the least it can have been.'],
    ['Most skipped', 'highest skip rate that is sure: the lower end of its 95 % interval, so that 3 of 5 does not beat 300 of 600.'],
  ] as const,
}
