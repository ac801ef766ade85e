import type { Item, Questionnaire } from '#surveys/questionnaire.ts'
import { columnOf, type Responses } from '../responses.ts'
import { at } from '../statistics/at.ts'

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

/** What is known of a person in a block. */
const line = { unknown: 0, varied: 1, straight: 2 } as const

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
  const blocks = blocksOf(responses.questionnaire).map((items) => ({
    items: items.map(({ id }) => id),
    lines: linesOf(items, responses),
  }))
  const anywhere = Uint8Array.from(responses.units, (_, person) =>
    Math.max(0, ...blocks.map(({ lines }) => at(lines, person))),
  )
  return {
    blocks: blocks.map(({ items, lines }) => ({
      items,
      answered: countFrom(lines, line.varied),
      same: countFrom(lines, line.straight),
    })),
    people: countFrom(anywhere, line.straight),
    among: countFrom(anywhere, line.varied),
  }
}

function linesOf(items: readonly Item[], responses: Responses): Uint8Array {
  const [first, ...others] = items.map(({ id }) => columnOf(responses, id))
  return Uint8Array.from(responses.units, (_, person) => {
    const code = first ? at(first, person) : -1
    if (code < 0) return line.unknown
    let found: number = line.straight
    for (const column of others) {
      const other = at(column, person)
      if (other < 0) return line.unknown
      if (other !== code) found = line.varied
    }
    return found
  })
}

function countFrom(lines: Uint8Array, least: number): number {
  return lines.reduce((count, one) => count + (one >= least ? 1 : 0), 0)
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
