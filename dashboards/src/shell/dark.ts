import { useEffect, useState } from 'preact/hooks'
import { theme, themeChanged } from './theme'

const system = matchMedia('(prefers-color-scheme: dark)')
const isDark = () => (theme() || (system.matches ? 'dark' : 'light')) === 'dark'

/** Whether the page is dark now, for what is not drawn by style sheets. */
export function useDark(): boolean {
  const [dark, setDark] = useState(isDark)
  useEffect(() => {
    const onChange = () => setDark(isDark())
    system.addEventListener('change', onChange)
    themeChanged.addEventListener('change', onChange)
    return () => {
      system.removeEventListener('change', onChange)
      themeChanged.removeEventListener('change', onChange)
    }
  }, [])
  return dark
}
