import { describe, expect, it } from 'vitest'
import { type Covariances, covariances } from '#analysis/statistics/covariance.ts'
import {
  cronbachAlpha,
  meanCorrelation,
  standardizedAlpha,
} from '#analysis/statistics/cronbach-alpha.ts'
import { feldtInterval } from '#analysis/statistics/feldt-interval.ts'
import { itemStatistics } from '#analysis/statistics/item-statistics.ts'
import { mean, standardDeviation } from '#analysis/statistics/moments.ts'
import { omegaTotal } from '#analysis/statistics/omega.ts'
import { quantile } from '#analysis/statistics/quantile.ts'
import { type ScaleScores, scaleScores } from '#analysis/statistics/scale-scores.ts'
import { expectAllClose, expectClose, valueIn } from './compare.ts'
import {
  folder,
  itemsOf,
  readExpected,
  type ScaleItems,
  spread,
  Table,
} from './real-table.ts'

interface ScaleOfR extends ScaleItems {
  readonly n_listwise: number
  readonly alpha_pairwise: AlphaOfR
  readonly alpha_listwise: AlphaOfR
  readonly alpha_listwise_feldt_ci95: readonly number[]
  readonly omega_total: {
    readonly ml_exact_cov: number
    readonly ml_exact_std: number
    readonly ml_exact_loadings_std: Readonly<Record<string, number>>
    readonly cfa_ml_cov: number
    readonly ml_std: number
  }
  readonly item_stats: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly score: Readonly<Record<string, number>>
  readonly score_first20?: readonly (number | null)[]
}

interface AlphaOfR {
  readonly raw: number
  readonly standardized: number
  readonly mean_inter_item_r: number
}

function covariancesOf(
  items: readonly Float64Array[],
  missing: 'listwise' | 'pairwise',
): Covariances {
  const found = covariances(items, missing)
  if (found.kind === 'refused')
    throw new Error(`expected covariances, got ${found.reason}`)
  return found
}

function expectAlphas(found: Covariances, r: AlphaOfR): void {
  expectClose(valueIn(cronbachAlpha(found)), r.raw)
  expectClose(valueIn(standardizedAlpha(found)), r.standardized)
  expectClose(valueIn(meanCorrelation(found)), r.mean_inter_item_r)
}

function expectScale(table: Table, r: ScaleOfR): void {
  const items = itemsOf(table, r)
  const complete = covariancesOf(items, 'listwise')
  const pairs = covariancesOf(items, 'pairwise')
  expectAlphas(complete, r.alpha_listwise)
  expectAlphas(pairs, r.alpha_pairwise)
  expect(complete.rows).toBe(r.n_listwise)

  const feldt = feldtInterval(
    valueIn(cronbachAlpha(complete)),
    complete.rows,
    items.length,
  )
  expectAllClose([feldt.low, feldt.high], r.alpha_listwise_feldt_ci95)
  expectOmega(complete, r)
  items.forEach((answers, place) => {
    expectSummary(answers, r.item_stats[r.items[place] ?? ''])
  })
  expectItems(itemStatistics(complete), itemStatistics(pairs), r)
  expectScores(scaleScores(items), items[0]?.length ?? 0, r)
}

/** How many there are and are not, where they lie, and how far apart. */
function expectSummary(
  answers: Float64Array,
  r: Readonly<Record<string, number>> | undefined,
): void {
  const given = answers.filter((one) => !Number.isNaN(one))
  expect([given.length, answers.length - given.length]).toEqual([
    r?.['n'],
    r?.['missing'],
  ])
  expectClose(mean(given), r?.['mean'])
  expectClose(standardDeviation(given), r?.['sd'])
  expectClose(quantile(given, 0), r?.['min'])
  expectClose(quantile(given, 0.5), r?.['median'])
  expectClose(quantile(given, 1), r?.['max'])
}

function expectOmega(complete: Covariances, { items, omega_total: r }: ScaleOfR): void {
  const omega = omegaTotal(complete)
  if (omega.kind === 'refused') throw new Error(`expected ω, got ${omega.reason}`)
  expectClose(omega.raw, r.ml_exact_cov, 1e-7)
  expectClose(omega.standardized, r.ml_exact_std, 1e-7)
  expectClose(omega.raw, r.cfa_ml_cov, 1e-4)
  expectClose(omega.standardized, r.ml_std, 1e-4)
  expectAllClose(
    omega.loadings,
    items.map((item) => r.ml_exact_loadings_std[item] ?? null),
    1e-7,
  )
}

type ItemsFound = ReturnType<typeof itemStatistics>

function expectItems(complete: ItemsFound, pairs: ItemsFound, r: ScaleOfR): void {
  r.items.forEach((item, place) => {
    const wanted = r.item_stats[item]
    const [ofComplete, ofPairs] = [complete[place], pairs[place]]
    expectClose(valueIn(ofComplete?.itemRest), wanted?.['item_rest_r_listwise'])
    expectClose(valueIn(ofPairs?.itemRest), wanted?.['item_rest_r_psych_r.drop'])
    expectClose(valueIn(ofComplete?.alphaWithout), wanted?.['alpha_if_deleted_listwise'])
    expectClose(
      valueIn(ofPairs?.alphaWithout),
      wanted?.['alpha_if_deleted_pairwise_psych'],
    )
  })
}

function expectScores(scores: ScaleScores, rows: number, r: ScaleOfR): void {
  const all = spread(scores, rows)
  expectSummary(all, r.score)
  r.score_first20?.forEach((score, row) => {
    if (score === null) expect(all[row]).toBeNaN()
    else expectClose(all[row], score)
  })
}

describe.skipIf(folder === undefined)('scales of real surveys', () => {
  it.each(['agree', 'consc', 'extra', 'neuro', 'open'])(
    'that describe 2,800 people are as reliable as R says, %s',
    (scale) => {
      const table = new Table('oracle', 'inputs', 'bfi.csv')

      expectScale(table, readExpected('bfi').scales[scale])
    },
  )

  it.each(['hads_anxiety', 'hads_depression', 'bwas', 'asrs', 'ocir'])(
    'of 16,426 Norwegian workers are as reliable as R says, %s',
    (scale) => {
      const table = new Table('data', 'workaholism_no', 'workaholism_no.csv')

      expectScale(table, readExpected('workaholism').scales[scale])
    },
  )

  it('of 212 soldiers in ten companies are as reliable as R says', () => {
    const table = new Table('oracle', 'inputs', 'departments.csv')

    expectScale(table, readExpected('departments').scale)
  })

  it('score each soldier as R does', () => {
    const table = new Table('oracle', 'inputs', 'departments.csv')
    const { scale, scores } = readExpected('departments')

    const found = scaleScores(itemsOf(table, scale))

    const people = table.texts('pid')
    expect(found.values.length).toBe(people.length)
    found.rows.forEach((row, index) => {
      expectClose(found.values[index], scores[people[row] ?? ''])
    })
  })
})
