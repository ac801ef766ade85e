import type { CrossedConstruct, CrossedCounts } from '../disclosure/counts.ts'
import { at } from '../statistics/at.ts'
import { type ConstructScores, level, noNeed } from './construct-scores.ts'

/** By background question: index of each person's answer, −1 where there is none. */
export type Background = Readonly<Record<string, Int8Array>>

/**
 * Counts people by reporting unit and background.
 *
 * Atoms are sorted by unit and answers, so that their order tells nothing of the order of
 * the people.
 *
 * @param units the reporting unit of each person
 * @param scores of the same people in the same order
 */
export function crossCounts(
  units: readonly string[],
  scores: readonly ConstructScores[],
  background: Background,
): CrossedCounts {
  const answers = Object.values(background)
  const keys = units.map((unit, person) =>
    JSON.stringify([unit, ...answers.map((codes) => at(codes, person))]),
  )
  const distinct = [...new Set(keys)].sort()
  const places = new Map(distinct.map((key, place) => [key, place]))
  const atomOf = Int32Array.from(keys, (key) => places.get(key) ?? 0)
  const parsed = distinct.map((key): readonly [string, ...number[]] => JSON.parse(key))

  const ballots = new Float64Array(distinct.length)
  for (const atom of atomOf) ballots[atom] = at(ballots, atom) + 1
  const categories = Object.keys(background).map((question, index) => {
    return [question, Int8Array.from(parsed, (atom) => Number(atom[index + 1]))] as const
  })
  const constructs = scores.map((score) => {
    return [score.construct, countAtoms(atomOf, distinct.length, score)] as const
  })
  return {
    units: parsed.map(([unit]) => unit),
    categories: Object.fromEntries(categories),
    ballots,
    constructs: Object.fromEntries(constructs),
  }
}

function countAtoms(
  atomOf: Int32Array,
  size: number,
  { need, level: reached }: ConstructScores,
): CrossedConstruct {
  const empty = (): Float64Array => new Float64Array(size)
  const counts = {
    n: empty(),
    elevated: empty(),
    high: empty(),
    sumOfNeed: empty(),
    squares: empty(),
  }
  const add = (column: Float64Array, atom: number, value: number): void => {
    column[atom] = at(column, atom) + value
  }
  atomOf.forEach((atom, person) => {
    const score = at(need, person)
    const own = at(reached, person)
    if (score === noNeed || own === level.unknown) return
    add(counts.n, atom, 1)
    if (own >= level.elevated) add(counts.elevated, atom, 1)
    if (own >= level.high) add(counts.high, atom, 1)
    add(counts.sumOfNeed, atom, score)
    add(counts.squares, atom, score * score)
  })
  return counts
}
