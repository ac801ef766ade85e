/** A calendar year or half of one: `2025`, `2025-H1`. Nothing else, so that no two overlap in part. */
export type Period = string & { readonly period: never }

const form = /^(20\d{2})(?:-H([12]))?$/

export function isPeriod(text: string): text is Period {
  return form.test(text)
}

/** @throws RangeError for anything but a year or a half-year */
export function toPeriod(text: string): Period {
  if (!isPeriod(text)) throw new RangeError(`expected a period such as 2025, got ${text}`)
  return text
}

export const yearOf = (period: Period): number => Number(period.slice(0, 4))

export const isHalf = (period: Period): boolean => period.length > 4

/** @returns its last day, as `2025-06-30` */
export function lastDayOf(period: Period): string {
  return `${yearOf(period)}-${period.endsWith('H1') ? '06-30' : '12-31'}`
}

/** For sorting: the later end last; of two that end together the half-year first. */
export function byEnd(a: Period, b: Period): number {
  const [first, second] = [lastDayOf(a), lastDayOf(b)]
  if (first !== second) return first < second ? -1 : 1
  return b.length - a.length
}

/** Years and half-years that have ended, newest first. */
export function endedPeriods(today: string, years: number): readonly Period[] {
  const thisYear = Number(today.slice(0, 4))
  return Array.from({ length: years + 1 }, (_, back) => thisYear - back)
    .flatMap((year) => [`${year}`, `${year}-H2`, `${year}-H1`].map(toPeriod))
    .filter((period) => lastDayOf(period) < today)
}
