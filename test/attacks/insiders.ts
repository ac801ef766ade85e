import { type Attack, type Subject, sayWhich, type Table, tablesOf } from './attack.ts'
import type { Atom, Population } from './population.ts'
import { isIn } from './published.ts'
import { attackSpan, fewestOf } from './span-attack.ts'
import { Tally } from './tally.ts'

/**
 * Two who answered take their own answers out of everything published (claim 41): nothing
 * about fewer than eight others can be computed, let alone about one.
 *
 * The pairs tried are those in the contrast of the fewest people, in the smallest published
 * group, and some drawn at random.
 *
 * @param pairs how many at random
 */
export function beginInsiders(pairs: number): Attack {
  const tally = new Tally(
    'two insiders subtracting themselves (41)',
    'nothing about fewer than 8 others',
  )
  const attack = (subject: Subject): void => {
    tally.count('organizations')
    const { random } = subject
    for (const table of tablesOf(subject)) {
      for (const pair of pairsOf(table, subject, pairs)) {
        const population = without(table.population, pair)
        const effort = { k: 8, shuffles: 2, random }
        const fewest = fewestOf(attackSpan(population, table.published, effort))
        tally.count('pairs tried')
        tally.least('smallest contrast', fewest)
        tally.expect(fewest >= 8, () => {
          return `${sayWhich(subject)}: ${table.about} leaves ${fewest} people`
        })
      }
    }
  }
  return { try: attack, outcome: () => tally.outcome() }
}

type Pair = readonly [Atom, Atom]

function pairsOf(
  { population, published }: Table,
  { random }: Subject,
  count: number,
): readonly Pair[] {
  const { atoms } = population
  const { smallestRow } = attackSpan(population, published, {
    k: 10,
    shuffles: 3,
    random,
  })
  const members = published.map((group) => atoms.filter((atom) => isIn(atom, group)))
  const sizes = members.map((own) => own.reduce((sum, { people }) => sum + people, 0))
  const group = members[sizes.indexOf(Math.min(...sizes))] ?? []
  const drawFrom = (some: readonly Atom[]): readonly Pair[] => {
    const people = some.flatMap((atom) => Array.from({ length: atom.people }, () => atom))
    const first = Math.floor(random() * people.length)
    const [one] = people.splice(first, 1)
    const other = people[Math.floor(random() * people.length)]
    return one && other ? [[one, other]] : []
  }
  const anybody = Array.from({ length: count }, () => drawFrom(atoms))
  return [drawFrom(smallestRow.atoms), drawFrom(group), ...anybody].flat()
}

function without(population: Population, pair: Pair): Population {
  const atoms = population.atoms.flatMap((atom) => {
    const people = atom.people - pair.filter((one) => one === atom).length
    return people > 0 ? [{ ...atom, people }] : []
  })
  return { ...population, atoms }
}
