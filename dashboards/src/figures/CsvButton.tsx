import { useState } from 'preact/hooks'
import { text } from '../text'

/** Saves rows as a file: what the API answers where CSV is asked for. */
export function CsvButton({ url, name }: { url: string; name: string }) {
  const [problem, setProblem] = useState('')

  const save = async () => {
    setProblem('')
    try {
      const response = await fetch(url, { headers: { accept: 'text/csv' } })
      if (!response.ok) return setProblem(text.serverSaid(response.status))
      const link = document.createElement('a')
      link.href = URL.createObjectURL(await response.blob())
      link.download = `${name}.csv`
      link.click()
      URL.revokeObjectURL(link.href)
    } catch {
      setProblem(text.noAnswer)
    }
  }
  return (
    <span class="csv">
      {problem && <span role="alert">{problem}</span>}
      <button class="small-button" type="button" onClick={save} aria-label={text.csvOf(name)}>{text.csv}</button>
    </span>
  )
}
