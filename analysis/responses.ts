import {
  type Answer,
  type Answers,
  declined,
  type Item,
  itemsOf,
  optionsOf,
  type Questionnaire,
} from '#surveys/questionnaire.ts'
import { isShown } from '#surveys/read-answers.ts'

/** Why a person has no answer to an item. Every real answer is 0 or more. */
export const missing = { skipped: -1, declined: -2, notShown: -3 } as const

/**
 * The answers to one item, a whole number for each person: the index of the option, a bit
 * for each option where several can be chosen, the number itself where one was asked for,
 * or one of the codes of `missing`.
 */
export type Column = Int16Array | Int32Array

/** What one person said, and the reporting unit the ballot came from. */
export interface Ballot {
  readonly unit: string
  readonly answers: Answers
}

/**
 * All answers as columns: what scoring reads. People stand in the order they are given in;
 * who gives them sees to it that it means nothing.
 */
export interface Responses {
  readonly questionnaire: Questionnaire
  /** the unit of each person, in the order of the columns */
  readonly units: readonly string[]
  readonly columns: ReadonlyMap<string, Column>
}

/** Bits of a 32-bit number that leave its sign alone. */
const mostOptions = 31

/**
 * Turns ballots into columns.
 *
 * @throws RangeError naming the item, never the answer, when an answer is none of the
 *   item's, or when an item has more options than a column can hold
 */
export function readResponses(
  questionnaire: Questionnaire,
  ballots: readonly Ballot[],
): Responses {
  const columns = itemsOf(questionnaire).map((item) => {
    return [item.id, readColumn(item, ballots)] as const
  })
  return {
    questionnaire,
    units: ballots.map(({ unit }) => unit),
    columns: new Map(columns),
  }
}

/**
 * Several people after others, for answers that are read part by part.
 *
 * @param parts of one questionnaire; none stands for nobody
 */
export function joinResponses(
  questionnaire: Questionnaire,
  parts: readonly Responses[],
): Responses {
  const columns = itemsOf(questionnaire).map((item) => {
    return [
      item.id,
      joinColumns(
        item,
        parts.map((part) => columnOf(part, item.id)),
      ),
    ] as const
  })
  return {
    questionnaire,
    units: parts.flatMap(({ units }) => units),
    columns: new Map(columns),
  }
}

function joinColumns({ format }: Item, parts: readonly Column[]): Column {
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  const column =
    format.kind === 'any-of' ? new Int32Array(length) : new Int16Array(length)
  let at = 0
  for (const part of parts) {
    column.set(part, at)
    at += part.length
  }
  return column
}

/**
 * The column of an item.
 *
 * @throws RangeError when the questionnaire has no such item
 */
export function columnOf(responses: Responses, item: string): Column {
  const column = responses.columns.get(item)
  if (!column) throw new RangeError(`expected an item of the questionnaire, got ${item}`)
  return column
}

function readColumn(item: Item, ballots: readonly Ballot[]): Column {
  const codeOf = codesOf(item)
  const read = ({ answers }: Ballot): number => {
    const answer = Object.hasOwn(answers, item.id) ? answers[item.id] : undefined
    if (answer === undefined) return codeOfSilence(item, answers)
    return answer === declined ? missing.declined : codeOf(answer)
  }
  return item.format.kind === 'any-of'
    ? Int32Array.from(ballots, read)
    : Int16Array.from(ballots, read)
}

function codeOfSilence({ shownWhen }: Item, answers: Answers): number {
  return shownWhen && !isShown(shownWhen, answers) ? missing.notShown : missing.skipped
}

function codesOf(item: Item): (answer: Answer) => number {
  const { format } = item
  const refuse = (): never => {
    throw new RangeError(`expected an answer that ${item.id} allows`)
  }
  if (format.kind === 'whole-number') {
    const { from, to } = format
    return (answer) =>
      isWhole(answer) && answer >= from && answer <= to ? answer : refuse()
  }

  const indexes = new Map<unknown, number>(
    optionsOf(format).map((option, index) => [option, index]),
  )
  if (format.kind !== 'any-of') return (answer) => indexes.get(answer) ?? refuse()
  if (indexes.size > mostOptions) {
    throw new RangeError(`expected at most ${mostOptions} options, got ${indexes.size}`)
  }
  return (answer) => {
    if (!Array.isArray(answer)) return refuse()
    const bitOf = (option: unknown): number => 1 << (indexes.get(option) ?? refuse())
    return answer.reduce<number>((bits, option) => bits | bitOf(option), 0)
  }
}

function isWhole(answer: Answer): answer is number {
  return typeof answer === 'number' && Number.isInteger(answer)
}
