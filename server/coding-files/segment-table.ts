import { parse } from 'csv-parse/sync'
import type { FinalCoding } from '#analysis/coding/reconciliation.ts'
import type { Session } from '#analysis/coding/session.ts'
import type { Random } from '#analysis/statistics/random.ts'
import type { Segment, SegmentDraft } from '#surveys/focus-groups/segment.ts'
import { csvOf, withoutGuard } from '../csv.ts'
import { type Problem, Refusal } from '../refusal.ts'
import { numberGroups } from './numbered-groups.ts'

const columns = [
  'group',
  'question',
  'tone',
  'intensity',
  'speakers',
  'text',
  'codes',
] as const

const longestTable = 5_000_000
const mostRows = 20_000

/**
 * What was said and coded, as a table (CSV, RFC 4180): one row a segment, codes by their ids.
 * Groups are numbered in random order, without unit, month or head count.
 *
 * @param random must not be foreseeable
 * @throws Refusal `groups-too-few-to-export` below two groups
 */
export function writeSegmentTable(
  sessions: readonly Session[],
  segments: readonly Segment[],
  final: readonly FinalCoding[],
  random: Random,
): string {
  const rows = numberGroups(sessions, segments, random).flatMap((group) =>
    group.segments.map(({ id, question, tone, intensity, speakers, text }) => {
      const codes = final.filter(({ segment }) => segment === id).map(({ code }) => code)
      const cells = [question, tone, intensity, speakers, text, codes.join(' ')]
      return [group.number, ...cells].map(String)
    }),
  )
  return csvOf([columns, ...rows])
}

/** One row of a table from elsewhere. */
export interface ReadRow {
  /** its number in a spreadsheet: the heading is row 1 */
  readonly row: number
  /** as the table names its group: a number, a letter, a word */
  readonly group: string
  readonly draft: SegmentDraft
  /** as the table has them; whether the codebook knows them is for the reader to see */
  readonly codes: readonly string[]
}

/**
 * Reads a table of segments: `group` and `text` must be among its columns, `question`,
 * `speakers`, `intensity`, `tone` and `codes` may be. Others are left out. Drafts have to pass
 * `checkSegment` before they are segments.
 *
 * @throws Refusal `coding-file-too-large`, or `coding-table-not-read` for what is no CSV, has
 *   no rows or lacks one of the two columns, naming those that are missing
 */
export function readSegmentTable(csv: string): readonly ReadRow[] {
  if (csv.length > longestTable) throw new Refusal('coding-file-too-large')
  const [header = [], ...rows] = rowsOf(csv)
  const names = header.map((name) => name.trim().toLowerCase())
  const missing = needed.filter((column) => !names.includes(column))
  if (missing.length > 0 || rows.length === 0) {
    throw new Refusal('coding-table-not-read', missing.map(columnMissing))
  }
  if (rows.length > mostRows) throw new Refusal('coding-file-too-large')
  return rows.map((row, index) => {
    const cell = (name: (typeof columns)[number]): string =>
      readCell(row[names.indexOf(name)])
    const draft = {
      text: cell('text'),
      question: readNumber(cell('question')),
      speakers: readNumber(cell('speakers')),
      intensity: readNumber(cell('intensity')),
      tone: cell('tone') || null,
    }
    const codes = cell('codes')
      .split(/[\s;,]+/)
      .filter(Boolean)
    return { row: index + 2, group: cell('group'), draft, codes }
  })
}

const needed = ['group', 'text'] as const

const columnMissing = (column: string): Problem => ({
  where: column,
  expected: 'a column of this name',
  say: 'coding.column-missing',
  words: { column },
})

function rowsOf(csv: string): readonly (readonly string[])[] {
  try {
    return parse(csv, {
      bom: true,
      delimiter: delimiterOf(csv),
      relax_column_count: true,
      skip_empty_lines: true,
    })
  } catch {
    throw new Refusal('coding-table-not-read')
  }
}

/** Whichever stands most often in the first line: spreadsheets differ by country. */
function delimiterOf(csv: string): string {
  const [header = ''] = csv.split('\n', 1)
  const [most = ','] = [',', ';', '\t'].toSorted(
    (a, b) => header.split(b).length - header.split(a).length,
  )
  return most
}

function readCell(cell: string | undefined): string {
  return withoutGuard(cell ?? '').trim()
}

function readNumber(text: string): number | null {
  return /^\d{1,3}$/.test(text) ? Number(text) : null
}
