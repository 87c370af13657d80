import type { Alert } from '../api/answers'
import { count, percent } from '../format'
import { common } from './common'

const things = { feedback: ['submission', 'submissions'], help: ['question', 'questions'] } as const
const share = (part: number, all: number) => (all === 0 ? '–' : `${count(part)} of ${count(all)} (${percent(part / all)})`)
const ago = (long: string) => (long === common.ago.now ? 'just now' : `${long} ago`)

/** For who looks after learners. */
export const facilitator = {
  today: 'Today',
  todayLead: 'Whom to write to, most urgent first.',
  waiting: 'Waiting',
  waitingLead: 'Submissions and questions that nobody has answered yet, oldest first.',
  myLearners: 'Learners',
  myLearnersLead: 'Everybody you look after, those most likely to give up first.',
  howAmIDoing: 'How am I doing?',
  unnamed: (pseudonym: string) => `Learner ${pseudonym.slice(0, 8)}`,

  causes: {
    'help-waits': 'Question unanswered', 'feedback-waits': 'Feedback overdue', 'risk': 'About to give up', 'never-started': 'Never started',
  } satisfies Record<Alert['cause'], string>,
  situations: { 'never-started': 'never started', 'drifting': 'drifting away', 'stalled': 'stuck', 'on-track': 'on track' } as Record<string, string>,
  states: {
    open: 'open', acknowledged: 'taken', contacted: 'contacted', resolved: 'resolved', returned: 'came back', dismissed: 'dismissed as not useful',
  } satisfies Record<Alert['state'], string>,
  changes: {
    raised: 'Raised', acknowledged: 'Taken', contacted: 'Contacted', snoozed: 'Put off', resolved: 'Resolved', returned: 'Came back', dismissed: 'Dismissed as not useful',
  },
  by: { me: 'by you', person: 'by a colleague', product: '' },
  until: (when: string) => `until ${when}`,
  probability: (p: number) => `${percent(p)} likely to give up within 14 days`,
  waitsSince: (long: string) => `waits ${long}`,
  raisedAgo: (long: string) => `raised ${ago(long)}, by what was known then`,
  mine: 'Yours',
  taken: 'A colleague has it',
  nextStep: 'Next step',
  toWriteTo: (n: number) => (n === 1 ? '1 learner to write to' : `${count(n)} learners to write to`),
  more: (n: number) => `and more: these are the first ${count(n)}`,
  course: 'Course',
  anyCourse: 'All courses',
  showSnoozed: 'Show those put off, too',

  actions: { acknowledge: 'Take it', contact: 'Contacted …', snooze: 'Tomorrow', dismiss: 'Not useful', resolve: 'Resolved', open: 'Open' },
  keys: {
    title: 'Keys', next: 'next learner', previous: 'previous learner', acknowledge: 'take it', contact: 'contacted, with a note',
    snooze: 'put off until tomorrow', dismiss: 'not useful', resolve: 'resolved', open: 'open the learner’s page',
  },
  note: 'Note, for whoever looks after this learner (may stay empty)',
  save: 'Save',
  cancel: 'Cancel',
  done: {
    acknowledged: (who: string) => `${who}: it is yours now.`, contacted: (who: string) => `${who}: contacted.`, snoozed: (who: string) => `${who}: put off until tomorrow.`,
    dismissed: (who: string) => `${who}: dismissed. Such alerts are learnt from.`, resolved: (who: string) => `${who}: resolved.`,
  },
  pending: (who: string) => `${who}: written down. It takes effect as soon as the alerts’ worker is back.`,
  cameBack: (who: string) => `${who} came back by themselves. Their alert is closed.`,
  gone: (who: string) => `The alert on ${who} is closed.`,
  nobodyToday: 'Nobody to write to',
  nobodyTodayDetail: 'No alert is open. Whoever needs you will appear here by themselves.',
  nothingWaits: 'Nothing waits',
  nothingWaitsDetail: 'Every submission and question has been answered.',
  noLearners: 'No learners yet',
  noLearnersDetail: 'Nobody is in your care. Learners appear here as soon as the roster names you for them.',

  what: { feedback: 'Submission', help: 'Question' } as Record<string, string>,
  waitingColumns: { learner: 'Learner', what: 'What', section: 'Section', course: 'Course', since: 'Since', long: 'Waits' },
  learnerColumns: { learner: 'Learner', situation: 'Situation', risk: 'Place', reasons: 'Why', last: 'Last seen', cohort: 'Cohort' },
  placeOf: (place: number, of: number) => `${place} of ${of}`,
  completed: (when: string) => `completed ${when}`,
  withdrawn: (when: string) => `left ${when}`,
  lastSeen: (long: string) => `last seen ${ago(long)}`,
  never: 'never',
  notScored: 'not scored',

  timeline: 'Timeline',
  timelineLead: 'Each circle is a visit, the larger the longer; from left to right goes the time, so a gap is as wide as it was long.',
  timelineOf: (visits: number, days: number) => `${count(visits)} visits over ${count(days)} days`,
  sectionList: 'Sections',
  visit: 'visit',
  openVisit: 'visit whose end nobody saw',
  statuses: {
    'not-reached': 'not reached', 'engaged': 'engaged', 'deferred': 'deferred', 'unknown': 'unknown', 'rushed': 'rushed', 'jumped': 'jumped',
  } as Record<string, string>,
  sectionColumns: { position: '#', section: 'Section', status: 'Status', time: 'Time', visits: 'Visits', responses: 'Responses', first: 'First', last: 'Last', why: '' },
  atLeast: (long: string) => `≥\u00a0${long}`,
  why: 'Why?',
  whyOf: (section: string) => `Why is that so: ${section}`,
  explanation: 'Where these numbers come from',
  lineColumns: { at: 'At', statement: 'Statement', gap: 'Gap after', cutOff: 'Counts up to', counted: 'Counted', why: 'Because' },
  pendingNumbers: 'Newer statements have come that are not in these numbers yet.',
  askColumns: { what: 'What', section: 'Section', made: 'Made', answered: 'Answered after' },
  asks: 'Submissions and questions',
  stillWaiting: 'still waiting',
  noAnswerEver: 'no answer',
  alertHistory: 'Alerts',
  noAlerts: 'There has been no alert on this learner.',
  noSuchSection: 'The learner has nothing in this section.',
  close: 'Close',
  noneYet: 'none yet',

  answered: 'Answered within a day',
  answeredLead: 'Of what learners handed in or asked in the 90 days before yesterday.',
  answeredOf: (what: string, within: number, made: number) => {
    const [one, many] = things[what as keyof typeof things]
    return `${share(within, made)} ${made === 1 ? one : many}`
  },
  answeredRest: (unanswered: number, hours: number | null) =>
    [unanswered === 0 ? 'none is without an answer' : `${count(unanswered)} without an answer`, hours === null ? '' : `half of the answers came within ${count(Math.round(hours))} h`]
      .filter(Boolean).join('; '),
  nothingMade: 'Nothing was handed in or asked in that time.',
  returned: 'Came back',
  returnedLead: 'Of alerts on learners about to give up or who never started, raised in the 90 days before the last 14, so that each had time to come back.',
  returnedRows: { contacted: 'You or a colleague wrote', notContacted: 'Nobody wrote', heldBack: 'Held back by lot, shown to nobody' },
  returnedOf: share,
  heldBackFew: 'fewer than 5: not told',
  heldBackWhy: 'A few alerts are held back by lot, so that one can see whether writing makes the difference. Whom they were about is shown to nobody.',
  returnedCaution: 'Who is written to is no random choice: only the comparison with those held back tells what writing does, and only once both numbers are large.',
}
