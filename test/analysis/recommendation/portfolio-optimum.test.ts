import { describe, expect, it } from 'vitest'
import { disclose } from '#analysis/disclosure/disclose.ts'
import type { Disclosed, Release } from '#analysis/disclosure/disclosed.ts'
import type { Need } from '#analysis/needs/need.ts'
import {
  type ComponentId,
  componentIds,
  componentOf,
} from '#analysis/recommendation/components.ts'
import { planPortfolio } from '#analysis/recommendation/plan-portfolio.ts'
import type {
  PlannedPortfolio,
  PortfolioSettings,
} from '#analysis/recommendation/portfolio.ts'
import type { Recommendation, Tier } from '#analysis/recommendation/recommendation.ts'
import { type Random, seededRandom } from '#analysis/statistics/random.ts'
import { type ConstructId, constructIds, constructOf } from '#surveys/constructs.ts'
import { families } from '#surveys/modules/getting-help.ts'
import { aNeed, aRecommendation } from '../a-recommendation.ts'
import { countOf, flatUnits, formed, planFor } from '../an-organization.ts'

/** Everything a portfolio is planned from. */
interface Situation {
  readonly release: Disclosed<Release>
  readonly needs: readonly Need[]
  readonly recommendations: readonly Recommendation[]
  readonly settings: PortfolioSettings & { readonly budget: number }
}

const isCore = (id: ComponentId): boolean => componentOf(id).core

function shuffled<T>(random: Random, values: readonly T[]): readonly T[] {
  return values
    .map((value) => ({ value, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ value }) => value)
}

/** A release with wishes, some of them hidden or bounds. */
function releaseWith(random: Random): Disclosed<Release> {
  const plan = planFor(formed(flatUnits([300])), ['bio.sleep'], true)
  const chosen = families.map((family) => [family, Math.floor(200 * 0.4 * random())])
  return disclose(plan, {
    ballots: { organization: 200 },
    constructs: { 'bio.sleep': { organization: countOf(200, 0.3) } },
    wanted: { n: 200, chosen: Object.fromEntries(chosen) },
    barriers: null,
    crossed: null,
    measured: null,
  })
}

/** A situation with at most twelve components besides the core: all others are blocked. */
function randomSituation(seed: string): Situation {
  const random = seededRandom(seed)
  const others = shuffled(
    random,
    componentIds.filter((id) => !isCore(id)),
  )
  // Those that require each other are on offer often, so that their rules matter.
  const bound: readonly ComponentId[] = [
    'post_incident',
    'stress_group',
    'mediation_early',
    'sleep_programme',
    'psychosocial_redesign',
    'leader_development',
    'worktime_balance',
    'concierge_daily',
  ]
  const live = [...new Set([...bound.filter(() => random() < 0.6), ...others])].slice(
    0,
    12,
  )
  const tiers: readonly Tier[] = ['must-address', 'recommend', 'consider', 'consider']
  const tierOf = (id: ComponentId): Tier => {
    if (isCore(id)) return 'core'
    if (!live.includes(id)) return 'do-not-offer'
    if (random() < 0.25) return 'not-now'
    return tiers[Math.floor(tiers.length * random() ** 0.5)] ?? 'consider'
  }
  const recommendations = componentIds.map((id) =>
    aRecommendation(id, tierOf(id), { priority: Math.floor(60 * random()) }),
  )
  const needs = constructIds
    .filter(() => random() < 0.7)
    .map((id) => aNeed(id, Math.floor(100 * random() ** 1.5)))
  const quoted = componentIds.filter(() => random() < 0.5)
  const costs = Object.fromEntries(quoted.map((id) => [id, 0.5 + 5 * random()]))
  const [one, other] = live.filter((id) => !bound.includes(id))
  return {
    release: releaseWith(random),
    needs: shuffled(random, needs),
    recommendations: shuffled(random, recommendations),
    settings: {
      budget: 5 + 40 * random(),
      costs,
      leastTier: random() < 0.3 ? 'recommend' : 'consider',
      circumstances: random() < 0.5 ? ['rotating-nights'] : [],
      notTogether: one && other && random() < 0.5 ? [[one, other]] : [],
    },
  }
}

