import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { type ScaleScores, scaleScores } from '#analysis/statistics/scale-scores.ts'
import { findRealData } from '../../real-data.ts'

/** Where real data stands, if anywhere: without it these tests do not run. */
export const folder = findRealData()

type Rows = readonly (readonly string[])[]

/** The rows of a file of the folder, the head among them. */
export function readRows(...path: readonly string[]): Rows {
  return parse(readFileSync(join(folder ?? '', ...path)), { relax_column_count: true })
}

/** What R computed from one of the data sets. */
export function readExpected(name: string) {
  return JSON.parse(
    readFileSync(join(folder ?? '', 'oracle', 'expected', `${name}.json`), 'utf8'),
  )
}

/** Columns by name, as text. */
export class Table {
  readonly #rows: Rows

  constructor(...path: readonly string[]) {
    this.#rows = readRows(...path)
  }

  texts(name: string): readonly string[] {
    const [head = [], ...rows] = this.#rows
    const place = head.indexOf(name)
    return rows.map((row) => row[place] ?? '')
  }

  numbers(name: string): Float64Array {
    return Float64Array.from(this.texts(name), toNumber)
  }

  /** Texts numbered in the order they first occur. */
  codes(name: string): Float64Array {
    const texts = this.texts(name)
    const known = [...new Set(texts)]
    return Float64Array.from(texts, (text) => known.indexOf(text))
  }
}

/** An empty field is a missing value. */
export function toNumber(text: string): number {
  return text === '' || text === 'NA' ? Number.NaN : Number(text)
}

/** A value for every row, NaN where it has no score. */
export function spread({ values, rows }: ScaleScores, count: number): Float64Array {
  const all = new Float64Array(count).fill(Number.NaN)
  rows.forEach((row, index) => {
    all[row] = values[index] ?? Number.NaN
  })
  return all
}

/** A scale as R's file names it. */
export interface ScaleItems {
  readonly items: readonly string[]
  readonly reversed: string | readonly string[]
  readonly response_range: readonly [number, number]
}

/** The items of a scale, reversed ones turned. */
export function itemsOf(table: Table, scale: ScaleItems): readonly Float64Array[] {
  const turned = [scale.reversed].flat()
  const [least, most] = scale.response_range
  return scale.items.map((name) => {
    const answers = table.numbers(name)
    return turned.includes(name) ? answers.map((one) => least + most - one) : answers
  })
}

/** The scores of a scale, NaN for those without one. */
export function scoresOf(table: Table, scale: ScaleItems): Float64Array {
  const items = itemsOf(table, scale)
  return spread(scaleScores(items), items[0]?.length ?? 0)
}
