import type { Section } from '../api/answers'
import { sectionHref } from '../shell/route'
import { text } from '../text'
import { isPractice, longest, mostSkipped } from './findings'

/** The page in a sentence. */
export function Finding({ course, sections }: { course: string; sections: Section[] }) {
  const worst = mostSkipped(sections)
  const long = longest(sections)
  return (
    <section class="findings">
      {worst ? <Skips course={course} section={worst} /> : <NoSkips sections={sections} />}
      {long && <Longest course={course} section={long} />}
    </section>
  )
}

function Skips({ course, section: s }: { course: string; section: Section }) {
  const words = text.findingSkips(text.kinds[s.kind], s.title, s.skipped!, s.known!, s.unknown!, s.skip_rate!)
  return (
    <div class="finding finding-skip">
      <h2><span class="finding-what">{text.mostSkipped}:</span> <a href={sectionHref(course, s.id)}>{words.subject}</a> – <b>{words.figure}</b> {words.rest}</h2>
      <p>{text.findingSplit(s.jumped!, s.rushed!, s.unknown!)}</p>
    </div>
  )
}

function NoSkips({ sections }: { sections: Section[] }) {
  const known = Math.max(0, ...sections.filter(isPractice).map(s => s.known ?? 0))
  return (
    <div class="finding">
      <h2>{known > 0 ? text.findingNone : text.findingNothing}</h2>
      <p>{known > 0 ? text.findingNoneDetail(known) : text.findingNothingDetail}</p>
    </div>
  )
}

function Longest({ course, section: s }: { course: string; section: Section }) {
  const words = text.findingLongest(text.kinds[s.kind], s.title, s.median_seconds!, s.opened!)
  return (
    <p class="finding finding-time">
      <span class="finding-what">{text.longest}:</span> <a href={sectionHref(course, s.id)}>{words.subject}</a> – {words.figure}
    </p>
  )
}
