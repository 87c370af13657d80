import type { Section } from '../api/answers'
import { clock, count, duration, percent } from '../format'
import { text } from '../text'
import { isPractice } from './findings'
import { KindMark } from './KindMark'
import { part, timeScale } from './scale'
import { spoken } from './spoken'

/**
 * The course from left to right: what rises is time, what hangs is skipping. Columns are equally wide, so that a Try It
 * everybody rushes is as easy to hit as a long one. On a phone it lies on its side.
 * Plain elements and no chart library: each section stays a button that keeps focus while numbers move, and the libraries
 * looked at (Observable Plot) write style elements into the page, which its security policy forbids.
 */
export function Ribbon({ sections, shown, onChoose }: {
  sections: Section[]
  shown: Section
  onChoose: (id: string) => void
}) {
  const { top, ticks } = timeScale(sections)
  const kinds = [...new Set(sections.map(s => s.kind))]
  return (
    <section class="ribbon-card" aria-labelledby="ribbon-title">
      <div class="card-head">
        <h2 id="ribbon-title">{text.ribbon}</h2>
        <ul class="legend">
          {kinds.map(kind => <li key={kind}><KindMark kind={kind} />{text.kinds[kind]}</li>)}
          <li class="legend-gap"><i class="swatch out-jumped" />{text.outcomes.jumped}</li>
          <li><i class="swatch out-rushed" />{text.outcomes.rushed}</li>
        </ul>
      </div>
      <p class="lead">{text.ribbonLead}</p>
      <div class="ribbon-scroll">
        <div class="ribbon" style={{ '--columns': String(sections.length) }}>
          <div class="axis" aria-hidden="true">
            <span class="axis-name">{text.time}</span>
            {ticks.map(t => <span key={t} class="tick" style={{ '--at': part(t, top) }}><span>{duration(t)}</span></span>)}
          </div>
          {sections.some(isPractice) && <span class="axis-name axis-skips" aria-hidden="true">{text.skips}</span>}
          <ol onKeyDown={moveFocus}>
            {sections.map(s => (
              <Column key={s.id} section={s} all={sections.length} top={top} isShown={s.id === shown.id} onChoose={onChoose} />
            ))}
          </ol>
        </div>
      </div>
    </section>
  )
}

function Column({ section: s, all, top, isShown, onChoose }: {
  section: Section
  all: number
  top: number
  isShown: boolean
  onChoose: (id: string) => void
}) {
  const choose = () => onChoose(s.id)
  return (
    <li>
      <button type="button" class={`column kind-${s.kind}`} aria-current={isShown}
        data-section={s.id} onClick={choose} onFocus={choose} onMouseEnter={choose}>
        <span class="spoken">{spoken(s, all)}</span>
        <span class="rise" aria-hidden="true">
          {s.median_seconds !== null && <span class="bar" style={{ '--size': part(s.median_seconds, top) }} />}
          {s.q25_seconds !== null && s.q75_seconds !== null && (
            <span class="quartiles" style={{
              '--from': part(s.q25_seconds, top),
              '--size': part(Math.max(0, Math.min(s.q75_seconds, top) - s.q25_seconds), top),
            }} />
          )}
          <span class="rise-figure">
            <span class="roomy">{s.median_seconds === null ? '–' : duration(s.median_seconds)}</span>
            <span class="tight">{s.median_seconds === null ? '–' : clock(s.median_seconds)}</span>
          </span>
        </span>
        <span class="name" aria-hidden="true"><KindMark kind={s.kind} /><span class="name-number">{s.position}</span><span class="name-text">{s.title}</span></span>
        <span class="fall" aria-hidden="true">{isPractice(s) && <Pit section={s} />}</span>
      </button>
    </li>
  )
}

function Pit({ section: s }: { section: Section }) {
  if (s.skip_rate === null) return <span class="pit-figure"><span>{s.suppressed ? text.few : text.nobody}</span></span>
  return (
    <>
      <span class="pit">
        <span class="out-jumped" style={{ '--size': part(s.jumped!, s.known!) }} />
        <span class="out-rushed" style={{ '--size': part(s.rushed!, s.known!) }} />
      </span>
      <span class="pit-figure">
        <b>{percent(s.skip_rate)}</b> <span>{count(s.skipped!)}/<wbr />{count(s.known!)}</span>
      </span>
    </>
  )
}

function moveFocus(event: KeyboardEvent) {
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
  const list = event.currentTarget as HTMLElement
  const columns = [...list.querySelectorAll<HTMLElement>('button')]
  const at = columns.indexOf(document.activeElement as HTMLElement)
  const next = event.key === 'Home' ? columns[0] : event.key === 'End' ? columns.at(-1) : step ? columns[at + step] : undefined
  if (!next || at < 0) return
  event.preventDefault()
  next.focus()
}
