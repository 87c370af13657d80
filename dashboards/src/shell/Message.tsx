import type { ComponentChildren } from 'preact'

/** Said in the middle of a page that has no figures. */
export function Message({ title, children, tone = 'calm' }: {
  title: string
  children?: ComponentChildren
  tone?: 'calm' | 'alarm'
}) {
  return (
    <section class={`message message-${tone}`} role={tone === 'alarm' ? 'alert' : undefined}>
      <h1>{title}</h1>
      <p>{children}</p>
    </section>
  )
}
