import type { Section } from '../api/answers'
import { count, duration, percent } from '../format'
import { sectionHref } from '../shell/route'
import { text } from '../text'
import { KindMark } from './KindMark'

const c = text.columns

/** Every figure of the page, and those it has no room for. */
export function FigureTable({ course, sections }: { course: string; sections: Section[] }) {
  return (
    <section class="figures" aria-labelledby="table-title">
      <div class="card-head"><h2 id="table-title">{text.table}</h2></div>
      <div class="table-scroll" role="region" aria-label={text.tableScroll} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <td colSpan={2} /><th colSpan={7} scope="colgroup">{text.columnGroups.learners}</th>
              <th colSpan={3} scope="colgroup">{text.columnGroups.time}</th>
              <th scope="colgroup">{text.columnGroups.visits}</th>
            </tr>
            <tr>
              {Object.entries(c).map(([name, label]) => <th key={name} scope="col" class={`col-${name}`}>{label}</th>)}
            </tr>
          </thead>
          <tbody>{sections.map(s => <Row key={s.id} course={course} section={s} />)}</tbody>
        </table>
      </div>
    </section>
  )
}

function Row({ course, section: s }: { course: string; section: Section }) {
  return (
    <tr data-section={s.id}>
      <td class="col-position">{s.position}</td>
      <th scope="row" class="col-section">
        <span><KindMark kind={s.kind} /><span><a href={sectionHref(course, s.id)}>{s.title}</a> <small>{text.kinds[s.kind]}</small></span></span>
      </th>
      <Count of={s.reached} />
      <Count of={s.engaged} />
      <Count of={s.deferred} />
      <Count of={s.rushed} />
      <Count of={s.jumped} />
      <Count of={s.unknown} />
      <td class="col-rate">
        {s.skip_rate === null ? <Nothing isHeldBack={s.suppressed} />
          : <><b>{percent(s.skip_rate)}</b> <small>{text.of(s.skipped!, s.known!)}</small></>}
      </td>
      <Time of={s.q25_seconds} isHeldBack={s.time_suppressed} />
      <Time of={s.median_seconds} isHeldBack={s.time_suppressed} />
      <Time of={s.q75_seconds} isHeldBack={s.time_suppressed} />
      <td class="col-open">
        {s.visits === null ? <Nothing isHeldBack /> : s.visits === 0 ? <Nothing isHeldBack={false} />
          : <><b>{percent(s.open_visits! / s.visits)}</b> <small>{text.of(s.open_visits!, s.visits)}</small></>}
      </td>
    </tr>
  )
}

const Count = ({ of }: { of: number | null }) =>
  <td class={of === 0 ? 'is-zero' : undefined}>{of === null ? <Nothing isHeldBack /> : count(of)}</td>

const Time = ({ of, isHeldBack }: { of: number | null; isHeldBack: boolean }) =>
  <td>{of === null ? <Nothing isHeldBack={isHeldBack} /> : duration(of)}</td>

const Nothing = ({ isHeldBack }: { isHeldBack: boolean }) =>
  isHeldBack
    ? <span class="held" title={text.heldBack}>{'<\u00a05'}</span>
    : <span class="held" aria-label={text.noRate}>–</span>
