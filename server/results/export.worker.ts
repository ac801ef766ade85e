import { codebookOf } from '#analysis/report/release-codebook.ts'
import { type ReleaseRow, releaseRows } from '#analysis/report/release-rows.ts'
import { csvOf } from '../csv.ts'
import { answerOffThread } from '../jobs/off-thread.ts'
import { readRelease } from '../tally/stored-release.ts'
import type { ToExport } from './export-figures.ts'
import { cellsOf, columns } from './figure-table.ts'

answerOffThread<ToExport>(({ release: stored, codebookIn, own }): Uint8Array => {
  const rows = releaseRows(readRelease(stored))
  const csv = csvOf(codebookIn ? codebook(rows, codebookIn, own) : figures(rows))
  return new TextEncoder().encode(csv)
})

function* figures(rows: Iterable<ReleaseRow>): Generator<readonly string[]> {
  yield columns
  for (const row of rows) yield cellsOf(row).map((cell) => cell?.toString() ?? '')
}

function* codebook(
  rows: Iterable<ReleaseRow>,
  locale: NonNullable<ToExport['codebookIn']>,
  own: ToExport['own'],
): Generator<readonly string[]> {
  yield ['kind', 'name', 'meaning']
  for (const { kind, name, meaning } of codebookOf(rows, locale, own)) {
    yield [kind, name, meaning]
  }
}
