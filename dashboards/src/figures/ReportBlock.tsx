import type { ComponentChildren } from 'preact'
import type { Rows } from '../api/answers'
import { Seldom, useLive } from '../api/live'
import { text } from '../text'
import { Facts } from './Facts'

/** One report as a part of a page: what it is, what it is worth, and its rows. */
export function ReportBlock<T>({ id, title, lead, url, empty = text.designer.nothing, children }: {
  id: string
  title: string
  lead: string
  url: string
  /** Said where there are no rows. */
  empty?: string
  children: (rows: Rows<T>) => ComponentChildren
}) {
  const live = useLive<Rows<T>>(url, Seldom)
  return (
    <section class="block" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p class="lead">{lead}</p>
      {live.data && <Facts asOf={live.data.as_of} learners={live.data.learners} suppressed={live.data.suppressed} />}
      {!live.data && !live.problem && <div class="bone bone-finding" role="status" aria-label={text.loading} />}
      {live.problem && <p class="told told-fault" role="alert">{live.problem.title}</p>}
      {live.data && (live.data.items.length === 0 ? <p class="note">{empty}</p> : children(live.data))}
    </section>
  )
}
