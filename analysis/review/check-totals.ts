import { sdc1 } from '../disclosure/rules.ts'
import {
  type AnnualLine,
  annualLineIds,
  annualTableIds,
  annualTables,
  kindOf,
  outcomeKinds,
  quarters,
} from './annual-lines.ts'
import { type AnnualTotals, monthsOf } from './annual-totals.ts'

/** What is wrong with a report, by the line to look at. Each has a sentence of its own. */
export const annualFaults = [
  'missing',
  'number',
  'unclear',
  'whole',
  'month',
  'yes-no',
  'case',
  'twice',
  'order',
  'length',
  'running',
  'overlap',
  'few-covered',
  'quarter-outside',
  'incomplete',
  'sum',
  'exceeds',
  'needs',
  'range',
] as const
export type AnnualFault = (typeof annualFaults)[number]

export interface AnnualProblem {
  readonly line: AnnualLine
  readonly fault: AnnualFault
  /** the lines it does not agree with */
  readonly others: readonly AnnualLine[]
  /** numbers that its sentence names */
  readonly words: Readonly<Record<string, number>>
}

/** So many months a report may cover. */
const lengths: readonly number[] = [6, 9, 12]

/**
 * Numbers that contradict each other, line by line. None is put right: which of two is wrong,
 * only the provider knows.
 *
 * @param today as `2026-11-22`
 */
export function contradictionsIn(
  totals: AnnualTotals,
  today: string,
): readonly AnnualProblem[] {
  return [
    ...periodProblems(totals, today),
    ...coveredProblems(totals),
    ...quarterProblems(totals),
    ...annualTableIds.flatMap((table) => tableProblems(table, totals)),
    ...partProblems(totals),
    ...outcomeProblems(totals),
    ...rangeProblems(totals),
  ]
}

const problem = (
  line: AnnualLine,
  fault: AnnualFault,
  others: readonly AnnualLine[] = [],
  words: AnnualProblem['words'] = {},
): AnnualProblem => ({ line, fault, others, words })

function periodProblems(totals: AnnualTotals, today: string): readonly AnnualProblem[] {
  const months = monthsOf(totals)
  if (months < 1) return [problem('about.to', 'order', ['about.from'])]
  if (!lengths.includes(months)) return [problem('about.to', 'length', [], { months })]
  const isOver = totals.to < today.slice(0, 7)
  return isOver ? [] : [problem('about.to', 'running')]
}

function coveredProblems({
  covered,
  family,
  numbers,
}: AnnualTotals): readonly AnnualProblem[] {
  if (covered < sdc1.organization) {
    return [problem('about.covered', 'few-covered', [], { least: sdc1.organization })]
  }
  const isBeyond = !family && (numbers['contacts.new'] ?? 0) > covered
  return isBeyond ? [problem('contacts.new', 'exceeds', ['about.covered'])] : []
}

/** A quarter of the period is told for every three months there are, and for no others. */
function quarterProblems(totals: AnnualTotals): readonly AnnualProblem[] {
  const lines = quarters.map((quarter) => `quarter.${quarter}` as const)
  const { numbers } = totals
  if (lines.every((line) => numbers[line] === undefined)) return []
  const there = Math.floor(monthsOf(totals) / 3)
  const outside = lines.slice(Math.max(there, 0)).filter((line) => numbers[line])
  if (outside.length > 0) return outside.map((line) => problem(line, 'quarter-outside'))
  return sumProblems(lines.slice(0, there), totals)
}

function tableProblems(
  table: keyof typeof annualTables,
  totals: AnnualTotals,
): readonly AnnualProblem[] {
  const lines = annualTables[table].map((line) => `${table}.${line}` as AnnualLine) // its lines
  if (lines.every((line) => totals.numbers[line] === undefined)) return []
  return sumProblems(lines, totals)
}

/** A table that was begun is complete: an empty line is no nought. */
function sumProblems(
  lines: readonly AnnualLine[],
  { numbers }: AnnualTotals,
): readonly AnnualProblem[] {
  const missing = lines.filter((line) => numbers[line] === undefined)
  if (missing.length > 0) return missing.map((line) => problem(line, 'incomplete'))
  const expected = numbers['contacts.new']
  const sum = lines.reduce((total, line) => total + (numbers[line] ?? 0), 0)
  const [first] = lines
  if (!first || expected === undefined || sum === expected) return []
  return [problem(first, 'sum', ['contacts.new'], { sum, expected })]
}

/** The first is a part of the second, which has to be told with it. */
const partsOfWholes: readonly (readonly [AnnualLine, AnnualLine])[] = [
  ['flow.soon', 'contacts.new'],
  ['flow.referred', 'contacts.new'],
  ['flow.planned', 'flow.closed'],
  ['satisfaction.satisfied', 'satisfaction.answered'],
  ['satisfaction.answered', 'satisfaction.asked'],
  ['safety.complaints-resolved', 'safety.complaints'],
  ['safety.breaches-resolved', 'safety.breaches'],
  ['outcome.matched', 'outcome.started'],
  ['vetting.vetted', 'vetting.counsellors'],
]

function partProblems({ numbers }: AnnualTotals): readonly AnnualProblem[] {
  return partsOfWholes.flatMap(([part, whole]) => {
    const count = numbers[part]
    const all = numbers[whole]
    if (count === undefined) return []
    if (all === undefined) return [problem(part, 'needs', [whole])]
    return count > all ? [problem(part, 'exceeds', [whole])] : []
  })
}

/** A change needs both ends and their spread, and of how many people. */
function outcomeProblems({ numbers }: AnnualTotals): readonly AnnualProblem[] {
  return outcomeKinds.flatMap((kind) => {
    const own = (['before', 'after', 'spread'] as const).map(
      (which): AnnualLine => `outcome.${kind}.${which}`,
    )
    const [first] = own
    if (!first || own.every((line) => numbers[line] === undefined)) return []
    const missing = own.filter((line) => numbers[line] === undefined)
    if (missing.length > 0) return missing.map((line) => problem(line, 'incomplete'))
    return numbers['outcome.matched'] === undefined
      ? [problem(first, 'needs', ['outcome.matched'])]
      : []
  })
}

/** What a score, a wait of days and a number of sessions can be at most. */
const highest = { score: 100, measure: 366 } as const

function rangeProblems({ numbers }: AnnualTotals): readonly AnnualProblem[] {
  return annualLineIds.flatMap((line) => {
    const kind = kindOf(line)
    if (kind !== 'score' && kind !== 'measure') return []
    const most = highest[kind]
    return (numbers[line] ?? 0) > most ? [problem(line, 'range', [], { most })] : []
  })
}
