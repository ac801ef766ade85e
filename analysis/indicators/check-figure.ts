import { sdc1 } from '../disclosure/rules.ts'
import { type Indicator, indicatorOf } from './catalogue.ts'
import type { HrFigure, HrGroup } from './figure.ts'
import { oldestYears } from './limits.ts'
import { isFew, peopleBehind } from './people-behind.ts'
import { isHalf, lastDayOf, yearOf } from './period.ts'

/** Why a figure cannot be kept. Each has a sentence of its own, with what to do instead. */
export type FigureFault =
  | 'period-running'
  | 'period-old'
  | 'year-only'
  | 'organization-only'
  | 'large-units-only'
  | 'impossible'
  | 'people-missing'
  | 'people-too-many'
  | 'few-interviews'
  | 'few-people'

/** Why somebody should look at a figure again: it can be right, and seldom is. */
export type Doubt = 'low' | 'high'

/**
 * Checks one figure for itself: whether it may be told of this group, and can be true.
 *
 * @param today as `2026-11-21`
 */
export function figureFault(
  figure: HrFigure,
  group: HrGroup,
  today: string,
): FigureFault | null {
  const indicator = indicatorOf(figure.indicator)
  return (
    periodFault(figure, indicator, today) ??
    reachFault(indicator, group) ??
    (isPossible(figure.value, indicator, group) ? null : 'impossible') ??
    peopleFault(figure, indicator, group)
  )
}

/** Whether a figure that can be true is an unusual one. */
export function doubtOf({ indicator, value }: HrFigure, group: HrGroup): Doubt | null {
  const { plausible, ofEach } = indicatorOf(indicator)
  const times = ofEach ? group.headcount : 1
  if (value < plausible.low * times) return 'low'
  return value > plausible.high * times ? 'high' : null
}

/** Whether an indicator may be told of a group at all: what is sensitive only of large ones. */
export function reachFault(
  { reach }: Indicator,
  { unit, headcount }: HrGroup,
): 'organization-only' | 'large-units-only' | null {
  if (unit === null || reach === 'every-unit') return null
  if (reach === 'organization') return 'organization-only'
  return headcount < sdc1.unitsFromHeadcount ? 'large-units-only' : null
}

/** The lowest and the highest value that can be true. */
export function possibleRange(
  { possible, ofEach }: Indicator,
  { headcount }: HrGroup,
): { readonly low: number; readonly high: number } {
  const times = ofEach ? headcount : 1
  return { low: possible.low * times, high: possible.high * times }
}

function isPossible(value: number, indicator: Indicator, group: HrGroup): boolean {
  const { low, high } = possibleRange(indicator, group)
  return value >= low && value <= high
}

function periodFault(
  { period }: HrFigure,
  { periods }: Indicator,
  today: string,
): FigureFault | null {
  if (lastDayOf(period) >= today) return 'period-running'
  if (yearOf(period) < Number(today.slice(0, 4)) - oldestYears) return 'period-old'
  return periods === 'year' && isHalf(period) ? 'year-only' : null
}

function peopleFault(
  figure: HrFigure,
  { statesPeople, measure }: Indicator,
  { headcount }: HrGroup,
): FigureFault | null {
  if (statesPeople) {
    const fault =
      measure === 'interviews' ? interviewsFault(figure) : statedFault(figure, headcount)
    if (fault) return fault
  }
  return isFew(peopleBehind(figure, headcount)) ? 'few-people' : null
}

function interviewsFault({ people, value }: HrFigure): FigureFault | null {
  if (people === null) return 'people-missing'
  if (people < sdc1.group) return 'few-interviews'
  return value > people ? 'people-too-many' : null
}

/** People come and go, so that a few more than the head count can be true. */
function statedFault({ people, value }: HrFigure, headcount: number): FigureFault | null {
  if (people === null || (people === 0 && value > 0)) return 'people-missing'
  return people > headcount * 2 ? 'people-too-many' : null
}
