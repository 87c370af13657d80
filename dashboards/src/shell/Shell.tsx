import { ComparePage } from '../compare/ComparePage'
import { CoursePage } from '../course/CoursePage'
import { CoursesPage } from '../courses/CoursesPage'
import { LearnerPage } from '../learner/LearnerPage'
import { LearnersPage } from '../learners/LearnersPage'
import { OperationsPage } from '../operations/OperationsPage'
import { OutcomesPage } from '../outcomes/OutcomesPage'
import { QualityPage } from '../quality/QualityPage'
import { SectionPage } from '../section/SectionPage'
import { SignInPage } from '../signin/SignInPage'
import { StartPage } from '../signin/StartPage'
import { SkipsPage } from '../skips/SkipsPage'
import { text } from '../text'
import { TodayPage } from '../today/TodayPage'
import { WaitingPage } from '../waiting/WaitingPage'
import { Home } from './Home'
import { Message } from './Message'
import { useRoute, type Route } from './route'

export function Shell() {
  const route = useRoute()
  return (
    <>
      <a class="skip-link" href="#content">{route.page === 'sign-in' || route.page === 'start' ? text.skipToForm : text.skipToContent}</a>
      <Page {...route} />
    </>
  )
}

function Page({ page, query }: Route) {
  const of = (name: string) => query.get(name) ?? ''
  switch (page) {
    case 'courses': return query.has('all') ? <CoursesPage /> : <Home />
    case 'course': if (of('id')) return <CoursePage key={of('id')} id={of('id')} />; break
    case 'section': if (of('course') && of('id')) return <SectionPage key={of('course') + of('id')} course={of('course')} id={of('id')} />; break
    case 'skips': if (of('course')) return <SkipsPage course={of('course')} kind={of('kind')} order={of('order')} />; break
    case 'compare': if (of('course')) return <ComparePage course={of('course')} mode={of('mode')} kind={of('kind')} />; break
    case 'quality': if (of('course')) return <QualityPage course={of('course')} />; break
    case 'today': return <TodayPage course={of('course')} withSnoozed={query.has('snoozed')} />
    case 'waiting': return <WaitingPage course={of('course')} after={of('after')} />
    case 'learners': return <LearnersPage course={of('course')} after={of('after')} />
    case 'learner': if (of('course') && of('id')) return <LearnerPage key={of('course') + of('id')} course={of('course')} id={of('id')} section={of('section')} />; break
    case 'outcomes': return <OutcomesPage />
    case 'operations': return <OperationsPage />
    case 'sign-in': return <SignInPage />
    case 'start': return <StartPage />
  }
  return (
    <main id="content" class="page">
      <Message title={text.noPage}><a href="/">{text.allCourses}</a></Message>
    </main>
  )
}
