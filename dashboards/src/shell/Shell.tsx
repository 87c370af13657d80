import { CoursePage } from '../course/CoursePage'
import { CoursesPage } from '../courses/CoursesPage'
import { text } from '../text'
import { Message } from './Message'
import { useRoute } from './route'

export function Shell() {
  const route = useRoute()
  return (
    <>
      <a class="skip-link" href="#content">{text.skipToContent}</a>
      {route.page === 'courses' && <CoursesPage />}
      {route.page === 'course' && <CoursePage key={route.id} id={route.id} />}
      {route.page === 'none' && (
        <main id="content" class="page">
          <Message title={text.noPage}><a href="/">{text.allCourses}</a></Message>
        </main>
      )}
    </>
  )
}
