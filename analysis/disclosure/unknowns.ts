import { at } from '../statistics/at.ts'
import type { Scope } from './interval-scope.ts'
import { placesOf } from './named-groups.ts'

/** People whose answers add up to one unknown. */
export interface Unknown {
  readonly people: number
  /** the atom, where it is looked at by itself; else −1 */
  readonly target: number
}

/** Between what the sum of some unknowns must lie. */
export interface BoundSum {
  /** by place of the unknowns */
  readonly columns: readonly number[]
  readonly low: number
  readonly high: number
}

export interface Unknowns {
  readonly unknowns: readonly Unknown[]
  readonly sums: readonly BoundSum[]
}

/** An unknown as people answered: an atom that is like it, and what its values add up to. */
interface Answered extends Unknown {
  readonly atom: number
  readonly value: number
}

/**
 * An unknown for each of some classes, but for the targets, which have their own. Everybody
 * else is taken to answer as they did: whatever the unknowns can be then, they can be.
 *
 * @param free the classes; those of all targets among them
 */
export function unknownsAmong(
  scope: Scope,
  targets: ReadonlySet<number>,
  free: readonly number[],
): Unknowns {
  const unknowns = [...targetsOf(scope, targets), ...restsOf(scope, targets, free)]
  const members = new Map<number, number[]>()
  unknowns.forEach(({ atom }, column) => {
    for (const place of placesOf(scope.named, atom)) {
      if (at(scope.up, place) === Infinity) continue
      const columns = members.get(place)
      if (columns) columns.push(column)
      else members.set(place, [column])
    }
  })
  const sums = [...members].map(([place, columns]): BoundSum => {
    const actual = columns.reduce((sum, one) => sum + (unknowns[one]?.value ?? 0), 0)
    const low = actual - at(scope.down, place)
    return { columns, low, high: actual + at(scope.up, place) }
  })
  return { unknowns, sums }
}

function targetsOf(
  { people, values }: Scope,
  targets: ReadonlySet<number>,
): readonly Answered[] {
  return [...targets].map((atom) => {
    return { people: at(people, atom), target: atom, atom, value: at(values, atom) }
  })
}

/** What the targets leave of the classes. */
function restsOf(
  { classes, people, values, valuesOfClass, memberOf }: Scope,
  targets: ReadonlySet<number>,
  free: readonly number[],
): readonly Answered[] {
  const taken = Map.groupBy(targets, (atom) => at(classes.ofAtom, atom))
  return free.flatMap((one): Answered[] => {
    const own = taken.get(one) ?? []
    const rest = own.reduce(
      (left, atom) => left - at(people, atom),
      at(classes.people, one),
    )
    if (rest <= 0) return []
    const value = own.reduce(
      (left, atom) => left - at(values, atom),
      at(valuesOfClass, one),
    )
    return [{ people: rest, target: -1, atom: at(memberOf, one), value }]
  })
}
