import type { Section } from '../api/answers'

/** What the product is about: the parts a learner does rather than reads. */
export const isPractice = (section: Section) => section.kind === 'try-it' || section.kind === 'think-about'

/** Lower end of Wilson's 95 % interval: what is sure of a share, given how many stand behind it. */
function sureShare(hits: number, all: number): number {
  const z2 = 1.96 ** 2
  const share = hits / all
  return (share + z2 / (2 * all) - Math.sqrt(z2 * (share * (1 - share) / all + z2 / (4 * all * all)))) / (1 + z2 / all)
}

/** The practice whose skip rate is surely highest; of equals the earlier. By rate alone, three of five would beat 300 of 600. */
export function mostSkipped(sections: Section[]): Section | undefined {
  return sections
    .filter(s => isPractice(s) && s.skip_rate !== null && s.skip_rate > 0)
    .sort((a, b) => sureShare(b.skipped!, b.known!) - sureShare(a.skipped!, a.known!) || a.position - b.position)[0]
}

/** The section with the longest median time. */
export function longest(sections: Section[]): Section | undefined {
  return sections
    .filter(s => s.median_seconds !== null && s.median_seconds > 0)
    .sort((a, b) => b.median_seconds! - a.median_seconds! || a.position - b.position)[0]
}
