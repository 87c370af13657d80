import { useState } from 'preact/hooks'
import type { CourseSections } from '../api/answers'
import { useLive } from '../api/live'
import { sectionsUrl } from '../api/urls'
import { LivePage } from '../shell/LivePage'
import { Message } from '../shell/Message'
import { text } from '../text'
import { CourseHeader } from './CourseHeader'
import { CourseTabs } from './CourseTabs'
import { Detail } from './Detail'
import { FigureTable } from './FigureTable'
import { Finding } from './Finding'
import { mostSkipped } from './findings'
import { Practice } from './Practice'
import { Ribbon } from './Ribbon'
import { Terms } from './Terms'

/** One course: what is skipped, where the time goes, and every figure behind it. */
export function CoursePage({ id }: { id: string }) {
  const live = useLive<CourseSections>(sectionsUrl(id))
  const [chosen, setChosen] = useState<string | null>(null)
  return (
    <LivePage live={live} title={live.data?.course.title}>
      {data => <Figures {...data} chosen={chosen} onChoose={setChosen} />}
    </LivePage>
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
      <CourseTabs course={course.id} />
      <CourseHeader course={course} />
      {!shown ? <Message title={text.noSections}>{text.noSectionsDetail}</Message> : (
        <>
          <Finding course={course.id} sections={sections} />
          <Ribbon sections={sections} shown={shown} onChoose={onChoose} />
          <Detail section={shown} course={course} />
          <Practice course={course.id} sections={sections} />
          <FigureTable course={course.id} sections={sections} />
          <Terms />
        </>
      )}
    </>
  )
}
