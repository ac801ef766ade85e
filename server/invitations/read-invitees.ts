import { CsvError, parse } from 'csv-parse/sync'
import { z } from 'zod'
import { isLocale, type Locale, languageNames, locales } from '#surveys/locale.ts'
import type { CountedUnit, Unit } from '../assessments/contract.ts'
import { type Problem, Refusal } from '../refusal.ts'

/** One line of the list: somebody to invite, and the reporting unit they are counted in. */
export interface ListedPerson {
  readonly line: number
  readonly unit: string
  readonly email: string | null
  readonly name: string | null
  readonly locale: Locale | null
}

/** Whom a list may name: the units as they are frozen, the languages the survey speaks. */
export interface ListBounds {
  readonly units: readonly Unit[]
  readonly counted: readonly CountedUnit[]
  readonly languages: readonly Locale[]
}

const columns = ['unit', 'email', 'name', 'language'] as const
type Column = (typeof columns)[number]
type Row = { readonly line: number } & Readonly<Record<Column, string>>

const mostPeople = 100_000
const mostProblems = 20
const longestName = 100
const Email = z.email().max(200)

/**
 * People from the text of a CSV file: columns `unit` (of the organization, or one that is
 * counted), `email`, `name`, `language`; the last two may be missing. Commas, semicolons or
 * tabs.
 *
 * @throws Refusal `malformed-invitees` naming every line that is wrong and what it takes
 */
export function readInvitees(csv: string, bounds: ListBounds): readonly ListedPerson[] {
  const rows = parseRows(csv)
  const unitOf = unitFinder(bounds)
  const problems = [...findProblems(rows, unitOf, bounds.languages)]
  if (problems.length > 0) refuseList(problems)
  return rows.map(({ line, unit, email, name, language }) => ({
    line,
    unit: unitOf(unit) ?? '',
    email: email === '' ? null : email.toLowerCase(),
    name: name === '' ? null : name,
    locale: localeOf(language) ?? null,
  }))
}

/** @throws Refusal always: with the first of the problems */
export function refuseList(problems: readonly Problem[]): never {
  throw new Refusal('malformed-invitees', problems.slice(0, mostProblems))
}

function parseRows(csv: string): readonly Row[] {
  if (csv.includes('\uFFFD')) refuseList([inFile('utf-8')])
  try {
    const records: readonly { record: Partial<Row>; info: { lines: number } }[] = parse(
      csv,
      {
        bom: true,
        columns: readHeader,
        delimiter: [',', ';', '\t'],
        info: true,
        skip_empty_lines: true,
        trim: true,
        relax_column_count: true,
      },
    )
    if (records.length === 0) refuseList([inFile('no-rows')])
    if (records.length > mostPeople) refuseList([inFile('too-many-lines')])
    return records.map(({ record, info }) => toRow(record, info.lines))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return refuseList([inLine(Number(error['lines'] ?? 0), 'unit', 'quotes')])
  }
}

function readHeader(header: readonly string[]): string[] {
  const names = header.map((name) => name.toLowerCase().replace(/[^a-z]/g, ''))
  if (!names.includes('unit')) refuseList([inLine(1, 'unit', 'column')])
  if (!names.includes('email') && !names.includes('name')) {
    refuseList([inLine(1, 'email', 'column')])
  }
  return names
}

/** Marks that do not print are no part of a name or an address. */
function toRow(record: Partial<Row>, line: number): Row {
  const cell = (column: Column) =>
    (record[column] ?? '').replace(/\p{C}/gu, '').trim().normalize('NFC')
  return {
    line,
    unit: cell('unit'),
    email: cell('email'),
    name: cell('name'),
    language: cell('language'),
  }
}

function* findProblems(
  rows: readonly Row[],
  unitOf: (name: string) => string | undefined,
  languages: readonly Locale[],
): Generator<Problem> {
  const seen = new Set<string>()
  for (const row of rows) {
    const { line, unit, email, name, language } = row
    if (!unitOf(unit)) yield inLine(line, 'unit', 'unit')
    if (email === '' && name === '') yield inLine(line, 'email', 'nobody')
    if (email !== '') yield* addressProblems(row, seen)
    if (name.length > longestName) yield inLine(line, 'name', 'name')
    if (!isOffered(language, languages)) yield inLine(line, 'language', 'language')
  }
}

function* addressProblems({ line, email }: Row, seen: Set<string>): Generator<Problem> {
  const address = email.toLowerCase()
  if (!Email.safeParse(email).success) yield inLine(line, 'email', 'email')
  else if (seen.has(address)) yield inLine(line, 'email', 'twice')
  seen.add(address)
}

function isOffered(language: string, languages: readonly Locale[]): boolean {
  if (language === '') return true
  const locale = localeOf(language)
  return locale !== undefined && languages.includes(locale)
}

/** A unit by its name, or by the name under which it is counted with others. */
function unitFinder({
  units,
  counted,
}: ListBounds): (name: string) => string | undefined {
  const countedIn = new Map(
    counted.flatMap(({ id, members }) => members.map((member) => [member, id] as const)),
  )
  const found = new Map<string, string>(counted.map(({ id, name }) => [fold(name), id]))
  for (const { id, name } of units) {
    const group = countedIn.get(id)
    if (group !== undefined) found.set(fold(name), group)
  }
  return (name) => found.get(fold(name))
}

/** `sv`, `sv-SE` or `Svenska`; `no` is read as bokmål. */
function localeOf(text: string): Locale | undefined {
  const named = locales.find((locale) => fold(languageNames[locale]) === fold(text))
  const [tag] = fold(text).split(/[-_]/)
  if (named) return named
  if (tag === 'no' || tag === 'nn') return 'nb'
  return isLocale(tag) ? tag : undefined
}

const fold = (text: string): string => text.trim().toLowerCase()

/** What is expected instead, by the name pages word it with. */
const expectations = {
  'utf-8': 'text in UTF-8: choose "CSV UTF-8" when you save the sheet',
  'no-rows': 'at least one person below the header line',
  'too-many-lines': `at most ${mostPeople} people`,
  quotes: 'matching quotation marks',
  column: `this column; the columns are ${columns.join(', ')}`,
  unit: 'the name of a unit of this assessment',
  nobody: 'an e-mail address, or a name for an envelope',
  email: 'an e-mail address',
  twice: 'an e-mail address that no other line has',
  name: `at most ${longestName} letters`,
  language: 'a language of this survey, or nothing',
  moved: 'the unit in which this person has been invited already',
} as const

type Expectation = keyof typeof expectations

const inFile = (kind: Expectation): Problem => ({
  where: 'file',
  expected: expectations[kind],
  say: `invitees.${kind}`,
  words: {},
})

/** What is wrong with one line of a list. */
export const inLine = (line: number, column: Column, kind: Expectation): Problem => ({
  where: `line ${line}, ${column}`,
  expected: expectations[kind],
  say: `invitees.${kind}`,
  words: { line, column },
})
