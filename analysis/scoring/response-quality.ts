import { background } from '#surveys/background.ts'
import { type Item, itemsOf, type Questionnaire } from '#surveys/questionnaire.ts'
import type { AnsweringCounts } from '../disclosure/counts.ts'
import { type Column, columnOf, missing, type Responses } from '../responses.ts'
import { at } from '../statistics/at.ts'
import { sum } from '../statistics/moments.ts'
import { countStraightLines } from './straight-lines.ts'

/**
 * The people whose answers are a valid return: at least half of the core items answered.
 *
 * Saying "I prefer not to answer" is no answer here, though it counts for how far somebody
 * came.
 *
 * @returns 1 for a valid return, else 0, by person
 * @see AAPOR (2023), Standard Definitions: less than half is a break-off and no response.
 */
export function validReturns(responses: Responses): Uint8Array {
  const items = coreItems(responses.questionnaire)
  const answered = new Uint16Array(responses.units.length)
  for (const { id } of items) {
    columnOf(responses, id).forEach((code, person) => {
      if (code >= 0) answered[person] = at(answered, person) + 1
    })
  }
  return Uint8Array.from(answered, (count) => (2 * count >= items.length ? 1 : 0))
}

/**
 * The items everybody is asked: all but those shown because of an earlier answer, the
 * background questions, and what an organization asks beside the core: whether an answer is
 * complete must not hang on that.
 */
export function coreItems(questionnaire: Questionnaire): readonly Item[] {
  const parts = questionnaire.parts.filter(
    ({ id, isOptional }) => id !== background.id && !isOptional,
  )
  return itemsOf({ ...questionnaire, parts }).filter(({ shownWhen }) => !shownWhen)
}

/**
 * Counts how people answered: how many came far enough, where they stopped, and how many gave
 * one answer all the way down. Exact, and therefore never shown.
 *
 * Only cast ballots are known: who opened the page and left without sending is not, so this is
 * where people stopped, and not how many gave up.
 */
export function countAnswering(
  responses: Responses,
  valid: Uint8Array = validReturns(responses),
): AnsweringCounts {
  const byItem = new Map(
    countLastSaid(responses).map(({ item, ballots }) => [item, ballots] as const),
  )
  const parts = responses.questionnaire.parts.map(({ id, sections }) => {
    const items = sections.flatMap((section) => section.items)
    return [id, sum(items.map((item) => byItem.get(item.id) ?? 0))] as const
  })
  const { people, among } = countStraightLines(responses)
  return {
    ballots: responses.units.length,
    complete: countOf(valid, 1),
    lastPart: Object.fromEntries(parts),
    straightLines: { people, among },
  }
}

/** Stands for the place of the last item where nothing was said at all. */
const nowhere = -1

/**
 * At which item people said something for the last time, in the questionnaire's order;
 * declining is saying something. Ballots on which nothing was said are in none.
 */
export function countLastSaid(
  responses: Responses,
): readonly { readonly item: string; readonly ballots: number }[] {
  const items = itemsOf(responses.questionnaire)
  const last = new Int16Array(responses.units.length).fill(nowhere)
  items.forEach(({ id }, place) => {
    columnOf(responses, id).forEach((code, person) => {
      if (code >= 0 || code === missing.declined) last[person] = place
    })
  })
  return items.map(({ id }, place) => ({ item: id, ballots: countOf(last, place) }))
}

/** What people did at an item; the four add up to all ballots. */
export interface ItemCount {
  readonly answered: number
  /** said that they prefer not to answer */
  readonly declined: number
  /** left out, or never reached */
  readonly skipped: number
  /** not shown because of an earlier answer, or because that answer is missing */
  readonly notShown: number
}

export function countItem(column: Column): ItemCount {
  const [declined, skipped, notShown] = [
    countOf(column, missing.declined),
    countOf(column, missing.skipped),
    countOf(column, missing.notShown),
  ]
  const answered = column.length - declined - skipped - notShown
  return { answered, declined, skipped, notShown }
}

/** How often a code stands in a column. */
export function countOf(column: Column | Uint8Array, code: number): number {
  let count = 0
  for (const one of column) if (one === code) count += 1
  return count
}
