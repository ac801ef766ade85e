import type { Results } from '#server/results/contract.ts'
import { answerName } from '../../group-names.ts'
import type { Language } from '../../language.tsx'

type Release = Results['release']

/** A row of the heat map: a unit, or a group by background. */
interface HeatRowOf {
  readonly id: string
  readonly name: string
  readonly depth: number
}

/** Units below the units they belong to. */
export function rowsOfUnits(
  { units }: Pick<Release, 'units'>,
  parent: string | null = null,
  depth = 1,
): readonly HeatRowOf[] {
  return units
    .filter((unit) => unit.parent === parent)
    .flatMap(({ id, name }) => [
      { id, name, depth },
      ...rowsOfUnits({ units }, id, depth + 1),
    ])
}

/** Answers to one question, of the organization and then of each division. */
export function rowsOfFilter(
  { units, groups }: Release,
  filter: string,
  language: Language,
): readonly HeatRowOf[] {
  const answers = (unit: string | null, depth: number): readonly HeatRowOf[] =>
    groups
      .filter((group) => group.unit === unit && group.filter === filter)
      .map((group) => ({ id: group.id, name: answerName(group, language), depth }))
  const divisions = units
    .map(({ id, name }) => ({ division: { id, name, depth: 1 }, below: answers(id, 2) }))
    .filter(({ below }) => below.length > 0)
  return [
    ...answers(null, 1),
    ...divisions.flatMap(({ division, below }) => [division, ...below]),
  ]
}
