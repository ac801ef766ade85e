import { type IndicatorId, indicatorOf } from '#analysis/indicators/catalogue.ts'
import {
  doubtOf,
  type FigureFault,
  figureFault,
  possibleRange,
} from '#analysis/indicators/check-figure.ts'
import { sourceFault } from '#analysis/indicators/check-source.ts'
import type { HrFigure, HrGroup } from '#analysis/indicators/figure.ts'
import type { Period } from '#analysis/indicators/period.ts'
import type { Column, KeptLine, LineFault } from './contract.ts'
import { indicatorNamed } from './headings.ts'
import { readNumber } from './read-number.ts'
import { readPeriod } from './read-period.ts'
import type { SheetRow } from './sheet-row.ts'
import type { NamedGroup } from './unit-names.ts'

/** What is wrong with one line. */
export interface LineProblem {
  readonly line: number
  readonly column: Column
  readonly fault: LineFault
  readonly words: Readonly<Record<string, string | number>>
}

/** A line that says one figure that may be kept, for itself. */
export interface FigureLine {
  readonly line: number
  readonly figure: HrFigure
  readonly doubt: KeptLine['doubt']
}

export interface LineScope {
  readonly groupOf: (name: string) => NamedGroup | undefined
  /** as `2026-11-21` */
  readonly today: string
}

/** Reads one line of a sheet: a figure, or the first thing that is wrong with it. */
export function readFigure(row: SheetRow, scope: LineScope): FigureLine | LineProblem {
  const { line } = row
  if (row.isTooLong) return problem(line, 'value', 'too-many-cells')
  const place = readPlace(row, scope)
  if ('fault' in place) return place
  const numbers = readNumbers(row, place)
  if ('fault' in numbers) return numbers
  const wrongSource = sourceFault(row.source)
  if (wrongSource) {
    return problem(line, 'source', `source-${wrongSource}`)
  }
  const { group, indicator, period } = place
  const { unit } = group
  const figure = { unit, indicator, period, ...numbers, source: row.source }
  const fault = figureFault(figure, group, scope.today)
  if (fault) return problem(line, columnOfFault[fault], fault, wordsOf(place))
  return { line, figure, doubt: doubtOf(figure, group) }
}

interface Place {
  readonly group: HrGroup
  readonly indicator: IndicatorId
  readonly period: Period
}

function readPlace(row: SheetRow, { groupOf }: LineScope): Place | LineProblem {
  const { line } = row
  const named = groupOf(row.unit)
  if (!named) return problem(line, 'unit', 'unit')
  if (named.kind === 'divided') {
    return problem(line, 'unit', 'divided', { name: named.name })
  }
  if (named.kind === 'merged') {
    return problem(line, 'unit', 'merged', { name: named.name, group: named.group })
  }
  const indicator = indicatorNamed(row.indicator)
  if (!indicator) return problem(line, 'indicator', 'indicator')
  const period = readPeriod(row.period)
  if (!period) return problem(line, 'period', 'period')
  return { group: named.group, indicator, period }
}

function readNumbers(
  { line, value, people }: SheetRow,
  { group, indicator }: Place,
): { readonly value: number; readonly people: number | null } | LineProblem {
  const known = indicatorOf(indicator)
  const amount = readNumber(value, possibleRange(known, group).high)
  if (amount === null) return problem(line, 'value', 'number')
  if (amount === 'unclear') return problem(line, 'value', 'unclear-number')
  const isCount = known.measure === 'count' || known.measure === 'interviews'
  if (isCount && !Number.isInteger(amount)) return problem(line, 'value', 'whole-number')
  if (people !== '' && !/^\d{1,6}$/.test(people)) {
    return problem(line, 'people', 'people-number')
  }
  // What nobody asked for is not kept: only some figures need to say how many they stand for.
  const stated = known.statesPeople && people !== '' ? Number(people) : null
  return { value: Math.round(amount * 10) / 10, people: stated }
}

const columnOfFault: Readonly<Record<FigureFault, Column>> = {
  'period-running': 'period',
  'period-old': 'period',
  'year-only': 'period',
  'organization-only': 'unit',
  'large-units-only': 'unit',
  impossible: 'value',
  'people-missing': 'people',
  'people-too-many': 'people',
  'few-interviews': 'people',
  'few-people': 'value',
}

function wordsOf({ group, indicator }: Place): LineProblem['words'] {
  const { low, high } = possibleRange(indicatorOf(indicator), group)
  return { low, high }
}

/** What is wrong with a line, as the preview tells it. */
export function problem(
  line: number,
  column: Column,
  fault: LineFault,
  words: LineProblem['words'] = {},
): LineProblem {
  return { line, column, fault, words }
}
