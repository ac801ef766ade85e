import { background } from '#surveys/background.ts'
import { barriers, type Family, families } from '#surveys/modules/getting-help.ts'
import { itemsOf, optionsOf } from '#surveys/questionnaire.ts'
import type { ChoiceCount, ConstructCount, CountTable } from '../disclosure/counts.ts'
import { type Column, columnOf, type Responses } from '../responses.ts'
import {
  type ConstructScores,
  level,
  noNeed,
  scoreConstructs,
} from './construct-scores.ts'
import { type Background, crossCounts } from './cross-counts.ts'
import { measureAnswers } from './measure-answers.ts'
import { validReturns } from './response-quality.ts'

/**
 * Counts everything that was answered to a questionnaire of ours.
 *
 * @throws RangeError when an item's answers have no scoring rule
 */
export function countResponses(responses: Responses): CountTable {
  const asked = new Set(itemsOf(responses.questionnaire).map(({ id }) => id))
  const scores = scoreConstructs(responses)
  const valid = validReturns(responses)
  const returned = responses.units.filter((_, person) => valid[person] === 1)
  return tallyCounts(responses.units, scores, {
    returns: countUnits(returned),
    wanted: asked.has('wanted-services') ? countWishes(responses) : null,
    barriers: asked.has('barriers')
      ? countChoices(columnOf(responses, 'barriers'), barriers)
      : null,
    background: backgroundOf(responses),
    measured: measureAnswers(responses, scores),
  })
}

/** What people said of their background, by question; silence and refusal are one. */
function backgroundOf(responses: Responses): Background {
  const items = background.sections.flatMap((section) => section.items)
  const asked = items.filter(({ id }) => responses.columns.has(id))
  const columns = asked.map(({ id }) => {
    const codes = Int8Array.from(columnOf(responses, id), (code) => Math.max(-1, code))
    return [id, codes] as const
  })
  return Object.fromEntries(columns)
}

/**
 * Counts scored people by unit, wherever their scores come from.
 *
 * @param units the reporting unit of each person
 * @param scores of the same people in the same order; a construct left out was not asked
 * @throws RangeError when the numbers of people differ
 */
export function tallyCounts(
  units: readonly string[],
  scores: readonly ConstructScores[],
  { background: told, ...rest }: Beside,
): CountTable {
  const constructs = scores.map((score) => {
    return [score.construct, countByUnit(units, score)] as const
  })
  return {
    ballots: countUnits(units),
    constructs: Object.fromEntries(constructs),
    ...rest,
    crossed: crossCounts(units, scores, told),
  }
}

/** What is counted beside the scores; null, or no background, where it was not asked. */
interface Beside
  extends Pick<CountTable, 'returns' | 'wanted' | 'barriers' | 'measured'> {
  readonly background: Background
}

/** How many people come from each unit, by unit in order. */
function countUnits(units: readonly string[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>()
  for (const unit of units) counts.set(unit, (counts.get(unit) ?? 0) + 1)
  return Object.fromEntries([...counts].sort(byFirst))
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] }

function countByUnit(
  units: readonly string[],
  scores: ConstructScores,
): Readonly<Record<string, ConstructCount>> {
  if (scores.need.length !== units.length || scores.level.length !== units.length) {
    throw new RangeError(
      `expected ${units.length} scores of ${scores.construct}, got ${scores.need.length}`,
    )
  }
  const counts = new Map<string, Mutable<ConstructCount>>()
  units.forEach((unit, person) => {
    const need = scores.need[person] ?? noNeed
    const reached = scores.level[person] ?? level.unknown
    if (need === noNeed || reached === level.unknown) return
    const count = counts.get(unit) ?? { n: 0, elevated: 0, high: 0, sumOfNeed: 0 }
    counts.set(unit, count)
    count.n += 1
    if (reached >= level.elevated) count.elevated += 1
    if (reached >= level.high) count.high += 1
    count.sumOfNeed += need
  })
  return Object.fromEntries([...counts].sort(byFirst))
}

/** Wishes; who wants help to stop smoking says so at another question too. */
function countWishes(responses: Responses): ChoiceCount<Family> {
  const wishes = columnOf(responses, 'wanted-services')
  const wantsToStop = saidYes(responses, 'nicotine-help')
  const stopSmoking = 1 << families.indexOf('stop_smoking')
  const all = wishes.map((bits, person) => {
    return bits >= 0 && wantsToStop(person) ? bits | stopSmoking : bits
  })
  return countChoices(all, families)
}

function saidYes(
  { questionnaire, columns }: Responses,
  id: string,
): (person: number) => boolean {
  const item = itemsOf(questionnaire).find((candidate) => candidate.id === id)
  if (!item) return () => false
  const yes = optionsOf(item.format).indexOf('yes')
  return (person) => columns.get(id)?.[person] === yes
}

function countChoices<Option extends string>(
  column: Column,
  options: readonly Option[],
): ChoiceCount<Option> {
  const answers = column.filter((bits) => bits >= 0)
  const chosen = options.map((option, index) => {
    return [option, answers.filter((bits) => (bits & (1 << index)) !== 0).length]
  })
  return {
    n: answers.length,
    chosen: Object.fromEntries(chosen) as Record<Option, number>, // one for every option
  }
}

function byFirst(
  [a]: readonly [string, unknown],
  [b]: readonly [string, unknown],
): number {
  return a < b ? -1 : 1
}
