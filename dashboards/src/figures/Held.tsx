import { text } from '../text'

/** Where a figure would stand that is held back. */
export const Held = () => <span class="held" title={text.heldBack}>{'<\u00a05'}</span>
