import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { wilson, wilsonFinite } from '#analysis/statistics/proportions.ts'
import { findRealData } from '../../real-data.ts'

const folder = findRealData()

/** A share of a real survey with the intervals R computed for it. */
interface Prevalence {
  readonly x: number
  readonly n: number
  readonly N?: number
  readonly wilson: readonly [number, number]
  readonly wilson_fpc?: readonly [number, number]
}

describe.skipIf(folder === undefined)('intervals of real surveys', () => {
  it.each([
    ['osmi.json', 20],
    ['departments.json', 20],
    ['workaholism.json', 50],
  ])('are those of R everywhere in %s', (file, least) => {
    const stored: unknown = JSON.parse(
      readFileSync(join(folder ?? '', 'oracle', 'expected', file), 'utf8'),
    )
    const found = [...prevalencesIn(stored)]

    for (const prevalence of found) expectSameIntervals(prevalence)
    expect(found.length).toBeGreaterThanOrEqual(least)
  })
})

function expectSameIntervals({ x, n, N, wilson: plain, wilson_fpc }: Prevalence): void {
  const { low, high } = wilson(x, n)
  expect(low).toBeCloseTo(plain[0], 12)
  expect(high).toBeCloseTo(plain[1], 12)
  if (N === undefined || !wilson_fpc) return

  const finite = wilsonFinite(x, n, N)
  expect(finite.low).toBeCloseTo(wilson_fpc[0], 12)
  expect(finite.high).toBeCloseTo(wilson_fpc[1], 12)
}

function* prevalencesIn(value: unknown): Generator<Prevalence> {
  if (typeof value !== 'object' || value === null) return
  if ('x' in value && 'n' in value && 'wilson' in value) yield value as Prevalence
  for (const part of Object.values(value)) yield* prevalencesIn(part)
}
