import { describe, expect, it } from 'vitest'
import { cohensKappa, crossTable } from '#analysis/statistics/cohens-kappa.ts'
import { z95 } from '#analysis/statistics/distributions.ts'
import { krippendorffsAlpha } from '#analysis/statistics/krippendorffs-alpha.ts'
import { expectAllClose, expectClose, valueIn } from './compare.ts'
import { folder, readExpected, readRows, Table, toNumber } from './real-table.ts'

describe.skipIf(folder === undefined)('real ratings', () => {
  it.each(['all', 'Winnipeg', 'New Orleans'])(
    'of patients by two neurologists agree as R says, %s',
    (group) => {
      const table = new Table('oracle', 'inputs', 'kappa_ms_patients.csv')
      const r = readExpected('agreement').cohen_kappa.result[group]
      const patients = table.texts('patients')
      const codes = (rater: string): readonly number[] =>
        table
          .texts(rater)
          .filter((_, row) => group === 'all' || patients[row] === group)
          .map((text) => r.levels.indexOf(text))

      const counts = crossTable(codes('new_orleans'), codes('winnipeg'), r.levels.length)
      const plain = cohensKappa(counts)
      const linear = cohensKappa(counts, 'linear')
      const quadratic = cohensKappa(counts, 'quadratic')

      if (plain.kind === 'refused' || linear.kind === 'refused')
        throw new Error('refused')
      if (quadratic.kind === 'refused') throw new Error('refused')
      expect(plain.rated).toBe(r.n)
      expectAllClose(
        [plain.kappa, plain.observed, plain.expected, plain.standardError],
        [r.kappa, r.po, r.pe, r.se_vcd],
      )
      expectAllClose([plain.kappa, plain.kappa], [r.kappa_psych, r.kappa_vcd])
      expectClose(plain.standardError ** 2, r.var_psych)
      const reach = z95 * plain.standardError
      expectAllClose([plain.kappa - reach, plain.kappa + reach], r.ci95_psych)
      expectClose(linear.kappa, r.weighted_linear)
      expectClose(quadratic.kappa, r.weighted_quadratic)
      expectClose(quadratic.kappa, r.weighted_quadratic_psych)
    },
  )

  it.each(['nominal', 'ordinal', 'interval', 'ratio'] as const)(
    'by four observers agree as R says, %s',
    (metric) => {
      const rows = readRows('oracle', 'inputs', 'krippendorff_units.csv')
      const raters = rows.map((row) => Float64Array.from(row, toNumber))

      const alpha = valueIn(krippendorffsAlpha(raters, metric))

      const { alpha: ofR, published } = readExpected('agreement').krippendorff
      expectClose(alpha, ofR[metric])
      expect(alpha).toBeCloseTo(published[metric], 3)
    },
  )
})
