import { disclose } from '#analysis/disclosure/disclose.ts'
import type { Release } from '#analysis/disclosure/disclosed.ts'
import type { PlannedUnit } from '#analysis/disclosure/publication-plan.ts'
import type { Answerer } from './answerer.ts'
import { type Attack, type Subject, sayWhich } from './attack.ts'
import { kinds } from './published.ts'
import { countAnswers } from './random-organization.ts'
import { Tally } from './tally.ts'

const hiddenUnit = '[{"kind":"hidden"},{"kind":"hidden"}]'
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
  const tally = new Tally('telling why something is hidden (47)', 'no difference')
  const attack = (subject: Subject): void => {
    const { organization, release } = subject
    const which = sayWhich(subject)
    const cells = hiddenCells(release)
    const isSame =
      cells.every((cell) => cell === hiddenCell) &&
      hiddenUnits(release).every((unit) => unit === hiddenUnit)
    tally.count('organizations')
    tally.count('hidden cells', cells.length)
    tally.expect(isSame, () => `${which}: a hidden cell looks different`)
    tally.expect(keepsPlannedOrder(subject), () => `${which}: another order`)
    for (const [one, other] of pairsToSwap(subject).slice(0, 2)) {
      const people = swapped(organization.people, one, other)
      const after = disclose(organization.plan, countAnswers(organization.plan, people))
      tally.count('pairs exchanged')
      tally.expect(JSON.stringify(after) === JSON.stringify(release), () => {
        return `${which}: ${one} and ${other} are told apart`
      })
    }
  }
  return { try: attack, outcome: () => tally.outcome() }
}

function swapped(
  people: readonly Answerer[],
  one: string,
  other: string,
): readonly Answerer[] {
  const places = new Map([
    [one, other],
    [other, one],
  ])
  return people.map((person) => {
    return { ...person, unit: places.get(person.unit) ?? person.unit }
  })
}

function hiddenCells({ constructs }: Release): readonly string[] {
  return Object.values(constructs).flatMap(({ organization, units, groups }) => {
    return [organization, ...Object.values(units), ...Object.values(groups)]
      .filter((cell) => kinds.every((kind) => cell[kind].kind === 'hidden'))
      .map((cell) => JSON.stringify(cell))
  })
}

function hiddenUnits({ units }: Release): readonly string[] {
  return units
    .filter(({ answered }) => answered.kind === 'hidden')
    .map(({ answered, responseRate }) => JSON.stringify([answered, responseRate]))
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

/**
 * Hidden reporting units side by side, one of few people, the other not, either large enough.
 * With units below them, others than their own people count, and an exchange shows in their sums.
 */
function pairsToSwap({
  organization: { plan, people },
  release,
}: Subject): readonly (readonly [string, string])[] {
  const counts = countsOf(people)
  const answered = (id: string): number => counts.get(id)?.[0] ?? 0
  const parents = new Set(plan.units.map(({ parent }) => parent))
  const hidden = plan.units.filter(({ id, isReporting }) => {
    const unit = release.units.find((one) => one.id === id)
    return isReporting && !parents.has(id) && unit?.answered.kind === 'hidden'
  })
  const few = hidden.filter(({ id }) => answered(id) < 10)
  const others = hidden.filter(({ id }) => answered(id) >= 10)
  // Equal numbers go by id, and then a change of places is a change of the release.
  const isTied = ({ id, parent }: PlannedUnit): boolean =>
    plan.units.some((unit) => {
      const theirs = counts.get(unit.id) ?? []
      const isSame = counts.get(id)?.some((n, index) => n === theirs[index]) ?? false
      return unit.parent === parent && unit.id !== id && isSame
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

/** By reporting unit: how many answered, and how many have a score of each construct. */
function countsOf(people: readonly Answerer[]): ReadonlyMap<string, readonly number[]> {
  const counts = new Map<string, number[]>()
  for (const { unit, needs } of people) {
    const own = counts.get(unit) ?? [0, ...needs.map(() => 0)]
    counts.set(unit, own)
    for (const [index, has] of [true, ...needs.map((need) => need >= 0)].entries()) {
      own[index] = (own[index] ?? 0) + Number(has)
    }
  }
  return counts
}
