import writeXlsxFile, { type Sheet } from 'write-excel-file/node'
import type { ReleaseReport } from '#analysis/report/leaders-report.ts'
import { originSection } from '#analysis/report/origin.ts'
import { codebookOf } from '#analysis/report/release-codebook.ts'
import { releaseRows } from '#analysis/report/release-rows.ts'
import { reportVoice } from '#analysis/report/report-voice.ts'
import type { Locale } from '#surveys/locale.ts'
import { guardedText } from '../csv.ts'
import { printable } from '../documents/printable.ts'
import { cellsOf, columns } from '../results/figure-table.ts'
import type { ReleaseFacts } from './published-facts.ts'

type Table = Omit<Sheet<Buffer>, 'data'> & { readonly data: Sheet<Buffer>['data'] }

/** A release, where it comes from, and what the organization asked beside ours. */
export type FiguresTold = Pick<ReleaseReport, 'published' | 'release'> &
  Pick<ReleaseFacts, 'own'>

/**
 * Everything that was published as a workbook: where it comes from, the figures, and what every
 * name in them means. Texts are texts: nothing in it is computed, here or saved as CSV.
 */
export async function workbookOf(
  report: FiguresTold,
  locale: Locale,
): Promise<Uint8Array> {
  const voice = reportVoice(locale)
  const tables: Table[] = [
    {
      sheet: voice.say('file.about'),
      columns: [{ width: 100 }],
      data: about(report, locale),
    },
    {
      sheet: voice.say('file.figures'),
      columns: [12, 14, 28, 16, 20, 26, 22, 12, 10, 10].map((width) => ({ width })),
      stickyRowsCount: 1,
      data: [
        columns.map(head),
        ...[...releaseRows(report.release)].map((row) => cellsOf(row).map(cell)),
      ],
    },
    {
      sheet: voice.say('file.codebook'),
      columns: [{ width: 22 }, { width: 34 }, { width: 100 }],
      stickyRowsCount: 1,
      data: [
        ['kind', 'name', 'meaning'].map(head),
        ...codebookOf(releaseRows(report.release), locale, report.own).map(
          ({ kind, name, meaning }) => [kind, name, meaning].map(cell),
        ),
      ],
    },
  ]
  return new Uint8Array(await writeXlsxFile(tables).toBuffer())
}

function about(
  { published }: Pick<ReleaseReport, 'published'>,
  locale: Locale,
): Sheet<Buffer>['data'] {
  const voice = reportVoice(locale)
  const { organization } = published
  const origin = originSection(published, voice)
  const lines = [
    voice.say('file.abstract'),
    ...origin.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : [])),
    voice.say('file.open'),
    voice.analysis('validity'),
  ]
  return [
    [head(voice.say('file.title', { organization }))],
    ...lines.map((line) => [{ ...cell(line), wrap: true }]),
  ]
}

const head = (text: string) => ({ ...cell(text), fontWeight: 'bold' as const })

function cell(value: string | number | null) {
  if (typeof value === 'number') return { value, type: Number }
  return { value: guardedText(printable(value ?? '')), type: String }
}
