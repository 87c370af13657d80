import type { Channel, Model, RejectedRule, Rows, Step } from '../api/answers'
import { Seldom, useLive } from '../api/live'
import { count, duration, moment, percent } from '../format'
import { Facts } from '../figures/Facts'
import { Table, type Column } from '../figures/Table'
import { LivePage } from '../shell/LivePage'
import { text } from '../text'

const t = text.operator
const when = (at: string | null) => (at ? moment(new Date(at), new Date()) : '–')

/** What runs, what was refused and what was told, without anybody's name. */
export function OperationsPage() {
  const live = useLive<Rows<Step>>('/api/operations/steps')
  return (
    <LivePage live={live} title={t.operations}>
      {steps => (
        <>
          <h1 class="page-title">{t.operations}</h1>
          <p class="lead">{t.lead}</p>
          <Facts asOf={steps.as_of} />
          <section class="block" aria-labelledby="steps">
            <h2 id="steps">{t.steps}</h2>
            <Table title={t.steps} rows={steps.items} keyOf={s => s.step} csv="/api/operations/steps" columns={[
              { name: 'step', label: t.stepColumns.step, isText: true, cell: s => t.stepNames[s.step] ?? s.step },
              { name: 'newest', label: t.stepColumns.newest, cell: s => when(s.newest_at) },
              { name: 'waiting', label: t.stepColumns.waiting, cell: s => (s.waiting === null ? '–' : count(s.waiting)) },
              { name: 'lag', label: t.stepColumns.lag, cell: s => (s.lag_seconds === null ? '–' : duration(s.lag_seconds)) },
            ]} />
          </section>
          <Part<RejectedRule> name={t.rejected} url="/api/operations/rejected" none={t.nothingRejected} hint={t.rejectedHint} keyOf={r => r.rule} columns={[
            { name: 'rule', label: t.rejectedColumns.rule, isText: true, cell: r => r.rule },
            { name: 'statements', label: t.rejectedColumns.statements, cell: r => count(r.statements) },
            { name: 'newest', label: t.rejectedColumns.newest, cell: r => when(r.newest_at) },
          ]} />
          <Part<Channel> name={t.channels} url="/api/operations/channels" none={t.nothingTold} hint={t.channelHint} keyOf={c => c.channel} columns={[
            { name: 'channel', label: t.channelColumns.channel, isText: true, cell: c => c.channel },
            { name: 'delivered', label: t.channelColumns.delivered, cell: c => count(c.delivered) },
            { name: 'waiting', label: t.channelColumns.waiting, cell: c => count(c.waiting) },
            { name: 'givenUp', label: t.channelColumns.givenUp, cell: c => (c.given_up ? <b class="waits">{count(c.given_up)}</b> : '0') },
            { name: 'newest', label: t.channelColumns.newest, cell: c => when(c.newest_at) },
          ]} />
          <Part<Model> name={t.models} url="/api/operations/models" none={t.noModels} keyOf={m => m.id} columns={[
            { name: 'task', label: t.modelColumns.task, isText: true, cell: m => m.task },
            { name: 'kind', label: t.modelColumns.kind, isText: true, cell: m => m.kind },
            { name: 'trained', label: t.modelColumns.trained, cell: m => when(m.trained_at) },
            { name: 'rows', label: t.modelColumns.rows, cell: m => count(m.rows) },
            { name: 'base', label: t.modelColumns.base, cell: m => percent(m.base_rate) },
            { name: 'use', label: t.modelColumns.use, cell: m => (m.is_in_use ? <b>{t.inUse}</b> : '–') },
          ]} />
        </>
      )}
    </LivePage>
  )
}

function Part<T>({ name, url, none, hint, keyOf, columns }: { name: string; url: string; none: string; hint?: string; keyOf: (row: T) => string; columns: Column<T>[] }) {
  const { data, problem } = useLive<Rows<T>>(url, Seldom)
  return (
    <section class="block">
      <h2>{name}</h2>
      {problem && <p role="alert">{problem.title}. {problem.detail}</p>}
      {data && (data.items.length === 0 ? <p class="note">{none}</p> : (
        <>
          <Table title={name} rows={data.items} keyOf={keyOf} columns={columns} csv={url} />
          {hint && <p class="note">{hint}</p>}
        </>
      ))}
    </section>
  )
}
