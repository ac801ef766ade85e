import {
  type FormedUnits,
  formReportingUnits,
  type Unit,
} from '#analysis/disclosure/reporting-units.ts'
import { drawNormal } from '#analysis/statistics/draws.ts'
import type { Random } from '#analysis/statistics/random.ts'

/** Eight teams to a department, eight departments to a division. */
const together = 8

/** Teams of about a hundred people, in departments, in divisions. */
export function inventUnits(random: Random, people: number): readonly Unit[] {
  const units: Unit[] = []
  const add = (kind: string, index: number, parent: string | null, headcount: number) => {
    const id = `${kind} ${String(index).padStart(4, '0')}`
    units.push({ id, name: id, parent, headcount })
    return id
  }
  let division: string | null = null
  let department: string | null = null
  let left = people
  for (let team = 0; left > 0; team++) {
    if (team % together ** 2 === 0)
      division = add('division', team / together ** 2, null, 0)
    if (team % together === 0)
      department = add('department', team / together, division, 0)
    const headcount = Math.min(left, teamSize(random))
    add('team', team, department, headcount)
    left -= headcount
  }
  return units
}

/** Lognormal: 100 on average, half of them below 85. */
function teamSize(random: Random): number {
  return Math.max(1, Math.round(85 * Math.exp(0.57 * drawNormal(random))))
}

export function reportingUnits(units: readonly Unit[]): FormedUnits {
  const formed = formReportingUnits('Acme', units)
  if (formed.kind === 'refused') throw new RangeError('expected enough people')
  return formed
}

/** The share of a team that answers: 65 % on average. */
export function inventRate(random: Random): number {
  return Math.min(0.95, Math.max(0.2, 0.65 + 0.1 * drawNormal(random)))
}

/** One of several things, by how frequent each is: shares that add up to 1. */
export function pick(random: Random, shares: readonly number[]): number {
  let left = random()
  const found = shares.findIndex((share) => {
    left -= share
    return left < 0
  })
  return found < 0 ? shares.length - 1 : found
}
