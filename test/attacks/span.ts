import { type Attack, type Subject, sayWhich, tablesOf } from './attack.ts'
import { attackSpan, fewestOf } from './span-attack.ts'
import { Tally } from './tally.ts'

/**
 * Adds and subtracts exact sums (claim 38): no group of fewer than ten people can be computed
 * and no contrast rests on so few.
 *
 * @param shuffles how many orders of pivots are drawn
 */
export function beginSpan(shuffles: number): Attack {
  const tally = new Tally(
    'adding and subtracting exact sums (38)',
    'nothing about fewer than 10 people',
  )
  const attack = (subject: Subject): void => {
    tally.count('organizations')
    for (const { about, population, published } of tablesOf(subject)) {
      const effort = { k: 10, shuffles, random: subject.random }
      const found = attackSpan(population, published, effort)
      tally.count('figures', published.length)
      tally.count('groups of 1–9 tried', found.tried)
      tally.count('groups of 1–9 computable', found.computable.length)
      tally.least('smallest contrast', fewestOf(found))
      tally.expect(fewestOf(found) >= 10, () => {
        return `${sayWhich(subject)}: ${about} tells of ${fewestOf(found)} people`
      })
    }
  }
  return { try: attack, outcome: () => tally.outcome() }
}
