import { describe, expect, it } from 'vitest'
import { disclose } from '#analysis/disclosure/disclose.ts'
import { keepUnits } from '#analysis/disclosure/reporting-units.ts'
import { assessNeeds } from '#analysis/needs/assess-needs.ts'
import { componentIds, componentOf } from '#analysis/recommendation/components.ts'
import type { RecommendationSettings } from '#analysis/recommendation/decisions.ts'
import { answeredBy, matchOf, priorityOf } from '#analysis/recommendation/priority.ts'
import { recommend } from '#analysis/recommendation/recommend.ts'
import { tierOrder } from '#analysis/recommendation/tiers.ts'
import { noTestimony } from '#analysis/sources/testimony.ts'
import {
  countOf,
  countTable,
  flatUnits,
  formed,
  planFor,
  releaseOf,
} from '../an-organization.ts'
import design from '../expected/scenarios.json' with { type: 'json' }

type AnyRelease = ReturnType<typeof releaseOf>

const recommended = (
  release: AnyRelease,
  settings: RecommendationSettings = {},
  seed = 'spring',
) => {
  const assessed = assessNeeds(release, noTestimony, { seed, draws: 400 })
  return recommend(release, noTestimony, assessed, settings)
}

const of = (list: ReturnType<typeof recommended>, id: string) =>
  list.find(({ component }) => component === id)

const overload = releaseOf(design.scenarios.overload.prevalence, {
  people: 400,
  answers: 260,
})

