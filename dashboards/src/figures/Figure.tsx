import type { Chart, ChartConfiguration } from 'chart.js'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { text } from '../text'

/** A colour of the theme by its name in tokens.css. */
export type Ink = (token: string) => string

/**
 * A chart in the theme's colours, with its figures as a table behind it: a canvas says nothing to who does not see it. The library is fetched with
 * the first chart.
 */
export function Figure({ title, height = 260, draw, children }: {
  title: string
  /** Pixels. */
  height?: number
  /** New whenever what is drawn changed. */
  draw: (ink: Ink) => ChartConfiguration
  /** The same as a table. */
  children: ComponentChildren
}) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const chart = useRef<Chart | null>(null)
  const isDark = useDark()

  useEffect(() => {
    let isWanted = true
    void import('./chartjs').then(({ Chart }) => {
      if (!isWanted || !canvas.current) return
      const style = getComputedStyle(document.documentElement)
      const ink: Ink = token => style.getPropertyValue(`--${token}`).trim()
      Chart.defaults.color = ink('muted')
      Chart.defaults.borderColor = ink('line')
      Chart.defaults.font.family = getComputedStyle(document.body).fontFamily
      const { options, ...rest } = draw(ink)
      chart.current?.destroy()
      chart.current = new Chart(canvas.current, { ...rest, options: { responsive: true, maintainAspectRatio: false, animation: false, ...options } })
    })
    return () => { isWanted = false }
  }, [draw, isDark])
  useEffect(() => () => chart.current?.destroy(), [])

  return (
    <figure class="figure">
      <div class="canvas" style={{ '--height': `${height}px` }}><canvas ref={canvas} role="img" aria-label={title} /></div>
      <details class="terms"><summary>{text.asTable}</summary>{children}</details>
    </figure>
  )
}

function useDark(): boolean {
  const query = matchMedia('(prefers-color-scheme: dark)')
  const [isDark, setDark] = useState(query.matches)
  useEffect(() => {
    const onChange = () => setDark(query.matches)
    query.addEventListener('change', onChange)
    return () => query.removeEventListener('change', onChange)
  }, [])
  return isDark
}
