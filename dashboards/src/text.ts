import { count, duration, percent } from './format'
import type { Kind } from './api/answers'

/** Many titles say their kind themselves: “Try It: Fold a strip”. */
const named = (kind: string, title: string) =>
  title.toLowerCase().includes(kind.toLowerCase()) ? `“${title}”` : `${kind} “${title}”`

const learners = (n: number) => (n === 1 ? '1 learner' : `${count(n)} learners`)

/** Every word of the pages. */
export const text = {
  product: 'Engagement',
  skipToContent: 'Skip to the figures',
  courses: 'Courses',
  allCourses: 'All courses',
  kinds: {
    'content': 'Content', 'resource': 'Resource', 'try-it': 'Try It', 'think-about': 'Think About',
    'discussion': 'Discussion', 'assessment': 'Assessment', 'artifact': 'Artifact', 'other': 'Other',
  } satisfies Record<Kind, string>,
  outcomes: {
    engaged: 'Engaged', deferred: 'Deferred', unknown: 'Unknown', rushed: 'Rushed', jumped: 'Jumped',
  },
  learners,
  sections: (n: number) => (n === 1 ? '1 section' : `${count(n)} sections`),
  statements: (n: number) => (n === 1 ? '1 statement' : `${count(n)} statements`),
  of: (n: number, all: number) => `${count(n)} of ${count(all)}`,
  fewLearners: 'fewer than 5 learners',
  few: 'fewer than 5',
  nobody: 'nobody yet',
  inferred: 'Outline inferred',
  inferredHint: 'No outline was declared for this course. Sections, their order and kinds were drafted from what learners did.',
  asOf: (when: string) => `as of ${when}`,
  live: 'Live',
  connecting: 'Connecting',
  away: 'Disconnected',
  staleTitle: 'These figures no longer move.',
  staleSince: (when: string) => `Last answer at ${when}. The page keeps asking and goes on by itself.`,
  serverSaid: (status: number) => `The server answered ${status}`,
  noAnswer: 'The server does not answer',
  noAnswerDetail: 'Is the program still running? The page keeps asking and goes on by itself.',
  loading: 'Loading figures',
  noCourses: 'No courses yet',
  noCoursesDetail: 'A course appears here by itself as soon as the first learner events of it have been computed.',
  noSections: 'No sections yet',
  noSectionsDetail: 'The course is known, but nobody has opened a section of it. This page fills by itself.',
  noPage: 'There is no such page',

  skipToForm: 'Skip to the form',
  signIn: 'Sign in',
  signInWith: (provider: string) => `Sign in with ${provider}`,
  or: 'or',
  signOut: 'Sign out',
  signedInAs: 'Signed in as',
  userName: 'User name',
  password: 'Password',
  passwordAgain: 'Password again',
  passwordHint: 'At least 12 characters. A few words that do not belong together are easy to remember.',
  passwordsDiffer: 'The two passwords differ',
  choosePassword: 'Choose a password',
  setPassword: 'Set it and sign in',
  firstAccount: 'Make the first account',
  firstAccountLead: 'It may see and do everything. The link that led here is good once.',
  makeAccount: 'Make it and sign in',
  oneMoment: 'One moment …',
  noCode: 'A link is missing',
  noCodeDetail: 'This page is opened by a one-time link. Whoever runs the program can print one.',
  providerRefused: 'That did not work',
  providerRefusedDetail: 'The provider did not say who you are, or there is no account of that name here.',

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
