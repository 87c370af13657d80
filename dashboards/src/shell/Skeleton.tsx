import { text } from '../text'

/** The page's shape while the first answer is under way. */
export function Skeleton() {
  return (
    <div class="skeleton" role="status" aria-label={text.loading}>
      <div class="bone bone-title" /><div class="bone bone-line" />
      <div class="bone bone-finding" /><div class="bone bone-chart" />
    </div>
  )
}
