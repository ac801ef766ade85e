import type { Unit } from '#analysis/disclosure/reporting-units.ts'
import { drawNormal } from '#analysis/statistics/draws.ts'
import type { Random } from '#analysis/statistics/random.ts'
import type { Wanted } from './wanted.ts'

type Shape = Pick<Wanted, 'people' | 'levels' | 'team' | 'peopleAbove'>

/** Teams of lognormal size, in departments and divisions, until everybody has a place. */
export function growUnits(random: Random, shape: Shape): readonly Unit[] {
  const { people, levels, team, peopleAbove } = shape
  const units: Unit[] = []
  let left = people
  const add = (parent: string | null, wanted: number): string => {
    const id = `u${String(units.length).padStart(4, '0')}`
    const headcount = Math.min(wanted, left)
    left -= headcount
    units.push({ id, name: id, parent, headcount })
    return id
  }
  const drawSize = (): number =>
    Math.max(1, Math.round(team.median * Math.exp(team.spread * drawNormal(random))))
  const addAbove = (parent: string | null): string =>
    add(parent, random() < peopleAbove ? 1 + Math.floor(random() * 25) : 0)

  let division: string | null = null
  let department: string | null = null
  while (left > 0) {
    if (levels >= 3 && (division === null || random() < 0.12)) {
      division = addAbove(null)
      department = null
    }
    if (levels === 4 && (department === null || random() < 0.25)) {
      department = addAbove(division)
    }
    if (left > 0) add(department ?? division, drawSize())
  }
  return units
}
