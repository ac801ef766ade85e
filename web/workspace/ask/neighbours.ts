import type { Assessment, Unit } from '#server/assessments/contract.ts'

type Of = Pick<Assessment, 'units'>

/** @returns the people of some units and of everything below them, each unit once */
export function peopleIn({ units }: Of, ids: readonly string[]): number {
  const parents = new Map(units.map(({ id, parent }) => [id, parent]))
  const isLed = (id: string | null): boolean =>
    id !== null && (ids.includes(id) || isLed(parents.get(id) ?? null))
  return units
    .filter(({ id }) => isLed(id))
    .reduce((sum, { headcount }) => sum + headcount, 0)
}

/** Units beside the chosen ones, with people to join; all others where there are none. */
export function neighboursOf({ units }: Of, ids: readonly string[]): readonly Unit[] {
  const parents = units.filter(({ id }) => ids.includes(id)).map(({ parent }) => parent)
  const others = units.filter(({ id, headcount }) => !ids.includes(id) && headcount > 0)
  const beside = others.filter(({ parent }) => parents.includes(parent))
  return beside.length > 0 ? beside : others
}
