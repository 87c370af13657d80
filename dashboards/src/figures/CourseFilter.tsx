import type { CourseList } from '../api/answers'
import { useLive } from '../api/live'
import { CoursesUrl } from '../api/urls'
import { text } from '../text'
import { Choice } from './Choice'

/** One course or all; in the address. Not there where there is but one. */
export function CourseFilter({ course }: { course: string }) {
  const courses = useLive<CourseList>(CoursesUrl, 60_000).data?.courses ?? []
  if (courses.length < 2) return null
  return <Choice name="course" label={text.facilitator.course} value={course} choices={[['', text.facilitator.anyCourse], ...courses.map(one => [one.id, one.title] as const)]} />
}
