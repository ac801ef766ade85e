import { answeredBand, countsAs, groupBand } from './bands.ts'
import type { ConstructCount } from './counts.ts'
import type { AnsweredBand, Cell } from './disclosed.ts'
import { hiddenFigure, meanFigure, shareFigure } from './figures.ts'
import type { GroupPatterns } from './group-patterns.ts'
import type { Measured, Patterns } from './patterns.ts'

/** Everything hidden, including which of the rules hid it. */
export const hiddenCell: Cell = {
  answered: { kind: 'hidden' },
  meanNeed: hiddenFigure,
  shareElevated: hiddenFigure,
  shareHigh: hiddenFigure,
}

/** Which figures of a group pass the rules. */
interface Passed {
  readonly meanNeed: boolean
  readonly shares: boolean
}

/** The figures of a construct in the whole organization. */
export function organizationCell(
  { planned, totals }: Measured,
  headcount: number | null,
): Cell {
  const passed = passedBy(totals.organization, headcount, planned.organization)
  return cellOf(
    totals.organization,
    answeredBand(totals.organization.n, headcount),
    passed,
  )
}

/** The figures of a construct in one unit, where its class is shown for that unit. */
export function unitCell(
  { planned, totals }: Measured,
  unit: { readonly id: string; readonly headcount: number | null },
  organizationHeadcount: number | null,
  { meanNeed, shares }: Patterns,
): Cell {
  const count = totals.units.get(unit.id)
  if (!count) return hiddenCell
  const takesPart = passedBy(totals.organization, organizationHeadcount, planned.units)
  return cellOf(count, answeredBand(count.n, unit.headcount), {
    meanNeed: takesPart.meanNeed && meanNeed[planned.handling].has(unit.id),
    shares: takesPart.shares && shares[planned.handling].has(unit.id),
  })
}

/** The figures of a construct in one group by background. */
export function groupCell(
  { planned, totals }: Measured,
  count: ConstructCount,
  id: string,
  organizationHeadcount: number | null,
  { meanNeed, shares }: GroupPatterns,
): Cell {
  const takesPart = passedBy(totals.organization, organizationHeadcount, planned.units)
  return cellOf(count, groupBand(count.n), {
    meanNeed: takesPart.meanNeed && meanNeed[planned.handling].has(id),
    shares: takesPart.shares && shares[planned.handling].has(id),
  })
}

function passedBy(
  { n }: ConstructCount,
  headcount: number | null,
  least: { readonly meanNeed: number | null; readonly shares: number | null },
): Passed {
  const counts = countsAs(answeredBand(n, headcount))
  return {
    meanNeed: least.meanNeed !== null && counts >= least.meanNeed,
    shares: least.shares !== null && counts >= least.shares,
  }
}

function cellOf(
  { n, elevated, high, sumOfNeed }: ConstructCount,
  answered: AnsweredBand,
  passed: Passed,
): Cell {
  if (!passed.meanNeed && !passed.shares) return hiddenCell
  const counts = countsAs(answered)
  const share = (count: number) =>
    passed.shares ? shareFigure(count, n, counts) : hiddenFigure
  return {
    answered,
    meanNeed: passed.meanNeed ? meanFigure(sumOfNeed, n, counts) : hiddenFigure,
    shareElevated: share(elevated),
    shareHigh: share(high),
  }
}
