import type { Chart, ChartConfiguration } from 'chart.js'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { useDark } from '../shell/dark'
import { text } from '../text'

/** A colour of the theme by its name in tokens.css; opacity from 0 to 1. */
export type Ink = (token: string, opacity?: number) => string

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
      const ink = inkOf(canvas.current)
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

// A token may be a formula, so it is asked what an element that has it shows.
function inkOf(element: HTMLElement): Ink {
  return (token, opacity = 1) => {
    element.style.color = `var(--${token})`
    return getComputedStyle(element).color.replace(/^rgb\((.*)\)$/, `rgba($1, ${opacity})`)
  }
}
