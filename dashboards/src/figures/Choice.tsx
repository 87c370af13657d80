import { setFilter } from '../shell/route'

/** One of several, in the address; the first is what applies without a word of it there. */
export function Choice({ name, label, value, choices }: { name: string; label: string; value: string; choices: readonly (readonly [value: string, label: string])[] }) {
  return (
    <label class="filter">
      {label}
      <select value={value} onChange={event => setFilter(name, event.currentTarget.value)}>
        {choices.map(([one, words]) => <option key={one} value={one}>{words}</option>)}
      </select>
    </label>
  )
}
