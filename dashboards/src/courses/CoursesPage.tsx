import { useEffect } from 'preact/hooks'
import type { Course, CourseList } from '../api/answers'
import { useLive } from '../api/live'
import { CoursesUrl } from '../api/urls'
import { moment } from '../format'
import { LivePage } from '../shell/LivePage'
import { Message } from '../shell/Message'
import { courseHref, go } from '../shell/route'
import { text } from '../text'

/** All courses; where there is only one, that one's page instead. */
export function CoursesPage() {
  const live = useLive<CourseList>(CoursesUrl)
  const courses = live.data?.courses
  // `?all` is the way back here from the one course's page.
  const only = courses?.length === 1 && !location.search.includes('all') ? courses[0] : undefined

  useEffect(() => { if (only) go(courseHref(only.id), true) }, [only?.id])

  return (
    <LivePage live={live}>
      {({ courses }) => courses.length === 0 ? <Message title={text.noCourses}>{text.noCoursesDetail}</Message> : !only && (
        <>
          <h1 class="page-title">{text.courses}</h1>
          <ul class="course-list">{courses.map(course => <CourseRow key={course.id} course={course} />)}</ul>
        </>
      )}
    </LivePage>
  )
}

function CourseRow({ course }: { course: Course }) {
  return (
    <li>
      <a href={courseHref(course.id)}>
        <span class="course-name">{course.title}</span>
        {course.is_inferred && <span class="mark" title={text.inferredHint}>{text.inferred}</span>}
        <span class="facts">
          <span>{course.learners === null ? text.fewLearners : text.learners(course.learners)}</span>
          <span>{text.sections(course.sections)}</span>
          {course.statements !== null && <span>{text.statements(course.statements)}</span>}
          {course.as_of && <time dateTime={course.as_of}>{text.asOf(moment(new Date(course.as_of), new Date()))}</time>}
        </span>
      </a>
    </li>
  )
}
