import type { Course } from '../api/answers'
import { moment } from '../format'
import { text } from '../text'

export function CourseHeader({ course }: { course: Course }) {
  return (
    <div class="course-header">
      <h1 class="page-title">{course.title}</h1>
      <p class="facts">
        <span>{course.learners === null ? text.fewLearners : text.learners(course.learners)}</span>
        <span>{text.sections(course.sections)}</span>
        {course.statements !== null && <span>{text.statements(course.statements)}</span>}
        {course.as_of && <time dateTime={course.as_of}>{text.asOf(moment(new Date(course.as_of), new Date()))}</time>}
        {course.is_inferred && <span class="mark" title={text.inferredHint}>{text.inferred}</span>}
      </p>
      {course.is_inferred && <p class="note">{text.inferredHint}</p>}
    </div>
  )
}
