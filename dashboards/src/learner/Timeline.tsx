import type { ChartConfiguration } from 'chart.js'
import { useCallback } from 'preact/hooks'
import type { LearnerAsk, LearnerSection, LearnerVisit } from '../api/answers'
import { dayOf, duration, moment } from '../format'
import { Figure, type Ink } from '../figures/Figure'
import { Table } from '../figures/Table'
import { text } from '../text'

const t = text.facilitator
const Day = 86_400_000

/** Visits on one axis of time, a line each section: a gap in time is a gap on paper. The larger the circle the longer the visit. */
export function Timeline({ visits, sections, asks, now }: { visits: LearnerVisit[]; sections: LearnerSection[]; asks: LearnerAsk[]; now: Date }) {
  const titles = new Map(sections.map(s => [s.section, s.title]))
  const key = `${visits.length}/${visits[0]?.ended_at}/${asks.length}/${now.toDateString()}`
  const draw = useCallback((ink: Ink) => timeline(visits, sections, asks, now, ink), [key])
  if (visits.length === 0) return null
  const days = new Set(visits.map(v => new Date(v.started_at).toDateString())).size
  return (
    <section class="block" aria-labelledby="timeline">
      <h2 id="timeline">{t.timeline}</h2>
      <p class="lead">{t.timelineLead}</p>
      <Figure title={`${t.timeline}: ${t.timelineOf(visits.length, days)}`} height={Math.min(640, 90 + 17 * sections.length)} draw={draw}>
        <Table title={t.timeline} rows={visits} keyOf={v => v.section + v.started_at} columns={[
          { name: 'at', label: t.lineColumns.at, isText: true, cell: v => moment(new Date(v.started_at), now) },
          { name: 'section', label: t.sectionColumns.section, isText: true, cell: v => titles.get(v.section) ?? v.section },
          { name: 'time', label: t.sectionColumns.time, cell: v => (v.is_open ? t.atLeast(duration(v.seconds_low)) : duration(v.seconds_high)) },
          { name: 'responses', label: t.sectionColumns.responses, cell: v => v.responses },
        ]} />
      </Figure>
    </section>
  )
}

function timeline(visits: LearnerVisit[], sections: LearnerSection[], asks: LearnerAsk[], now: Date, ink: Ink): ChartConfiguration {
  const place = new Map(sections.map(s => [s.section, s.position]))
  const at = (time: string) => new Date(time).getTime()
  const of = (chosen: LearnerVisit[]) => chosen.flatMap(v => {
    const y = place.get(v.section)
    return y === undefined ? [] : [{ x: at(v.started_at), y, r: Math.min(11, 2.5 + Math.sqrt(v.seconds_high / 60) * 1.3), seconds: v.seconds_high }]
  })
  const made = (chosen: LearnerAsk[]) => chosen.flatMap(a => (place.has(a.section) ? [{ x: at(a.made_at), y: place.get(a.section)!, r: 6 }] : []))
  const from = new Date(Math.min(...visits.map(v => at(v.started_at)))).setHours(0, 0, 0, 0)
  const days = Math.ceil((now.getTime() - from) / Day)
  return {
    type: 'bubble',
    data: {
      datasets: [
        { label: t.what['feedback']! + ' / ' + t.what['help']!.toLowerCase(), data: made(asks.filter(a => !a.is_waiting)), pointStyle: 'triangle', backgroundColor: ink('good'), borderColor: ink('surface') },
        { label: t.stillWaiting, data: made(asks.filter(a => a.is_waiting)), pointStyle: 'triangle', backgroundColor: ink('skip'), borderColor: ink('surface') },
        { label: text.facilitator.visit, data: of(visits.filter(v => !v.is_open)), backgroundColor: ink('kind-try-it', 0.7), borderColor: ink('kind-try-it') },
        { label: text.facilitator.openVisit, data: of(visits.filter(v => v.is_open)), backgroundColor: 'transparent', borderColor: ink('kind-try-it'), borderWidth: 1.5 },
      ],
    },
    options: {
      scales: {
        x: { min: from, max: from + days * Day, ticks: { stepSize: Math.ceil(days / 9) * Day, callback: value => dayOf(new Date(Number(value))) } },
        y: {
          reverse: true, min: 0.25, max: sections.length + 0.75, grid: { display: false },
          ticks: { stepSize: 1, autoSkip: sections.length > 34, font: { size: 11 }, callback: value => short(sections.find(s => s.position === Number(value))?.title) },
        },
      },
      plugins: {
        legend: { position: 'bottom', labels: { usePointStyle: true } },
        tooltip: {
          callbacks: {
            label: item => {
              const point = item.raw as { x: number; y: number; seconds?: number }
              const title = sections.find(s => s.position === point.y)?.title ?? ''
              return `${title} · ${moment(new Date(point.x), now)}${point.seconds === undefined ? '' : ` · ${duration(point.seconds)}`}`
            },
          },
        },
      },
    },
  }
}

const short = (title: string | undefined) => (title === undefined ? '' : title.length > 26 ? `${title.slice(0, 25)}…` : title)
