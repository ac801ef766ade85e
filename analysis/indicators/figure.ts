import type { IndicatorId } from './catalogue.ts'
import type { Period } from './period.ts'

/** One figure of one group over one period, as the personnel office tells it. */
export interface HrFigure {
  /** a reporting unit; null for the whole organization */
  readonly unit: string | null
  readonly indicator: IndicatorId
  readonly period: Period
  /** in the unit of its measure, to one decimal; counts are whole */
  readonly value: number
  /** how many people it stands for, or interviews it was heard in; null where not asked for */
  readonly people: number | null
  /** where it comes from, in a few words */
  readonly source: string
}

/** A group of people that figures may be told of. */
export interface HrGroup {
  /** a reporting unit; null for the whole organization */
  readonly unit: string | null
  readonly headcount: number
}

/** The same figure of the same group over the same period: a later one takes its place. */
export function keyOf({
  unit,
  indicator,
  period,
}: Pick<HrFigure, 'unit' | 'indicator' | 'period'>): string {
  return JSON.stringify([unit, indicator, period])
}
