import { useEffect, useState } from 'preact/hooks'
import type { CourseSections } from '../api/answers'
import { useLive } from '../api/live'
import { Message } from '../shell/Message'
import { Skeleton } from '../shell/Skeleton'
import { Stale } from '../shell/Stale'
import { TopBar } from '../shell/TopBar'
import { text } from '../text'
import { CourseHeader } from './CourseHeader'
import { Detail } from './Detail'
import { FigureTable } from './FigureTable'
import { Finding } from './Finding'
import { mostSkipped } from './findings'
import { Practice } from './Practice'
import { Ribbon } from './Ribbon'
import { Terms } from './Terms'

/** One course: what is skipped, where the time goes, and every figure behind it. */
export function CoursePage({ id }: { id: string }) {
  const live = useLive<CourseSections>(`/api/sections?course=${encodeURIComponent(id)}`)
  const [chosen, setChosen] = useState<string | null>(null)
  const title = live.data?.course.title

  useEffect(() => { document.title = title ? `${title} · ${text.product}` : text.product }, [title])

  return (
    <>
      <TopBar live={live}><nav class="crumbs"><a href="/?all">{text.allCourses}</a></nav></TopBar>
      <main id="content" class="page">
        <Stale live={live} />
        {!live.data && !live.problem && <Skeleton />}
        {!live.data && live.problem && <Message title={live.problem.title} tone="alarm">{live.problem.detail}</Message>}
        {live.data && <Figures {...live.data} chosen={chosen} onChoose={setChosen} />}
      </main>
    </>
  )
}

function Figures({ course, sections, chosen, onChoose }: CourseSections & {
  chosen: string | null
  onChoose: (id: string) => void
}) {
  const worst = mostSkipped(sections)
  const shown = sections.find(s => s.id === chosen) ?? worst ?? sections[0]
  return (
    <>
      <CourseHeader course={course} />
      {!shown ? <Message title={text.noSections}>{text.noSectionsDetail}</Message> : (
        <>
          <Finding sections={sections} />
          <Ribbon sections={sections} shown={shown} onChoose={onChoose} />
          <Detail section={shown} learners={course.learners} />
          <Practice sections={sections} />
          <FigureTable sections={sections} />
          <Terms />
        </>
      )}
    </>
  )
}
