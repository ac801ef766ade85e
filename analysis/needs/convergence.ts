import type { Convergence } from './need.ts'

/** What the sources say of one construct, 0–100 each; null where a source is missing. */
export interface SourceScores {
  readonly survey: number | null
  readonly focusGroups: number | null
  readonly managers: number | null
}

/**
 * How the sources agree, by levels of 20 points: 0 below 20, 1 below 40, 2 below 60, else
 * 3. The same level is agreement, one apart is partial, more is dissonance. Focus groups
 * that had the topic and did not take it up, where another source has level 2 or more, are
 * silent.
 *
 * @see Farmer, Robinson, Elliott & Eyles (2006), Qualitative Health Research 16, 377–394.
 */
export function convergenceOf(scores: SourceScores): Convergence {
  const levels = [scores.survey, scores.focusGroups, scores.managers]
    .filter((score) => score !== null)
    .map(levelOf)
  if (levels.length < 2) return 'single-source'

  const highest = Math.max(...levels)
  if (scores.focusGroups === 0 && highest >= 2) return 'silence'
  const distance = highest - Math.min(...levels)
  if (distance === 0) return 'agreement'
  return distance === 1 ? 'partial' : 'dissonance'
}

/** @returns 0 below 20 of 100 points, 1 below 40, 2 below 60, else 3 */
export function levelOf(score: number): 0 | 1 | 2 | 3 {
  if (score < 20) return 0
  if (score < 40) return 1
  return score < 60 ? 2 : 3
}
