const longMonths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Whether a day and a month exist together in some year. */
export function isDay(month: number, day: number): boolean {
  return day >= 1 && day <= (longMonths[month - 1] ?? 0)
}

/** Whether somebody at work in `thisYear` may be born in `year`: fourteen to a hundred years. */
export function mayBeBirthYear(year: number, thisYear: number): boolean {
  return year >= thisYear - 100 && year <= thisYear - 14
}

/** The latest past year that two digits can mean. */
export function fullYear(twoDigits: number, thisYear: number): number {
  const year = thisYear - (thisYear % 100) + twoDigits
  return year > thisYear ? year - 100 : year
}
