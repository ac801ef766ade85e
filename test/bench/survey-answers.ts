import { readFileSync, writeFileSync } from 'node:fs'
import { drawNormal } from '#analysis/statistics/draws.ts'
import { type Random, seededRandom } from '#analysis/statistics/random.ts'

/** Answers to many items, as columns; NaN where there is none. */
export interface Answers {
  /** one column for each item, all items of a scale side by side */
  readonly items: readonly Float64Array[]
  /** the department of each person, from 0 */
  readonly departments: Float64Array
}

export const size = {
  people: 100_000,
  scales: 6,
  itemsInScale: 10,
  departments: 40,
} as const

const loading = 0.65
const cuts = [-1.4, -0.5, 0.4, 1.3]
const missing = 0.03
const comma = ','.charCodeAt(0)
const lineEnd = '\n'.charCodeAt(0)
const zero = '0'.charCodeAt(0)

/**
 * Writes invented answers, always the same ones: a line for each person with the department
 * and 60 answers from 1 to 5, empty where missing; departments of unequal size.
 */
export function writeAnswers(path: string): void {
  const random = seededRandom('a bench of statistics')
  const chances = Array.from({ length: size.departments }, (_, d) => (d + 1) ** -0.7)
  const total = chances.reduce((sum, chance) => sum + chance, 0)
  const lift = chances.map(() => drawNormal(random) * 0.25)
  const bytes = Buffer.alloc(size.people * (3 + 2 * size.scales * size.itemsInScale))
  let end = 0
  for (let person = 0; person < size.people; person++) {
    const department = drawDepartment(random, chances, total)
    end = bytes.write(`${department}`, end) + end
    for (let scale = 0; scale < size.scales; scale++) {
      const factor = drawNormal(random) + (lift[department] ?? 0)
      for (let item = 0; item < size.itemsInScale; item++) {
        bytes[end++] = comma
        const value = loading * factor + Math.sqrt(1 - loading ** 2) * drawNormal(random)
        if (random() >= missing) bytes[end++] = zero + answerOf(value)
      }
    }
    bytes[end++] = lineEnd
  }
  writeFileSync(path, bytes.subarray(0, end))
}

function drawDepartment(
  random: Random,
  chances: readonly number[],
  total: number,
): number {
  let left = random() * total
  const found = chances.findIndex((chance) => {
    left -= chance
    return left < 0
  })
  return Math.max(0, found)
}

function answerOf(value: number): number {
  return 1 + cuts.filter((cut) => value >= cut).length
}

/** Reads what `writeAnswers` wrote. */
export function readAnswers(path: string): Answers {
  const items = Array.from({ length: size.scales * size.itemsInScale }, () =>
    new Float64Array(size.people).fill(Number.NaN),
  )
  const departments = new Float64Array(size.people)
  const columns = [departments, ...items]
  let row = 0
  let column = 0
  let number = Number.NaN
  for (const byte of readFileSync(path)) {
    if (byte !== comma && byte !== lineEnd) {
      number = (Number.isNaN(number) ? 0 : number * 10) + byte - zero
      continue
    }
    columns[column]?.fill(number, row, row + 1)
    number = Number.NaN
    column = byte === comma ? column + 1 : 0
    row += byte === comma ? 0 : 1
  }
  return { items, departments }
}
