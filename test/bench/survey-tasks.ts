import { bootstrapMeans } from '#analysis/statistics/bootstrap-means.ts'
import { everyRow, selectRows } from '#analysis/statistics/columns.ts'
import {
  type Covariances,
  covariances,
  covariancesByGroup,
} from '#analysis/statistics/covariance.ts'
import { cronbachAlpha } from '#analysis/statistics/cronbach-alpha.ts'
import type { Refused } from '#analysis/statistics/estimate.ts'
import { groupingOf, rowsByGroup } from '#analysis/statistics/grouping.ts'
import { centralInterval, type Interval } from '#analysis/statistics/quantile.ts'
import type { Random } from '#analysis/statistics/random.ts'
import { randomResampling } from '#analysis/statistics/resampling.ts'
import { type ScaleScores, scaleScores } from '#analysis/statistics/scale-scores.ts'
import { type Answers, size } from './survey-answers.ts'

/** The score of each scale for everybody with at least 5 of 10 answers. */
export function scaleMeans(answers: Answers): readonly ScaleScores[] {
  return scalesOf(answers).map((items) => scaleScores(items))
}

/** Cronbach's α of each scale, from all pairs of answers. */
export function alphas(answers: Answers): readonly number[] {
  return scalesOf(answers).map((items) => alphaOf(covariances(items, 'pairwise')))
}

/** The same in each department, scale by scale. */
export function alphasByDepartment(answers: Answers): readonly (readonly number[])[] {
  const groups = departmentRows(answers)
  return scalesOf(answers).map((items) =>
    covariancesByGroup(items, 'pairwise', groups).map(alphaOf),
  )
}

function alphaOf(found: Covariances | Refused): number {
  const alpha = found.kind === 'refused' ? found : cronbachAlpha(found)
  if (alpha.kind === 'refused') throw new Error(`expected α, got ${alpha.reason}`)
  return alpha.value
}

/** 95 % intervals of each scale's mean in each department, from 1,000 resamples of people. */
export function bootstrapByDepartment(
  answers: Answers,
  scores: readonly ScaleScores[],
  random: Random,
): readonly (readonly Interval[])[] {
  const columns = scores.map(({ values, rows }) => {
    const column = new Float64Array(answers.departments.length).fill(Number.NaN)
    rows.forEach((row, index) => {
      column[row] = values[index] ?? Number.NaN
    })
    return column
  })
  return departmentRows(answers).map((rows) => {
    const own = selectRows(columns, rows)
    const resampling = randomResampling(random, 1000)
    return bootstrapMeans(own, resampling).map(({ values }) =>
      centralInterval(values, 0.95),
    )
  })
}

function departmentRows({ departments }: Answers): readonly Uint32Array[] {
  return rowsByGroup(groupingOf(departments), everyRow(departments.length))
}

function scalesOf({ items }: Answers): readonly (readonly Float64Array[])[] {
  return Array.from({ length: size.scales }, (_, scale) =>
    items.slice(scale * size.itemsInScale, (scale + 1) * size.itemsInScale),
  )
}
