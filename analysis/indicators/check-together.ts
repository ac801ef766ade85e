import { sdc1 } from '../disclosure/rules.ts'
import { indicatorOf } from './catalogue.ts'
import { type HrFigure, type HrGroup, keyOf } from './figure.ts'
import { isFew, peopleBehind } from './people-behind.ts'
import { isHalf, yearOf } from './period.ts'

/** Why a figure cannot stand beside others, though each for itself could be kept. */
export type TogetherFault = 'mixed-periods' | 'small-rest' | 'few-in-rest'

/**
 * Checks new figures against each other and those that are kept, for what could be had by
 * subtraction: the second half-year from the year and its first half, and the units left out
 * from the whole and the others. What is kept and what of the new figures has no fault may
 * stand together.
 *
 * @param groups the whole organization and every reporting unit
 * @returns faults of new figures by `keyOf`; where units would betray the rest the whole stays
 */
export function togetherFaults(
  kept: readonly HrFigure[],
  added: readonly HrFigure[],
  groups: readonly HrGroup[],
): ReadonlyMap<string, TogetherFault> {
  const mixed = mixedPeriods(kept, added)
  const single = added.filter((figure) => !mixed.has(keyOf(figure)))
  return new Map([...mixed, ...betrayedRests(kept, single, groups)])
}

/**
 * Whether figures tell of few by subtraction: after one was taken out, too, because figures that
 * do not add up can leave a rest that nobody had meant to tell.
 */
export function tellsOfFew(
  figures: readonly HrFigure[],
  groups: readonly HrGroup[],
): boolean {
  return [...Map.groupBy(figures, samePeriod).values()].some(
    (some) => restFault(some, groups) !== null,
  )
}

const samePeriod = ({ indicator, period }: HrFigure): string => `${period} ${indicator}`

/** Years and half-years of one indicator exclude each other within a calendar year. */
function mixedPeriods(
  kept: readonly HrFigure[],
  added: readonly HrFigure[],
): ReadonlyMap<string, TogetherFault> {
  const sameYear = ({ indicator, period }: HrFigure) => `${yearOf(period)} ${indicator}`
  const halvesKept = new Map(kept.map((each) => [sameYear(each), isHalf(each.period)]))
  const yearsAdded = new Set(
    added.filter(({ period }) => !isHalf(period)).map((each) => sameYear(each)),
  )
  const isOut = (figure: HrFigure): boolean => {
    const year = sameYear(figure)
    const before = halvesKept.get(year)
    if (before !== undefined) return isHalf(figure.period) !== before
    return isHalf(figure.period) && yearsAdded.has(year)
  }
  return new Map(added.filter(isOut).map((each) => [keyOf(each), 'mixed-periods']))
}

function betrayedRests(
  kept: readonly HrFigure[],
  added: readonly HrFigure[],
  groups: readonly HrGroup[],
): ReadonlyMap<string, TogetherFault> {
  const keptBy = Map.groupBy(kept, samePeriod)
  const faults = new Map<string, TogetherFault>()
  for (const [place, some] of Map.groupBy(added, samePeriod)) {
    const before = keptBy.get(place) ?? []
    const all = restFault(laidOver(before, some), groups)
    if (!all) continue
    const whole = some.filter(({ unit }) => unit === null)
    const wholeFault = restFault(laidOver(before, whole), groups)
    for (const figure of some) {
      if (figure.unit !== null) faults.set(keyOf(figure), all)
      else if (wholeFault) faults.set(keyOf(figure), wholeFault)
    }
  }
  return faults
}

function laidOver(
  kept: readonly HrFigure[],
  added: readonly HrFigure[],
): readonly HrFigure[] {
  return [...new Map([...kept, ...added].map((each) => [keyOf(each), each])).values()]
}

/**
 * What the whole less the units tells of the others together: of one indicator and period.
 * Larger groups than the rest tell less, so the rest is all there is to check.
 */
function restFault(
  figures: readonly HrFigure[],
  groups: readonly HrGroup[],
): 'small-rest' | 'few-in-rest' | null {
  const whole = figures.find(({ unit }) => unit === null)
  const units = figures.filter(({ unit }) => unit !== null)
  if (!whole || units.length === 0) return null

  const sizes = new Map(groups.map(({ unit, headcount }) => [unit, headcount]))
  const sizeOf = ({ unit }: HrFigure): number => sizes.get(unit) ?? 0
  const left = units.reduce((rest, figure) => rest - sizeOf(figure), sizeOf(whole))
  if (left === 0) return null
  const isWide = indicatorOf(whole.indicator).reach === 'every-unit'
  if (!isWide && left < sdc1.unitsFromHeadcount) return 'small-rest'

  const behind = (figure: HrFigure): number => peopleBehind(figure, sizeOf(figure)) ?? 0
  const people = units.reduce((rest, figure) => rest - behind(figure), behind(whole))
  return people > 0.5 && isFew(people) ? 'few-in-rest' : null
}
