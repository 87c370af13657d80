import { useState } from 'preact/hooks'
import { text } from '../text'
import { setTheme, theme, type Theme } from './theme'

const Themes: Theme[] = ['', 'light', 'dark']

export function ThemeChoice() {
  const [chosen, setChosen] = useState(theme)
  const choose = (one: Theme) => {
    setTheme(one)
    setChosen(one)
  }
  return (
    <label class="theme-choice">
      <span class="spoken">{text.theme}</span>
      <select value={chosen} onChange={event => choose(event.currentTarget.value as Theme)}>
        {Themes.map(one => <option key={one} value={one}>{text.themes[one]}</option>)}
      </select>
    </label>
  )
}
