import {
  type AnnualLine,
  annualLineIds,
  kindOf,
  neededLines,
} from '#analysis/review/annual-lines.ts'
import { type AnnualTotals, isMonth } from '#analysis/review/annual-totals.ts'
import type { AnnualFault, AnnualProblem } from '#analysis/review/check-totals.ts'
import { readNumber } from '../indicators/read-number.ts'
import { caseMeaningNamed, yesOrNo } from './line-names.ts'
import type { Written } from './read-sheet.ts'

export type ReadTotals =
  | { readonly ok: true; readonly totals: AnnualTotals }
  | { readonly ok: false; readonly problems: readonly AnnualProblem[] }

const largest = 1_000_000

/** What was written, as numbers; or every line of which no number can be made. */
export function readTotals(written: Written): ReadTotals {
  const missing = neededLines
    .filter((line) => !written[line]?.trim())
    .map((line) => problem(line, 'missing'))
  const read = annualLineIds.flatMap((line) => {
    const text = written[line]?.trim() ?? ''
    return text === '' ? [] : [{ line, value: readLine(line, text) }]
  })
  const wrong = read.flatMap(({ line, value }) =>
    typeof value === 'object' ? [problem(line, value.fault)] : [],
  )
  const problems = [...missing, ...wrong]
  if (problems.length > 0) return { ok: false, problems }
  return { ok: true, totals: totalsOf(written, read) }
}

type Value = number | string | boolean | { readonly fault: AnnualFault }

function readLine(line: AnnualLine, text: string): Value {
  switch (kindOf(line)) {
    case 'month':
      return isMonth(text) ? text : { fault: 'month' }
    case 'yes-no':
      return yesOrNo(text) ?? { fault: 'yes-no' }
    case 'case':
      return caseMeaningNamed(text) ?? { fault: 'case' }
    case 'people':
    case 'events':
      return countOf(text)
    default: {
      const number = readNumber(text, 999)
      if (number === 'unclear') return { fault: 'unclear' }
      return number ?? { fault: 'number' }
    }
  }
}

function countOf(text: string): Value {
  const number = readNumber(text, largest)
  if (number === 'unclear') return { fault: 'unclear' }
  if (number === null || number > largest) return { fault: 'number' }
  return Number.isInteger(number) ? number : { fault: 'whole' }
}

function totalsOf(
  written: Written,
  read: readonly { readonly line: AnnualLine; readonly value: Value }[],
): AnnualTotals {
  const numbers = read.flatMap(({ line, value }) =>
    typeof value === 'number' && line !== 'about.covered' ? [[line, value] as const] : [],
  )
  return {
    from: written['about.from']?.trim() ?? '',
    to: written['about.to']?.trim() ?? '',
    covered: read.find(({ line }) => line === 'about.covered')?.value as number, // needed
    family: yesOrNo(written['about.family'] ?? '') ?? true,
    cases: caseMeaningNamed(written['about.case'] ?? '') ?? 'session',
    numbers: Object.fromEntries(numbers),
  }
}

const problem = (line: AnnualLine, fault: AnnualFault): AnnualProblem => ({
  line,
  fault,
  others: [],
  words: {},
})
