import type { AnnualLine, CaseMeaning } from './annual-lines.ts'

/** What a provider tells of a period, as it was told. It is shown to nobody and stored nowhere. */
export interface AnnualTotals {
  /** the first and the last month: `2026-01` */
  readonly from: string
  readonly to: string
  /** people who could use the program, without their families */
  readonly covered: number
  /** whether families could */
  readonly family: boolean
  readonly cases: CaseMeaning
  /** every other line that was told */
  readonly numbers: Readonly<Partial<Record<AnnualLine, number>>>
}

export const isMonth = (text: string): boolean => /^20\d\d-(0[1-9]|1[0-2])$/.test(text)

const monthsIn = (month: string): number =>
  12 * Number(month.slice(0, 4)) + Number(month.slice(5))

/** How many whole months a period has, both ends included; below one where they are turned round. */
export const monthsOf = ({ from, to }: Pick<AnnualTotals, 'from' | 'to'>): number =>
  monthsIn(to) - monthsIn(from) + 1
