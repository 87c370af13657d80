/** What the API answers. A null figure is held back (see the flags) or has nobody behind it. */

export type Kind =
  | 'content' | 'resource' | 'try-it' | 'think-about' | 'discussion' | 'assessment' | 'artifact' | 'other'

export interface Course {
  id: string
  title: string
  learners: number | null
  statements: number | null
  sections: number
  is_inferred: boolean
  /** ISO 8601, or null where nothing was computed yet. */
  as_of: string | null
  suppressed: boolean
}

export interface Section {
  id: string
  position: number
  kind: Kind
  title: string
  reached: number | null
  engaged: number | null
  deferred: number | null
  rushed: number | null
  jumped: number | null
  unknown: number | null
  skipped: number | null
  known: number | null
  skip_rate: number | null
  opened: number | null
  q25_seconds: number | null
  median_seconds: number | null
  q75_seconds: number | null
  visits: number | null
  open_visits: number | null
  suppressed: boolean
  time_suppressed: boolean
}

export interface CourseList { courses: Course[] }
export interface CourseSections { course: Course; sections: Section[] }
export interface Viewer {
  name: string
  roles: ('facilitator' | 'designer' | 'operator')[]
  /** IANA; null for an API key. */
  time_zone: string | null
  can_sign_out: boolean
}
/** Name of the provider to sign in with; null: there is none. */
export interface SignInWays { provider: string | null }
export interface Problem { title?: string; detail?: string; status?: number }
