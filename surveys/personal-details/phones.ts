import { isDay } from './calendar.ts'
import { type Certainty, type Finding, matches } from './finding.ts'

const gap = '[ .\\-/()\u200b]{0,3}'
const digitsIn = (text: string): string => text.replace(/\D/g, '')

/** +46 70 …, 0046 70 …, +44 (0)20 … */
const international = new RegExp(
  `(?<![\\p{L}\\d+])(?:\\+ ?|00(?=[1-9]))[1-9](?:${gap}\\d){7,14}(?!\\d)`,
  'gu',
)

/** A leading zero and eight to eleven digits: Sweden 8–10, the Netherlands and Romania 10,
 * the United Kingdom 10 or 11. */
const national = new RegExp(
  `(?<![\\p{L}\\d+.,:/-])\\(?0[1-9](?:${gap}\\d){6,9}(?!\\d)`,
  'gu',
)

function isDate(found: string): boolean {
  const [, day, month] = /^(\d{2})[./ -](\d{2})[./ -](?:19|20)\d{2}$/.exec(found) ?? []
  return isDay(Number(month), Number(day)) || isDay(Number(day), Number(month))
}

function nationalVerdict([found]: RegExpExecArray): Certainty | undefined {
  if (isDate(found)) return undefined
  return digitsIn(found).length >= 9 ? 'sure' : 'likely'
}

/** Eight digits in a row or in the groups of a Norwegian number; four pairs that all could
 * be hours of a day are too often just that. */
const norwegian =
  /(?<![\d+.,:/-])(?<!\d )(?:[2-9]\d{7}|[2-9]\d(?: \d{2}){3}|[489]\d{2} \d{2} \d{3})(?!\d|[.,:/-]\d| \d)/g

function norwegianVerdict([found]: RegExpExecArray): Certainty | undefined {
  const isIsoDate =
    /^20\d{6}$/.test(found) && isDay(Number(found.slice(4, 6)), Number(found.slice(6)))
  return isIsoDate ? undefined : 'likely'
}

/**
 * Phone numbers, international and as written in Sweden, Norway, the Netherlands, Romania
 * and the United Kingdom.
 *
 * @param text in plain characters, hours and amounts blotted out
 */
export function findPhones(text: string): readonly Finding[] {
  return [
    ...matches(text, international, 'phone', ([found]) =>
      digitsIn(found).length >= 9 ? 'sure' : undefined,
    ),
    ...matches(text, national, 'phone', nationalVerdict),
    ...matches(text, norwegian, 'phone', norwegianVerdict),
  ]
}
