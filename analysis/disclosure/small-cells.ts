import { leastForItem } from './measured-figures.ts'
import type { PlannedItem, PublicationPlan } from './publication-plan.ts'

/** Where a background question splits a unit into groups of which one must be too small. */
export interface SmallCell {
  /** a reporting unit, with its name */
  readonly unit: string
  readonly name: string
  readonly background: string
  /** its smallest group has no more people than this, whoever works there */
  readonly atMost: number
}

/**
 * Background × reporting unit from head counts alone: of c answers the rarest is given by at
 * most H/c of H people. Such a figure is never published; asking it beside a small unit still
 * frightens, so whoever plans should know.
 *
 * @returns in the order of the units; none where head counts are unknown
 */
export function smallCells({
  units,
  reportingUnits,
  filters,
  thresholds,
}: PublicationPlan): readonly SmallCell[] {
  const reporting = new Set(reportingUnits)
  return units
    .filter(({ id }) => reporting.has(id))
    .flatMap(({ id, name, headcount }) =>
      filters.flatMap(({ id: background, categories }) => {
        const atMost = Math.floor(
          (headcount ?? Number.POSITIVE_INFINITY) / categories.length,
        )
        return atMost < thresholds.group ? [{ unit: id, name, background, atMost }] : []
      }),
    )
}

/** How many must have answered an item before anything of it is shown. */
export function leastAnswersTo(
  item: PlannedItem,
  { thresholds }: Pick<PublicationPlan, 'thresholds'>,
): number {
  return leastForItem(item, thresholds)
}

/**
 * Questions beside the core whose answers could not be shown even if everybody gave one: too
 * few people are asked.
 */
export function neverShown(
  plan: PublicationPlan,
  beside: ReadonlySet<string>,
): readonly PlannedItem[] {
  const people = plan.organization.headcount ?? Number.POSITIVE_INFINITY
  return plan.items.filter(
    (item) => beside.has(item.id) && people < leastAnswersTo(item, plan),
  )
}