/** What the method says of a situation, written once more: all of it by trying and looking. */
function byHand({ release, needs, recommendations, settings }: Situation) {
  const tiers = new Map(recommendations.map((one) => [one.component, one]))
  const rank: readonly Tier[] = [
    'core',
    'must-address',
    'recommend',
    'consider',
    'not-now',
  ]
  const isDuty = (id: ComponentId): boolean =>
    ['core', 'must-address'].includes(tiers.get(id)?.tier ?? '')
  const isAbove = (id: ComponentId): boolean => {
    const place = rank.indexOf(tiers.get(id)?.tier ?? 'do-not-offer')
    return place >= 0 && place <= rank.indexOf(settings.leastTier ?? 'consider')
  }
  const scoreOf = (id: ConstructId): number =>
    needs.find(({ construct }) => construct === id)?.score ?? 0
  const costOf = (id: ComponentId): number =>
    settings.costs?.[id] ?? componentOf(id).relativeCost
  const costOfAll = (ids: readonly ComponentId[]): number =>
    ids.reduce((sum, id) => sum + costOf(id), 0)

  const answered = release.organization.answered
  const n = answered.kind === 'shown' ? Math.floor((answered.from + answered.to) / 2) : 0
  const wishOf = (id: ComponentId): number => {
    const { family } = componentOf(id)
    const figure = family === null ? undefined : release.wanted[family]
    if (!figure || figure.kind === 'hidden') return 0.5
    const { kind, value } = figure
    const share =
      kind === 'shown' ? value : kind === 'at-most' ? value / 2 : (1 + value) / 2
    return Math.min(1, (0.5 + n * share) / (n + 1) / 0.3)
  }
  const wishes = new Map(componentIds.map((id) => [id, wishOf(id)]))
  const worthOf = (program: readonly ComponentId[]): number =>
    needs.reduce((sum, { construct, score }) => {
      const left = program.reduce((rest, id) => {
        const { fits, evidenceValue } = componentOf(id)
        const byEvidence = 0.6 + 0.4 * evidenceValue
        const byWish = 0.5 + 0.5 * (wishes.get(id) ?? 0)
        return rest * (1 - (fits[construct] ?? 0) * byEvidence * byWish)
      }, 1)
      return sum + score * (1 - left)
    }, 0)

  const rules: readonly (readonly [ComponentId, readonly ComponentId[], boolean])[] = [
    ['post_incident', ['psychosocial_redesign'], true],
    [
      'stress_group',
      ['psychosocial_redesign', 'worktime_balance', 'leader_development'],
      scoreOf('work.demands') >= 25,
    ],
    [
      'mediation_early',
      ['leader_development', 'psychosocial_redesign'],
      scoreOf('work.peers') >= 25,
    ],
    [
      'sleep_programme',
      ['worktime_balance'],
      settings.circumstances?.includes('rotating-nights') ?? false,
    ],
  ]
  const inForce = rules.filter(([, , holds]) => holds)

  // A duty brings what it requires from below the line, if nothing else can be that.
  const ranked = recommendations
    .toSorted(
      (a, b) =>
        rank.indexOf(a.tier) - rank.indexOf(b.tier) ||
        b.priority - a.priority ||
        (a.component < b.component ? -1 : 1),
    )
    .filter(({ tier }) => tier !== 'do-not-offer')
    .map(({ component }) => component)
  const ofDuties = inForce.filter(([id]) => isDuty(id))
  const brought = ofDuties
    .filter(([, anyOf]) => !anyOf.some(isAbove))
    .flatMap(([, anyOf]) => ranked.find((id) => anyOf.includes(id)) ?? [])
  const always = [...new Set([...componentIds.filter(isDuty), ...brought])]
  const free = componentIds.filter((id) => isAbove(id) && !always.includes(id))
  const kept = inForce.filter(
    ([id, anyOf]) =>
      !isDuty(id) || anyOf.some((one) => isAbove(one) || brought.includes(one)),
  )

  const keepsRules = (program: readonly ComponentId[]): boolean =>
    kept.every(
      ([id, anyOf]) =>
        !program.includes(id) || anyOf.some((one) => program.includes(one)),
    ) &&
    (settings.notTogether ?? []).every(
      ([one, other]) =>
        !program.includes(one) ||
        !program.includes(other) ||
        (isDuty(one) && isDuty(other)),
    )
  const programs = Array.from({ length: 2 ** free.length }, (_, bits) => [
    ...always,
    ...free.filter((__, index) => (bits >> index) & 1),
  ]).filter(keepsRules)

  const least = Math.min(...programs.map(costOfAll))
  const money = Math.max(settings.budget, least) + 1e-7
  let possible = programs.filter((program) => costOfAll(program) <= money)
  const covers: Record<string, ComponentId> = {}
  const uncovered: string[] = []
  const high = needs
    .filter(({ score }) => score >= 65)
    .toSorted((a, b) => b.score - a.score || (a.construct < b.construct ? -1 : 1))
  for (const { construct } of high) {
    const fitOf = (id: ComponentId): number => componentOf(id).fits[construct] ?? 0
    const isWork = constructOf(construct).domain === 'work'
    const cover = componentIds
      .filter((id) => fitOf(id) >= 0.7)
      .filter((id) => !isWork || componentOf(id).level === 'primary')
      .toSorted(
        (a, b) =>
          fitOf(b) - fitOf(a) ||
          (tiers.get(b)?.priority ?? 0) - (tiers.get(a)?.priority ?? 0) ||
          (a < b ? -1 : 1),
      )
      .find((id) => possible.some((program) => program.includes(id)))
    if (!cover) {
      uncovered.push(construct)
      continue
    }
    covers[construct] = cover
    possible = possible.filter((program) => program.includes(cover))
  }
  if (uncovered.length > 0 && !isDuty('concierge_daily')) {
    possible = possible.filter((program) => !program.includes('concierge_daily'))
  }
  const values = possible.map(worthOf)
  return { always, covers, uncovered, best: Math.max(...values), worthOf, costOfAll }
}

