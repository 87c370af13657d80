import { CoursePage } from '../course/CoursePage'
import { CoursesPage } from '../courses/CoursesPage'
import { SignInPage } from '../signin/SignInPage'
import { StartPage } from '../signin/StartPage'
import { text } from '../text'
import { Message } from './Message'
import { useRoute } from './route'

export function Shell() {
  const route = useRoute()
  return (
    <>
      <a class="skip-link" href="#content">{route.page === 'sign-in' || route.page === 'start' ? text.skipToForm : text.skipToContent}</a>
      {route.page === 'courses' && <CoursesPage />}
      {route.page === 'course' && <CoursePage key={route.id} id={route.id} />}
      {route.page === 'sign-in' && <SignInPage />}
      {route.page === 'start' && <StartPage />}
      {route.page === 'none' && (
        <main id="content" class="page">
          <Message title={text.noPage}><a href="/">{text.allCourses}</a></Message>
        </main>
      )}
    </>
  )
}
