import type { Community } from '../api/answers'
import { href } from '../api/urls'
import { CsvButton } from '../figures/CsvButton'
import { ReportBlock } from '../figures/ReportBlock'
import { Share } from '../figures/Share'
import { text } from '../text'

const t = text.designer

/** Who takes part in the discussions. */
export function TakeUp({ course }: { course: string }) {
  const url = href('/api/reports/community', { course })
  return (
    <ReportBlock<Community> id="community" title={t.community} lead={t.communityLead} url={url}>
      {rows => (rows.items[0]!.suppressed ? <p class="note">{text.heldBack}</p> : <div class="data-table"><CsvButton url={url} name={t.community} /><Shares of={rows.items[0]!} /></div>)}
    </ReportBlock>
  )
}

function Shares({ of: c }: { of: Community }) {
  const active = c.active!
  const rows = [
    { name: t.takeUp, n: Math.round((c.take_up ?? 0) * active) }, { name: t.posted, n: c.posted! }, { name: t.replied, n: c.replied! }, { name: t.shared, n: c.shared! },
  ]
  return (
    <>
      <ul class="share-list">
        {rows.map(row => <li key={row.name}><span>{row.name}</span><Share of={active === 0 ? 0 : row.n / active} /><b>{t.communityOf(row.n, active)}</b></li>)}
      </ul>
      {c.posts! > 0 && <p class="note">{t.posts(c.posts!, c.unanswered_posts!)}</p>}
    </>
  )
}
