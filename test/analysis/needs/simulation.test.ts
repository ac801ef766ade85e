import { describe, expect, it } from 'vitest'
import { parameters } from '#analysis/needs/parameters.ts'
import { drawNonresponse, simulatePrevalence } from '#analysis/needs/prevalence.ts'
import type { CountedGroup, SurveyEvidence } from '#analysis/needs/read-release.ts'
import { seriousness, surveyNeed } from '#analysis/needs/seriousness.ts'
import {
  drawNormals,
  drawShared,
  drawShareHigh,
  simulateNeed,
  surveyNeeds,
} from '#analysis/needs/simulation.ts'
import { mean, standardDeviation } from '#analysis/statistics/moments.ts'
import { seededRandom } from '#analysis/statistics/random.ts'

const count = 20_000
const shared = drawShared('simulation', count)
const common = drawNormals('simulation', count)

describe('how those who did not answer differ', () => {
  it('has the spread σ, half of whose variance all needs share', () => {
    const draw = (seed: string): Float64Array =>
      drawNonresponse(seededRandom(seed), common, 0.5)
    const [sleep, pain] = [draw('sleep'), draw('pain')]

    const products = sleep.map((value, index) => value * (pain[index] ?? 0))

    expectNear(standardDeviation(sleep), 0.5, 0.01)
    expectNear(mean(products) / 0.25, parameters.prevalence.shared, 0.03)
  })
})

describe('the simulated share of people concerned', () => {
  const group = (unit: string, headcount: number, n: number, k: number): CountedGroup => {
    return { unit, headcount, n, k, m: 0, isExact: true }
  }
  const evidence = (groups: readonly CountedGroup[]): SurveyEvidence => ({
    organization: { headcount: 200, n: 132, k: 26, m: 0, isExact: true },
    answered: 130,
    groups,
    strata: groups,
    isUpperBound: false,
    workImpact: null,
  })
  const silent = new Float64Array(count)

  it('weighs strata by their people, not by their answers', () => {
    const strata = [group('a', 40, 28, 14), group('b', 160, 104, 12)]

    const { organization } = simulatePrevalence(
      seededRandom('s'),
      evidence(strata),
      silent,
    )

    // The prior draws a little from each group towards the pooled rate.
    expectNear(mean(organization), 0.1923, 0.01)
  })

  it('is certain where everybody answered', () => {
    const strata = [group('a', 40, 40, 20), group('b', 160, 160, 40)]

    const { organization } = simulatePrevalence(
      seededRandom('s'),
      evidence(strata),
      silent,
    )

    expect(new Set(organization)).toEqual(new Set([0.3]))
  })

  it('is the organization by itself without strata', () => {
    const { organization, groups } = simulatePrevalence(
      seededRandom('s'),
      evidence([]),
      silent,
    )

    expectNear(mean(organization), 26 / 132, 0.01)
    expect(groups.size).toBe(0)
  })
})

describe('the simulated need', () => {
  it('of the survey spreads around its point value', () => {
    const prevalence = new Float64Array(count).fill(0.4)
    const shareHigh = drawShareHigh(seededRandom('n'), { k: 800, m: 240 }, count)

    const draws = surveyNeeds(
      { prevalence, shareHigh, highest: 0 },
      { severity: 0.6, workImpact: null },
      new Float64Array(count).fill(0.15),
    )

    expectNear(mean(draws), surveyNeed(0.4, seriousness(0.6, 0.3, null)), 0.3)
  })

  it('draws τ and the weights of sources around their defaults', () => {
    const { burdenScale, sourceWeights } = shared

    expectNear(mean(burdenScale.map(Math.log)), Math.log(0.15), 0.01)
    expectNear(standardDeviation(burdenScale.map(Math.log)), 0.15, 0.01)
    expectNear(mean(sourceWeights.map(({ survey }) => survey)), 0.6, 0.01)
    expectNear(mean(sourceWeights.map(({ managers }) => managers)), 0.15, 0.01)
  })

  it('is that of the only source where there is one, and none where there is none', () => {
    const quality = { survey: 1, focusGroups: 1, managers: 0 }

    const groupsOnly = simulateNeed(
      { survey: null, focusGroups: 40, managers: null },
      quality,
      shared,
    )
    const noWeight = simulateNeed(
      { survey: null, focusGroups: null, managers: 40 },
      quality,
      shared,
    )

    expect(groupsOnly?.every((score) => Math.abs(score - 40) < 1e-9)).toBe(true)
    expect(noWeight).toBeNull()
  })
})

function expectNear(value: number, expected: number, tolerance: number): void {
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(tolerance)
}
