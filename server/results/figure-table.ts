import type { ReleaseRow } from '#analysis/report/release-rows.ts'

/** The columns of a file of figures: names for machines, the same in every language. */
export const columns = [
  'level',
  'unit_id',
  'unit',
  'background',
  'category',
  'about',
  'figure',
  'reading',
  'value',
  'upper',
] as const
export type Column = (typeof columns)[number]

/** Those that hold numbers. */
export const numbers: readonly Column[] = ['value', 'upper']

/** One row, in the order of the columns; null where nothing is to be said. */
export function cellsOf(row: ReleaseRow): readonly (string | number | null)[] {
  const { level, unitId, unit, background, category, about, figure, reading } = row
  return [
    level,
    unitId,
    unit,
    background,
    category,
    about,
    figure,
    reading,
    row.value,
    row.upper,
  ]
}
