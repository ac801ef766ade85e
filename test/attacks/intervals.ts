import { type Attack, type Subject, sayWhich } from './attack.ts'
import { attackIntervals } from './interval-attack.ts'
import { figuresOf } from './interval-unknowns.ts'
import { populationOf } from './population.ts'
import { Tally } from './tally.ts'

/** A hair less than half of the scale, for what a double rounds. */
export const half = 50 - 1e-4

/**
 * Bounds few people by everything released of a construct at once (claim 39): for the average
 * of any nameable group of one to four people half of the scale stays open.
 *
 * Groups the rules do not name (by more conditions than they protect) are bounded too; how
 * narrowly is told, and is no expectation.
 *
 * @param mostPeople organizations with more answers are left out: it would take too long
 */
export function beginIntervals(mostPeople: number): Attack {
  const tally = new Tally(
    `bounding few of at most ${mostPeople} by all figures (39)`,
    'half of the scale stays open',
  )
  const attack = (subject: Subject): void => {
    const { organization, release } = subject
    if (organization.people.length > mostPeople) return
    tally.count('organizations')
    for (const [index, { construct }] of organization.plan.constructs.entries()) {
      const population = populationOf(organization, index)
      const figures = figuresOf(release, construct, population)
      const { tried, named, wider } = attackIntervals(population, figures)
      tally.count('groups of 1–4 tried', tried)
      tally.least('narrowest', named.width)
      tally.least('narrowest beyond the rules', wider.width)
      tally.count('narrower than half beyond the rules', wider.narrow)
      tally.expect(named.width >= half, () => {
        const where = `${construct} ${named.kind} of ${named.people}`
        return `${sayWhich(subject)}: ${where} within ${named.width}`
      })
    }
  }
  return { try: attack, outcome: () => tally.outcome() }
}
