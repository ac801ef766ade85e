import { describe, expect, it } from 'vitest'
import { disclose } from '#analysis/disclosure/disclose.ts'
import type { Disclosed, Release } from '#analysis/disclosure/disclosed.ts'
import { assessNeeds } from '#analysis/needs/assess-needs.ts'
import { findDifferences } from '#analysis/needs/differences.ts'
import { recommend } from '#analysis/recommendation/recommend.ts'
import type { Recommendation } from '#analysis/recommendation/recommendation.ts'
import {
  type ConstructScores,
  level,
  noNeed,
} from '#analysis/scoring/construct-scores.ts'
import { tallyCounts } from '#analysis/scoring/tally-counts.ts'
import { noTestimony } from '#analysis/sources/testimony.ts'
import { type Random, seededRandom } from '#analysis/statistics/random.ts'
import type { ConstructId } from '#surveys/constructs.ts'
import { countOf, countTable, flatUnits, formed, planFor } from './an-organization.ts'
import scenarios from './expected/scenarios.json' with { type: 'json' }

const base = Object.entries(scenarios.scenarios.baseline.prevalence).flatMap(
  ([id, share]) => (share === null ? [] : [[id as ConstructId, share] as const]),
)

interface Size {
  readonly headcounts: readonly number[]
  readonly factor: number
}

/** An organization in which who is in which unit has nothing to do with any answer. */
function unrelated(seed: string, { headcounts, factor }: Size): Disclosed<Release> {
  const random = seededRandom(seed)
  const units = formed(flatUnits(headcounts))
  const plan = planFor(
    units,
    base.map(([id]) => id),
  )
  const labels = headcounts.flatMap((people, index) => {
    const id = `u${String(index + 1).padStart(2, '0')}`
    const unit = units.countedIn[id] ?? plan.reportingUnits[0] ?? id
    return Array.from({ length: people }, () => unit).filter(() => random() < 0.65)
  })
  const scores = base.map(([construct, share]) =>
    scoresOf(random, construct, share * factor, labels.length),
  )
  const counts = tallyCounts(labels, scores, {
    wanted: null,
    barriers: null,
    background: {},
    measured: null,
  })
  return disclose(plan, counts)
}

function scoresOf(
  random: Random,
  construct: ConstructId,
  share: number,
  people: number,
): ConstructScores {
  const need = Float64Array.from({ length: people }, () => {
    if (random() < 0.03) return noNeed
    if (random() >= share) return 5 * Math.floor(10 * random())
    return random() < scenarios.shareHigh ? 75 + 5 * Math.floor(6 * random()) : 60
  })
  return {
    construct,
    need,
    level: Int8Array.from(need, (one) => {
      if (one === noNeed) return level.unknown
      if (one >= 75) return level.high
      return one >= 50 ? level.elevated : level.low
    }),
  }
}

/** Three tenths of the usual rates, everywhere the same, 65 % of everybody answering. */
function quiet(headcounts: readonly number[]): Disclosed<Release> {
  const plan = planFor(
    formed(flatUnits(headcounts)),
    base.map(([id]) => id),
  )
  const answers = plan.reportingUnits.map((unit, index) => {
    return [unit, Math.round(0.65 * (headcounts[index] ?? 0))] as const
  })
  const constructs = base.map(([id, share]) => {
    const counts = answers.map(([unit, n]) => [unit, countOf(n, 0.3 * share)] as const)
    return [id, Object.fromEntries(counts)] as const
  })
  return disclose(
    plan,
    countTable(Object.fromEntries(answers), Object.fromEntries(constructs)),
  )
}

/** Components above *not now*, but for the core and what R3b offers by default. */
function beyondCore(recommendations: readonly Recommendation[]): readonly string[] {
  return recommendations
    .filter(({ tier, rules }) => {
      const isByDefault = tier === 'consider' && rules.some(({ byDefault }) => byDefault)
      return !isByDefault && tier !== 'core' && tier !== 'not-now'
    })
    .map(({ component, tier }) => `${component}: ${tier}`)
}

describe('data that contain nothing', () => {
  it('show no targeted need and no notable difference in nine of ten organizations', () => {
    const headcounts = [60, 48, 40, 36, 32, 30, 28, 26, 24, 22, 20, 19, 18, 17]

    const found = Array.from({ length: 200 }, (_, index) => {
      const release = unrelated(`unrelated ${index}`, { headcounts, factor: 1 })
      const { needs } = assessNeeds(release, noTestimony, { seed: 'x', draws: 300 })
      const isTargeted = needs.needs.some(({ targetedUnits }) => targetedUnits.length > 0)
      const groupings = Object.values(release.grouping).filter(
        ({ kind }) => kind === 'shown',
      )
      return {
        isTargeted,
        differs: findDifferences(release).length > 0,
        groupings: groupings.length,
        alike: groupings.filter((one) => one.kind === 'shown' && one.icc1 === 0).length,
      }
    })

    const alarms = found.filter(({ isTargeted, differs }) => isTargeted || differs).length
    const groupings = found.reduce((sum, one) => sum + one.groupings, 0)
    const alike = found.reduce((sum, one) => sum + one.alike, 0)
    expect(groupings).toBeGreaterThan(200 * 5)
    expect(alarms).toBeLessThanOrEqual(20)
    expect(alike / groupings).toBeGreaterThanOrEqual(0.95)
  })

  it.each([
    ['60 people', [60]],
    ['400 people', [120, 100, 80, 60, 40]],
  ])('recommend nothing but the core where little is amiss: %s', (_, headcounts) => {
    const release = quiet(headcounts)
    const assessed = assessNeeds(release, noTestimony, { seed: 'quiet' })

    const beyond = beyondCore(recommend(release, noTestimony, assessed))

    expect(beyond).toEqual([])
  })

  it('rarely recommend more by chance where little is amiss', () => {
    const headcounts = [120, 100, 80, 60, 40]

    const alarms = Array.from({ length: 50 }, (_, index) => {
      const release = unrelated(`quiet ${index}`, { headcounts, factor: 0.3 })
      const assessed = assessNeeds(release, noTestimony, { seed: 'x', draws: 300 })
      return beyondCore(recommend(release, noTestimony, assessed))
    }).filter((beyond) => beyond.length > 0)

    expect(alarms.length).toBeLessThanOrEqual(10)
  })
})
