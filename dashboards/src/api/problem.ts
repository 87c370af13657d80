import { text } from '../text'
import type { Problem } from './answers'

/** Why the server gave no answer, in words. */
export async function problemOf(response: Response): Promise<{ title: string; detail: string; status: number }> {
  let problem: Problem = {}
  try {
    problem = (await response.json()) as Problem
  } catch {
    // Whatever stands between us and the program answered in words of its own; the status says enough.
  }
  return { title: problem.title ?? text.serverSaid(response.status), detail: problem.detail ?? '', status: response.status }
}
