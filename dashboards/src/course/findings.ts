import type { Section } from '../api/answers'

/** What the product is about: the parts a learner does rather than reads. */
export const isPractice = (section: Section) => section.kind === 'try-it' || section.kind === 'think-about'

/** The practice with the highest skip rate; of equals the one that more learners skip, then the earlier. */
export function mostSkipped(sections: Section[]): Section | undefined {
  return sections
    .filter(s => isPractice(s) && s.skip_rate !== null && s.skip_rate > 0)
    .sort((a, b) => b.skip_rate! - a.skip_rate! || b.skipped! - a.skipped! || a.position - b.position)[0]
}

/** The section with the longest median time. */
export function longest(sections: Section[]): Section | undefined {
  return sections
    .filter(s => s.median_seconds !== null && s.median_seconds > 0)
    .sort((a, b) => b.median_seconds! - a.median_seconds! || a.position - b.position)[0]
}
