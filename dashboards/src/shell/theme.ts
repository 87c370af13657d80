import { useEffect, useState } from 'preact/hooks'

/** Light or dark; empty: as the system has it. */
export type Theme = '' | 'light' | 'dark'

const Key = 'theme'
const system = matchMedia('(prefers-color-scheme: dark)')
const changed = new EventTarget()

export function theme(): Theme {
  const kept = localStorage.getItem(Key)
  return kept === 'light' || kept === 'dark' ? kept : ''
}

/** Shows what was chosen; before anything is drawn, so that nothing flashes. */
export function applyTheme(): void {
  document.documentElement.dataset['theme'] = theme()
}

export function setTheme(chosen: Theme): void {
  localStorage.setItem(Key, chosen)
  applyTheme()
  changed.dispatchEvent(new Event('change'))
}

const isDark = () => (theme() || (system.matches ? 'dark' : 'light')) === 'dark'

/** Whether the page is dark now, for what is not drawn by style sheets. */
export function useDark(): boolean {
  const [dark, setDark] = useState(isDark)
  useEffect(() => {
    const onChange = () => setDark(isDark())
    system.addEventListener('change', onChange)
    changed.addEventListener('change', onChange)
    return () => {
      system.removeEventListener('change', onChange)
      changed.removeEventListener('change', onChange)
    }
  }, [])
  return dark
}
