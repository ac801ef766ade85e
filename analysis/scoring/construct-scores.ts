import { type ConstructId, constructIds } from '#surveys/constructs.ts'
import { type Item, itemsOf } from '#surveys/questionnaire.ts'
import { type Column, columnOf, missing, type Responses } from '../responses.ts'
import { needsOfCodes } from './item-needs.ts'

/** Stands where a person has no score; every real need is 0 to 100. */
export const noNeed = -1

/** How pressing a person's need is. `unknown` is no level: the person does not count. */
export const level = { unknown: -1, low: 0, elevated: 1, high: 2 } as const

/** From these need scores on: "sometimes" on average, "often" on average. */
const elevatedFrom = 50
const highFrom = 75

/**
 * The scores of one construct, an entry for each person. An importer fills one in from its
 * own scores and cut-offs; `tallyCounts` takes both.
 */
export interface ConstructScores {
  readonly construct: ConstructId
  /** 0–100, or `noNeed` where missing */
  readonly need: Float64Array
  /** one of `level` */
  readonly level: Int8Array
}

/**
 * Scores every construct the questionnaire asks for.
 *
 * The need score is the mean of the answered items, where at least half of them were
 * answered, and both of two. Items that were not shown because of an earlier answer (no
 * care duties) speak of no need; items that were not shown because that answer is missing
 * are missing.
 *
 * @throws RangeError when an item's answers have no scoring rule
 */
export function scoreConstructs(responses: Responses): readonly ConstructScores[] {
  const byConstruct = Map.groupBy(
    itemsOf(responses.questionnaire),
    (item) => item.construct,
  )
  return constructIds.flatMap((construct) => {
    const items = byConstruct.get(construct)
    return items ? [scoreConstruct(construct, items, responses)] : []
  })
}

/** How many of a construct's items a person must have answered. */
export function leastItems(count: number): number {
  return count <= 2 ? count : Math.ceil(count / 2)
}

function scoreConstruct(
  construct: ConstructId,
  items: readonly Item[],
  responses: Responses,
): ConstructScores {
  const people = responses.units.length
  const sums = new Float64Array(people)
  const answered = new Int8Array(people)
  for (const item of items) addNeeds(item, responses, sums, answered)

  const least = leastItems(items.length)
  const need = sums.map((sum, person) => {
    const count = answered[person] ?? 0
    return count >= least ? sum / count : noNeed
  })
  return { construct, need, level: Int8Array.from(need, levelOf) }
}

function levelOf(need: number): number {
  if (need === noNeed) return level.unknown
  if (need >= highFrom) return level.high
  return need >= elevatedFrom ? level.elevated : level.low
}

function addNeeds(
  item: Item,
  responses: Responses,
  sums: Float64Array,
  answered: Int8Array,
): void {
  const needs = needsOfCodes(item)
  const needOf = needReader(item, responses, needs)
  columnOf(responses, item.id).forEach((code, person) => {
    const need = needOf(code, person)
    if (need === noNeed) return
    sums[person] = (sums[person] ?? 0) + need
    answered[person] = (answered[person] ?? 0) + 1
  })
}

function needReader(
  { shownWhen }: Item,
  responses: Responses,
  needs: Float64Array,
): (code: number, person: number) => number {
  if (!shownWhen) return (code) => needs[code] ?? noNeed
  const leading: Column = columnOf(responses, shownWhen.item)
  return (code, person) => {
    // A real answer that did not lead here: the person is not concerned.
    if (code === missing.notShown && (leading[person] ?? -1) >= 0) return 0
    return needs[code] ?? noNeed
  }
}
