import { describe, expect, it } from 'vitest'
import { icc1, icc2, withinGroupAgreement } from '#analysis/statistics/aggregation.ts'
import {
  intervalsOf,
  type QuantileRule,
} from '#analysis/statistics/bootstrap-intervals.ts'
import { bootstrapMeans, jackknifeMeans } from '#analysis/statistics/bootstrap-means.ts'
import { covariances } from '#analysis/statistics/covariance.ts'
import { meanCorrelation } from '#analysis/statistics/cronbach-alpha.ts'
import { keyDrivers } from '#analysis/statistics/key-drivers.ts'
import { mean, standardDeviation } from '#analysis/statistics/moments.ts'
import {
  etaSquared,
  fTest,
  omegaSquared,
  oneWayAnova,
} from '#analysis/statistics/one-way-anova.ts'
import { centralInterval } from '#analysis/statistics/quantile.ts'
import { seededRandom } from '#analysis/statistics/random.ts'
import { givenResampling, randomResampling } from '#analysis/statistics/resampling.ts'
import { expectAllClose, expectClose, valueIn } from './compare.ts'
import { folder, itemsOf, readExpected, readRows, scoresOf, Table } from './real-table.ts'

interface AnovaOfR {
  readonly k: number
  readonly n: number
  readonly F: number
  readonly df: readonly [number, number]
  readonly p: number
  readonly eta2: number
  readonly omega2: number
  readonly icc1_anova: number
  readonly icc2: number
}

function expectAnova(values: Float64Array, groups: Float64Array, r: AnovaOfR): void {
  const anova = oneWayAnova(values, groups)
  if (anova.kind === 'refused') throw new Error(`expected an ANOVA, got ${anova.reason}`)
  const test = fTest(anova)
  if (test.kind === 'refused') throw new Error(`expected an F test, got ${test.reason}`)
  expect([anova.groups, anova.values]).toEqual([r.k, r.n])
  expect([anova.between.freedom, anova.within.freedom]).toEqual(r.df)
  expectClose(test.f, r.F)
  expectClose(test.p, r.p, 1e-6)
  expectClose(valueIn(etaSquared(anova)), r.eta2)
  expectClose(valueIn(omegaSquared(anova)), r.omega2)
  expectClose(valueIn(icc1(anova)), r.icc1_anova)
  expectClose(valueIn(icc2(anova)), r.icc2)
}

interface WeightsOfR {
  readonly n: number
  readonly predictors: readonly string[]
  readonly r2: number
  readonly r2_lm: number
  readonly percent: Readonly<Record<string, number>>
  readonly zero_order_r: Readonly<Record<string, number>>
  readonly raw_weights: Readonly<Record<string, number>>
}

function expectWeights(
  predictors: readonly Float64Array[],
  outcome: Float64Array,
  r: WeightsOfR,
): void {
  const found = keyDrivers(predictors, outcome)
  if (found.kind === 'refused') throw new Error(`expected weights, got ${found.reason}`)
  expect(found.rows).toBe(r.n)
  expectClose(found.explained, r.r2)
  expectClose(found.explained, r.r2_lm)
  expectAllClose(
    Array.from(found.weights, (weight) => (100 * weight) / found.explained),
    r.predictors.map((name) => r.percent[name] ?? null),
  )
  predictors.forEach((predictor, place) => {
    expectClose(
      correlationOf([predictor, outcome]),
      r.zero_order_r[r.predictors[place] ?? ''],
    )
  })
  expectAllClose(
    found.weights,
    r.predictors.map((name) => r.raw_weights[name] ?? null),
  )
}

/** r of two columns, from complete pairs of answers. */
function correlationOf(columns: readonly [Float64Array, Float64Array]): number {
  const found = covariances(columns, 'listwise')
  if (found.kind === 'refused') throw new Error(`expected a pair, got ${found.reason}`)
  return valueIn(meanCorrelation(found))
}

interface BootstrapOfR {
  readonly indices_file: string
  readonly boot_se: number
  readonly n: number
  readonly t0: number
  readonly perc_type7: readonly number[]
  readonly perc_boot_ci: readonly number[]
  readonly bca: {
    readonly z0: number
    readonly a_jackknife: number
    readonly bca_type7: readonly number[]
    readonly bca_boot_ci_jackL: readonly number[]
  }
}

function expectBootstrap(values: Float64Array, r: BootstrapOfR): void {
  const drawn = readRows('oracle', 'inputs', r.indices_file)
  const resampling = givenResampling(
    drawn.map((row) => row.map((one) => Number(one) - 1)),
  )
  const [replicates] = bootstrapMeans([values], resampling)
  const [jackknifed] = jackknifeMeans([values])
  if (!replicates || !jackknifed) throw new Error('expected a mean')
  expect(values.length).toBe(r.n)
  expectClose(standardDeviation(replicates.values), r.boot_se)

  const rules: readonly QuantileRule[] = ['type-7', 'order-statistics']
  for (const rule of rules) {
    const choice = { level: 0.95, rule }
    const found = intervalsOf(mean(values), replicates, jackknifed, choice)
    const { percentile, bca } = found
    if (percentile.kind === 'refused' || bca.kind === 'refused')
      throw new Error('refused')
    const isType7 = rule === 'type-7'
    expectClose(found.estimate, r.t0)
    expectAllClose(
      [percentile.low, percentile.high],
      isType7 ? r.perc_type7 : r.perc_boot_ci,
    )
    expectAllClose(
      [bca.low, bca.high],
      isType7 ? r.bca.bca_type7 : r.bca.bca_boot_ci_jackL,
    )
    expectClose(bca.bias, r.bca.z0)
    expectClose(bca.acceleration, r.bca.a_jackknife)
  }
}

