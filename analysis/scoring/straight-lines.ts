import type { Item, Questionnaire } from '#surveys/questionnaire.ts'
import { columnOf, type Responses } from '../responses.ts'

/** Straight lines, as exact counts, which are never shown; see `countStraightLines`. */
export interface StraightLines {
  readonly blocks: readonly StraightBlock[]
  /** people with a straight line in at least one block */
  readonly people: number
  /** people who answered all of at least one block, so that it could be told of them */
  readonly among: number
}

export interface StraightBlock {
  readonly items: readonly string[]
  /** people who answered every item of it */
  readonly answered: number
  /** those of them who gave the same answer to every item */
  readonly same: number
}

/** Fewer items with the same answer are no sign of anything. */
const fewestItems = 6

/**
 * Counts straight lines: the same answer to every item of a block.
 *
 * A block is what stands together under one sentence and is answered on the same scale of
 * frequency or agreement: six items or more that everybody is asked, among them one where a
 * high answer is good news and one where it is bad. The same answer everywhere then
 * contradicts itself, except in the middle of the scale, and may mean that nobody read.
 *
 * It may also be true: somebody can never have slept badly, never have had pain and never
 * have moved enough. So straight lines are counted, and nobody is left out because of one.
 * People who skipped or declined an item of a block cannot have one there.
 */
export function countStraightLines(responses: Responses): StraightLines {
  const lines = blocksOf(responses.questionnaire).map((items) => ({
    items: items.map(({ id }) => id),
    byPerson: linesOf(items, responses),
  }))
  const people = [...responses.units.keys()]
  const isAnywhere = (person: number, found: readonly Line[]): boolean =>
    lines.some(({ byPerson }) => found.includes(byPerson[person] ?? 'unknown'))
  return {
    blocks: lines.map(({ items, byPerson }) => ({
      items,
      answered: byPerson.filter((line) => line !== 'unknown').length,
      same: byPerson.filter((line) => line === 'straight').length,
    })),
    people: people.filter((person) => isAnywhere(person, ['straight'])).length,
    among: people.filter((person) => isAnywhere(person, ['straight', 'varied'])).length,
  }
}

type Line = 'straight' | 'varied' | 'unknown'

function linesOf(items: readonly Item[], responses: Responses): readonly Line[] {
  const columns = items.map(({ id }) => columnOf(responses, id))
  return responses.units.map((_, person) => {
    const codes = columns.map((column) => column[person] ?? -1)
    if (codes.some((code) => code < 0)) return 'unknown'
    return codes.every((code) => code === codes[0]) ? 'straight' : 'varied'
  })
}

function blocksOf({ parts }: Questionnaire): readonly (readonly Item[])[] {
  const scales = parts.flatMap(({ sections }) =>
    sections.flatMap(({ items }) =>
      (['frequency', 'agreement'] as const).map((kind) =>
        items.filter(({ format, shownWhen }) => format.kind === kind && !shownWhen),
      ),
    ),
  )
  return scales.filter(
    (items) =>
      items.length >= fewestItems &&
      items.some(({ reversed }) => reversed) &&
      items.some(({ reversed }) => !reversed),
  )
}
