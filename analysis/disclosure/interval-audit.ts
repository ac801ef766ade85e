import { at } from '../statistics/at.ts'
import { exchangeWidth } from './exchange.ts'
import { boundModel } from './interval-model.ts'
import type { Scope } from './interval-scope.ts'

/** How much of the scale must stay open for their average, 0–100. */
const open = 50

/** People, as atoms. */
type Group = readonly number[]

/**
 * Whether everything shown of one construct leaves open at least half of the scale for the
 * average of every group of 1 to 4 people that can be named (linear programming bounds).
 *
 * The attacker knows how many answered in every such group, and every figure shown. Whatever
 * other answers the figures allow show that a group is open. So each step allows more of
 * them, to the groups that the step before leaves: what few exchanges come to; all that their
 * divisions can have answered while everybody else keeps to what they did; all that anybody
 * can have answered. The last is exact.
 */
export function leavesOpen(scope: Scope): boolean {
  const unsettled = scope.few.filter((atoms) => exchangeWidth(atoms, scope, open) < open)
  const apart = Map.groupBy(unsettled, (atoms) => divisionsOf(atoms, scope).join())
  const everybody = [...scope.classes.division.keys()]
  const closed = [...apart.values()].flatMap((groups) => {
    const divisions = new Set(groups.flatMap((atoms) => divisionsOf(atoms, scope)))
    const inside = everybody.filter((one) => {
      return divisions.has(at(scope.classes.division, one))
    })
    return closedOf(groups, inside, scope)
  })
  return closedOf(closed, everybody, scope).length === 0
}

function divisionsOf(atoms: Group, { classes }: Scope): readonly number[] {
  const divisions = atoms.map((atom) => at(classes.division, at(classes.ofAtom, atom)))
  return [...new Set(divisions)].sort((a, b) => a - b)
}

/**
 * The groups that are not shown to be open.
 *
 * @param free classes whose people may have answered otherwise, the groups' among them
 */
function closedOf(
  groups: readonly Group[],
  free: readonly number[],
  scope: Scope,
): readonly Group[] {
  if (groups.length === 0) return []
  const targets = new Set(groups.flat())
  using model = boundModel(scope, targets, free)
  return groups.filter((atoms) => {
    const people = atoms.reduce((sum, atom) => sum + at(scope.people, atom), 0)
    return !model.isOpen(atoms, open * people - 1e-6)
  })
}
