import { formReportingUnits } from '#analysis/disclosure/reporting-units.ts'
import type { CountedUnit, Unit } from './contract.ts'

/** Who is counted together; none when there are too few people to ask at all. */
export function countedUnits(
  organization: string,
  units: readonly Unit[],
): readonly CountedUnit[] {
  if (units.length === 0) return []
  const formed = formReportingUnits(organization, units)
  if (formed.kind === 'refused') return []
  const members = Map.groupBy(
    units.map(({ id }) => id),
    (unit) => formed.countedIn[unit],
  )
  return formed.units
    .filter(({ isReporting }) => isReporting)
    .map(({ id, name, headcount }) => ({
      id,
      name,
      headcount: headcount ?? 0,
      members: members.get(id) ?? [],
    }))
}
