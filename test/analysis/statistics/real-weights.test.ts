import { describe, expect, it } from 'vitest'
import { kishEffect } from '#analysis/statistics/kish.ts'
import { rake } from '#analysis/statistics/raking.ts'
import { usualBounds } from '#analysis/statistics/trimming.ts'
import { calibratedMean, weightedMean } from '#analysis/statistics/weighted-mean.ts'
import { postStratify } from '#analysis/statistics/weighting.ts'
import { expectClose } from './expect-close.ts'
import {
  type Fields,
  folder,
  numberOf,
  numbersOf,
  partOf,
  readExpected,
  readRows,
} from './real-survey.ts'

type Row = Readonly<Record<string, string>>

const outcomes = ['hads_a', 'hads_d', 'bwas', 'anx_case']
const variables = ['gender', 'sector', 'leader', 'agegrp']

describe.skipIf(folder === undefined)('a real survey, weighted', () => {
  it('alike has the means and errors of R', () => {
    const expected = partOf(readExpected('weights.json'), 'unweighted')
    const rows = read('weights_sample.csv')
    const weights = rows.map(() => 16426 / 400)

    for (const outcome of outcomes) {
      const values = rows.map((row) => Number(row[outcome]))
      const { mean, standardError } = weightedMean(values, weights)
      expectClose(mean, numberOf(partOf(expected, 'mean'), outcome), 1e-9)
      expectClose(standardError, numberOf(partOf(expected, 'se'), outcome), 1e-9)
    }
  })

  it('by cells has the weights, means and errors of R', () => {
    const rows = read('weights_sample.csv')
    const cellOf = ({ gender, sector }: Row): string => `${gender}/${sector}`
    const answered = Map.groupBy(rows, cellOf)
    const cells = read('weights_joint_gender_sector.csv')

    const result = postStratify(
      cells.map((cell) => ({
        answered: answered.get(cellOf(cell))?.length ?? 0,
        population: Number(cell['N']),
      })),
    )
    const byCell = result.kind === 'weighted' ? result.weights : []
    const places = new Map(cells.map((cell, index) => [cellOf(cell), index]))
    const weights = rows.map((row) => byCell[places.get(cellOf(row)) ?? -1] ?? Number.NaN)

    expectWeights(weights, 'w_poststrat', 1e-9)
    expectEstimates(weights, [rows.map(cellOf)], 'poststratify', 1e-9)
  })

  it.each([undefined, usualBounds])(
    'by four margins has the weights, means and errors of R, within bounds %j',
    (bounds) => {
      const rows = read('weights_sample.csv')
      const margins = variables.map((variable) => {
        const levels = read('weights_margins.csv').filter(
          (row) => row['variable'] === variable,
        )
        return new Map(levels.map(({ level = '', N }) => [level, Number(N)] as const))
      })
      const categories = variables.map((variable) =>
        rows.map((row) => row[variable] ?? ''),
      )
      const cells = rows.map((_, person) => ({
        answered: 1,
        categories: categories.map((column) => column[person] ?? ''),
      }))

      const result = rake(cells, margins, bounds)
      const weights = result.kind === 'raked' ? result.weights : []

      expectWeights(weights, 'w_rake', 1e-7)
      variables.forEach((variable, place) => {
        const achieved = partOf(
          readExpected('weights.json'),
          'rake',
          'achieved',
          variable,
        )
        for (const [level, people] of Object.entries(achieved)) {
          const own = weights.filter((_, person) => categories[place]?.[person] === level)
          const found = own.reduce((sum, weight) => sum + weight, 0)
          expectClose(found, Number(people), 1e-6)
        }
      })
      expectEstimates(weights, categories, 'rake', 1e-7)
    },
  )
})

function read(file: string): readonly Row[] {
  return readRows('oracle', 'inputs', file)
}

function expectWeights(
  weights: readonly number[],
  column: string,
  relative: number,
): void {
  const rows = readRows('oracle', 'expected', 'weights_by_id.csv')
  expect(weights).toHaveLength(rows.length)
  weights.forEach((weight, index) => {
    expectClose(weight, Number(rows[index]?.[column]), relative)
  })
}

function expectEstimates(
  weights: readonly number[],
  margins: readonly (readonly string[])[],
  method: string,
  relative: number,
): void {
  const expected = partOf(readExpected('weights.json'), method)
  const sample = read('weights_sample.csv')
  for (const outcome of outcomes) {
    const values = sample.map((row) => Number(row[outcome]))
    const plain = weightedMean(values, weights)
    const calibrated = calibratedMean(values, weights, margins)
    expectEstimate(plain, partOf(expected, 'plain_weighted', outcome), relative)
    expectClose(
      calibrated.mean,
      numberOf(partOf(expected, 'svymean', 'mean'), outcome),
      relative,
    )
    expectClose(
      calibrated.standardError,
      numberOf(partOf(expected, 'svymean', 'se'), outcome),
      relative,
    )
  }
  const { effectiveAnswers, designEffect } = kishEffect(weights)
  expectClose(effectiveAnswers, numberOf(expected, 'kish_neff'), relative)
  expectClose(designEffect, numberOf(expected, 'deff_kish'), relative)
  const [least = Number.NaN, most = Number.NaN] = numbersOf(expected, 'weight_range')
  expectClose(Math.min(...weights), least, relative)
  expectClose(Math.max(...weights), most, relative)
}

function expectEstimate(
  found: { readonly mean: number; readonly standardError: number },
  expected: Fields,
  relative: number,
): void {
  expectClose(found.mean, numberOf(expected, 'mean'), relative)
  expectClose(found.standardError, numberOf(expected, 'se_linearized'), relative)
}
