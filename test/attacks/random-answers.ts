import type { Unit } from '#analysis/disclosure/reporting-units.ts'
import { noNeed } from '#analysis/scoring/construct-scores.ts'
import { drawNormal } from '#analysis/statistics/draws.ts'
import type { Random } from '#analysis/statistics/random.ts'
import type { Answerer } from './answerer.ts'
import type { Wanted } from './wanted.ts'

/** Background questions and how often each answer is given. */
export const questions: readonly {
  readonly id: string
  readonly shares: readonly number[]
}[] = [
  { id: 'age', shares: [0.22, 0.5, 0.28] },
  { id: 'gender', shares: [0.52, 0.465, 0.015] },
  { id: 'staff-group', shares: [0.45, 0.3, 0.17, 0.08] },
  { id: 'pattern', shares: [0.7, 0.3] },
]

/** Number of items of each construct, in turn: how fine its scores are. */
const items = [3, 1, 5]

/** Those of everybody who answer. */
export function answerers(
  random: Random,
  units: readonly Unit[],
  countedIn: Readonly<Record<string, string>>,
  wanted: Wanted,
): readonly Answerer[] {
  const home = Math.floor(random() * units.length)
  const alike = Math.floor(random() * 5) * 25
  return units.flatMap(({ id, headcount }, index) => {
    const { mean, spread } = wanted.rate
    const rate = Math.min(1, Math.max(0.1, mean + spread * drawNormal(random)))
    const shift = wanted.answering === 'by-unit' ? 0.4 * drawNormal(random) : 0
    const background = backgroundIn(random, wanted, index === home)
    return Array.from({ length: headcount }, (): Answerer => {
      const need = (_: unknown, construct: number): number => {
        if (random() < wanted.missing) return noNeed
        return wanted.answering === 'alike'
          ? alike
          : score(random, wanted, shift, items[construct % items.length] ?? 1)
      }
      const needs = wanted.constructs.map(need)
      return { team: id, unit: countedIn[id] ?? id, background: background(), needs }
    }).filter(() => random() < rate)
  })
}

function score(
  random: Random,
  { answering }: Wanted,
  shift: number,
  size: number,
): number {
  const drawn = random()
  const skewed = { low: drawn ** 4, high: 1 - drawn ** 4, 'by-unit': drawn + shift }
  const share = answering in skewed ? skewed[answering as keyof typeof skewed] : drawn
  const within = Math.min(0.999, Math.max(0, share))
  return (Math.floor(within * (4 * size + 1)) * 25) / size
}

/** How the people of one team answer on background. */
function backgroundIn(
  random: Random,
  wanted: Wanted,
  isHome: boolean,
): () => readonly number[] {
  const asked = questions.slice(0, wanted.filters)
  const uniform = random() < wanted.uniform ? Math.floor(random() * asked.length) : -1
  const theirs = pick(random, asked[uniform]?.shares ?? [1])
  // The last answer of each question is given in one team only.
  const isolate = (answer: number, last: number): number => {
    if (isHome) return random() < 0.5 ? last : answer
    return answer === last ? 0 : answer
  }
  return () =>
    asked.map(({ shares }, question) => {
      const answer = question === uniform ? theirs : pick(random, shares)
      const kept = wanted.isolated ? isolate(answer, shares.length - 1) : answer
      return random() < wanted.silent ? -1 : kept
    })
}

function pick(random: Random, shares: readonly number[]): number {
  let left = random()
  const found = shares.findIndex((share) => {
    left -= share
    return left < 0
  })
  return found < 0 ? shares.length - 1 : found
}

/** How far two scores of a construct are apart at least. */
export function stepOf(construct: number): number {
  return 25 / (items[construct % items.length] ?? 1)
}
