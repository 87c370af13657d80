import type { ChartConfiguration } from 'chart.js'
import { useCallback } from 'preact/hooks'
import type { Rows, SectionDay } from '../api/answers'
import { href } from '../api/urls'
import { roundStep } from '../course/scale'
import { count, dayOf, duration } from '../format'
import { Figure, type Ink } from '../figures/Figure'
import { Held } from '../figures/Held'
import { ReportBlock } from '../figures/ReportBlock'
import { Table } from '../figures/Table'
import { text } from '../text'

const t = text.designer

/** Whether it takes longer or shorter as the days go by. */
export function Days({ course, section }: { course: string; section: string }) {
  const url = href('/api/reports/section-days', { course, section })
  return (
    <ReportBlock<SectionDay> id="days" title={t.days} lead={t.daysLead} url={url} empty={t.noDays}>
      {rows => <Chart rows={rows} url={url} />}
    </ReportBlock>
  )
}

function Chart({ rows: { items }, url }: { rows: Rows<SectionDay>; url: string }) {
  const told = items.filter(day => day.median !== null)
  const draw = useCallback((ink: Ink) => band(told, ink), [JSON.stringify(told)])
  const table = (
    <Table title={t.days} rows={items} keyOf={day => day.day} csv={url} columns={[
      { name: 'day', label: t.day, isText: true, cell: day => dayOf(new Date(day.day)) },
      { name: 'learners', label: t.who, cell: day => (day.learners === null ? <Held /> : count(day.learners)) },
      { name: 'visits', label: t.visits, cell: day => (day.visits === null ? <Held /> : count(day.visits)) },
      { name: 'q25', label: t.q25, cell: day => (day.q25 === null ? <Held /> : duration(day.q25)) },
      { name: 'median', label: t.median, cell: day => (day.median === null ? <Held /> : duration(day.median)) },
      { name: 'q75', label: t.q75, cell: day => (day.q75 === null ? <Held /> : duration(day.q75)) },
    ]} />
  )
  return told.length < 2 ? <><p class="note">{t.noDays}</p>{told.length > 0 && table}</> : <Figure title={t.days} height={220} draw={draw}>{table}</Figure>
}

function band(days: SectionDay[], ink: Ink): ChartConfiguration {
  const at = (day: SectionDay) => new Date(day.day).getTime()
  const line = (of: (day: SectionDay) => number) => days.map(day => ({ x: at(day), y: of(day) }))
  const step = roundStep(Math.max(...days.map(day => day.q75!)))
  const soft = ink('kind-try-it', 0.25)
  return {
    type: 'line',
    data: {
      datasets: [
        { label: t.q25, data: line(day => day.q25!), borderColor: soft, borderWidth: 1, pointRadius: 0, fill: false },
        { label: t.middleHalf, data: line(day => day.q75!), borderColor: soft, backgroundColor: soft, borderWidth: 1, pointRadius: 0, fill: '-1' },
        { label: t.median, data: line(day => day.median!), borderColor: ink('kind-try-it'), backgroundColor: ink('kind-try-it'), borderWidth: 2, pointRadius: 3 },
      ],
    },
    options: {
      interaction: { mode: 'index', intersect: false },
      scales: {
        x: { type: 'linear', min: at(days[0]!), max: at(days.at(-1)!), ticks: { stepSize: 86_400_000, maxTicksLimit: 8, maxRotation: 0, callback: value => dayOf(new Date(Number(value))) } },
        y: { min: 0, ticks: { stepSize: step, callback: value => duration(Number(value)) } },
      },
      plugins: {
        legend: { position: 'bottom', labels: { filter: item => item.text !== t.q25, usePointStyle: true } },
        tooltip: {
          callbacks: {
            title: items => dayOf(new Date(items[0]!.parsed.x!)),
            label: item => `${item.datasetIndex === 1 ? t.q75 : item.dataset.label}: ${duration(item.parsed.y!)}`,
          },
        },
      },
    },
  }
}
