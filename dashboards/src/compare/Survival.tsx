import type { ChartConfiguration } from 'chart.js'
import { useCallback } from 'preact/hooks'
import type { Rows, SurvivalPoint } from '../api/answers'
import { href } from '../api/urls'
import { percent } from '../format'
import { Figure, type Ink } from '../figures/Figure'
import { ReportBlock } from '../figures/ReportBlock'
import { Table } from '../figures/Table'
import { text } from '../text'

const t = text.designer

/** How many are still there after so many days. */
export function Survival({ course }: { course: string }) {
  const url = href('/api/reports/survival', { course })
  return (
    <ReportBlock<SurvivalPoint> id="survival" title={t.survival} lead={t.survivalLead} url={url} empty={t.noSurvival}>
      {rows => <Curve rows={rows} url={url} />}
    </ReportBlock>
  )
}

function Curve({ rows: { items }, url }: { rows: Rows<SurvivalPoint>; url: string }) {
  const draw = useCallback((ink: Ink) => steps(items, ink), [JSON.stringify(items)])
  return (
    <Figure title={t.survival} draw={draw}>
      <Table title={t.survival} rows={items} csv={url} keyOf={point => String(point.day)} columns={[
        { name: 'day', label: t.survivalDay, isText: true, cell: point => point.day },
        { name: 'staying', label: t.staying, cell: point => percent(point.staying) },
      ]} />
    </Figure>
  )
}

function steps(points: SurvivalPoint[], ink: Ink): ChartConfiguration {
  const isFromStart = points[0]!.day === 0
  const data = [...isFromStart ? [] : [{ x: 0, y: 1 }], ...points.map(point => ({ x: point.day, y: point.staying }))]
  return {
    type: 'line',
    data: { datasets: [{ label: t.staying, data, stepped: true, borderColor: ink('kind-try-it'), backgroundColor: ink('kind-try-it', 0.15), borderWidth: 2, pointRadius: 0, fill: 'origin' }] },
    options: {
      interaction: { mode: 'index', intersect: false },
      scales: {
        x: { type: 'linear', min: 0, title: { display: true, text: t.survivalDay } },
        y: { min: 0, max: 1, ticks: { callback: value => percent(Number(value)) } },
      },
      plugins: { legend: { display: false }, tooltip: { callbacks: { title: items => `${t.day} ${items[0]!.parsed.x}`, label: item => `${t.staying}: ${percent(item.parsed.y!)}` } } },
    },
  }
}
