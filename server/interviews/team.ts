import { sizeOf, smallestTeam, type Team } from '#analysis/sources/interviews.ts'
import type { Assessment } from '../assessments/contract.ts'
import { Refusal } from '../refusal.ts'

type Of = Pick<Assessment, 'units'>

/** The people of some units, by unit; units without people of their own are left out. */
export function teamOf({ units }: Of, ids: readonly string[]): Team {
  return new Map(
    units
      .filter(({ id, headcount }) => ids.includes(id) && headcount > 0)
      .map(({ id, headcount }) => [id, headcount]),
  )
}

/** The names of what a manager leads, without those that stand below another of them. */
export function namesOf({ units }: Of, ids: readonly string[]): readonly string[] {
  return units
    .filter(({ id, parent }) => ids.includes(id) && !ids.includes(parent ?? ''))
    .map(({ name }) => name)
}

/**
 * The units a manager leads and everything below them.
 *
 * @throws Refusal `unit-not-found` for one that is not there, and `interview-team-too-small`
 *   where fewer than ten people work in all of them, naming how many
 */
export function unitsLed(assessment: Of, ids: readonly string[]): readonly string[] {
  const { units } = assessment
  if (!ids.every((id) => units.some((unit) => unit.id === id))) {
    throw new Refusal('unit-not-found')
  }
  const led = new Set(ids)
  for (const before of units.keys()) {
    const count = led.size
    for (const { id, parent } of units) if (parent && led.has(parent)) led.add(id)
    if (led.size === count && before > 0) break
  }
  const people = sizeOf(teamOf(assessment, [...led]))
  if (people < smallestTeam) {
    throw new Refusal('interview-team-too-small', [
      {
        where: 'units',
        expected: `at least ${smallestTeam} people, got ${people}`,
        say: 'interviews.too-small',
        words: { people, least: smallestTeam },
      },
    ])
  }
  return units.filter(({ id }) => led.has(id)).map(({ id }) => id)
}
