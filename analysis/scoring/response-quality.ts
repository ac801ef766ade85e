import { background } from '#surveys/background.ts'
import { type Item, itemsOf, type Questionnaire } from '#surveys/questionnaire.ts'
import { type Column, columnOf, missing, type Responses } from '../responses.ts'
import { countStraightLines, type StraightLines } from './straight-lines.ts'

/**
 * How well a questionnaire was answered: exact, and therefore never shown. What of it may
 * be published is for the disclosure rules, as with every other count.
 */
export interface ResponseQuality {
  /** by reporting unit; a unit left out has no ballot */
  readonly returns: Readonly<Record<string, Returns>>
  /** every item, in the questionnaire's order */
  readonly items: readonly ItemCount[]
  /**
   * At which item people said something for the last time, in the questionnaire's order.
   * Only cast ballots are known: who opened the page and left without sending is not, so
   * this is where people stopped, not how many gave up.
   */
  readonly lastSaid: readonly { readonly item: string; readonly ballots: number }[]
  /** ballots on which nothing was said at all */
  readonly saidNothing: number
  readonly straightLines: StraightLines
}

/** What came back from a unit. */
export interface Returns {
  readonly cast: number
  /** those of them with at least half of the core items answered */
  readonly valid: number
}

/** What people did at an item; the four add up to all ballots. */
export interface ItemCount {
  readonly item: string
  readonly answered: number
  /** said that they prefer not to answer */
  readonly declined: number
  /** left out, or never reached */
  readonly skipped: number
  /** not shown because of an earlier answer, or because that answer is missing */
  readonly notShown: number
}

/**
 * Counts how well a questionnaire was answered.
 *
 * Saying "I prefer not to answer" is no answer: it counts for how far somebody came, and
 * not for whether half of the items were answered.
 */
export function assessResponses(responses: Responses): ResponseQuality {
  const items = itemsOf(responses.questionnaire)
  const last = lastItems(responses)
  return {
    returns: countReturns(responses),
    items: items.map(({ id }) => countItem(id, columnOf(responses, id))),
    lastSaid: items.map(({ id }, place) => ({ item: id, ballots: countOf(last, place) })),
    saidNothing: countOf(last, nothing),
    straightLines: countStraightLines(responses),
  }
}

/**
 * The response rate: valid returns / people invited.
 *
 * @param valid whole, 0 to `invited`
 * @param invited whole, above 0
 * @returns 0 to 1
 * @throws RangeError otherwise
 * @see AAPOR (2023), Standard Definitions, RR1 for a list on which everybody is eligible.
 */
export function responseRate(valid: number, invited: number): number {
  if (![valid, invited].every(Number.isInteger) || invited < 1) {
    throw new RangeError(
      `expected people, at least one invited, got ${valid} of ${invited}`,
    )
  }
  if (valid < 0 || valid > invited) {
    throw new RangeError(`expected 0 to ${invited} valid returns, got ${valid}`)
  }
  return valid / invited
}

/**
 * The items everybody is asked: all but those shown because of an earlier answer and the
 * background questions.
 */
export function coreItems(questionnaire: Questionnaire): readonly Item[] {
  const parts = questionnaire.parts.filter(({ id }) => id !== background.id)
  return itemsOf({ ...questionnaire, parts }).filter(({ shownWhen }) => !shownWhen)
}

function countReturns(responses: Responses): Readonly<Record<string, Returns>> {
  const columns = coreItems(responses.questionnaire).map(({ id }) =>
    columnOf(responses, id),
  )
  const isValid = (person: number): boolean =>
    2 * columns.filter((column) => isAnswer(column[person])).length >= columns.length
  const people = Map.groupBy(responses.units.keys(), (person) => responses.units[person])
  const returns = [...people].map(([unit = '', members]) => {
    return [
      unit,
      { cast: members.length, valid: members.filter(isValid).length },
    ] as const
  })
  return Object.fromEntries(returns.sort(([a], [b]) => (a < b ? -1 : 1)))
}

function countItem(item: string, column: Column): ItemCount {
  return {
    item,
    answered: column.filter(isAnswer).length,
    declined: countOf(column, missing.declined),
    skipped: countOf(column, missing.skipped),
    notShown: countOf(column, missing.notShown),
  }
}

/** Stands for the place of the last item where there is none. */
const nothing = -1

/** The place of the last item at which each person said something. */
function lastItems(responses: Responses): Int16Array {
  const last = new Int16Array(responses.units.length).fill(nothing)
  itemsOf(responses.questionnaire).forEach(({ id }, place) => {
    columnOf(responses, id).forEach((code, person) => {
      if (isAnswer(code) || code === missing.declined) last[person] = place
    })
  })
  return last
}

function countOf(column: Column, code: number): number {
  return column.filter((one) => one === code).length
}

function isAnswer(code: number | undefined): boolean {
  return code !== undefined && code >= 0
}
