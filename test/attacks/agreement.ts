import { crossPlan } from '#analysis/disclosure/crossing.ts'
import { findFaults } from '#analysis/disclosure/span-audit.ts'
import { type Attack, type Subject, sayWhich } from './attack.ts'
import { type Population, populationOf } from './population.ts'
import type { Group } from './published.ts'
import { attackSpan } from './span-attack.ts'
import { Tally } from './tally.ts'

/**
 * Compares the product's span audit with the attack on figures the rules would never let
 * out as well as on harmless ones (claim 45): random units and groups are published, and both
 * say whether that tells of fewer than ten people.
 *
 * @param families how many in each organization
 */
export function beginAgreement(families: number): Attack {
  const tally = new Tally('the audit and the attack agree (45)', 'the same verdict')
  const attack = (subject: Subject): void => {
    for (let round = 0; round < families; round++) {
      const verdicts = judge(subject)
      if (!verdicts) return
      const { faults, any, named } = verdicts
      tally.count('families compared')
      tally.count('unsafe', any)
      tally.count('safe', !any)
      // The rules name fewer groups than are tried here; those they name must be found.
      const isRight = faults > 0 ? any : !named
      tally.expect(isRight, () => `${sayWhich(subject)}: family ${round}`)
    }
  }
  return { try: attack, outcome: () => tally.outcome() }
}

/** Whether fewer than ten people are told of, and whether by a group that the rules name. */
interface Tells {
  readonly any: boolean
  readonly named: boolean
}

/** The verdicts of both on a random family; null where no background was asked. */
function judge(subject: Subject): (Tells & { readonly faults: number }) | null {
  const { organization, random } = subject
  const { plan, counts } = organization
  const [first] = plan.constructs
  const people = first && counts.crossed?.constructs[first.construct]?.n
  if (!counts.crossed || !people) return null
  const share = random()
  const units = new Set(plan.units.map(({ id }) => id).filter(() => random() < share))
  // Groups stand beside their division only (rule R3): the audit takes that for granted.
  const groups = new Set(
    plan.groups
      .filter(({ unit }) => random() < share && (unit === null || units.has(unit)))
      .map(({ id }) => id),
  )
  const crossing = crossPlan(plan, counts.crossed)
  const faults = findFaults(crossing, { units, groups }, people, 10).length
  const population = populationOf(organization, 0)
  return {
    faults,
    ...tellsOfFew(population, publishedBy(subject, units, groups), subject),
  }
}

function publishedBy(
  { organization: { plan } }: Subject,
  units: ReadonlySet<string>,
  groups: ReadonlySet<string>,
): readonly Group[] {
  const places = plan.units.map(({ id }) => id)
  const filters = plan.filters.map(({ id }) => id)
  return [
    { place: places.length, filter: -1, answer: -1 },
    ...[...units].map((id) => ({ place: places.indexOf(id), filter: -1, answer: -1 })),
    ...plan.groups
      .filter(({ id }) => groups.has(id))
      .map(({ unit, filter, category }) => {
        const index = filters.indexOf(filter)
        const answer = plan.filters[index]?.categories.indexOf(category) ?? -1
        return {
          place: unit === null ? places.length : places.indexOf(unit),
          filter: index,
          answer,
        }
      }),
  ]
}

function tellsOfFew(
  population: Population,
  published: readonly Group[],
  { random }: Subject,
): Tells {
  const effort = { k: 10, shuffles: 20, random }
  const { computable, differences, smallestRow } = attackSpan(
    population,
    published,
    effort,
  )
  const isContrast = differences.length > 0 || smallestRow.people < 10
  return {
    any: isContrast || computable.length > 0,
    named: isContrast || computable.some(({ isNamed }) => isNamed),
  }
}
