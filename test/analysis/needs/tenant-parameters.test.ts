import { describe, expect, it } from 'vitest'
import { assessNeeds, rateNeeds } from '#analysis/needs/assess-needs.ts'
import {
  type Parameters,
  standardParameters,
  type Weight,
} from '#analysis/needs/method-parameters.ts'
import type { Need } from '#analysis/needs/need.ts'
import { parameters } from '#analysis/needs/parameters.ts'
import { seriousness, surveyNeed } from '#analysis/needs/seriousness.ts'
import { simulateRelease } from '#analysis/needs/simulate-release.ts'
import { withChanges } from '#analysis/needs/tenant-parameters.ts'
import {
  type ComponentId,
  componentIds,
  componentOf,
} from '#analysis/recommendation/components.ts'
import { recommend } from '#analysis/recommendation/recommend.ts'
import type { Testimony } from '#analysis/sources/evidence.ts'
import { noTestimony } from '#analysis/sources/testimony.ts'
import { type ConstructId, constructIds, constructOf } from '#surveys/constructs.ts'
import { releaseOf } from '../an-organization.ts'
import design from '../expected/scenarios.json' with { type: 'json' }

const reason = 'Agreed with the works council.'
const { shareHigh, scenarios } = design
const overload = releaseOf(scenarios.overload.prevalence, { people: 400, answers: 260 })

const withOne = (change: Weight): Parameters => withChanges([{ ...change, reason }])

const settingsOf = (chosen?: Parameters) => ({
  seed: 'weights',
  draws: 300,
  ...(chosen ? { parameters: chosen } : {}),
})

const needIn = (
  construct: ConstructId,
  chosen?: Parameters,
  testimony: Testimony = noTestimony,
): Need | undefined =>
  assessNeeds(overload, testimony, settingsOf(chosen)).needs.needs.find(
    (need) => need.construct === construct,
  )

const recommendedWith = (chosen?: Parameters) => {
  const assessed = assessNeeds(overload, noTestimony, settingsOf(chosen))
  const list = recommend(overload, noTestimony, assessed)
  return {
    list,
    of: (id: ComponentId) => list.find(({ component }) => component === id),
  }
}

describe('weights nobody changed', () => {
  it('are those of the method, of each need and of each component', () => {
    expect(withChanges([])).toEqual(standardParameters)
    expect(standardParameters).toMatchObject(parameters)
    for (const id of constructIds) {
      expect(standardParameters.severities[id]).toBe(constructOf(id).severity)
    }
    for (const id of componentIds) {
      expect(standardParameters.fits[id]).toEqual(componentOf(id).fits)
    }
  })

  it('give the results that nothing said gives', () => {
    const said = assessNeeds(overload, noTestimony, settingsOf(withChanges([])))
    const unsaid = assessNeeds(overload, noTestimony, settingsOf())

    expect(JSON.stringify(said.needs)).toBe(JSON.stringify(unsaid.needs))
    expect(recommendedWith(withChanges([])).list).toEqual(recommendedWith().list)
  })

  it('are what the standard scores are rated with', () => {
    const longer = withChanges([{ kind: 'burden-scale', to: 0.3, reason }])
    const own = assessNeeds(overload, noTestimony, settingsOf())
    const { needs } = own.needs

    const standard = assessNeeds(overload, noTestimony, settingsOf(longer)).standard

    expect(own.standard).toBeNull()
    expect(standard).toEqual(
      new Map(needs.map(({ construct, score }) => [construct, score] as const)),
    )
  })
})

describe('weights that are moved', () => {
  it('rate what was simulated once as assessing anew does', () => {
    const simulated = simulateRelease(overload, settingsOf())
    const moved = [
      withChanges([{ kind: 'burden-scale', to: 0.3, reason }]),
      withChanges([{ kind: 'severity', construct: 'work.demands', to: 0.9, reason }]),
      withChanges([
        { kind: 'sources', to: { survey: 0.2, focusGroups: 0.4, managers: 0.4 }, reason },
      ]),
    ]

    for (const parameters of moved) {
      const rated = rateNeeds(simulated, noTestimony, { parameters })
      const anew = assessNeeds(overload, noTestimony, settingsOf(parameters))

      expect(rated).toEqual(anew)
    }
  })
})

