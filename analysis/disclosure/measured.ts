import { type ConstructId, constructIds } from '#surveys/constructs.ts'
import { answeringFigures } from './answering-figures.ts'
import type { CountTable } from './counts.ts'
import type { MeasuredRelease } from './disclosed.ts'
import { driverFigures, itemFigures, scaleFigures } from './measured-figures.ts'
import type { Patterns } from './patterns.ts'
import type { PublicationPlan } from './publication-plan.ts'
import type { Thresholds } from './rules.ts'
import { groupingFigures, weightingFigures } from './unit-differences.ts'

/** How people answered, and how well that measures. */
export function measuredFigures(
  plan: PublicationPlan,
  { measured, crossed, ballots }: CountTable,
  { answered, meanNeed }: Patterns,
  least: Thresholds,
): MeasuredRelease {
  const { headcount } = plan.organization
  const items = plan.items.map((item) => {
    return [item.id, itemFigures(item, measured, headcount, least)] as const
  })
  const scales = scalesIn(plan).map((construct) => {
    return [
      construct,
      scaleFigures(measured?.scales[construct], headcount, least),
    ] as const
  })
  const grouping = plan.constructs
    .filter(({ handling }) => handling !== 'rare')
    .map(({ construct, handling }) => {
      const counts = crossed?.constructs[construct]
      const figures = crossed
        ? groupingFigures(plan, crossed, counts, meanNeed[handling], least)
        : ({ kind: 'hidden' } as const)
      return [construct, figures] as const
    })
  return {
    items: Object.fromEntries(items),
    scales: Object.fromEntries(scales),
    grouping: Object.fromEntries(grouping),
    drivers: driverFigures(plan.drivers, measured, headcount, least),
    answering: answeringFigures(plan.parts, measured?.answering, headcount, least),
    weighting: weightingFigures(plan, ballots, answered, least),
  }
}

/** The constructs that two items or more ask everybody about. */
function scalesIn({ items }: PublicationPlan): readonly ConstructId[] {
  const asked = items.flatMap(({ construct, forAll }) => {
    return construct !== null && forAll ? [construct] : []
  })
  return constructIds.filter((id) => asked.filter((one) => one === id).length >= 2)
}
