import { at } from '../statistics/at.ts'
import { exchangeWidth, swapWidth } from './exchange.ts'
import { boundModel } from './interval-model.ts'
import { isLarge, type Scope, surroundings } from './interval-scope.ts'

/** How much of the scale must stay open for their average, 0–100. */
const open = 50

/**
 * Whether everything shown of one construct leaves open at least half of the scale for the
 * average of every group of 1 to 4 people that can be named (linear programming bounds).
 *
 * The attacker knows how many answered in every such group, and every figure shown. An
 * exchange between people whom no figure tells apart settles nearly all groups; what is left
 * is solved. Of a large organization the groups within remainders of fewer than 3k people
 * are looked at: in larger ones a few people are lost in the rounding.
 */
export function leavesOpen(scope: Scope, k: number): boolean {
  const { classes, few } = scope
  const isUnsettled = (atoms: readonly number[]): boolean =>
    exchangeWidth(atoms, scope) < open
  if (!isLarge(scope)) return isSolvedOpen(few.filter(isUnsettled), -1, scope)

  const targets = few
    .filter((atoms) => isWithinSmallCell(atoms, scope, 3 * k))
    .filter(isUnsettled)
  const byCell = Map.groupBy(targets, ([atom = 0]) => {
    return at(classes.cell, at(classes.ofAtom, atom))
  })
  return [...byCell].every(([cell, groups]) => {
    const around = surroundings(scope, cell)
    const left = groups.filter((atoms) => swapWidth(atoms, around, scope) < open)
    return isSolvedOpen(left, cell, scope)
  })
}

function isWithinSmallCell(
  atoms: readonly number[],
  { classes, peopleOfCell }: Scope,
  fewer: number,
): boolean {
  const cells = new Set(atoms.map((atom) => at(classes.cell, at(classes.ofAtom, atom))))
  const [cell = -1] = cells
  return cells.size === 1 && (peopleOfCell.get(cell) ?? 0) < fewer
}

function isSolvedOpen(
  groups: readonly (readonly number[])[],
  cell: number,
  scope: Scope,
): boolean {
  if (groups.length === 0) return true
  using model = boundModel(scope, new Set(groups.flat()), cell)
  return groups.every((atoms) => {
    const people = atoms.reduce((sum, atom) => sum + at(scope.people, atom), 0)
    return model.isOpen(atoms, open * people - 1e-6)
  })
}
