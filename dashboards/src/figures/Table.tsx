import type { ComponentChildren } from 'preact'
import { text } from '../text'
import { CsvButton } from './CsvButton'

export interface Column<T> {
  name: string
  label: string
  cell: (row: T) => ComponentChildren
  /** Words stand left, figures right. The first such column heads its rows. */
  isText?: boolean
}

/** Rows as a table that scrolls by itself where the page is narrow. */
export function Table<T>({ title, columns, rows, keyOf, csv }: {
  title: string
  columns: Column<T>[]
  rows: readonly T[]
  keyOf: (row: T) => string
  /** Address of the same rows in the API. */
  csv?: string
}) {
  const head = columns.find(column => column.isText)
  return (
    <div class="data-table">
      {csv && <CsvButton url={csv} name={title} />}
      <div class="table-scroll" role="region" aria-label={text.tableOf(title)} tabIndex={0}>
        <table>
          <thead>
            <tr>{columns.map(c => <th key={c.name} scope="col" class={c.isText ? 'is-text' : undefined}>{c.label || <span class="spoken">{text.facilitator.actions.open}</span>}</th>)}</tr>
          </thead>
          <tbody>
            {rows.map(row => (
              <tr key={keyOf(row)} data-row={keyOf(row)}>
                {columns.map(c => c === head
                  ? <th key={c.name} scope="row" class="is-text">{c.cell(row)}</th>
                  : <td key={c.name} class={c.isText ? 'is-text' : undefined}>{c.cell(row)}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}
