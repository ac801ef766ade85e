import { byUnitId, type ChildrenOf, type Placed } from './unit-tree.ts'

/** How many people of a unit, all below it included, have a valid answer. */
export interface CountedUnit extends Placed {
  readonly n: number
  /** the lower end of the band that is shown instead of n; decides what n is enough for */
  readonly shownFrom: number
}

/**
 * The units whose figures can be shown together without telling of a group below k.
 *
 * A unit needs k answers (rule R1). And what a shown unit leaves after its shown parts are
 * taken away must be nobody or at least k people (rule R2): in a tree these remainders are
 * the smallest groups that anybody can compute by subtraction, whatever is added to or
 * taken from what. So parts are taken in descending size, and the smallest shown one is
 * dropped, with everything below it, until that holds. Ties by id.
 *
 * @param total n of the organization
 * @returns ids; a unit among them has all units above it among them
 */
export function publishableUnits(
  childrenOf: ChildrenOf<CountedUnit>,
  total: number,
  k: number,
): ReadonlySet<string> {
  const shown = new Set<string>()
  const showBelow = (parent: string | null, n: number): void => {
    for (const child of publishableParts(childrenOf(parent), n, k)) {
      shown.add(child.id)
      showBelow(child.id, child.n)
    }
  }
  showBelow(null, total)
  return shown
}

/** The parts of one shown unit of n people that can be shown beside it. */
function publishableParts(
  parts: readonly CountedUnit[],
  n: number,
  k: number,
): readonly CountedUnit[] {
  const shown = parts
    .filter(({ shownFrom }) => shownFrom >= k)
    .toSorted((a, b) => b.n - a.n || byUnitId(a, b))
  let remainder = n - shown.reduce((sum, part) => sum + part.n, 0)
  while (remainder > 0 && remainder < k) remainder += shown.pop()?.n ?? k
  return shown
}

/**
 * The units that are in every pattern. Fewer units only ever join remainders, and 0-or-k
 * plus 0-or-k is 0-or-k: what each pattern keeps safe, their common part keeps safe.
 */
export function commonPattern(
  patterns: readonly ReadonlySet<string>[],
): ReadonlySet<string> {
  const [first = new Set<string>(), ...others] = patterns
  return new Set([...first].filter((id) => others.every((pattern) => pattern.has(id))))
}
