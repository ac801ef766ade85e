import {
  type ConstructScores,
  leastItems,
  level,
  noNeed,
} from '#analysis/scoring/construct-scores.ts'
import type { ConstructId } from '#surveys/constructs.ts'
import { ImportProblem } from './import-problem.ts'
import type { Mapping } from './mapping.ts'
import type { TableRow } from './read-table.ts'

type MappedConstruct = NonNullable<Mapping['constructs'][ConstructId]>

export interface ScoredRows {
  /** the raw unit value of each person; empty where the mapping names no unit */
  readonly units: readonly string[]
  readonly scores: readonly ConstructScores[]
}

/** Scores every kept row of a table; rows the mapping leaves out leave no trace. */
export async function scoreRows(
  rows: AsyncIterable<TableRow>,
  mapping: Mapping,
): Promise<ScoredRows> {
  const units: string[] = []
  const constructs = constructsOf(mapping).map(([construct, mapped]) => ({
    construct,
    mapped,
    needs: [] as number[],
  }))
  for await (const row of rows) {
    if (!isKept(row, mapping)) continue
    units.push(mapping.unit ? valueIn(row, mapping.unit.column) : '')
    for (const { mapped, needs } of constructs) needs.push(needOf(row, mapped, mapping))
  }
  if (units.length === 0) {
    throw new ImportProblem(
      'file',
      'at least one record that the mapping keeps',
      'check the values under "only" in the mapping',
    )
  }
  return {
    units,
    scores: constructs.map(({ construct, mapped, needs }) => ({
      construct,
      need: Float64Array.from(needs),
      level: Int8Array.from(needs, (need) => levelOf(need, mapped)),
    })),
  }
}

function constructsOf({
  constructs,
}: Mapping): readonly (readonly [ConstructId, MappedConstruct])[] {
  return Object.entries(constructs).flatMap(([construct, mapped]) =>
    mapped ? [[construct as ConstructId, mapped] as const] : [],
  )
}

function isKept(row: TableRow, { only }: Mapping): boolean {
  return only.every(({ column, in: values }) => values.includes(valueIn(row, column)))
}

/** The mean of the answered items, where enough of them were answered. */
function needOf(row: TableRow, { items }: MappedConstruct, mapping: Mapping): number {
  let sum = 0
  let answered = 0
  for (const { column, coding, reversed } of items) {
    const worth = worthOf(row, column, mapping.codings[coding] ?? {})
    if (worth === null) continue
    sum += reversed ? 100 - worth : worth
    answered += 1
  }
  return answered >= leastItems(items.length) ? sum / answered : noNeed
}

function worthOf(
  row: TableRow,
  column: string,
  coding: Readonly<Record<string, number | null>>,
): number | null {
  const value = valueIn(row, column)
  const worth = coding[value]
  if (worth !== undefined) return worth
  throw new ImportProblem(
    `line ${row.line}, column "${column}"`,
    `one of: ${Object.keys(coding)
      .map((known) => `"${known}"`)
      .join(', ')}`,
    'add the value to the coding in the mapping, or correct the file',
  )
}

function levelOf(need: number, { elevatedFrom, highFrom }: MappedConstruct): number {
  if (need === noNeed) return level.unknown
  // Means of thirds and sevenths fall a hair short of a cut-off that they reach exactly.
  const reached = need + 1e-9
  if (reached >= highFrom) return level.high
  return reached >= elevatedFrom ? level.elevated : level.low
}

function valueIn({ values }: TableRow, column: string): string {
  return values.get(column) ?? ''
}
