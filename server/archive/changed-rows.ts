import type { ArchivedTable, Row } from './contents.ts'
import { type CopyRow, copiesOf } from './copy-tables.ts'

/** The tables of an archive as they come out of it: changed row by row, or left behind. */
export async function* changedRows(
  tables: AsyncIterable<ArchivedTable>,
  changes: Readonly<Record<string, CopyRow>>,
): AsyncGenerator<ArchivedTable> {
  for await (const { name, columns, rows } of tables) {
    async function* changed(): AsyncGenerator<readonly Row[]> {
      for await (const part of rows) yield copiesOf(part, changes[name])
    }
    yield { name, columns, rows: changed() }
  }
}

/** Reads everything and keeps nothing: to see whether it can be read. */
export async function readThrough(tables: AsyncIterable<ArchivedTable>): Promise<void> {
  for await (const { rows } of tables) {
    for await (const part of rows) void part
  }
}
