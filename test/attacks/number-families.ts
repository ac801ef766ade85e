import type { Release } from '#analysis/disclosure/disclosed.ts'
import type { Numbers } from './possible-numbers.ts'

/** Stands for the organization among ids. */
export const whole = ''

/** Takes out the numbers that do not come to the sums they must, until nothing changes. */
export function agreeing(
  table: ReadonlyMap<string, Numbers>,
  release: Release,
): ReadonlyMap<string, Numbers> {
  const numbers = new Map(table)
  const families = familiesOf(release)
  for (let before = -1, size = 0; before !== size; ) {
    before = size
    for (const family of families) prune(numbers, family)
    size = [...numbers.values()].reduce((sum, some) => sum + (some?.length ?? 0), 0)
  }
  return numbers
}

/** A group, and parts of it that do not overlap; together they need not be all of it. */
interface Parts {
  readonly whole: string
  readonly parts: readonly string[]
}

function familiesOf({ units, groups }: Release): readonly Parts[] {
  const children = Map.groupBy(units, ({ parent }) => parent ?? whole)
  const answers = Map.groupBy(groups, ({ unit, filter }) => `${unit ?? whole} ${filter}`)
  return [
    ...[...children].map(([id, some]) => ({
      whole: id,
      parts: some.map((one) => one.id),
    })),
    ...[...answers.values()].map((some) => {
      return { whole: some[0]?.unit ?? whole, parts: some.map(({ id }) => id) }
    }),
  ]
}

/** What shown parts leave is nobody, or ten at least: the rules are no secret. */
function prune(numbers: Map<string, Numbers>, { whole: id, parts }: Parts): void {
  const own = numbers.get(id)
  const shown = parts.flatMap((part) => {
    const found = numbers.get(part)
    return found ? [{ part, found }] : []
  })
  if (!own || shown.length === 0) return
  const least = shown.reduce((sum, { found }) => sum + Math.min(...found), 0)
  const most = shown.reduce((sum, { found }) => sum + Math.max(...found), 0)
  const leaves = (low: number, high: number): boolean =>
    high >= 10 || (low <= 0 && high >= 0)
  const kept = own.filter((n) => leaves(n - most, n - least))
  numbers.set(id, kept)
  const [lowest, highest] = [Math.min(...own), Math.max(...own)]
  for (const { part, found } of shown) {
    const [otherLeast, otherMost] = [
      least - Math.min(...found),
      most - Math.max(...found),
    ]
    const fits = found.filter((n) =>
      leaves(lowest - otherMost - n, highest - otherLeast - n),
    )
    numbers.set(part, fits)
  }
}
