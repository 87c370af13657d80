import type { components } from '../../generated/api'

/** What the API answers, as its OpenAPI document (dashboards/openapi.json) says. A null figure is held back (see the flags) or has nobody behind it. */
type Schemas = components['schemas']

export type Kind =
  | 'content' | 'resource' | 'try-it' | 'think-about' | 'discussion' | 'assessment' | 'artifact' | 'other'

export type Course = Schemas['CourseFigures']
export type Section = Omit<Schemas['SectionFigures'], 'kind'> & { kind: Kind }
export interface CourseList { courses: Course[] }
export interface CourseSections { course: Course; sections: Section[] }
/** What the first page shows: for a designer the courses, and what is in the only one. */
export interface Beginning { viewer: Viewer; courses: CourseList | null; only: CourseSections | null }

export type Alert = Schemas['AlertFigures']
export type AlertStep = Schemas['AlertStep']
export type AlertAnswer = Schemas['AlertAnswer']
export type AlertWish = Schemas['ChangeWanted']
export type Learner = Schemas['LearnerFigures']
export type LearnerAnswer = Schemas['LearnerAnswer']
export type LearnerSection = Schemas['LearnerSection']
export type LearnerVisit = Schemas['LearnerVisit']
export type LearnerAsk = Schemas['LearnerAsk']
export type Waiting = Schemas['WaitingFigures']
export type Outcomes = Schemas['OutcomeAnswer']
export type Step = Schemas['StepFigures']
export type RejectedRule = Schemas['RejectedRule']
export type Channel = Schemas['ChannelFigures']
export type Model = Schemas['ModelFigures']
export type Explanation = Schemas['Explanation']

export type SectionReport = Omit<Schemas['SectionReport'], 'section'> & { section: Section }
export type SectionDay = Schemas['SectionDay']
export type Followed = Schemas['FollowedFigures']
export type Group = Schemas['GroupFigures']
export type SkipGroup = Schemas['SkipFigures']
export type SurvivalPoint = Schemas['SurvivalPoint']
export type AnswerTimes = Schemas['AnswerFigures']
export type Community = Schemas['CommunityFigures']
export type CourseVersion = Schemas['CourseVersionFigures']
export type Quality = Schemas['QualityReport']
export type Rejected = Schemas['RejectedBySender']
/** Rows, and what they are worth. */
export interface Rows<T> { as_of: string | null; learners: number | null; suppressed: boolean; items: T[]; next: string | null }

export type Viewer = Omit<Schemas['SignInWho'], 'roles'> & { roles: ('facilitator' | 'designer' | 'operator')[] }
export type SignInWays = Schemas['SignInWays']
export interface Problem { title?: string; detail?: string; status?: number }
