import { crossPlan } from '#analysis/disclosure/crossing.ts'
import { findFaults } from '#analysis/disclosure/span-audit.ts'
import { type Attack, type Subject, sayWhich } from './attack.ts'
import { type Population, populationOf } from './population.ts'
import type { Group } from './published.ts'
import { attackSpan } from './span-attack.ts'

/**
 * Compares the product's span audit with the attack on figures the rules would never let
 * out as well as on harmless ones (claim 45): random units and groups are published, and both
 * say whether that tells of fewer than ten people.
 *
 * @param families how many in each organization
 */
export function beginAgreement(families: number): Attack {
  let compared = 0
  let unsafe = 0
  let safe = 0
  const broken: string[] = []

  // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: an attack is every case within every case
  const attack = (subject: Subject): void => {
    const { organization, random } = subject
    const { plan, counts } = organization
    const [first] = plan.constructs
    const people = first && counts.crossed?.constructs[first.construct]?.n
    if (!counts.crossed || !people) return
    const crossing = crossPlan(plan, counts.crossed)
    const population = populationOf(organization, 0)
    for (let round = 0; round < families; round++) {
      const share = random()
      const units = new Set(plan.units.map(({ id }) => id).filter(() => random() < share))
      // Groups stand beside their division only (rule R3): the audit takes that for granted.
      const groups = new Set(
        plan.groups
          .filter(({ unit }) => random() < share && (unit === null || units.has(unit)))
          .map(({ id }) => id),
      )
      const faults = findFaults(crossing, { units, groups }, people, 10)
      const tells = tellsOfFew(population, publishedBy(subject, units, groups), subject)
      compared += 1
      unsafe += tells.any ? 1 : 0
      safe += tells.any ? 0 : 1
      // The rules name fewer groups than are tried here; those they name must be found.
      const isRight = faults.length > 0 ? tells.any : !tells.named
      if (!isRight) broken.push(`${sayWhich(organization)}: family ${round}`)
    }
  }
  return {
    try: attack,
    outcome: () => ({
      name: 'the audit and the attack agree (45)',
      figures: { 'families compared': compared, unsafe, safe },
      broken,
    }),
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

/** Whether fewer than ten people are told of, and whether by a group that the rules name. */
function tellsOfFew(
  population: Population,
  published: readonly Group[],
  { random }: Subject,
): { readonly any: boolean; readonly named: boolean } {
  const found = attackSpan(population, published, { k: 10, shuffles: 20, random })
  const named = found.computable.some(({ isNamed }) => isNamed)
  const any =
    found.computable.length > 0 ||
    found.differences.length > 0 ||
    found.smallestRow.people < 10
  return {
    any,
    named: named || found.differences.length > 0 || found.smallestRow.people < 10,
  }
}
