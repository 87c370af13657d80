import { text } from '../text'

export function Terms() {
  return (
    <details class="terms">
      <summary>{text.measured}</summary>
      <dl>{text.terms.map(([word, meaning]) => <div key={word}><dt>{word}</dt><dd>{meaning}</dd></div>)}</dl>
    </details>
  )
}
