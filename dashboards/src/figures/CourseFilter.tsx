import type { CourseList } from '../api/answers'
import { useLive } from '../api/live'
import { setFilter } from '../shell/route'
import { text } from '../text'

/** One course or all; in the address. Not there where there is but one. */
export function CourseFilter({ course }: { course: string }) {
  const courses = useLive<CourseList>('/api/courses', 60_000).data?.courses ?? []
  if (courses.length < 2) return null
  return (
    <label class="filter">
      {text.facilitator.course}
      <select value={course} onChange={event => setFilter('course', event.currentTarget.value)}>
        <option value="">{text.facilitator.anyCourse}</option>
        {courses.map(one => <option key={one.id} value={one.id}>{one.title}</option>)}
      </select>
    </label>
  )
}
