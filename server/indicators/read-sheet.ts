import { CsvError, parse } from 'csv-parse/sync'
import { withoutGuard } from '../csv.ts'
import { type Problem, Refusal } from '../refusal.ts'
import { type Column, columns } from './contract.ts'
import { columnOf, isOfPeople } from './headings.ts'
import { refusePeopleInCells, refuseRowsOfPeople } from './row-level.ts'
import type { SheetRecord, SheetRow } from './sheet-row.ts'

export interface Sheet {
  readonly rows: readonly SheetRow[]
  /** headings of columns that were not read */
  readonly unread: readonly string[]
}

const mostLines = 10_000
const longestHeading = 40
const needed = ['unit', 'indicator', 'period', 'value', 'source'] as const

/**
 * The lines of a CSV file with the columns of the template, in any of the languages, divided by
 * semicolons, commas or tabs. A file that is not a table of groups is refused as a whole, by its
 * first line where that is enough.
 *
 * @param isGroup whether a name is that of a group: some have numbers as long as people's
 * @throws Refusal `malformed-figures`, or `people-in-file` where people are listed one by one
 */
export function readSheet(
  csv: string,
  isGroup: (name: string) => boolean = () => false,
): Sheet {
  if (/[\uFFFD\0]/.test(csv)) refuseFile('utf-8')
  const text = csv.replace(/^\uFEFF?sep=.\r?\n/i, '\n')
  const delimiter = delimiterOf(text)
  const [first] = records(text, delimiter, 1)
  if (!first) return refuseFile('no-rows')
  const places = placesOf(first.record)

  const lines = records(text, delimiter, mostLines + 2).slice(1)
  if (lines.length > mostLines) refuseFile('too-many-lines')
  refusePeopleInCells(lines, places.get('source'), isGroup)
  const rows = lines
    .filter(({ record }) => record.some((cell) => cell !== ''))
    .map((each) => rowOf(each, places, first.record.length))
  if (rows.length === 0) refuseFile('no-rows')
  refuseRowsOfPeople(rows)
  const unread = first.record.filter((heading) => heading !== '' && !columnOf(heading))
  return { rows, unread: unread.map((heading) => heading.slice(0, longestHeading)) }
}

function records(text: string, delimiter: string, to: number): readonly SheetRecord[] {
  const found: SheetRecord[] = []
  try {
    parse(text, {
      bom: true,
      delimiter,
      on_record: (record: readonly string[], { lines }) => {
        found.push({ record: record.map(clean), line: lines })
        return null
      },
      relax_column_count: true,
      skip_empty_lines: true,
      to,
      trim: true,
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return refuseFile('quotes', Number(error['lines'] ?? 0))
  }
  return found
}

/** An apostrophe before a sign keeps spreadsheets from computing a name: it is no part of it. */
function clean(cell: string): string {
  return withoutGuard(cell.replace(/\p{C}/gu, '').trim().normalize('NFC'))
}

/** The mark that divides the first line most often, outside quotation marks. */
function delimiterOf(text: string): string {
  const heading = (/^.*\S.*$/m.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '')
  const times = (mark: string): number => heading.split(mark).length
  return [';', '\t', ','].toSorted((a, b) => times(b) - times(a))[0] ?? ';'
}

function placesOf(headings: readonly string[]): ReadonlyMap<Column, number> {
  const ofPeople = headings.filter((heading) => !columnOf(heading) && isOfPeople(heading))
  if (ofPeople.length > 0) {
    throw new Refusal(
      'people-in-file',
      ofPeople.slice(0, 5).map((heading) => ({
        where: 'line 1',
        expected: 'no column about single people',
        say: 'hr.people.column',
        words: { column: heading.slice(0, longestHeading) },
      })),
    )
  }
  const found = headings.map(columnOf)
  const missing = needed.filter((column) => !found.includes(column))
  if (missing.length > 0) throw new Refusal('malformed-figures', missing.map(noColumn))
  const twice = columns.find(
    (column) => found.indexOf(column) !== found.lastIndexOf(column),
  )
  if (twice) return refuseFile('column-twice')
  return new Map(found.flatMap((column, place) => (column ? [[column, place]] : [])))
}

function rowOf(
  { record, line }: SheetRecord,
  places: ReadonlyMap<Column, number>,
  headings: number,
): SheetRow {
  const cell = (column: Column): string => record[places.get(column) ?? -1] ?? ''
  return {
    line,
    isTooLong: record.slice(headings).some((more) => more !== ''),
    unit: cell('unit'),
    indicator: cell('indicator'),
    'measured-in': cell('measured-in'),
    period: cell('period'),
    value: cell('value'),
    people: cell('people'),
    source: cell('source'),
  }
}

/** What is expected instead, by the name pages word it with. */
const expectations = {
  'utf-8': 'text in UTF-8: choose "CSV UTF-8" when you save the sheet',
  'no-rows': 'at least one figure below the header line',
  'too-many-lines': `at most ${mostLines} lines: a line for each unit, indicator and period`,
  'column-twice': 'each column once',
  quotes: 'matching quotation marks',
} as const

function refuseFile(kind: keyof typeof expectations, line = 0): never {
  throw new Refusal('malformed-figures', [
    {
      where: 'file',
      expected: expectations[kind],
      say: `hr.file.${kind}`,
      words: { line },
    },
  ])
}

const noColumn = (column: (typeof needed)[number]): Problem => ({
  where: 'line 1',
  expected: `the column ${column}`,
  say: `hr.column.${column}`,
  words: {},
})