describe('an organization’s own weights', () => {
  it('keep what was changed, with its reason', () => {
    const change = { kind: 'burden-scale', to: 0.2, reason } as const

    expect(withChanges([change])).toMatchObject({ burdenScale: 0.2, changes: [change] })
  })

  it('rate a need by the severity they give it', () => {
    const scores = [0.1, 0.9].map((to) => {
      const chosen = withOne({ kind: 'severity', construct: 'bio.sleep', to })
      return needIn('bio.sleep', chosen)?.score ?? -1
    })

    const share = scenarios.overload.prevalence['bio.sleep']
    const expected = [0.1, 0.9].map((to) =>
      surveyNeed(share, seriousness(to, shareHigh, null)),
    )
    for (const [index, score] of scores.entries()) {
      expect(Math.abs(score - (expected[index] ?? 0))).toBeLessThan(3)
    }
  })

  it('change nothing about other needs', () => {
    const chosen = withOne({ kind: 'severity', construct: 'bio.sleep', to: 0.9 })

    expect(needIn('work.demands', chosen)).toEqual(needIn('work.demands'))
  })

  it('rate all needs lower where the burden scale is longer', () => {
    const chosen = withOne({ kind: 'burden-scale', to: 0.3 })

    for (const id of ['bio.sleep', 'work.demands'] as const) {
      expect(needIn(id, chosen)?.score).toBeLessThan(needIn(id)?.score ?? 0)
    }
  })

  it('pool the sources as they weigh them', () => {
    const managers = { 'work.role': { score: 100 } }
    const testimony = { ...noTestimony, interviews: 3, managerCoverage: 0.6, managers }
    const to = { survey: 0.3, focusGroups: 0.1, managers: 0.6 }

    const need = needIn('work.role', withOne({ kind: 'sources', to }), testimony)

    const { survey, managers: heard } = need?.sources ?? {}
    expect(survey?.weight).toBeCloseTo(0.3, 12)
    expect(heard?.weight).toBeCloseTo(0.6, 12)
    expect(need?.score).toBeGreaterThan(
      needIn('work.role', undefined, testimony)?.score ?? 100,
    )
  })

  it('match components as they weigh fits and needs', () => {
    const fitting = recommendedWith(
      withOne({
        kind: 'fit',
        component: 'peer_support',
        construct: 'psy.exhaustion',
        to: 1,
      }),
    )
    const best = recommendedWith(withOne({ kind: 'match', to: [0.9, 0.05, 0.05] }))

    const before = recommendedWith()
    expect(fitting.of('peer_support')?.priority).toBeGreaterThan(
      before.of('peer_support')?.priority ?? 100,
    )
    expect(fitting.of('peer_support')?.answers[0]).toMatchObject({
      construct: 'psy.exhaustion',
      fit: 1,
    })
    expect(fitting.of('orientation')?.priority).toBe(before.of('orientation')?.priority)
    expect(best.of('smoking_cessation')?.priority).toBeGreaterThan(
      before.of('smoking_cessation')?.priority ?? 100,
    )
  })

  it('take a fit of 0 for no answer at all', () => {
    const chosen = withOne({
      kind: 'fit',
      component: 'digital_cbt',
      construct: 'bio.sleep',
      to: 0,
    })

    expect(Object.keys(chosen.fits.digital_cbt)).not.toContain('bio.sleep')
  })
})

