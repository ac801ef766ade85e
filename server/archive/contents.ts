import { z } from 'zod'

/** What a column can hold, on either engine. */
export type Value = string | number | null | Uint8Array
export type Row = Readonly<Record<string, Value>>

/** A table as it goes into an archive or comes out of one. */
export interface ArchivedTable {
  readonly name: string
  readonly columns: readonly string[]
  /** in parts, so that a large table need not be in memory whole */
  readonly rows: AsyncIterable<readonly Row[]>
}

/** Office and ballot box are never in one archive. */
export const storeNames = ['office', 'ballot-box'] as const
export type StoreName = (typeof storeNames)[number]

/**
 * The first line. It says neither when nor where the archive was made: beside answers there is
 * no time.
 */
export const Heading = z.object({
  archive: z.literal('groundwork-backup-1'),
  store: z.enum(storeNames),
  /** names of the migrations that made the tables, in their order */
  schema: z.array(z.string()).min(1).readonly(),
})
export type Heading = z.infer<typeof Heading>

/** Begins a table; its rows follow, a line each. */
export const TableLine = z.object({ table: z.string(), columns: z.array(z.string()) })

const Written = z.union([
  z.string(),
  z.number(),
  z.null(),
  z.object({ bytes: z.base64url() }).transform(({ bytes }) => {
    return new Uint8Array(Buffer.from(bytes, 'base64url'))
  }),
])
export const RowLine = z.array(Written)

/** The last line: without it the archive was cut off. */
export const Ending = z.object({
  rows: z.int(),
  /** SHA-256 of every byte before this line, hex */
  digest: z.string(),
  /** HMAC-SHA256 of the digest under the archive key of the store, hex: who made it */
  proof: z.string(),
})

/** One line an object, as `RowLine` reads it again. */
export function writtenRow(columns: readonly string[], row: Row): string {
  const values = columns.map((column) => {
    const value = row[column] ?? null
    return value instanceof Uint8Array
      ? { bytes: Buffer.from(value).toString('base64url') }
      : value
  })
  return JSON.stringify(values)
}

/** Why an archive cannot be made, read or put back: one sentence for the operator. */
export class ArchiveProblem extends Error {
  override readonly name = 'ArchiveProblem'
}
