import { type AnnualLine, annualLineIds, partOf } from '#analysis/review/annual-lines.ts'
import { annualVoice } from '#analysis/review/annual-voice.ts'
import { lineHelp, lineTitle, partTitle } from '#analysis/review/line-titles.ts'
import type { Locale } from '#surveys/locale.ts'
import { csvOf } from '../csv.ts'
import { annualColumns } from './line-names.ts'

/** The text of a CSV file: a line for each figure of a report, with what goes in there. */
export function annualTemplate(
  locale: Locale,
  values: Readonly<Partial<Record<AnnualLine, string>>> = {},
): string {
  const voice = annualVoice(locale)
  const head = annualColumns.map((column) => voice.say(`annual.column.${column}`))
  const lines = annualLineIds.map((line) => [
    partTitle(partOf(line), voice),
    lineTitle(line, voice),
    values[line] ?? '',
    lineHelp(line, voice),
  ])
  return csvOf([head, ...lines], locale === 'en' ? ',' : ';')
}
