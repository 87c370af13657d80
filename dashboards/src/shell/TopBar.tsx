import type { Live } from '../api/live'
import { text } from '../text'
import { Brand } from './Brand'
import { Navigation } from './Navigation'
import { SignedIn } from './SignedIn'
import { ThemeChoice } from './ThemeChoice'

/** Where one is, whether what one sees is alive, and as whom one sees it. */
export function TopBar({ live }: { live: Live<unknown> }) {
  const state = live.problem ? 'away' : live.data ? 'live' : 'connecting'
  return (
    <header class="top-bar">
      <Brand />
      <Navigation />
      <span class={`pulse pulse-${state}`} role="status">{text[state]}</span>
      <ThemeChoice />
      <SignedIn />
    </header>
  )
}
