import {
  type Answer,
  type AnswerFormat,
  type Answers,
  type Condition,
  declined,
  type Item,
  itemsOf,
  optionsOf,
  type Questionnaire,
} from './questionnaire.ts'

/** What is wrong with one entry: where, what was allowed there. Never the value itself. */
export interface AnswerProblem {
  readonly item: string
  readonly expected: string
}

export type ReadAnswers =
  | { readonly ok: true; readonly answers: Answers }
  | { readonly ok: false; readonly problems: readonly AnswerProblem[] }

type Check = (value: unknown) => value is Answer

/**
 * Compiles a questionnaire into the one test that answers must pass before they are kept:
 * only its items, only their options, nothing for items that were not shown. Keys come out
 * in the questionnaire's order, so that the order of answering leaves no trace.
 */
export function compileReader(
  questionnaire: Questionnaire,
): (body: unknown) => ReadAnswers {
  const items = new Map(itemsOf(questionnaire).map((item) => [item.id, item]))
  const checks = new Map(
    [...items.values()].map((item) => [item.id, checkOf(item, questionnaire.mayDecline)]),
  )

  return (body) => {
    if (!isRecord(body)) {
      return { ok: false, problems: [{ item: '', expected: 'an object of answers' }] }
    }
    const problems = [...findProblems(body, items, checks)]
    if (problems.length > 0) return { ok: false, problems }
    return { ok: true, answers: inOrder(body, items, checks) }
  }
}

function* findProblems(
  body: Readonly<Record<string, unknown>>,
  items: ReadonlyMap<string, Item>,
  checks: ReadonlyMap<string, Check>,
): Generator<AnswerProblem> {
  for (const [id, value] of Object.entries(body)) {
    const item = items.get(id)
    if (!item) {
      yield { item: id.slice(0, 60), expected: 'no such question' }
    } else if (!checks.get(id)?.(value)) {
      yield { item: id, expected: expectation(item) }
    } else if (item.shownWhen && !isShown(item.shownWhen, body)) {
      yield { item: id, expected: `nothing: ${item.shownWhen.item} did not lead here` }
    }
  }
  for (const item of items.values()) {
    if (item.required && body[item.id] === undefined) {
      yield { item: item.id, expected: expectation(item) }
    }
  }
}

function inOrder(
  body: Readonly<Record<string, unknown>>,
  items: ReadonlyMap<string, Item>,
  checks: ReadonlyMap<string, Check>,
): Answers {
  const answers: Record<string, Answer> = {}
  for (const [id, item] of items) {
    const value = body[id]
    if (value === undefined || !checks.get(id)?.(value)) continue
    answers[id] = Array.isArray(value) ? sortLike(optionsOf(item.format), value) : value
  }
  return answers
}

export function isShown(
  condition: Condition,
  answers: Readonly<Record<string, unknown>>,
): boolean {
  const given = answers[condition.item]
  return condition.isAnyOf.some((option) => option === given)
}

function checkOf({ format }: Item, mayDecline: boolean): Check {
  const fits = fitOf(format)
  return (value): value is Answer => (mayDecline && value === declined) || fits(value)
}

function fitOf(format: AnswerFormat): (value: unknown) => boolean {
  if (format.kind === 'whole-number') {
    const { from, to } = format
    return (value) => isWhole(value) && value >= from && value <= to
  }
  const options = new Set<unknown>(optionsOf(format))
  if (format.kind !== 'any-of') return (value) => options.has(value)

  const exclusive = new Set<unknown>(format.exclusive ?? [])
  const atMost = format.atMost ?? options.size
  return (value) =>
    Array.isArray(value) &&
    value.length > 0 &&
    value.length <= atMost &&
    value.every((option) => options.has(option)) &&
    new Set(value).size === value.length &&
    (value.length === 1 || !value.some((option) => exclusive.has(option)))
}

function expectation({ format }: Item): string {
  switch (format.kind) {
    case 'whole-number':
      return `a whole number from ${format.from} to ${format.to}`
    case 'any-of':
      return `a list of 1 to ${format.atMost ?? format.options.length} different options of: ${format.options.join(', ')}${standAlone(format.exclusive)}`
    default:
      return `one of: ${optionsOf(format).join(', ')}`
  }
}

const standAlone = (exclusive: readonly string[] | undefined): string =>
  exclusive ? ` (${exclusive.join(', ')} only alone)` : ''

function sortLike(
  order: readonly string[],
  values: readonly string[],
): readonly string[] {
  return order.filter((option) => values.includes(option))
}

function isWhole(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value)
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