describe('recommending', () => {
  it('says something of every component, sorted by tier and released priority', () => {
    const list = recommended(overload)

    expect(list.map(({ component }) => component).toSorted()).toEqual(
      componentIds.toSorted(),
    )
    const sorted = list.toSorted(
      (a, b) =>
        tierOrder.indexOf(a.tier) - tierOrder.indexOf(b.tier) ||
        b.priority - a.priority ||
        (a.component < b.component ? -1 : 1),
    )
    expect(list).toEqual(sorted)
  })

  it('says the same for the same seed, and nearly the same for another', () => {
    const first = recommended(overload)

    expect(recommended(overload)).toEqual(first)
    for (const one of recommended(overload, {}, 'autumn')) {
      const { priority = 0, aboveLine = 0 } = of(first, one.component) ?? {}
      expect(Math.abs(one.priority - priority)).toBeLessThanOrEqual(2)
      expect(Math.abs(one.aboveLine - aboveLine)).toBeLessThanOrEqual(0.15)
    }
  })

  it('says how sure it is: interval, chance above the line, ranks', () => {
    const list = recommended(overload)

    const first = list.reduce((sum, { amongFirst }) => sum + amongFirst, 0)

    // In every draw five of them are among the first five.
    expect(Math.abs(first - 5)).toBeLessThan(0.3)
    for (const { priority, interval, aboveLine, ranks, amongFirst } of list) {
      if (ranks.high <= 5) expect(amongFirst).toBeGreaterThanOrEqual(0.95)
      if (ranks.low > 5) expect(amongFirst).toBeLessThanOrEqual(0.05)
      expect(interval.low <= priority && priority <= interval.high).toBe(true)
      expect(Number.isInteger(Math.round(aboveLine * 1e6) / 5e4)).toBe(true)
      expect(1 <= ranks.low && ranks.low <= ranks.high && ranks.high <= 35).toBe(true)
    }
  })

  it('names the needs a component answers, the best match first', () => {
    const redesign = of(recommended(overload), 'psychosocial_redesign')

    expect(redesign?.answers.slice(0, 3).map(({ construct }) => construct)).toEqual([
      'work.demands',
      'work.control',
      'psy.exhaustion',
    ])
    for (const { fit, match } of redesign?.answers ?? []) {
      expect(match).toBeLessThanOrEqual(100 * fit)
    }
  })

  it('lifts a component whose need has reached its action level', () => {
    const { prevalence } = design.scenarios.carers
    const list = recommended(releaseOf(prevalence, { people: 400, answers: 260 }))

    const carers = of(list, 'eldercare_carers')

    expect(carers?.aboveLine).toBeLessThan(0.8)
    expect(carers).toMatchObject({
      tier: 'recommend',
      rules: [{ rule: 'R3b', construct: 'soc.care' }],
    })
  })

  it('has priorities that follow from the needs', () => {
    const assessed = assessNeeds(overload, noTestimony, { seed: 'spring' })
    const scores = new Map(
      assessed.needs.needs.map(({ construct, score }) => [construct, score]),
    )

    for (const { component, priority } of recommend(overload, noTestimony, assessed)) {
      const known = componentOf(component)
      const answers = answeredBy(known, (construct) => scores.get(construct))
      const match = matchOf(answers.map((answer) => answer.match))
      const expected = priorityOf(match, known.evidenceValue, 0.5)
      expect(Math.abs(priority - expected), component).toBeLessThanOrEqual(1.5)
    }
  })

  it('takes wishes into account where they are released', () => {
    const wishing = (share: number): AnyRelease => {
      const plan = planFor(formed(flatUnits([300])), ['bio.msk'], true)
      return disclose(plan, {
        ballots: { organization: 200 },
        constructs: { 'bio.msk': { organization: countOf(200, 0.4) } },
        wanted: { n: 200, chosen: { body: 200 * share } },
        barriers: null,
        crossed: null,
        measured: null,
      })
    }

    const few = of(recommended(wishing(0.05)), 'msk_programme')
    const many = of(recommended(wishing(0.4)), 'msk_programme')

    expect(few?.wanted).toBe(5)
    expect(many?.wanted).toBe(40)
    expect(many?.priority).toBeGreaterThan(few?.priority ?? 100)
    expect(of(recommended(overload), 'msk_programme')?.wanted).toBeNull()
  })

  it('names units for which the need is clearly greater', () => {
    const plan = planFor(formed(flatUnits([100, 100])), ['bio.sleep'])
    const counts = { u01: countOf(60, 0.6), u02: countOf(60, 0.15) }
    const release = disclose(
      plan,
      countTable({ u01: 60, u02: 60 }, { 'bio.sleep': counts }),
    )

    const list = recommended(release)

    expect(of(list, 'sleep_programme')?.targetedUnits).toEqual(['u01'])
    expect(of(list, 'digital_cbt')?.targetedUnits).toEqual([])
  })

  it('recommends nothing from a survey that few answered, beyond core and duties', () => {
    const few = releaseOf(design.scenarios.overload.prevalence, {
      people: 1000,
      answers: 260,
    })

    const list = recommended(few)

    expect(list.some(({ tier }) => tier === 'recommend')).toBe(false)
    expect(of(list, 'psychosocial_redesign')?.tier).toBe('must-address')
  })

  it('recommends nothing where nobody knows how many people there are', () => {
    const plan = planFor(keepUnits([{ id: 'a', name: 'A', parent: null }]), ['bio.sleep'])
    const release = disclose(
      plan,
      countTable({ a: 300 }, { 'bio.sleep': { a: countOf(300, 0.8) } }),
    )

    expect(of(recommended(release), 'sleep_programme')?.tier).toBe('consider')
  })

  it('is the core package where nothing is known', () => {
    const nothing = releaseOf({}, { people: 400, answers: 260 })

    const list = recommended(nothing)

    for (const { tier, priority } of list) {
      expect(['core', 'consider', 'not-now']).toContain(tier)
      expect(priority).toBe(0)
    }
    expect(list.filter(({ tier }) => tier === 'core')).toHaveLength(7)
  })

  it('lets people decide last: gate, law of the country, analyst', () => {
    const list = recommended(overload, {
      country: 'NO',
      gates: {
        digital_cbt: {
          reviewer: 'Works council',
          reason: 'No data outside the country.',
          answers: { acceptable: 'no' },
        },
      },
      overrides: {
        digital_cbt: { tier: 'consider', reason: 'A local provider was found.' },
      },
    })

    expect(of(list, 'digital_cbt')).toMatchObject({
      tier: 'consider',
      rules: [
        { rule: 'R9', construct: null },
        { rule: 'R11', construct: null },
      ],
    })
    expect(of(list, 'worktime_balance')?.rules).toContainEqual({
      rule: 'R10',
      construct: null,
    })
  })

  it('takes seconds at most for the largest organization', () => {
    const plan = planFor(formed(flatUnits(Array.from({ length: 26 }, () => 615))), [
      'bio.sleep',
      'bio.msk',
      'work.demands',
      'work.control',
      'psy.exhaustion',
    ])
    const counts = Object.fromEntries(
      plan.reportingUnits.map((unit, index) => [unit, countOf(400, 0.2 + index / 100)]),
    )
    const release = disclose(
      plan,
      countTable(
        Object.fromEntries(plan.reportingUnits.map((unit) => [unit, 400])),
        Object.fromEntries(plan.constructs.map(({ construct }) => [construct, counts])),
      ),
    )
    const before = performance.now()

    const assessed = assessNeeds(release, noTestimony, { seed: 'large' })
    recommend(release, noTestimony, assessed)

    expect(assessed.draws.count).toBe(2000)
    expect(performance.now() - before).toBeLessThan(10_000)
  })
})
