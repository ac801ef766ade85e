import { describe, expect, it } from 'vitest'
import { agrestiCoull, agrestiCoullFinite } from '#analysis/statistics/agresti-coull.ts'
import { clopperPearson } from '#analysis/statistics/clopper-pearson.ts'
import { associationOf } from '#analysis/statistics/contingency.ts'
import { chiSquaredTail } from '#analysis/statistics/distributions.ts'
import { effectiveAnswers } from '#analysis/statistics/finite-population.ts'
import {
  wilson,
  wilsonCorrected,
  wilsonFinite,
} from '#analysis/statistics/proportions.ts'
import type { Interval } from '#analysis/statistics/quantile.ts'
import { shareError, wald } from '#analysis/statistics/wald.ts'
import { expectClose, expectEnds } from './expect-close.ts'
import {
  type Fields,
  folder,
  numberOf,
  numbersOf,
  partOf,
  readExpected,
  withFields,
} from './real-survey.ts'

describe.skipIf(folder === undefined)('intervals of real surveys', () => {
  it.each([
    ['bfi.json', 1],
    ['osmi.json', 20],
    ['departments.json', 20],
    ['workaholism.json', 50],
  ])('are those of R everywhere in %s', (file, least) => {
    const found = [...withFields(readExpected(file), 'x', 'n', 'wilson')]

    for (const share of found) {
      expectSameIntervals(share)
      expectSameFiniteIntervals(share)
    }
    expect(found.length).toBeGreaterThanOrEqual(least)
  })
})

describe.skipIf(folder === undefined)('associations in a real survey', () => {
  it.each(['2014', '2016'])('are those of R in %s', (year) => {
    const { chisq_by_size: expected, by_company_size: sizes } = partOf(
      readExpected('osmi.json'),
      'years',
      year,
      'items',
      'options',
    )
    const rows = Object.values(sizes as Fields).map((size) => partOf(size, 'counts'))
    const options = [...new Set(rows.flatMap(Object.keys))]
    const counts = rows.map((row) => options.map((option) => Number(row[option] ?? 0)))

    const found = associationOf(counts)

    const fields = expected as Fields
    expectClose(found.statistic, numberOf(fields, 'X2'), 1e-9)
    expect(found.df).toBe(numberOf(fields, 'df'))
    expectClose(found.p, numberOf(fields, 'p'), 1e-6)
    expectClose(found.cramersV, numberOf(fields, 'cramers_v'), 1e-9)
    expect(Math.min(...counts.flat())).toBe(numberOf(fields, 'smallest_cell'))
  })
})

describe.skipIf(folder === undefined)('tests by chi-squared in real surveys', () => {
  it.each([
    ['bfi.json', 1],
    ['departments.json', 1],
    ['workaholism.json', 2],
  ])('have the p of R in %s', (file, count) => {
    const found = [...withFields(readExpected(file), 'H', 'df', 'p')]

    for (const test of found) {
      const p = chiSquaredTail(numberOf(test, 'H'), numberOf(test, 'df'))
      expectClose(p, numberOf(test, 'p'), 1e-6)
    }
    expect(found).toHaveLength(count)
  })
})

function expectSameIntervals(share: Fields): void {
  const [x, n] = [numberOf(share, 'x'), numberOf(share, 'n')]
  // R's prop.test corrects by less where x is about n/2, because it also tests p = 1/2.
  const isCorrected = Math.abs(x - n / 2) >= 0.5
  const intervals: Readonly<Record<string, Interval>> = {
    wilson: wilson(x, n),
    wilson_prop_test: wilson(x, n),
    wald: wald(x, n),
    agresti_coull: agrestiCoull(x, n),
    clopper_pearson: clopperPearson(x, n),
    ...(isCorrected && { wilson_cc: wilsonCorrected(x, n) }),
  }
  for (const [name, interval] of Object.entries(intervals)) {
    if (name in share) expectEnds(interval, cutOff(numbersOf(share, name)))
  }
}

function expectSameFiniteIntervals(share: Fields): void {
  if (!('N' in share)) return
  const [x, n, N] = [numberOf(share, 'x'), numberOf(share, 'n'), numberOf(share, 'N')]
  expectEnds(wilsonFinite(x, n, N), cutOff(numbersOf(share, 'wilson_fpc')))
  expectEnds(agrestiCoullFinite(x, n, N), cutOff(numbersOf(share, 'agresti_coull_fpc')))
  expectClose(shareError(x, n, N), numberOf(share, 'se_design'), 1e-9)
  const effective = effectiveAnswers(n, N)
  const factor = effective === null ? 0 : Math.sqrt(n / effective)
  expectClose(factor, numberOf(share, 'fpc_factor'), 1e-9)
  if (effective === null) expect(share['n_eff']).toBeNull()
  else expectClose(effective, numberOf(share, 'n_eff'), 1e-9)
}

/** R's formulas leave 0 and 1 behind; a share cannot. */
function cutOff([
  low = Number.NaN,
  high = Number.NaN,
]: readonly number[]): readonly number[] {
  return [Math.max(0, low), Math.min(1, high)]
}
