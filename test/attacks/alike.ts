import type { Atom, Population } from './population.ts'
import type { Group } from './published.ts'

/** Atoms that are in exactly the same published groups. */
export interface Alike {
  readonly atoms: readonly Atom[]
  readonly people: number
  /** the published groups they are in, by place */
  readonly sums: readonly number[]
}

/** Puts together the atoms that no published group tells apart. */
export function sortOut(
  { atoms, filters }: Population,
  published: readonly Group[],
): readonly Alike[] {
  const nameOf = ({ place, filter, answer }: Group) => `${place} ${filter} ${answer}`
  const places = new Map(published.map((group, index) => [nameOf(group), index]))
  const sumsOf = ({ places: chain, background }: Atom): readonly number[] =>
    chain.flatMap((place) =>
      [-1, ...filters.keys()].flatMap((filter) => {
        const answer = filter < 0 ? -1 : (background[filter] ?? -1)
        return places.get(nameOf({ place, filter, answer })) ?? []
      }),
    )
  const groups = Map.groupBy(atoms, (atom) => sumsOf(atom).join())
  return [...groups].map(([key, some]) => ({
    atoms: some,
    people: some.reduce((sum, { people }) => sum + people, 0),
    sums: key === '' ? [] : key.split(',').map(Number),
  }))
}
