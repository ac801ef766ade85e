import { centralInterval } from '../statistics/quantile.ts'
import type { PeopleCount } from './need.ts'
import { parameters } from './parameters.ts'

/**
 * A share in people: "about 180 of our 420 (160 to 200)", the ends rounded outward.
 *
 * In steps of 5 people, or of 5 % of all where fewer than 100 answered; of 100 where the
 * head count is unknown. Built from released figures alone, it tells nothing beyond them.
 *
 * @param rate p̂, 0–1
 * @param draws π, 0–1
 * @param answered lower end of the band of n
 */
export function peopleCount(
  rate: number,
  draws: Float64Array,
  headcount: number | null,
  answered: number,
): PeopleCount {
  const of = headcount ?? 100
  const step = answered >= 100 ? 5 : Math.ceil(of / 20)
  const interval = centralInterval(draws, parameters.prevalence.level)
  const low = step * Math.floor((interval.low * of) / step)
  const high = Math.min(of, step * Math.ceil((interval.high * of) / step))
  const about = Math.min(of, step * Math.round((rate * of) / step))
  return { about: Math.min(Math.max(about, low), high), low, high, of }
}
