import { useEffect } from 'preact/hooks'
import type { Viewer } from '../api/answers'
import { useLive } from '../api/live'
import { CoursesPage } from '../courses/CoursesPage'
import { LivePage } from './LivePage'
import { go } from './route'

/** Where each begins: a designer with the courses, a facilitator with the learners to write to, an operator with what runs. */
export function Home() {
  const live = useLive<Viewer>('/api/viewer', 60_000)
  const roles = live.data?.roles
  const elsewhere = !roles || roles.includes('designer') ? null : roles.includes('facilitator') ? '/today' : roles.includes('operator') ? '/operations' : null
  useEffect(() => { if (elsewhere) go(elsewhere, true) }, [elsewhere])
  return roles && !elsewhere ? <CoursesPage /> : <LivePage live={live}>{() => null}</LivePage>
}
