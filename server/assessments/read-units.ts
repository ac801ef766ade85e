import { CsvError, parse } from 'csv-parse/sync'
import { type Problem, Refusal } from '../refusal.ts'
import type { Unit } from './contract.ts'

const columns = ['name', 'parent', 'headcount'] as const
const mostUnits = 5_000

type Row = Readonly<Record<(typeof columns)[number], string>>

/**
 * Units from the text of a CSV file: columns `name`, `parent` (empty directly below the
 * organization) and `headcount` (people directly in the unit). Commas, semicolons or tabs.
 *
 * @throws Refusal `malformed-units` naming every line that is wrong and what it takes
 */
export function readUnits(csv: string): readonly Unit[] {
  const rows = parseRows(csv)
  const problems = [...findProblems(rows)]
  if (problems.length > 0) throw new Refusal('malformed-units', problems.slice(0, 20))
  const ids = new Map(rows.map(({ name }) => [fold(name), idOf(name)]))
  return rows.map(({ name, parent, headcount }) => ({
    id: idOf(name),
    name,
    parent: parent === '' ? null : (ids.get(fold(parent)) ?? null),
    headcount: Number(headcount),
  }))
}

function parseRows(csv: string): readonly Row[] {
  if (csv.includes('\uFFFD')) refuse(inFile('utf-8'))
  try {
    const rows: readonly Row[] = parse(csv, {
      bom: true,
      columns: readHeader,
      delimiter: [',', ';', '\t'],
      skip_empty_lines: true,
      trim: true,
      relax_column_count: true,
    })
    if (rows.length === 0) refuse(inFile('no-rows'))
    if (rows.length > mostUnits) refuse(inFile('too-many'))
    return rows.map((row) => ({ ...row, parent: row.parent ?? '' }))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return refuse(inLine(Number(error['lines'] ?? 0), 'name', 'quotes'))
  }
}

function readHeader(header: readonly string[]): string[] {
  const names = header.map((name) => name.toLowerCase().replace(/[^a-z]/g, ''))
  for (const column of columns) {
    if (!names.includes(column)) refuse(inLine(1, column, 'column'))
  }
  return names
}

function* findProblems(rows: readonly Row[]): Generator<Problem> {
  const names = new Set(rows.map(({ name }) => fold(name)))
  const seen = new Set<string>()
  for (const [index, { name, parent, headcount }] of rows.entries()) {
    const line = index + 2
    const id = idOf(name)
    if (!id) yield inLine(line, 'name', 'name')
    if (id && seen.has(id)) yield inLine(line, 'name', 'unique')
    seen.add(id)
    if (parent && !names.has(fold(parent))) yield inLine(line, 'parent', 'parent')
    if (!/^\d{1,6}$/.test(headcount)) yield inLine(line, 'headcount', 'headcount')
  }
  yield* findCircles(rows)
}

function* findCircles(rows: readonly Row[]): Generator<Problem> {
  const circles = unitsOnCircles(rows)
  for (const [index, { name }] of rows.entries()) {
    if (circles.has(fold(name))) yield inLine(index + 2, 'parent', 'circle')
  }
}

/** Walks up from every unit, and never twice past the same one. */
function unitsOnCircles(rows: readonly Row[]): ReadonlySet<string> {
  const parents = new Map(rows.map(({ name, parent }) => [fold(name), fold(parent)]))
  const passed = new Set<string>()
  const circles = new Set<string>()
  for (const start of parents.keys()) {
    const way = new Set<string>()
    let unit: string | undefined = start
    while (unit && !passed.has(unit)) {
      way.add(unit)
      passed.add(unit)
      unit = parents.get(unit)
    }
    if (!unit || !way.has(unit)) continue
    for (const one of [...way].slice([...way].indexOf(unit))) circles.add(one)
  }
  return circles
}

/** What is expected instead, by the name pages word it with. */
const expectations = {
  'utf-8': 'text in UTF-8: choose "CSV UTF-8" when you save the sheet',
  'no-rows': 'at least one unit below the header line',
  'too-many': `at most ${mostUnits} units`,
  quotes: 'matching quotation marks',
  column: `this column; the columns are ${columns.join(', ')}`,
  name: 'the name of the unit',
  unique: 'a name that no other unit has',
  parent: 'the name of another unit, or nothing',
  circle: 'a unit that is not below this one',
  headcount: 'a whole number, 0 or more',
} as const

type Expectation = keyof typeof expectations

const inFile = (kind: Expectation): Problem => ({
  where: 'file',
  expected: expectations[kind],
  say: `units.${kind}`,
  words: {},
})

const inLine = (
  line: number,
  column: (typeof columns)[number],
  kind: Expectation,
): Problem => ({
  where: `line ${line}, ${column}`,
  expected: expectations[kind],
  say: `units.${kind}`,
  words: { line, column },
})

const fold = (name: string | undefined): string => (name ?? '').trim().toLowerCase()

/** Readable and stable over assessments, so that the same unit can be found again. */
function idOf(name: string | undefined): string {
  return fold(name)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
}

function refuse(problem: Problem): never {
  throw new Refusal('malformed-units', [problem])
}
