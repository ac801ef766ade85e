import { type Attack, type Subject, sayWhich, tablesOf } from './attack.ts'
import { attackSpan } from './span-attack.ts'

/**
 * Adds and subtracts exact sums (claim 38): no group of fewer than ten people can be computed
 * and no contrast rests on so few.
 *
 * @param shuffles how many orders of pivots are drawn
 */
export function beginSpan(shuffles: number): Attack {
  let organizations = 0
  let figures = 0
  let tried = 0
  let computable = 0
  let smallest = Infinity
  const broken: string[] = []

  const attack = (subject: Subject): void => {
    organizations += 1
    for (const { construct, population, published } of tablesOf(subject)) {
      const effort = { k: 10, shuffles, random: subject.random }
      const found = attackSpan(population, published, effort)
      figures += published.length
      tried += found.tried
      computable += found.computable.length
      smallest = Math.min(smallest, found.smallestRow.people, ...found.differences)
      const least = Math.min(
        found.smallestRow.people,
        ...found.differences,
        ...found.computable.map(({ people }) => people),
      )
      if (least < 10) {
        broken.push(
          `${sayWhich(subject.organization)}: ${construct} tells of ${least} people`,
        )
      }
    }
  }
  return {
    try: attack,
    outcome: () => ({
      name: 'adding and subtracting exact sums (38)',
      figures: {
        organizations,
        figures,
        'groups of 1–9 tried': tried,
        computable,
        'smallest contrast': smallest,
      },
      broken,
    }),
  }
}
