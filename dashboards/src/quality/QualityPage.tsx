import type { CourseSections, Quality, Rejected } from '../api/answers'
import { Seldom, useLive } from '../api/live'
import { href, sectionsUrl } from '../api/urls'
import { CourseTabs } from '../course/CourseTabs'
import { Facts } from '../figures/Facts'
import { ReportBlock } from '../figures/ReportBlock'
import { Share } from '../figures/Share'
import { Table } from '../figures/Table'
import { count, moment, percent } from '../format'
import { LivePage } from '../shell/LivePage'
import { text } from '../text'

const t = text.designer

/** How far the numbers of a course can be trusted. */
export function QualityPage({ course }: { course: string }) {
  const live = useLive<Quality>(href('/api/reports/quality', { course }), Seldom)
  const title = useLive<CourseSections>(sectionsUrl(course), Seldom).data?.course.title
  return (
    <LivePage live={live} title={t.qualityTitle}>
      {quality => (
        <>
          <CourseTabs course={course} title={title ?? null} />
          <h1 class="page-title">{t.qualityTitle}</h1>
          <p class="lead">{t.qualityLead}</p>
          <Facts asOf={quality.as_of} learners={quality.learners} suppressed={quality.suppressed} />
          <Sent quality={quality} />
          <RejectedBySender />
        </>
      )}
    </LivePage>
  )
}

function Sent({ quality: { course: q, is_inferred } }: { quality: Quality }) {
  const part = (name: string, says: string, n: number | null) => ({ name, says, words: n === null ? t.heldCount : t.shareOfAll(n, q!.statements), share: n === null || q!.statements === 0 ? null : n / q!.statements })
  const facts = q === null ? [] : [
    part(t.late, t.lateSays, q.late),
    part(t.zone, t.zoneSays, q.zone_assumed),
    part(t.voided, t.voidedSays, q.voided),
    { name: t.unsure, says: t.unsureSays(q.open_visits, q.visits), words: q.unsure_share === null ? '–' : percent(q.unsure_share), share: q.unsure_share },
  ]
  return (
    <section class="block" aria-labelledby="sent">
      <h2 id="sent">{t.qualityCourse}</h2>
      {q === null && <p class="note">{t.qualityFew}</p>}
      <dl class="cards quality">
        {q !== null && <div class="card"><dt>{t.statementsCount}</dt><dd><b>{count(q.statements)}</b></dd></div>}
        {facts.map(fact => (
          <div key={fact.name} class="card">
            <dt>{fact.name}</dt>
            <dd><b>{fact.words}</b>{fact.share !== null && <Share of={fact.share} tone="skip" />}<small>{fact.says}</small></dd>
          </div>
        ))}
        <div class="card">
          <dt>{t.outline}</dt>
          <dd><b>{is_inferred ? text.inferred : t.outlineDeclared}</b><small>{is_inferred ? t.outlineInferredSays : t.outlineDeclaredSays}</small></dd>
        </div>
      </dl>
    </section>
  )
}

/** Of all courses: who was refused may not have said of which it was. */
function RejectedBySender() {
  const url = '/api/reports/rejected'
  return (
    <ReportBlock<Rejected> id="rejected" title={t.rejected} lead={t.rejectedLead} url={url} empty={t.rejectedNone}>
      {rows => (
        <Table title={t.rejected} rows={rows.items} csv={url} keyOf={row => row.rule + row.sender} columns={[
          { name: 'rule', label: t.rule, isText: true, cell: row => row.rule },
          { name: 'sender', label: t.sender, isText: true, cell: row => row.sender || t.unknownSender },
          { name: 'statements', label: t.statementsColumn, cell: row => count(row.statements) },
          { name: 'newest', label: t.newest, cell: row => moment(new Date(row.newest_at), new Date()) },
        ]} />
      )}
    </ReportBlock>
  )
}
