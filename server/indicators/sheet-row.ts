import type { Column } from './contract.ts'

/** The cells of one line, by what their columns are called. */
export type SheetRow = Readonly<Record<Column, string>> & {
  readonly line: number
  /** it has more cells than there are headings, as a decimal comma makes where commas divide */
  readonly isTooLong: boolean
}

/** One record of a file, cleaned of what does not print, and the line it ends in. */
export interface SheetRecord {
  readonly record: readonly string[]
  readonly line: number
}
