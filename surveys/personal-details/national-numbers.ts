import { isDay } from './calendar.ts'
import {
  areNorwegianCheckDigits,
  isBsn,
  isCnp,
  isLuhn,
  isNhsNumber,
} from './check-digits.ts'
import { type Certainty, type Finding, matches } from './finding.ts'

const gap = '[ .\u200b-]{0,2}'
const digitsIn = (text: string): string => text.replace(/\D/g, '')
const number = (text: string, from: number, to: number): number =>
  Number(text.slice(from, to))

/** yymmdd-nnnc or yyyymmdd-nnnc, also with + from the hundredth year on; the day of a
 * samordningsnummer is 60 higher. */
const swedish = new RegExp(
  `(?<!\\d)(?:1[89]|20)?\\d{2}${gap}\\d{2}${gap}\\d{2}(?:${gap}|\\+)\\d{4}(?!\\d)`,
  'g',
)

function swedishVerdict([found]: RegExpExecArray): Certainty | undefined {
  const ten = digitsIn(found).slice(-10)
  const day = number(ten, 4, 6)
  if (!isDay(number(ten, 2, 4), day > 60 ? day - 60 : day)) return undefined
  if (isLuhn(ten)) return 'sure'
  return /^\d{6,8}[-+]\d{4}$/.test(found) ? 'likely' : undefined
}

const norwegian = new RegExp(
  `(?<!\\d)\\d{2}${gap}\\d{2}${gap}\\d{2}${gap}\\d{3}${gap}\\d{2}(?!\\d)`,
  'g',
)

/** Day of a D-number + 40; month of a help number + 40, of a synthetic person + 80. */
function norwegianVerdict([found]: RegExpExecArray): Certainty | undefined {
  const eleven = digitsIn(found)
  const day = number(eleven, 0, 2)
  const isDate = isDay(number(eleven, 2, 4) % 40, day > 40 ? day - 40 : day)
  if (!isDate) return undefined
  return areNorwegianCheckDigits(eleven) ? 'sure' : 'likely'
}

const dutch =
  /(?<!\d)(?:\d{9}|\d{3}[ .-]\d{3}[ .-]\d{3}|\d{4}[ .-]\d{2}[ .-]\d{3})(?!\d)/g

/** One of eleven numbers passes by chance, so without a word that says so it is no more. */
function dutchVerdict([found]: RegExpExecArray): Certainty | undefined {
  return isBsn(digitsIn(found)) ? 'likely' : undefined
}

const romanian = new RegExp(`(?<!\\d)[1-9](?:${gap}\\d){12}(?!\\d)`, 'g')

function romanianVerdict([found]: RegExpExecArray): Certainty | undefined {
  const thirteen = digitsIn(found)
  if (!isDay(number(thirteen, 3, 5), number(thirteen, 5, 7))) return undefined
  return isCnp(thirteen) ? 'sure' : 'likely'
}

const health = /(?<!\d)(?:\d{10}|\d{3}[ -]\d{3}[ -]\d{4})(?!\d)/g

function healthVerdict([found]: RegExpExecArray): Certainty | undefined {
  if (!isNhsNumber(digitsIn(found))) return undefined
  return found.length > 10 ? 'sure' : 'likely'
}

/** A National Insurance number: prefixes as HMRC gives them (NIM39110), and QQ, which stands
 * for any prefix in examples. It has no check digit. */
const insurance =
  /(?<![\p{L}\d])(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PQR-TW-Z][A-CEGHJ-NP-TW-Z][ -]?\d{2}[ -]?\d{2}[ -]?\d{2}[ -]?[A-D](?![\p{L}\d])/giu

/**
 * National numbers of Sweden, Norway, the Netherlands, Romania and the United Kingdom:
 * `sure` where check digits and a date agree, `likely` where the form is right and a digit
 * may be mistyped.
 *
 * @param text in plain characters, amounts blotted out
 */
export function findNationalNumbers(text: string): readonly Finding[] {
  return [
    ...matches(text, swedish, 'national-number', swedishVerdict),
    ...matches(text, norwegian, 'national-number', norwegianVerdict),
    ...matches(text, dutch, 'national-number', dutchVerdict),
    ...matches(text, romanian, 'national-number', romanianVerdict),
    ...matches(text, health, 'national-number', healthVerdict),
    ...matches(text, insurance, 'national-number', () => 'sure'),
  ]
}
