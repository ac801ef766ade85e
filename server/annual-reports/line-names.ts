import { type AnnualText, annualTexts } from '#analysis/annual-wording.ts'
import {
  type AnnualLine,
  type AnnualPart,
  annualLineIds,
  type CaseMeaning,
  caseMeanings,
  partOf,
} from '#analysis/review/annual-lines.ts'
import { annualVoice } from '#analysis/review/annual-voice.ts'
import { lineTitle, partTitle } from '#analysis/review/line-titles.ts'
import { locales } from '#surveys/locale.ts'
import { fold } from '../indicators/headings.ts'

export const annualColumns = ['part', 'figure', 'value', 'help'] as const
export type AnnualColumn = (typeof annualColumns)[number]

/** A column of the template by its heading, in any of the languages or by its id. */
export const annualColumnOf = (heading: string): AnnualColumn | undefined =>
  columnNames.get(fold(heading))

/** A line by the names of its part and itself, in any of the languages or by its id. */
export const annualLineNamed = (part: string, figure: string): AnnualLine | undefined =>
  lineNames.get(`${fold(part)} ${fold(figure)}`)

/** Yes or no in any of the languages; null for anything else. */
export function yesOrNo(word: string): boolean | null {
  const said = fold(word)
  if (wordsFor('annual.yes').has(said)) return true
  return wordsFor('annual.no').has(said) ? false : null
}

/** When somebody counts as a case, by its word in any of the languages. */
export const caseMeaningNamed = (word: string): CaseMeaning | undefined =>
  caseMeanings.find(
    (each) => fold(word) === each || wordsFor(`annual.case.${each}`).has(fold(word)),
  )

function wordsFor(key: AnnualText): ReadonlySet<string> {
  return new Set(locales.map((locale) => fold(annualTexts[locale][key])))
}

const columnNames = new Map(
  annualColumns.flatMap((column) => [
    [column as string, column] as const,
    ...[...wordsFor(`annual.column.${column}`)].map((word) => [word, column] as const),
  ]),
)

const lineNames = new Map(
  annualLineIds.flatMap((line) => {
    const own = line.slice(line.indexOf('.') + 1)
    return [
      [`${fold(partOf(line))} ${fold(own)}`, line] as const,
      ...locales.map((locale) => [keyIn(line, partOf(line), locale), line] as const),
    ]
  }),
)

function keyIn(line: AnnualLine, part: AnnualPart, locale: (typeof locales)[number]) {
  const voice = annualVoice(locale)
  return `${fold(partTitle(part, voice))} ${fold(lineTitle(line, voice))}`
}
