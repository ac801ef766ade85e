import { type Attack, type Subject, sayWhich } from './attack.ts'
import { attackIntervals } from './interval-attack.ts'
import { populationOf } from './population.ts'

/** A hair less than half of the scale, for what a double rounds. */
const half = 50 - 1e-4

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
  let organizations = 0
  let tried = 0
  let narrowest = 100
  let narrowestWider = 100
  let narrowWider = 0
  const broken: string[] = []

  const attack = ({ organization, release }: Subject): void => {
    if (organization.people.length > mostPeople) return
    organizations += 1
    organization.plan.constructs.forEach(({ construct }, index) => {
      const population = populationOf(organization, index)
      const found = attackIntervals(population, release, construct)
      tried += found.tried
      narrowest = Math.min(narrowest, found.named.width)
      narrowestWider = Math.min(narrowestWider, found.wider.width)
      narrowWider += found.wider.narrow
      const { width, kind, people } = found.named
      if (width < half) {
        broken.push(
          `${sayWhich(organization)}: ${construct} ${kind} of ${people} within ${width}`,
        )
      }
    })
  }
  return {
    try: attack,
    outcome: () => ({
      name: 'bounding few people by all figures (39)',
      figures: {
        organizations,
        'groups of 1–4 tried': tried,
        narrowest,
        'narrowest beyond the rules': narrowestWider,
        'narrower than half beyond the rules': narrowWider,
      },
      broken,
    }),
  }
}