const selfDescribed = (): Table => new Table('oracle', 'inputs', 'bfi.csv')
const workers = (): Table => new Table('data', 'workaholism_no', 'workaholism_no.csv')
const soldiers = (): Table => new Table('oracle', 'inputs', 'departments.csv')

describe.skipIf(folder === undefined)('groups of real surveys', () => {
  it('by education differ as R says', () => {
    const { scales, anova_neuro_by_education: r } = readExpected('bfi')
    const table = selfDescribed()

    expectAnova(scoresOf(table, scales.neuro), table.numbers('education'), r)
  })

  it('by line of business and by leadership differ as R says', () => {
    const r = readExpected('workaholism')
    const table = workers()

    const anxiety = scoresOf(table, r.scales.hads_anxiety)
    const bwas = scoresOf(table, r.scales.bwas)

    expectAnova(anxiety, table.codes('Line_of_business'), r.anova_hads_anxiety_by_line)
    expectAnova(bwas, table.codes('Leader_role'), r.anova_bwas_by_leader)
  })

  it('by company differ, and agree within, as R says', () => {
    const r = readExpected('departments')
    const table = soldiers()
    const companies = table.codes('dept')

    const found = withinGroupAgreement(itemsOf(table, r.scale), companies, 2)

    expectAnova(scoresOf(table, r.scale), companies, r.anova)
    expectAllClose(
      found.map(({ agreement }) => valueIn(agreement)),
      Object.values(r.rwg_j.values),
    )
  })
})

describe.skipIf(folder === undefined)('scales of real surveys', () => {
  it.each([
    ['bfi', 'neuro_extra', 'neuro', 'extra'],
    ['bfi', 'consc_agree', 'consc', 'agree'],
    ['workaholism', 'anx_dep', 'hads_anxiety', 'hads_depression'],
    ['workaholism', 'anx_bwas', 'hads_anxiety', 'bwas'],
  ])('of %s go together as R says, %s', (survey, pair, first, second) => {
    const { scales, correlations } = readExpected(survey)
    const table = survey === 'bfi' ? selfDescribed() : workers()
    const columns = [first, second].map((scale) => scoresOf(table, scales[scale]))
    const [one = new Float64Array(), other = new Float64Array()] = columns

    const found = covariances([one, other], 'listwise')

    expect(found.kind === 'refused' ? 0 : found.rows).toBe(correlations[pair].n)
    expectClose(correlationOf([one, other]), correlations[pair].r)
  })
})

describe.skipIf(folder === undefined)('key drivers of real surveys', () => {
  it('are those R finds among self-descriptions', () => {
    const { scales, relative_weights_neuro_from_other4: r } = readExpected('bfi')
    const table = selfDescribed()
    const scoreOf = (scale: string): Float64Array => scoresOf(table, scales[scale])

    expectWeights(r.predictors.map(scoreOf), scoreOf('neuro'), r)
  })

  it.each(['hads_anxiety', 'hads_depression'])('of %s are those R finds', (outcome) => {
    const { scales, relative_weights: weights } = readExpected('workaholism')
    const table = workers()
    const columnOf = (name: string): Float64Array => {
      if (name === 'age') return table.numbers('Age')
      if (name === 'leader') return table.numbers('No_leader').map((no) => 1 - no)
      return scoresOf(table, scales[name])
    }

    const r = weights[outcome]

    expectWeights(r.predictors.map(columnOf), columnOf(outcome), r)
  })
})

describe.skipIf(folder === undefined)('bootstrap intervals of real companies', () => {
  it.each(['D02', 'D03', 'D04', 'D05', 'D06', 'D07', 'D08', 'D09', 'D10'])(
    'are those R finds from the same resamples, %s',
    (company) => {
      const { scale, by_dept: companies } = readExpected('departments')
      const table = soldiers()
      const names = table.texts('dept')

      const own = scoresOf(table, scale).filter(
        (score, row) => names[row] === company && !Number.isNaN(score),
      )

      expectBootstrap(own, companies[company].bootstrap)
    },
  )

  it.each(['D03', 'D05', 'D10'])(
    'are near those of R from resamples of our own, %s',
    (company) => {
      const { scale, by_dept: companies } = readExpected('departments')
      const table = soldiers()
      const names = table.texts('dept')
      const scores = scoresOf(table, scale).filter((_, row) => names[row] === company)
      const resampling = randomResampling(seededRandom(`company ${company}`), 1000)

      const [replicates] = bootstrapMeans([scores], resampling)

      const { low, high } = centralInterval(replicates?.values ?? [], 0.95)
      const [lowOfR, highOfR] = companies[company].bootstrap.perc_type7
      expect(Math.abs(low - lowOfR)).toBeLessThan(0.15 * (highOfR - lowOfR))
      expect(Math.abs(high - highOfR)).toBeLessThan(0.15 * (highOfR - lowOfR))
    },
  )
})
