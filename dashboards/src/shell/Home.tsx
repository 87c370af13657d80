import { useEffect } from 'preact/hooks'
import type { Viewer } from '../api/answers'
import { useLive } from '../api/live'
import { ViewerUrl } from '../api/urls'
import { CoursesPage } from '../courses/CoursesPage'
import { beginningOf } from './beginning'
import { LivePage } from './LivePage'
import { go } from './route'

/** Leads each to where they begin. */
export function Home() {
  const live = useLive<Viewer>(ViewerUrl, 60_000)
  const beginning = live.data && beginningOf(live.data.roles)
  useEffect(() => { if (beginning && beginning !== '/') go(beginning, true) }, [beginning])
  return beginning === '/' ? <CoursesPage /> : <LivePage live={live}>{() => null}</LivePage>
}
