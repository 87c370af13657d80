import type { SectionReport } from '../api/answers'
import { Share } from '../figures/Share'
import { sectionHref } from '../shell/route'
import { text } from '../text'

const t = text.designer

/** Where they went from here. */
export function Next({ report: { next }, course }: { report: SectionReport; course: string }) {
  if (next.length === 0) return null
  const name = (place: SectionReport['next'][number]) =>
    place.place === 'section' ? <a href={sectionHref(course, place.section)}>{place.title}</a> : place.place === 'elsewhere' ? t.elsewhere : t.nowhere
  return (
    <section class="block" aria-labelledby="went-on">
      <h2 id="went-on">{t.wentOn}</h2>
      <p class="lead">{t.wentOnLead}</p>
      <ul class="share-list">
        {next.map(place => (
          <li key={place.place + place.section}>
            <span>{name(place)}</span><Share of={place.share} /><b>{t.placeOf(place.learners, place.share)}</b>
          </li>
        ))}
      </ul>
    </section>
  )
}
