import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { findRealData } from '../../real-data.ts'

/** Where the surveys are; undefined where there are none and their tests do not run. */
export const folder = findRealData()

export type Fields = Readonly<Record<string, unknown>>

/** What R made of a survey. */
export function readExpected(file: string): unknown {
  return JSON.parse(readFileSync(pathOf('oracle', 'expected', file), 'utf8'))
}

/** The rows of a survey, by the names in its first line. */
export function readRows(
  ...path: readonly string[]
): readonly Readonly<Record<string, string>>[] {
  return parse(readFileSync(pathOf(...path)), { columns: true })
}

function pathOf(...path: readonly string[]): string {
  return join(folder ?? '', ...path)
}

/** Every object in a value, however deep, that has all of these fields. */
export function* withFields(
  value: unknown,
  ...fields: readonly string[]
): Generator<Fields> {
  if (typeof value !== 'object' || value === null) return
  if (fields.every((field) => field in value)) yield value as Fields
  for (const part of Object.values(value)) yield* withFields(part, ...fields)
}

/** A field that is there. */
function fieldOf(fields: Fields, name: string): unknown {
  if (name in fields) return fields[name]
  throw new Error(`expected a field ${name}`)
}

export function partOf(value: unknown, ...path: readonly string[]): Fields {
  return path.reduce<Fields>(
    (inside, name) => fieldOf(inside, name) as Fields,
    value as Fields,
  )
}

export function numberOf(fields: Fields, name: string): number {
  const value = fieldOf(fields, name)
  if (typeof value === 'number') return value
  throw new Error(`expected a number in ${name}`)
}

export function numbersOf(fields: Fields, name: string): readonly number[] {
  const value = fieldOf(fields, name)
  if (Array.isArray(value)) return value as readonly number[]
  throw new Error(`expected numbers in ${name}`)
}
