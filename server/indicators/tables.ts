/** One figure of a group of people. Nothing of anybody, and no time of entering it. */
interface HrFigureTable {
  id: string
  assessment_id: string
  /** empty for the whole organization */
  unit_id: string
  indicator: string
  period: string
  /** the value times ten: exact in every database */
  tenths: number
  people: number | null
  source: string
}

export interface IndicatorTables {
  hr_figure: HrFigureTable
}
