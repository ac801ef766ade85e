import type { Cell, Figure, Release } from '#analysis/disclosure/disclosed.ts'
import type { ConstructId } from '#surveys/constructs.ts'
import type { Atom, Population } from './population.ts'

export type Kind = 'meanNeed' | 'shareElevated' | 'shareHigh'
export const kinds: readonly Kind[] = ['meanNeed', 'shareElevated', 'shareHigh']

/** People that can be pointed at: a unit or the organization, of one background or of any. */
export interface Group {
  readonly place: number
  readonly filter: number
  readonly answer: number
}

/** A group with a figure, and between what its average must lie, on 0–100. */
export interface Published extends Group {
  readonly low: number
  readonly high: number
}

/** Everything of one kind that is to be read in a release about one construct. */
export function readPublished(
  release: Release,
  construct: ConstructId,
  kind: Kind,
  { units, filters }: Population,
): readonly Published[] {
  const cells = release.constructs[construct]
  if (!cells) return []
  const anybody = { filter: -1, answer: -1 }
  const placeOf = (unit: string | null): number =>
    unit === null ? units.length : units.indexOf(unit)
  const all: readonly (readonly [Group, Cell | undefined])[] = [
    [{ place: units.length, ...anybody }, cells.organization],
    ...units.map((id, place) => [{ place, ...anybody }, cells.units[id]] as const),
    ...release.groups.map((group) => {
      const filter = filters.findIndex(({ id }) => id === group.filter)
      const answer = filters[filter]?.answers.indexOf(group.category) ?? -1
      return [
        { place: placeOf(group.unit), filter, answer },
        cells.groups[group.id],
      ] as const
    }),
  ]
  return all.flatMap(([group, cell]) => {
    if (!cell || cell[kind].kind === 'hidden' || cell.answered.kind === 'hidden')
      return []
    const bounds = boundsOf(cell[kind], kind === 'meanNeed', cell.answered.from)
    return [{ ...group, ...bounds }]
  })
}

/** How far below a bound it lies what does not reach it. */
const under = 1e-7

/**
 * What a figure says of the exact average, by the published rules of rounding. One that they
 * do not round to was not rounded, and is the average itself.
 */
export function boundsOf(
  figure: Exclude<Figure, { kind: 'hidden' }>,
  isMean: boolean,
  least: number,
): { readonly low: number; readonly high: number } {
  const value = isMean ? figure.value : 100 * figure.value
  if (figure.kind === 'at-most') return { low: 0, high: value - under }
  if (figure.kind === 'at-least') return { low: value + under, high: 100 }
  const fine = isMean ? 2.5 : 1
  const step = least < (isMean ? 30 : 100) ? 5 : fine
  if (Math.abs(value - step * Math.round(value / step)) > under) {
    return { low: value, high: value }
  }
  const end = step * Math.ceil((isMean ? 200 : 400) / least / step)
  return {
    low: Math.max(end, value - step / 2),
    high: Math.min(100 - end, value + step / 2 - under),
  }
}

export function isIn(
  { places, background }: Atom,
  { place, filter, answer }: Group,
): boolean {
  return places.includes(place) && (filter < 0 || background[filter] === answer)
}

/** What would be shown if ten answers were the only rule. */
export function everyGroupOfTen({
  units,
  filters,
  divisions,
  atoms,
}: Population): readonly Group[] {
  const sizeOf = (group: Group): number =>
    atoms.reduce((sum, atom) => sum + (isIn(atom, group) ? atom.people : 0), 0)
  const divided = [units.length, ...divisions]
  return [
    ...[...units.keys(), units.length].map((place) => ({
      place,
      filter: -1,
      answer: -1,
    })),
    ...divided.flatMap((place) =>
      filters.flatMap(({ answers }, filter) =>
        answers.map((_, answer) => ({ place, filter, answer })),
      ),
    ),
  ].filter((group) => sizeOf(group) >= 10)
}
