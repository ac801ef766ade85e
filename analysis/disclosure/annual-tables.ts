import {
  type AnnualTableId,
  annualTables,
  type Quarter,
  quarters,
} from '../review/annual-lines.ts'

/** A table of people as it may be read: what stands apart, and all others in one number. */
export interface AnnualTable {
  /** people by line, each at least the minimum */
  readonly shown: Readonly<Record<string, number>>
  /** the other lines together: nobody, or at least the minimum */
  readonly rest: { readonly lines: readonly string[]; readonly people: number }
}

/** People by quarter, by half where a quarter has too few, or not at all. */
export type AnnualCourse =
  | { readonly by: 'quarter' | 'half'; readonly people: readonly number[] }
  | { readonly by: 'year' }

/**
 * Which lines of a table may stand apart. Its total is published, so that what does not is
 * published as their sum:
 *
 *   rest = the line for everything else + lines below k + as many more as it takes until the
 *          rest is nobody or at least k people
 *
 * The line for everything else is always in the rest, and what joins it joins in a fixed order.
 * So whoever knows this rule, and every number that it lets through, still finds each line in
 * the rest possible with nobody up to k − 1 people. Taking the smallest line that may stand
 * apart, as is usual, would not do: who knows that it is the smallest knows a bound of it, and
 * by subtraction a bound of the small one. A test reverses the rule on every table of small size.
 *
 * @param people by line; together at least `least`
 * @param least k
 */
export function annualTable(
  id: AnnualTableId,
  people: Readonly<Record<string, number>>,
  least: number,
): AnnualTable {
  const lines: readonly string[] = annualTables[id]
  return tableOf(lines, people, least)
}

/** The same for lines of any names, the last of them for everything else. */
export function tableOf(
  lines: readonly string[],
  people: Readonly<Record<string, number>>,
  least: number,
): AnnualTable {
  const countOf = (line: string): number => people[line] ?? 0
  const last = lines.at(-1)
  const together = new Set(lines.filter((line) => line === last || countOf(line) < least))
  const sum = (): number =>
    [...together].reduce((total, line) => total + countOf(line), 0)
  for (const line of lines.toReversed()) {
    if (sum() === 0 || sum() >= least) break
    together.add(line)
  }
  const shown = lines.filter((line) => !together.has(line))
  return {
    shown: Object.fromEntries(shown.map((line) => [line, countOf(line)])),
    rest: { lines: lines.filter((line) => together.has(line)), people: sum() },
  }
}

/**
 * How cases are spread over the period: by quarter, or where one has fewer than k by half, or
 * not at all. A quarter within a half of k people or more may have had nobody up to k − 1.
 *
 * @param people by quarter; as many as the period has
 */
export function annualCourse(
  people: Readonly<Partial<Record<Quarter, number>>>,
  least: number,
): AnnualCourse {
  const each = quarters.flatMap((quarter) => people[quarter] ?? [])
  if (each.every((count) => count >= least)) return { by: 'quarter', people: each }
  const [a = 0, b = 0, ...later] = each
  const halves = [a + b, ...(later.length > 0 ? [later.reduce((x, y) => x + y, 0)] : [])]
  const isShown = halves.length > 1 && halves.every((count) => count >= least)
  return isShown ? { by: 'half', people: halves } : { by: 'year' }
}
