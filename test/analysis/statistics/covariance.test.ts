import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { everyRow, rowsOf, selectRows } from '#analysis/statistics/columns.ts'
import {
  type Covariances,
  correlationsOf,
  covariances,
  covariancesByGroup,
} from '#analysis/statistics/covariance.ts'
import expected from '../expected/reliability.json' with { type: 'json' }
import { column, expectAllClose, finiteOrRefused } from './compare.ts'

const scales = expected.scales.map(({ items, ...rest }, index) => ({
  ...rest,
  index,
  items: items.map(column),
}))

function found(outcome: Covariances | { readonly kind: 'refused' }): Covariances {
  if (outcome.kind === 'refused') throw new Error('expected covariances')
  return outcome
}

describe('covariances', () => {
  it.each(scales)('of complete rows are those of R, data $index', (scale) => {
    const { values, rows } = found(covariances(scale.items, 'listwise'))

    expectAllClose(values, scale.covariances)
    expect(rows).toBe(scale.rows)
  })

  it.each(scales)('of pairs are those of R, data $index', (scale) => {
    expectAllClose(found(covariances(scale.items, 'pairwise')).values, scale.pairwise)
  })

  it('are the same both ways where nothing is missing', () => {
    const items = expected.fixture.map(column)

    expect(covariances(items, 'pairwise')).toEqual(covariances(items, 'listwise'))
  })

  it('of some rows are those of a table with these rows only', () => {
    const { items = [] } = scales[0] ?? {}
    const rows = everyRow(rowsOf(items)).filter((row) => row % 3 !== 0)

    const [some, turned] = covariancesByGroup(items, 'pairwise', [
      rows,
      rows.toReversed(),
    ])

    expect(some).toEqual(covariances(selectRows(items, rows), 'pairwise'))
    expect(turned).toEqual(some)
  })

  it('keep their digits beside a large mean', () => {
    const { items = [] } = scales[1] ?? {}
    const far = items.map((item) => item.map((value) => value + 2 ** 40))

    expectAllClose(found(covariances(far, 'listwise')).values, [
      ...found(covariances(items, 'listwise')).values,
    ])
  })

  it('are refused with fewer than two rows, in all or for a pair', () => {
    const one = [Float64Array.of(1, Number.NaN), Float64Array.of(2, 3)]
    const apart = [column([1, 2, null, null]), column([null, null, 3, 4])]

    expect(covariances(one, 'listwise')).toEqual({
      kind: 'refused',
      reason: 'too-few-rows',
    })
    expect(covariances(apart, 'pairwise')).toEqual({
      kind: 'refused',
      reason: 'too-few-rows',
    })
  })

  it('make no correlations where a column does not vary', () => {
    const still = found(
      covariances(
        [
          [1, 2, 3],
          [5, 5, 5],
        ],
        'listwise',
      ),
    )

    expect(correlationsOf(still)).toEqual({
      kind: 'refused',
      reason: 'a-column-does-not-vary',
    })
  })

  it('say what they expected instead of yielding NaN', () => {
    expect(() => covariances([], 'listwise')).toThrow('at least one column, got none')
    expect(() => covariances([[1, 2], [1]], 'pairwise')).toThrow(
      'expected columns of 2 rows, got 1',
    )
    expect(() =>
      covariancesByGroup([[1, 2]], 'pairwise', [Uint32Array.of(0, 2)]),
    ).toThrow('expected rows below 2, got 2')
    expect(() => covariances([[Infinity, 1]], 'pairwise')).toThrow(
      'expected values with finite squares, got',
    )
    expect(() => covariances([[1, Infinity]], 'pairwise')).toThrow(
      'expected values with finite squares, got',
    )
    expect(() => covariances([[1, 1e200]], 'pairwise')).toThrow(
      'expected values with finite squares, got',
    )
  })

  it('never yield NaN, whatever they are given', () => {
    const rows = fc.integer({ min: 0, max: 6 })
    const tables = rows.chain((length) =>
      fc.array(fc.array(fc.double(), { minLength: length, maxLength: length }), {
        maxLength: 4,
      }),
    )
    fc.assert(
      fc.property(tables, fc.constantFrom('listwise', 'pairwise'), (table, missing) => {
        finiteOrRefused(() => covariances(table, missing as 'listwise' | 'pairwise'))
      }),
    )
  })
})
