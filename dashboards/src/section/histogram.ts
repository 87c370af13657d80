import type { ChartConfiguration } from 'chart.js'
import type { SectionReport } from '../api/answers'
import { count, duration } from '../format'
import type { Ink } from '../figures/Figure'
import { text } from '../text'

const t = text.designer
const First = 2.5 // where the axis begins, as nothing lies at 0 on a logarithmic one

/** Steps on an axis of doublings, so that the area of each is its learners; upright lines where the floor and the quartiles are. */
export function histogram({ section: s, spans, limits }: SectionReport, ink: Ink): ChartConfiguration {
  const steps = spans.map(span => {
    const from = Math.max(First, span.from_seconds)
    return { ...span, from, height: span.learners / Math.log2(span.until_seconds / from) }
  })
  const top = Math.max(...steps.map(step => step.height)) * 1.12
  const points = steps.flatMap((step, i) => [
    ...i > 0 && steps[i - 1]!.until_seconds === step.from ? [] : [{ x: step.from, y: 0 }],
    { x: step.from, y: step.height }, { x: step.until_seconds, y: step.height },
    ...steps[i + 1]?.from === step.until_seconds ? [] : [{ x: step.until_seconds, y: 0 }],
  ])
  const mark = (label: string, x: number, color: string, dash: number[] = []) => ({
    label: `${label} ${duration(x)}`, data: [{ x: Math.max(First, x), y: 0 }, { x: Math.max(First, x), y: top }], borderColor: color, borderWidth: 2, borderDash: dash, pointRadius: 0,
  })
  const kind = ink(`kind-${s.kind}`)
  return {
    type: 'line',
    data: {
      datasets: [
        mark(t.marks.floor, limits.floor_seconds, ink('skip'), [2, 3]),
        mark(t.marks.q25, s.q25_seconds!, ink('muted'), [7, 4]),
        mark(t.marks.median, s.median_seconds!, ink('text')),
        mark(t.marks.q75, s.q75_seconds!, ink('muted'), [7, 4]),
        { label: t.who, data: points, borderColor: kind, backgroundColor: ink(`kind-${s.kind}`, 0.5), borderWidth: 1.5, fill: 'origin', pointRadius: 0, pointHitRadius: 0 },
      ],
    },
    options: {
      scales: {
        x: {
          type: 'logarithmic', min: Math.min(First, ...steps.map(step => step.from)), max: steps.at(-1)!.until_seconds, title: { display: true, text: t.timeAxis },
          afterBuildTicks: axis => { axis.ticks = doublings(axis.min, axis.max).map(value => ({ value })) },
          ticks: { callback: value => duration(Number(value)), maxRotation: 0, autoSkip: true },
        },
        y: { min: 0, max: top, title: { display: true, text: t.densityAxis }, ticks: { includeBounds: false, precision: 0, callback: value => count(Number(value)) } },
      },
      plugins: {
        legend: { position: 'bottom', labels: { filter: item => item.text !== t.who, usePointStyle: true, pointStyle: 'line' } },
        tooltip: { enabled: false },
      },
    },
  }
}

function doublings(from: number, until: number): number[] {
  const all: number[] = []
  for (let at = 5; at <= until * 1.001; at *= 2) if (at >= from) all.push(at)
  return all
}
