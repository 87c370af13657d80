import type { Outcomes } from '../api/answers'
import { useLive } from '../api/live'
import { Facts } from '../figures/Facts'
import { Share } from '../figures/Share'
import { LivePage } from '../shell/LivePage'
import { text } from '../text'

const t = text.facilitator

/** How soon learners were answered, and whether those written to came back: counts first, shares beside them. */
export function OutcomesPage() {
  const live = useLive<Outcomes>('/api/outcomes')
  return (
    <LivePage live={live} title={t.howAmIDoing}>
      {outcomes => (
        <>
          <h1 class="page-title">{t.howAmIDoing}</h1>
          <Facts asOf={outcomes.as_of} />
          <div class="cards">
            <Answered outcomes={outcomes} />
            <Returned {...outcomes.returned} />
          </div>
        </>
      )}
    </LivePage>
  )
}

function Answered({ outcomes }: { outcomes: Outcomes }) {
  return (
    <section class="card" aria-labelledby="answered">
      <h2 id="answered">{t.answered}</h2>
      <p class="lead">{t.answeredLead}</p>
      {outcomes.answered.length === 0 ? <p>{t.nothingMade}</p> : (
        <dl class="tallies">
          {outcomes.answered.map(a => (
            <div key={a.what}>
              <dt>{t.what[a.what]}</dt>
              <dd><Share of={a.within_a_day / a.made} /><b>{t.answeredOf(a.what, a.within_a_day, a.made)}</b><small>{t.answeredRest(a.unanswered, a.hours_median)}</small></dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}

function Returned(r: Outcomes['returned']) {
  const rows = [
    { name: t.returnedRows.contacted, part: r.contacted_returned, all: r.contacted },
    { name: t.returnedRows.notContacted, part: r.not_contacted_returned, all: r.not_contacted },
    { name: t.returnedRows.heldBack, part: r.held_back_returned, all: r.held_back },
  ]
  return (
    <section class="card" aria-labelledby="returned">
      <h2 id="returned">{t.returned}</h2>
      <p class="lead">{t.returnedLead}</p>
      <dl class="tallies">
        {rows.map(row => (
          <div key={row.name}>
            <dt>{row.name}</dt>
            <dd>
              {row.all === null || row.part === null ? <small>{t.heldBackFew}</small>
                : row.all === 0 ? <small>{t.noneYet}</small>
                : <><Share of={row.part / row.all} /><b>{t.returnedOf(row.part, row.all)}</b></>}
            </dd>
          </div>
        ))}
      </dl>
      <p class="note">{t.heldBackWhy}</p>
      <p class="note">{t.returnedCaution}</p>
    </section>
  )
}
