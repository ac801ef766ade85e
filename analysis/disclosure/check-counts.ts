import type { ConstructCount, CountTable } from './counts.ts'
import type { PublicationPlan } from './publication-plan.ts'

type Population = Pick<PublicationPlan, 'reportingUnits' | 'units' | 'organization'>

/**
 * Refuses counts that cannot be: of units or constructs the plan does not know, of more
 * answers than people, of more high needs than elevated ones. The message names the place,
 * never the number.
 *
 * @throws RangeError
 */
export function checkCounts(plan: PublicationPlan, counts: CountTable): void {
  checkBallots(plan, counts.ballots)
  checkReturns(counts)
  const planned = new Set<string>(plan.constructs.map(({ construct }) => construct))
  const ballots = new Map(Object.entries(counts.ballots))
  for (const [construct, byUnit] of Object.entries(counts.constructs)) {
    if (!planned.has(construct)) {
      throw new RangeError(`expected planned constructs only, got ${construct}`)
    }
    for (const [unit, count] of Object.entries(byUnit)) {
      if (!isPossible(count, ballots.get(unit) ?? 0)) {
        throw new RangeError(`expected possible counts of ${construct} in ${unit}`)
      }
    }
  }
  checkChoices(counts)
}

/** @throws RangeError for an unknown unit, or for more ballots than people */
export function checkBallots(plan: Population, ballots: CountTable['ballots']): void {
  const reporting = new Set(plan.reportingUnits)
  const headcounts = new Map(plan.units.map(({ id, headcount }) => [id, headcount]))
  for (const [unit, n] of Object.entries(ballots)) {
    if (!reporting.has(unit)) {
      throw new RangeError(`expected planned reporting units only, got ${unit}`)
    }
    const people = headcounts.get(unit) ?? plan.organization.headcount ?? Infinity
    if (!isCount(n, people)) {
      throw new RangeError(`expected a possible number of ballots in ${unit}`)
    }
  }
}

function checkReturns({ ballots, returns = {} }: CountTable): void {
  for (const [unit, n] of Object.entries(returns)) {
    if (!isCount(n, ballots[unit] ?? 0)) {
      throw new RangeError(`expected a possible number of valid returns in ${unit}`)
    }
  }
}

function isPossible(count: ConstructCount, ballots: number): boolean {
  const { n, elevated, high, sumOfNeed } = count
  const rounding = 1e-9 * n
  return (
    isCount(n, ballots) &&
    isCount(elevated, n) &&
    isCount(high, elevated) &&
    sumOfNeed >= 0 &&
    sumOfNeed <= 100 * n + rounding
  )
}

function checkChoices({ ballots, wanted, barriers }: CountTable): void {
  const all = Object.values(ballots).reduce((sum, n) => sum + n, 0)
  for (const choice of [wanted, barriers]) {
    if (!choice) continue
    const chosen: readonly number[] = Object.values(choice.chosen)
    if (!isCount(choice.n, all) || !chosen.every((count) => isCount(count, choice.n))) {
      throw new RangeError('expected possible counts of wishes and barriers')
    }
  }
}

function isCount(value: number, most: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= most
}