describe('hazard first', () => {
  it('cannot be switched off by weights', () => {
    const weakest = withChanges([
      { kind: 'burden-scale', to: 0.5, reason },
      ...constructIds.map((construct) => {
        return { kind: 'severity', construct, to: 0, reason } as const
      }),
    ])

    const { of, list } = recommendedWith(weakest)

    expect(needIn('work.demands', weakest)?.score).toBeLessThan(45)
    expect(of('psychosocial_redesign')).toMatchObject({ tier: 'must-address' })
    const musts = (all: typeof list) =>
      all.filter(({ tier }) => tier === 'must-address').map(({ component }) => component)
    expect(musts(list)).toEqual(expect.arrayContaining(musts(recommendedWith().list)))
  })

  it('is met sooner where weights make a need greater', () => {
    const construct = 'work.reward'
    const quiet = releaseOf({ [construct]: 0.1 }, { people: 400, answers: 260 })
    const strict = withChanges([
      { kind: 'severity', construct, to: 1, reason },
      { kind: 'burden-scale', to: 0.05, reason },
    ])
    const tierWith = (chosen?: Parameters) => {
      const assessed = assessNeeds(quiet, noTestimony, settingsOf(chosen))
      return recommend(quiet, noTestimony, assessed).find(
        ({ component }) => component === 'leader_development',
      )?.tier
    }

    expect(tierWith()).toBe('not-now')
    expect(tierWith(strict)).toBe('must-address')
  })

  it('keeps the levels of harm and the core', () => {
    const toxic = releaseOf(scenarios.toxic.prevalence, { people: 400, answers: 260 })
    const weakest = withOne({ kind: 'burden-scale', to: 0.5 })
    const assessed = assessNeeds(toxic, noTestimony, settingsOf(weakest))

    const list = recommend(toxic, noTestimony, assessed)

    const dignity = list.find(({ component }) => component === 'dignity_harassment')
    expect(dignity?.rules).toContainEqual({ rule: 'R3', construct: 'work.harass' })
    expect(list.filter(({ tier }) => tier === 'core')).toHaveLength(7)
  })
})

describe('weights that are refused', () => {
  it.each<[string, Weight, string]>([
    [
      'sources that do not add up',
      { kind: 'sources', to: { survey: 0.6, focusGroups: 0.25, managers: 0.25 } },
      'expected the weights of the sources to add up to 1, got 1.1',
    ],
    [
      'a source that counts nothing',
      { kind: 'sources', to: { survey: 0.8, focusGroups: 0.2, managers: 0 } },
      'expected the weights of the sources from 0.05 to 1, got 0',
    ],
    [
      'a second need that counts more than the best',
      { kind: 'match', to: [0.2, 0.7, 0.1] },
      'the greatest first, got 0.2,0.7,0.1',
    ],
    [
      'a burden scale out of its range',
      { kind: 'burden-scale', to: 0.9 },
      'expected the burden scale τ from 0.05 to 0.5, got 0.9',
    ],
    [
      'a severity above 1',
      { kind: 'severity', construct: 'bio.sleep', to: 1.2 },
      'expected the severity of bio.sleep from 0 to 1, got 1.2',
    ],
    [
      'a severity that is no number',
      { kind: 'severity', construct: 'bio.sleep', to: Number.NaN },
      'from 0 to 1, got NaN',
    ],
    [
      'help for individuals in place of a change of the work',
      { kind: 'fit', component: 'stress_group', construct: 'work.demands', to: 0.8 },
      'at most 0.3 of stress_group to work.demands',
    ],
    [
      'a need of the work without a change of the work',
      { kind: 'fit', component: 'mediation_early', construct: 'work.peers', to: 0.5 },
      'one of 0.7 or more to work.peers',
    ],
    [
      'mediation where there is harassment',
      { kind: 'fit', component: 'mediation_early', construct: 'work.harass', to: 0.2 },
      'none of mediation_early to work.harass',
    ],
    [
      'a fit below 0',
      { kind: 'fit', component: 'digital_cbt', construct: 'bio.sleep', to: -0.1 },
      'expected the fit of digital_cbt to bio.sleep from 0 to 1, got -0.1',
    ],
  ])('are %s', (_, change, message) => {
    expect(() => withOne(change)).toThrow(RangeError)
    expect(() => withOne(change)).toThrow(message)
  })

  it('are those without a reason, and those that come twice', () => {
    const change = { kind: 'burden-scale', to: 0.2 } as const

    expect(() => withChanges([{ ...change, reason: ' ' }])).toThrow(
      'expected a reason for the change of the burden scale τ',
    )
    expect(() =>
      withChanges([
        { ...change, reason },
        { ...change, reason },
      ]),
    ).toThrow('expected one change of the burden scale τ, got two')
  })
})
