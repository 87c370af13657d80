import type { ComponentChildren } from 'preact'
import type { Live } from '../api/live'
import { text } from '../text'
import { Brand } from './Brand'
import { SignedIn } from './SignedIn'

/** Where one is, whether what one sees is alive, and as whom one sees it. */
export function TopBar({ live, children }: { live: Live<unknown>; children?: ComponentChildren }) {
  const state = live.problem ? 'away' : live.data ? 'live' : 'connecting'
  return (
    <header class="top-bar">
      <Brand />
      {children}
      <span class={`pulse pulse-${state}`} role="status">{text[state]}</span>
      <SignedIn />
    </header>
  )
}
