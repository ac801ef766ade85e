/** Anything that stands below something else, or directly below the organization. */
export interface Placed {
  readonly id: string
  readonly parent: string | null
}

/** The units below one unit, or below the organization for `null`; by id. */
export type ChildrenOf<Unit extends Placed> = (parent: string | null) => readonly Unit[]

/**
 * Reads a list of units as a tree.
 *
 * @throws RangeError naming the unit when an id is used twice, a parent does not exist, or
 *   units stand above each other in a circle
 */
export function growTree<Unit extends Placed>(units: readonly Unit[]): ChildrenOf<Unit> {
  const byId = indexById(units)
  for (const unit of units) checkAncestors(unit, byId)

  const children = Map.groupBy(units.toSorted(byUnitId), ({ parent }) => parent)
  return (parent) => children.get(parent) ?? []
}

export function byUnitId(a: { readonly id: string }, b: { readonly id: string }): number {
  if (a.id === b.id) return 0
  return a.id < b.id ? -1 : 1
}

function indexById<Unit extends Placed>(
  units: readonly Unit[],
): ReadonlyMap<string, Unit> {
  const byId = new Map<string, Unit>()
  for (const unit of units) {
    if (byId.has(unit.id)) {
      throw new RangeError(`expected each unit once, got ${unit.id} twice`)
    }
    byId.set(unit.id, unit)
  }
  return byId
}

function checkAncestors(unit: Placed, byId: ReadonlyMap<string, Placed>): void {
  const seen = new Set<string>()
  let current = unit
  while (current.parent !== null) {
    if (seen.has(current.id)) {
      throw new RangeError(`expected a tree, got ${unit.id} below itself`)
    }
    seen.add(current.id)
    const above = byId.get(current.parent)
    if (!above) {
      throw new RangeError(
        `expected a known unit above ${current.id}, got ${current.parent}`,
      )
    }
    current = above
  }
}
