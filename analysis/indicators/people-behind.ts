import { indicatorOf } from './catalogue.ts'
import type { HrFigure } from './figure.ts'
import { fewestPeople } from './limits.ts'
import { isHalf } from './period.ts'

/** Hours a person works in a year, about: only to tell how many accidents a rate stands for. */
const hoursInYear = 1_700

/**
 * How many people a figure stands for: a share of so many people is a number of people, however
 * it is written.
 *
 *   share-of-people   value/100 · N        per-million-hours   value · N · 1,700 · years / 10⁶
 *   count             value                stated              what was stated
 *
 * N people in the group.
 *
 * @returns people, not rounded; null for shares of time and posts, which stand for nobody
 */
export function peopleBehind(
  figure: Pick<HrFigure, 'indicator' | 'period' | 'value' | 'people'>,
  headcount: number,
): number | null {
  const { value, people } = figure
  const { measure, statesPeople } = indicatorOf(figure.indicator)
  switch (measure) {
    case 'share-of-people':
      return (value / 100) * headcount
    case 'per-million-hours':
      return (value * headcount * hoursInYear * (isHalf(figure.period) ? 0.5 : 1)) / 1e6
    case 'count':
    case 'interviews':
      return value
    default:
      return statesPeople ? people : null
  }
}

/** Whether somebody stands behind it, and too few. Half a person is left to rounding. */
export function isFew(people: number | null): boolean {
  return people !== null && people > 0 && people < fewestPeople - 0.5
}
