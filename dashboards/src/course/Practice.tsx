import type { Section } from '../api/answers'
import { sectionHref } from '../shell/route'
import { text } from '../text'
import { isPractice } from './findings'
import { KindMark } from './KindMark'
import { Outcomes } from './Outcomes'

/** Each Try It and Think About in course order, with what became of the learners who got there. */
export function Practice({ course, sections }: { course: string; sections: Section[] }) {
  const practice = sections.filter(isPractice)
  if (practice.length === 0) return null
  return (
    <section class="practice" aria-labelledby="practice-title">
      <div class="card-head">
        <h2 id="practice-title">{text.practice}</h2>
        <ul class="legend">
          {(['engaged', 'deferred', 'rushed', 'jumped', 'unknown'] as const).map(o => (
            <li key={o}><i class={`swatch out-${o}`} />{text.outcomes[o]}</li>
          ))}
        </ul>
      </div>
      <p class="lead">{text.practiceLead}</p>
      <ul class="practice-list">{practice.map(s => <Row key={s.id} course={course} section={s} />)}</ul>
    </section>
  )
}

function Row({ course, section: s }: { course: string; section: Section }) {
  return (
    <li>
      <p class="practice-name"><KindMark kind={s.kind} /><a href={sectionHref(course, s.id)}>{s.title}</a></p>
      {s.suppressed ? <p class="note">{text.heldBack}</p>
        : s.reached === 0 ? <p class="note">{text.nobody}</p> : (
          <>
            <Outcomes section={s} />
            <p class="practice-say">
              <b>{s.skip_rate === null ? text.noRate : text.skippedOf(s.skipped!, s.known!, s.skip_rate)}</b>
              <span class="dotted">
                {s.skip_rate !== null && <span>{text.splitOf(s.jumped!, s.rushed!)}</span>}
                {s.deferred! > 0 && <span>{text.deferredOf(s.deferred!)}</span>}
                {s.unknown! > 0 && <span>{text.unknownOf(s.unknown!)}</span>}
              </span>
            </p>
          </>
        )}
    </li>
  )
}
