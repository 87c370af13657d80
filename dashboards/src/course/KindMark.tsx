import type { Kind } from '../api/answers'

/** Each kind has a shape as well as a colour, so that neither is needed to tell kinds apart. */
export function KindMark({ kind }: { kind: Kind }) {
  return <svg class={`kind-mark kind-${kind}`} viewBox="0 0 12 12" aria-hidden="true">{shapes[kind]}</svg>
}

const shapes = {
  'content': <path d="M1 2h10v2H1zM1 5.250h10v2H1zM1 8.500h7v2H1z" />,
  'resource': <path d="M2 1h5l3 3v7H2zM4 5.500h4V7H4zM4 8h4v1.500H4z" fill-rule="evenodd" />,
  'try-it': <path d="M2 0.800 11 6 2 11.200z" />,
  'think-about': <circle cx="6" cy="6" r="5.200" />,
  'discussion': <path d="M1 1.500h10v7H6.500L3.500 11V8.500H1z" />,
  'assessment': <path d="M6 0.500 11.500 6 6 11.500 0.500 6z" />,
  'artifact': <path d="M3.300 1.200h5.400L11.500 6 8.700 10.800H3.300L0.500 6z" />,
  'other': <path d="M1 4.800h10v2.400H1z" />,
}
