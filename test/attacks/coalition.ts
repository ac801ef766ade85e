import type { Answerer } from './answerer.ts'
import { type Attack, type Subject, sayWhich } from './attack.ts'
import { populationOf } from './population.ts'
import { type Kind, kinds, type Published, readPublished } from './published.ts'
import { stepOf } from './random-answers.ts'
import type { RandomOrganization } from './random-organization.ts'

/**
 * Two colleagues who answered at the same end of the scale take their answers out of one
 * clipped figure (claim 41). Shares leave open whether anybody else is concerned. A mean does
 * not, where everybody else answered at the other end: then all of them are known. How often
 * that is so is told.
 */
export function beginCoalition(): Attack {
  let organizations = 0
  let means = 0
  let shares = 0
  let knownByMean = 0
  const broken: string[] = []

  const attack = ({ organization, release }: Subject): void => {
    organizations += 1
    // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: an attack is every case within every case
    organization.plan.constructs.forEach(({ construct }, index) => {
      const population = populationOf(organization, index)
      const membersOf = reader(organization, index)
      for (const kind of kinds) {
        for (const figure of readPublished(release, construct, kind, population)) {
          const step = kind === 'meanNeed' ? stepOf(index) : 100
          const values = membersOf(figure).map((need) => readValue(need, kind))
          const isKnown = knowsOthers(values, figure, step)
          if (kind === 'meanNeed') {
            means += 1
            knownByMean += isKnown ? 1 : 0
          } else {
            shares += 1
            if (isKnown) broken.push(`${sayWhich(organization)}: ${construct} ${kind}`)
          }
        }
      }
    })
  }
  return {
    try: attack,
    outcome: () => ({
      name: 'two insiders at one end of the scale (41)',
      figures: {
        organizations,
        means,
        'means that tell of all others': knownByMean,
        shares,
      },
      broken,
    }),
  }
}

/** Needs of everybody in a group. */
function reader(
  { plan, people }: RandomOrganization,
  construct: number,
): (group: Published) => readonly number[] {
  const scored = people.filter(({ needs }) => (needs[construct] ?? -1) >= 0)
  const atoms = scored.map((one: Answerer) => {
    const { atoms } = populationOf({ plan, people: [one] }, construct)
    return {
      need: one.needs[construct] ?? 0,
      places: atoms[0]?.places ?? [],
      one: atoms[0],
    }
  })
  return ({ place, filter, answer }) =>
    atoms
      .filter(({ places, one }) => {
        return (
          places.includes(place) && (filter < 0 || one?.background[filter] === answer)
        )
      })
      .map(({ need }) => need)
}

function readValue(need: number, kind: Kind): number {
  if (kind === 'meanNeed') return need
  return need >= (kind === 'shareElevated' ? 50 : 75) ? 100 : 0
}

/** Whether two can tell that all others are at the end of the scale. */
function knowsOthers(
  values: readonly number[],
  { low, high }: Published,
  step: number,
): boolean {
  const n = values.length
  const sorted = values.toSorted((a, b) => a - b)
  const two = (some: readonly number[]): number => some.reduce((sum, one) => sum + one, 0)
  const most = high * n - two(sorted.slice(-2))
  const least = low * n - two(sorted.slice(0, 2))
  return most < step - 1e-9 || least > 100 * (n - 2) - step + 1e-9
}
