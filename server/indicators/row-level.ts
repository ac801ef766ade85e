import { namesSomebody } from '#analysis/indicators/check-source.ts'
import { oldestYears } from '#analysis/indicators/limits.ts'
import { Refusal } from '../refusal.ts'
import { fold } from './headings.ts'
import type { SheetRecord, SheetRow } from './sheet-row.ts'

/** Lines that one unit and indicator can have: every half-year that may be told, and this one. */
const mostOfOne = (oldestYears + 1) * 2
/** Lines of one unit, indicator and period: two are a mistake, three are people. */
const mostAlike = 2

/**
 * @param source the place of the column that says where figures come from: one line each can be
 *   mended there
 * @throws Refusal `people-in-file` where a cell has an e-mail address or a number of a person
 */
export function refusePeopleInCells(
  records: readonly SheetRecord[],
  source: number | undefined,
  isGroup: (name: string) => boolean,
): void {
  const found = records.find(({ record }) =>
    record.some(
      (cell, place) => place !== source && namesSomebody(cell) && !isGroup(cell),
    ),
  )
  if (found) refuse('cell', found.line)
}

/**
 * Lists of people can be told by their shape: line after line for the same unit and indicator,
 * most often 0 or 1, where groups have one line each.
 *
 * @throws Refusal `people-in-file`
 */
export function refuseRowsOfPeople(rows: readonly SheetRow[]): void {
  const crowd =
    firstBeyond(mostAlike, rows, ({ unit, indicator, period }) => [
      unit,
      indicator,
      period,
    ]) ?? firstBeyond(mostOfOne, rows, ({ unit, indicator }) => [unit, indicator])
  if (crowd) refuse('rows', crowd.line)
}

function firstBeyond(
  most: number,
  rows: readonly SheetRow[],
  keyOf: (row: SheetRow) => readonly string[],
): SheetRow | undefined {
  const counts = new Map<string, number>()
  return rows.find((row) => {
    const key = keyOf(row).map(fold).join(' ')
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    return count > most
  })
}

function refuse(kind: 'cell' | 'rows', line: number): never {
  throw new Refusal('people-in-file', [
    {
      where: `line ${line}`,
      expected:
        kind === 'cell'
          ? 'no e-mail address and no number of a person'
          : 'one line for each unit, indicator and period',
      say: `hr.people.${kind}`,
      words: { line },
    },
  ])
}
