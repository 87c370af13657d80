import { text } from '../text'

export function Brand() {
  return (
    <a class="brand" href="/">
      <svg class="brand-mark" viewBox="0 0 20 20" aria-hidden="true">
        <rect x="1" y="4" width="5" height="7" rx="1" /><rect x="7.5" y="1" width="5" height="10" rx="1" />
        <rect x="14" y="7" width="5" height="4" rx="1" /><rect class="brand-pit" x="7.5" y="13" width="5" height="6" rx="1" />
      </svg>
      {text.product}
    </a>
  )
}
