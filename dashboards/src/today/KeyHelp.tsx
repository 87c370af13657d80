import { text } from '../text'

const k = text.facilitator.keys
const Keys = [['j', k.next], ['k', k.previous], ['c', k.contact], ['a', k.acknowledge], ['s', k.snooze], ['d', k.dismiss], ['r', k.resolve], ['o', k.open]] as const

/** The keys, for who has some. */
export function KeyHelp() {
  return (
    <p class="key-line">
      <span class="spoken">{k.title}: </span>
      {Keys.map(([key, what]) => <span key={key}><kbd>{key}</kbd> {what}</span>)}
    </p>
  )
}
