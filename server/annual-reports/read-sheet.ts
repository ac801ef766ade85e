import { CsvError, parse } from 'csv-parse/sync'
import { namesSomebody } from '#analysis/indicators/check-source.ts'
import type { AnnualLine } from '#analysis/review/annual-lines.ts'
import { withoutGuard } from '../csv.ts'
import { isOfPeople } from '../indicators/headings.ts'
import { Refusal } from '../refusal.ts'
import { type AnnualColumn, annualColumnOf, annualLineNamed } from './line-names.ts'

/** What was written into each line of a template, untouched. */
export type Written = Readonly<Partial<Record<AnnualLine, string>>>

const needed = ['part', 'figure', 'value'] as const
const mostLines = 500
/** A line twice is a mistake; three times, and somebody lists people. */
const mostAlike = 2
const day = /\b20\d\d-\d\d-\d\d\b|\b\d{1,2}[./]\d{1,2}[./](?:20)?\d\d\b/

interface Row {
  readonly cells: readonly string[]
  readonly line: number
}

/**
 * A filled template in any of the languages, divided by semicolons, commas or tabs. It is read
 * completely or refused as a whole: no line is left out, and no cell that a person may be told
 * of by comes any further than this file. What stood in a cell is never said back.
 *
 * @throws Refusal `malformed-annual-report`, or `people-in-file` where people are listed one
 *   by one
 */
export function readAnnualSheet(csv: string): Written {
  if (/[\uFFFD\0]/.test(csv)) refuse('utf-8')
  const [head, ...rows] = recordsIn(csv.replace(/^\uFEFF?sep=.\r?\n/i, ''))
  if (!head) return refuse('empty')
  const places = placesOf(head.cells)
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell !== ''))
  if (filled.length === 0) return refuse('empty')
  refusePeople(filled)
  refuseCrowds(filled, places)
  return writtenIn(filled, places, head.cells.length)
}

function recordsIn(text: string): readonly Row[] {
  const rows: Row[] = []
  try {
    parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      on_record: (record: readonly string[], { lines }) => {
        rows.push({ cells: record.map(clean), line: lines })
        return null
      },
      relax_column_count: true,
      skip_empty_lines: true,
      to: mostLines + 1,
      trim: true,
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return refuse('quotes', Number(error['lines'] ?? 0))
  }
  return rows.length > mostLines ? refusePeopleAs('rows', mostLines) : rows
}

const clean = (cell: string): string =>
  withoutGuard(cell.replace(/\p{C}/gu, '').trim().normalize('NFC'))

function delimiterOf(text: string): string {
  const heading = (/^.*\S.*$/m.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '')
  const times = (mark: string): number => heading.split(mark).length
  return [';', '\t', ','].toSorted((a, b) => times(b) - times(a))[0] ?? ';'
}

function placesOf(headings: readonly string[]): ReadonlyMap<AnnualColumn, number> {
  const found = headings.map(annualColumnOf)
  const isPeople = headings.some((each, at) => !found[at] && isOfPeople(each))
  if (isPeople) return refusePeopleAs('column', 1)
  if (needed.some((column) => !found.includes(column))) return refuse('columns', 1)
  // A unit, a month, a family: whatever else divides people is not asked for.
  if (headings.some((each, at) => each !== '' && !found[at])) return refuse('more', 1)
  return new Map(found.flatMap((column, at) => (column ? [[column, at]] : [])))
}

function refusePeople(rows: readonly Row[]): void {
  const named = rows.find(({ cells }) => cells.some(namesSomebody))
  if (named) refusePeopleAs('cell', named.line)
  const dated = rows.find(({ cells }) => cells.some((cell) => day.test(cell)))
  if (dated) refusePeopleAs('day', dated.line)
}

/** Line after line for the same figure, as where people are listed with what each came for. */
function refuseCrowds(
  rows: readonly Row[],
  places: ReadonlyMap<AnnualColumn, number>,
): void {
  const times = new Map<string, number>()
  for (const { cells, line } of rows) {
    const names = [places.get('part'), places.get('figure')].map((at) => cells[at ?? -1])
    const key = names.map((name) => name?.toLowerCase()).join(' ')
    const count = (times.get(key) ?? 0) + 1
    times.set(key, count)
    if (count > mostAlike) refusePeopleAs('rows', line)
  }
}

function writtenIn(
  rows: readonly Row[],
  places: ReadonlyMap<AnnualColumn, number>,
  width: number,
): Written {
  const read = rows.map((row) => lineIn(row, places, width))
  const written = new Map<AnnualLine, string>()
  for (const { known, value, line } of read.filter((each) => each.value !== '')) {
    if (written.has(known)) return refuse('twice', line)
    written.set(known, value)
  }
  return Object.fromEntries(written)
}

function lineIn(
  { cells, line }: Row,
  places: ReadonlyMap<AnnualColumn, number>,
  width: number,
) {
  const cell = (column: AnnualColumn): string => cells[places.get(column) ?? -1] ?? ''
  const known = annualLineNamed(cell('part'), cell('figure'))
  if (!known) return refuse('line', line)
  if (cells.slice(width).some((more) => more !== '')) return refuse('cells', line)
  return { known, value: cell('value'), line }
}

const expectations = {
  'utf-8': 'text in UTF-8: choose "CSV UTF-8" when you save the sheet',
  empty: 'at least one filled line below the header line',
  columns: 'the columns of the template: part, figure, value',
  more: 'no column beside those of the template: totals are for everybody together',
  quotes: 'matching quotation marks',
  line: 'a line of the template',
  cells: 'no more cells than there are headings',
  twice: 'each line once',
} as const

function refuse(kind: keyof typeof expectations, line = 0): never {
  throw new Refusal('malformed-annual-report', [
    {
      where: line > 0 ? `line ${line}` : 'file',
      expected: expectations[kind],
      say: `annual.file.${kind}`,
      words: { line },
    },
  ])
}

function refusePeopleAs(kind: 'column' | 'cell' | 'day' | 'rows', line: number): never {
  throw new Refusal('people-in-file', [
    {
      where: `line ${line}`,
      expected: 'totals, and nothing about single people',
      say: `annual.people.${kind}`,
      words: { line },
    },
  ])
}
