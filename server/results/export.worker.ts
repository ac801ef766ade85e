import { codebookOf } from '#analysis/report/release-codebook.ts'
import { type ReleaseRow, releaseRows } from '#analysis/report/release-rows.ts'
import { csvOf } from '../csv.ts'
import { answerOffThread } from '../jobs/off-thread.ts'
import { readRelease } from '../tally/stored-release.ts'
import type { ToExport } from './export-figures.ts'

/** Names for machines, the same in every language; the codebook says what they mean. */
const columns = [
  'level',
  'unit_id',
  'unit',
  'background',
  'category',
  'about',
  'figure',
  'reading',
  'value',
  'upper',
]

answerOffThread<ToExport>(({ release: stored, codebookIn }): Uint8Array => {
  const rows = releaseRows(readRelease(stored))
  const csv = csvOf(codebookIn ? codebook(rows, codebookIn) : figures(rows))
  return new TextEncoder().encode(csv)
})

function* figures(rows: Iterable<ReleaseRow>): Generator<readonly string[]> {
  yield columns
  for (const row of rows) {
    const { level, unitId, unit, background, category, about, figure, reading } = row
    const [value, upper] = [row.value, row.upper].map((one) => one?.toString() ?? '')
    yield [
      level,
      unitId,
      unit,
      background,
      category,
      about,
      figure,
      reading,
      value ?? '',
      upper ?? '',
    ]
  }
}

function* codebook(
  rows: Iterable<ReleaseRow>,
  locale: NonNullable<ToExport['codebookIn']>,
): Generator<readonly string[]> {
  yield ['kind', 'name', 'meaning']
  for (const { kind, name, meaning } of codebookOf(rows, locale)) {
    yield [kind, name, meaning]
  }
}
