import { at } from '../statistics/at.ts'
import { type NamedGroups, placesOf } from './named-groups.ts'

/** People in a group that is small. */
const most = 4

/**
 * The groups of 1 to 4 people that can be named, each as a list of atoms. Each is listed
 * once, however many names it has.
 *
 * @param people by atom
 * @param counts people by place of the named groups
 */
export function smallGroups(
  named: NamedGroups,
  people: Float64Array,
  counts: Float64Array,
): readonly (readonly number[])[] {
  const found = new Map<number, number[]>()
  people.forEach((count, atom) => {
    if (count === 0 || count > most) return
    for (const place of placesOf(named, atom)) {
      if (at(counts, place) > most) continue
      const atoms = found.get(place)
      if (atoms) atoms.push(atom)
      else found.set(place, [atom])
    }
  })
  const byAtoms = new Map([...found.values()].map((atoms) => [atoms.join(), atoms]))
  return [...byAtoms.values()]
}
