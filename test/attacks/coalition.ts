import type { Answerer } from './answerer.ts'
import { type Attack, type Subject, sayWhich } from './attack.ts'
import { populationOf } from './population.ts'
import { type Kind, kinds, type Published, readPublished } from './published.ts'
import { stepOf } from './random-answers.ts'
import type { RandomOrganization } from './random-organization.ts'
import { Tally } from './tally.ts'

/**
 * Two colleagues who answered at the same end of the scale take their answers out of one
 * clipped figure (claim 41). Shares leave open whether anybody else is concerned. A mean does
 * not, where everybody else answered at the other end: then all of them are known. How often
 * that is so is told, and how often three would know by a share.
 */
export function beginCoalition(): Attack {
  const tally = new Tally(
    'two insiders at one end of the scale (41)',
    'no share tells of all others',
  )
  const attack = (subject: Subject): void => {
    tally.count('organizations')
    for (const { isMean, toTwo, toThree, where } of readFigures(subject)) {
      tally.count('means', isMean)
      tally.count('means that tell of all others', isMean && toTwo)
      tally.count('shares', !isMean)
      tally.count('shares that tell three of all others', !isMean && toThree)
      tally.expect(isMean || !toTwo, () => `${sayWhich(subject)}: ${where}`)
    }
  }
  return { try: attack, outcome: () => tally.outcome() }
}

/** What one figure tells insiders, who answered at the same end, of all others. */
interface Told {
  readonly isMean: boolean
  readonly toTwo: boolean
  readonly toThree: boolean
  readonly where: string
}

function* readFigures({ organization, release }: Subject): Generator<Told> {
  for (const [index, { construct }] of organization.plan.constructs.entries()) {
    const population = populationOf(organization, index)
    const membersOf = reader(organization, index)
    for (const kind of kinds) {
      const isMean = kind === 'meanNeed'
      const step = isMean ? stepOf(index) : 100
      for (const figure of readPublished(release, construct, kind, population)) {
        const values = membersOf(figure).map((need) => scoreOf(need, kind))
        const toTwo = knowsOthers(values, figure, step, 2)
        const toThree = knowsOthers(values, figure, step, 3)
        yield { isMean, toTwo, toThree, where: `${construct} ${kind}` }
      }
    }
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

function scoreOf(need: number, kind: Kind): number {
  if (kind === 'meanNeed') return need
  return need >= (kind === 'shareElevated' ? 50 : 75) ? 100 : 0
}

/** Whether some insiders can tell that all others are at an end of the scale. */
function knowsOthers(
  values: readonly number[],
  { low, high }: Published,
  step: number,
  insiders: number,
): boolean {
  const n = values.length
  const sorted = values.toSorted((a, b) => a - b)
  const sum = (some: readonly number[]): number => some.reduce((all, one) => all + one, 0)
  const most = high * n - sum(sorted.slice(-insiders))
  const least = low * n - sum(sorted.slice(0, insiders))
  return most < step - 1e-9 || least > 100 * (n - insiders) - step + 1e-9
}