function planned({ release, needs, recommendations, settings }: Situation) {
  const portfolio = planPortfolio(release, needs, recommendations, settings)
  if (portfolio.kind === 'refused') throw new RangeError('expected a portfolio')
  return portfolio
}

const programOf = ({ chosen }: PlannedPortfolio): readonly ComponentId[] =>
  chosen.map(({ component }) => component)

const coversOf = ({ chosen }: PlannedPortfolio): Record<string, ComponentId> =>
  Object.fromEntries(
    chosen.flatMap(({ component, covers }) => covers.map((need) => [need, component])),
  )

/** Every number in a value, however deep. */
function numbersIn(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(numbersIn)
}

describe('the portfolio of a random organization', () => {
  const rounds = 400

  it('is the best of all programs, in 400 of 400', () => {
    let withinBudget = 0
    let withCovers = 0
    let uncovered = 0
    for (let i = 0; i < rounds; i++) {
      const situation = randomSituation(`portfolio ${i}`)
      const expected = byHand(situation)

      const portfolio = planned(situation)

      const program = programOf(portfolio)
      expect(expected.worthOf(program), `portfolio ${i}`).toBeCloseTo(expected.best, 7)
      expect(portfolio.coverage.after).toBeCloseTo(expected.best, 0)
      expect(portfolio.missed).toBe(0)
      expect(program).toEqual(expect.arrayContaining(expected.always))
      expect(coversOf(portfolio), `portfolio ${i}`).toEqual(expected.covers)
      expect(portfolio.uncovered.map(({ construct }) => construct)).toEqual(
        expected.uncovered,
      )
      withinBudget += portfolio.overBudget === 0 ? 1 : 0
      withCovers += Object.keys(expected.covers).length > 0 ? 1 : 0
      uncovered += expected.uncovered.length > 0 ? 1 : 0
    }
    // The instances are not all of one kind.
    expect(withinBudget).toBeGreaterThan(100)
    expect(withinBudget).toBeLessThan(rounds - 50)
    expect(withCovers).toBeGreaterThan(100)
    expect(uncovered).toBeGreaterThan(50)
  })

  it('costs more than the budget by duties only, and says which', () => {
    for (let i = 0; i < rounds; i++) {
      const situation = randomSituation(`portfolio ${i}`)
      const { costOfAll } = byHand(situation)
      const { budget } = situation.settings

      const portfolio = planned(situation)

      const { chosen, cost, overBudget, unmetDuties } = portfolio
      const unpaid = unmetDuties.filter(({ because }) => because === 'budget')
      expect(cost).toBeCloseTo(costOfAll(programOf(portfolio)), 8)
      expect(overBudget).toBeCloseTo(Math.max(0, cost - budget), 8)
      expect(unpaid.length > 0).toBe(overBudget > 0)
      if (overBudget === 0) continue
      const paid = cost - unpaid.reduce((sum, one) => sum + one.cost, 0)
      expect(paid).toBeLessThanOrEqual(budget + 1e-7)
      const reasons = chosen.map(({ reason }) => reason)
      // A high need may be met by what a duty requires; nothing is bought beyond that.
      const bought = chosen.filter(
        ({ reason, neededBy }) =>
          !['core', 'duty'].includes(reason) && neededBy.length === 0,
      )
      expect(bought, `portfolio ${i}: ${reasons}`).toEqual([])
    }
  })

  it('holds nothing that stands below the line, unless a duty requires it', () => {
    for (let i = 0; i < rounds; i++) {
      const situation = randomSituation(`portfolio ${i}`)
      const tiers = new Map(
        situation.recommendations.map(({ component, tier }) => [component, tier]),
      )

      const { chosen } = planned(situation)

      for (const { component, neededBy } of chosen) {
        const tier = tiers.get(component)
        expect(tier).not.toBe('do-not-offer')
        const isBelow =
          tier === 'not-now' ||
          (tier === 'consider' && situation.settings.leastTier === 'recommend')
        if (isBelow) expect(neededBy.length, `portfolio ${i}`).toBeGreaterThan(0)
      }
    }
  })

  it('does not depend on the order of needs, recommendations and pairs', () => {
    for (let i = 0; i < 100; i++) {
      const situation = randomSituation(`portfolio ${i}`)
      const random = seededRandom(`order ${i}`)

      const again = planned({
        ...situation,
        needs: shuffled(random, situation.needs),
        recommendations: shuffled(random, situation.recommendations),
        settings: {
          ...situation.settings,
          notTogether: situation.settings.notTogether?.map(([a, b]) => [b, a]) ?? [],
        },
      })

      expect(again).toEqual(planned(situation))
    }
  })

  it('covers no less with more money, as long as the same high needs are met', () => {
    let compared = 0
    for (let i = 0; i < 60; i++) {
      const situation = randomSituation(`portfolio ${i}`)
      const { worthOf } = byHand(situation)
      const found = [4, 8, 12, 16, 20, 24, 28, 32, 40, 50].map((budget) => {
        const settings = { ...situation.settings, budget }
        const portfolio = planned({ ...situation, settings })
        const phase = JSON.stringify([coversOf(portfolio), portfolio.uncovered])
        return { phase, worth: worthOf(programOf(portfolio)) }
      })

      for (const [index, { phase, worth }] of found.entries()) {
        const poorer = found[index - 1]
        if (poorer?.phase !== phase) continue
        expect(worth, `portfolio ${i}`).toBeGreaterThanOrEqual(poorer.worth - 1e-7)
        compared += 1
      }
    }
    expect(compared).toBeGreaterThan(300)
  })

  it('covers no less where a need is greater', () => {
    for (let i = 0; i < 100; i++) {
      const situation = randomSituation(`portfolio ${i}`)
      const needs = situation.needs.map((need) => {
        const score = need.score + 1
        return aNeed(need.construct, [25, 45, 65].includes(score) ? need.score : score)
      })

      const { coverage } = planned(situation)
      const greater = planned({ ...situation, needs })

      expect(greater.coverage.before).toBeGreaterThanOrEqual(coverage.before)
      expect(greater.coverage.after, `portfolio ${i}`).toBeGreaterThanOrEqual(
        coverage.after,
      )
    }
  })

  it('holds no number that is none', () => {
    for (let i = 0; i < 100; i++) {
      const numbers = numbersIn(planned(randomSituation(`portfolio ${i}`)))

      expect(numbers.every((one) => Number.isFinite(one) && one >= 0)).toBe(true)
    }
  })

  it('says what 20 % less and more money change, as planning with it does', () => {
    for (let i = 0; i < 60; i++) {
      const situation = randomSituation(`portfolio ${i}`)
      const portfolio = planned(situation)
      const program = programOf(portfolio)

      for (const [other, factor] of [
        [portfolio.neighbours?.less, 0.8],
        [portfolio.neighbours?.more, 1.2],
      ] as const) {
        const budget = factor * situation.settings.budget
        const settings = { ...situation.settings, budget }
        const beside = programOf(planned({ ...situation, settings }))
        expect(other?.budget).toBeCloseTo(budget, 9)
        expect(other?.dropped.toSorted()).toEqual(
          program.filter((id) => !beside.includes(id)).toSorted(),
        )
        expect(other?.added.toSorted()).toEqual(
          beside.filter((id) => !program.includes(id)).toSorted(),
        )
      }
    }
  })
})
