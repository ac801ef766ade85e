import type { Atom, Population } from './population.ts'

/** A group of few people, whatever its names. */
export interface Few {
  readonly people: number
  readonly atoms: readonly Atom[]
  /** whether the rules name it too: by one condition, or two in organization and divisions */
  readonly isNamed: boolean
}

/**
 * All groups of 1 to k − 1 people in one unit, or in the organization, with any number of
 * conditions on background; no answer is a condition too. Each is listed once.
 */
export function fewPeople(population: Population, k: number): readonly Few[] {
  const { atoms } = population
  const each = namer(population)
  const sizes = new Map<number, number>()
  for (const atom of atoms) {
    each(atom, (name) => sizes.set(name, (sizes.get(name) ?? 0) + atom.people))
  }
  const members = new Map<number, { isNamed: boolean; indices: number[] }>()
  atoms.forEach((atom, index) => {
    if (atom.people >= k) return
    each(atom, (name, isNamed) => {
      if ((sizes.get(name) ?? k) >= k) return
      const found = members.get(name)
      if (found) found.indices.push(index)
      else members.set(name, { isNamed, indices: [index] })
    })
  })
  const byMembers = Map.groupBy(members.values(), ({ indices }) => indices.join())
  return [...byMembers.values()].map((same) => {
    const own = (same[0]?.indices ?? []).flatMap((index) => atoms[index] ?? [])
    return {
      people: own.reduce((sum, { people }) => sum + people, 0),
      atoms: own,
      isNamed: same.some(({ isNamed }) => isNamed),
    }
  })
}

type EachName = (atom: Atom, call: (name: number, isNamed: boolean) => void) => void

/** Calls with a number for each unit and set of conditions that an atom fulfils. */
function namer({ filters, units, divisions }: Population): EachName {
  const base = filters.map(({ answers }) => answers.length + 2)
  const subsets = Array.from({ length: 2 ** filters.length }, (_, mask) => {
    const asked = filters.map((_, filter) => (mask >> filter) % 2 === 1)
    return { asked, conditions: asked.filter(Boolean).length }
  })
  return ({ places, background }, call) => {
    for (const place of places) {
      const isDivided = place === units.length || divisions.has(place)
      for (const { asked, conditions } of subsets) {
        const name = background.reduce((sum, answer, filter) => {
          return sum * (base[filter] ?? 1) + (asked[filter] ? answer + 2 : 0)
        }, place)
        call(name, conditions <= (isDivided ? 2 : 1))
      }
    }
  }
}
