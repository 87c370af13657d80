/** Light or dark; empty: as the system has it. */
export type Theme = '' | 'light' | 'dark'

const Key = 'theme'

/** Tells of each choice. */
export const themeChanged = new EventTarget()

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
  themeChanged.dispatchEvent(new Event('change'))
}
