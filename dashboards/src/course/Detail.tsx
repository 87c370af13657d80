import type { Course, Section } from '../api/answers'
import { sectionHref } from '../shell/route'
import { text } from '../text'
import { KindMark } from './KindMark'
import { Outcomes } from './Outcomes'

/** The section of the ribbon under the pointer or focus. Its words are also in the focused section's label. */
export function Detail({ section: s, course }: { section: Section; course: Course }) {
  const { learners } = course
  return (
    <section class="detail" aria-labelledby="detail-title">
      <header>
        <p class="detail-kind"><KindMark kind={s.kind} />{text.kinds[s.kind]}</p>
        <h3 id="detail-title">{s.title}</h3>
        {s.reached !== null && learners !== null && <p class="note">{text.reachedOf(s.reached, learners)}</p>}
        <p class="note"><a href={sectionHref(course.id, s.id)}>{text.designer.openSection}</a></p>
      </header>
      <div class="detail-outcomes">
        {s.suppressed ? <p class="note">{text.heldBack}</p> : (
          <>
            <p class="detail-say">
              {s.skip_rate === null ? text.noRate : text.skippedOf(s.skipped!, s.known!, s.skip_rate)}
            </p>
            <Outcomes section={s} hasLegend />
          </>
        )}
      </div>
      <div class="detail-time">
        {s.time_suppressed ? <p class="note">{text.timeHeldBack}</p>
          : s.median_seconds === null ? <p class="note">{text.noTime}</p> : (
            <>
              <p class="detail-say">{text.medianOf(s.median_seconds, s.opened!)}</p>
              <p class="note">{text.middleHalf(s.q25_seconds!, s.q75_seconds!)}</p>
              {s.visits !== null && s.visits > 0 && <p class="note">{text.openEnded(s.open_visits!, s.visits)}</p>}
            </>
          )}
      </div>
    </section>
  )
}
