import { disclose } from '#analysis/disclosure/disclose.ts'
import type { Release } from '#analysis/disclosure/disclosed.ts'
import type { PlannedUnit } from '#analysis/disclosure/publication-plan.ts'
import { type Attack, type Subject, sayWhich } from './attack.ts'
import { countAnswers } from './random-organization.ts'

const hiddenCell =
  '{"answered":{"kind":"hidden"},"meanNeed":{"kind":"hidden"},' +
  '"shareElevated":{"kind":"hidden"},"shareHigh":{"kind":"hidden"}}'

/**
 * Looks for a difference between what is hidden because few answered and what is hidden to
 * protect those (claim 47).
 *
 * - Every hidden cell is the same to the byte, and lists and keys stand in the plan's order.
 * - Where a unit of few and one that is hidden for its sake stand side by side, their people
 *   change places: the release stays the same to the byte.
 */
export function beginHidden(): Attack {
  let organizations = 0
  let cells = 0
  let swaps = 0
  const broken: string[] = []

  const attack = (subject: Subject): void => {
    organizations += 1
    const { organization, release } = subject
    const found = hiddenCells(release)
    cells += found.length
    if (!found.every((cell) => cell === hiddenCell)) {
      broken.push(`${sayWhich(organization)}: a hidden cell looks different`)
    }
    if (!keepsPlannedOrder(subject)) broken.push(`${sayWhich(organization)}: order`)
    for (const [one, other] of pairsToSwap(subject).slice(0, 2)) {
      swaps += 1
      const people = organization.people.map((person) => {
        if (person.unit === one) return { ...person, unit: other }
        return person.unit === other ? { ...person, unit: one } : person
      })
      const after = disclose(organization.plan, countAnswers(organization.plan, people))
      if (JSON.stringify(after) !== JSON.stringify(release)) {
        broken.push(`${sayWhich(organization)}: ${one} and ${other} are told apart`)
      }
    }
  }
  return {
    try: attack,
    outcome: () => ({
      name: 'telling why something is hidden (47)',
      figures: { organizations, 'hidden cells': cells, 'pairs exchanged': swaps },
      broken,
    }),
  }
}

function hiddenCells({ constructs }: Release): readonly string[] {
  return Object.values(constructs).flatMap(({ organization, units, groups }) => {
    return [organization, ...Object.values(units), ...Object.values(groups)]
      .filter(({ meanNeed, shareElevated }) => {
        return meanNeed.kind === 'hidden' && shareElevated.kind === 'hidden'
      })
      .map((cell) => JSON.stringify(cell))
  })
}

function keepsPlannedOrder({ organization: { plan }, release }: Subject): boolean {
  const units = plan.units.map(({ id }) => id).join()
  const groups = plan.groups.map(({ id }) => id).join()
  const constructs = plan.constructs.map(({ construct }) => construct).join()
  return (
    release.units.map(({ id }) => id).join() === units &&
    release.groups.map(({ id }) => id).join() === groups &&
    Object.keys(release.constructs).join() === constructs &&
    Object.values(release.constructs).every((one) => {
      return (
        Object.keys(one.units).join() === units &&
        Object.keys(one.groups).join() === groups
      )
    })
  )
}

/** Hidden reporting units side by side, one of few people, the other not, either large enough. */
function pairsToSwap({
  organization: { plan, people },
  release,
}: Subject): readonly (readonly [string, string])[] {
  const answered = (id: string): number => people.filter(({ unit }) => unit === id).length
  const hidden = plan.units.filter(({ id, isReporting }) => {
    const unit = release.units.find((one) => one.id === id)
    return isReporting && unit?.answered.kind === 'hidden'
  })
  const few = hidden.filter(({ id }) => answered(id) < 10)
  const others = hidden.filter(({ id }) => answered(id) >= 10)
  // Equal sizes go by id, and then a change of places is a change of the release.
  const isTied = ({ id, parent }: PlannedUnit): boolean =>
    plan.units.some((unit) => {
      return (
        unit.parent === parent && unit.id !== id && answered(unit.id) === answered(id)
      )
    })
  const fits = (one: PlannedUnit, other: PlannedUnit): boolean =>
    one.parent === other.parent &&
    !isTied(other) &&
    [one, other].every(({ headcount }) => {
      return Math.max(answered(one.id), answered(other.id)) <= (headcount ?? Infinity)
    })
  return few.flatMap((one) =>
    others
      .filter((other) => fits(one, other))
      .map((other) => [one.id, other.id] as const),
  )
}
