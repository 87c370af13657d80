import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import type { Live } from '../api/live'
import { text } from '../text'
import { Message } from './Message'
import { Skeleton } from './Skeleton'
import { Stale } from './Stale'
import { TopBar } from './TopBar'

/** A page around one answer: its shape while that is under way, what is wrong where it does not come, and a word where it no longer moves. */
export function LivePage<T>({ live, title, children }: {
  live: Live<T>
  /** Of the window. */
  title?: string | undefined
  children: (data: T) => ComponentChildren
}) {
  useEffect(() => { document.title = title ? `${title} · ${text.product}` : text.product }, [title])
  return (
    <>
      <TopBar live={live} />
      <main id="content" class="page">
        <Stale live={live} />
        {!live.data && !live.problem && <Skeleton />}
        {!live.data && live.problem && <Message title={live.problem.title} tone="alarm">{live.problem.detail}</Message>}
        {live.data && children(live.data)}
      </main>
    </>
  )
}
