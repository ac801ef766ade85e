import { describe, expect, it } from 'vitest'
import type { Disclosed, Release } from '#analysis/disclosure/disclosed.ts'
import type { AssessedNeeds } from '#analysis/needs/assess-needs.ts'
import { withChanges } from '#analysis/needs/tenant-parameters.ts'
import { type ComponentId, componentOf } from '#analysis/recommendation/components.ts'
import type { Explanation } from '#analysis/recommendation/explanation.ts'
import { explain } from '#analysis/recommendation/explanation.ts'
import type { ExplanationContext } from '#analysis/recommendation/explanation-context.ts'
import { recommend } from '#analysis/recommendation/recommend.ts'
import type { Tier } from '#analysis/recommendation/recommendation.ts'
import { tierOrder } from '#analysis/recommendation/tiers.ts'
import type { Turn } from '#analysis/recommendation/turning-points.ts'
import type { ConstructId } from '#surveys/constructs.ts'
import { releaseOf } from '../an-organization.ts'
import design from '../expected/scenarios.json' with { type: 'json' }
import { contextOf, explainedIn, heard, wishingRelease } from './explained.ts'

const { money, overload, toxic } = design.scenarios
const size = { people: 400, answers: 260 }

/** Runs the whole recommendation again, with what was supposed put in its place. */
function tierAgain(
  component: ComponentId,
  { release, testimony, assessed, settings }: ExplanationContext,
  instead: { readonly release?: Disclosed<Release>; readonly assessed?: AssessedNeeds },
): Tier | undefined {
  const list = recommend(
    instead.release ?? release,
    testimony,
    instead.assessed ?? assessed,
    settings,
  )
  return list.find((one) => one.component === component)?.tier
}

const withWish = (
  component: ComponentId,
  percent: number,
  context: ExplanationContext,
) => {
  const { release } = context
  const family = componentOf(component).family ?? 'talk'
  const figure = { kind: 'shown', value: percent / 100 } as const
  const wanted = { ...release.wanted, [family]: figure }
  return tierAgain(component, context, { release: { ...release, wanted } })
}

const withNeed = (
  component: ComponentId,
  construct: ConstructId,
  score: number,
  context: ExplanationContext,
) => {
  const { needs, draws } = context.assessed
  const now = needs.needs.find((need) => need.construct === construct)?.score ?? 0
  const moved = draws.scores
    .get(construct)
    ?.map((drawn) => Math.min(100, Math.max(0, drawn + score - now)))
  const assessed: AssessedNeeds = {
    ...context.assessed,
    needs: {
      ...needs,
      needs: needs.needs.map((need) =>
        need.construct === construct ? { ...need, score } : need,
      ),
    },
    draws: {
      ...draws,
      scores: new Map(draws.scores).set(construct, moved ?? new Float64Array()),
    },
  }
  return tierAgain(component, context, { assessed })
}

const withFitOf = (
  component: ComponentId,
  construct: ConstructId,
  fit: number,
  context: ExplanationContext,
) => {
  const { parameters } = context.assessed
  const { [construct]: _, ...others } = parameters.fits[component]
  const own = fit === 0 ? others : { ...others, [construct]: fit }
  const fits = { ...parameters.fits, [component]: own }
  const assessed = { ...context.assessed, parameters: { ...parameters, fits } }
  return tierAgain(component, context, { assessed })
}

/** Where the tier turns it does so at that step and not one before; else nowhere up to the ends. */
function expectTurns(
  turn: Turn,
  now: Tier,
  ends: { readonly step: number; readonly most: number },
  tierAt: (value: number) => Tier | undefined,
): number {
  const place = (tier: Tier | undefined): number => tierOrder.indexOf(tier ?? 'core')
  const at = (value: number): number => place(tierAt(value))
  const { drops, rises } = turn
  if (drops) {
    expect(place(drops.tier)).toBeGreaterThan(place(now))
    expect(tierAt(drops.at)).toBe(drops.tier)
    expect(at(drops.at + ends.step)).toBeLessThanOrEqual(place(now))
  } else {
    expect(at(0)).toBeLessThanOrEqual(place(now))
  }
  if (rises) {
    expect(place(rises.tier)).toBeLessThan(place(now))
    expect(tierAt(rises.at)).toBe(rises.tier)
    expect(at(rises.at - ends.step)).toBeGreaterThanOrEqual(place(now))
  } else {
    expect(at(ends.most)).toBeGreaterThanOrEqual(place(now))
  }
  return (drops ? 1 : 0) + (rises ? 1 : 0)
}

function expectAllTurns(explanation: Explanation, context: ExplanationContext): number {
  const { component, tier, firmness } = explanation
  const { wanted, need, fit } = firmness.turns
  const hundred = { step: 1, most: 100 }
  return (
    (wanted
      ? expectTurns(wanted, tier, hundred, (at) => withWish(component, at, context))
      : 0) +
    (need
      ? expectTurns(need, tier, hundred, (at) =>
          withNeed(component, need.construct, at, context),
        )
      : 0) +
    (fit
      ? expectTurns(fit, tier, { step: 0.05, most: 1 }, (at) =>
          withFitOf(component, fit.construct, Math.round(at * 20) / 20, context),
        )
      : 0)
  )
}

describe('what would change a recommendation', () => {
  it.each([
    ['money worries', { release: releaseOf(money.prevalence, size) }],
    [
      'overload, few answers',
      {
        release: releaseOf(overload.prevalence, { people: 1000, answers: 260 }),
      },
    ],
    [
      'a poisoned workplace that was heard too',
      {
        release: releaseOf(toxic.prevalence, size),
        testimony: heard({ 'work.peers': 80, 'work.demands': 0 }, { 'work.role': 90 }),
        settings: { country: 'NL' },
      },
    ],
    [
      'released wishes',
      {
        release: wishingRelease(money.prevalence, {
          stress_sleep_group: 80,
          money: 100,
          body: 8,
          better_work: 20,
        }),
      },
    ],
    [
      'weights of its own',
      {
        release: releaseOf(overload.prevalence, size),
        needSettings: {
          parameters: withChanges([
            { kind: 'burden-scale', to: 0.3, reason: 'Agreed.' },
            { kind: 'match', to: [0.6, 0.3, 0.1], reason: 'Agreed.' },
          ]),
        },
      },
    ],
  ] as const)('does when the method is run again: %s', (_, given) => {
    const context = contextOf(given)

    const found = context.recommendations.map((recommendation) =>
      expectAllTurns(explain(recommendation, context), context),
    )

    expect(found.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(15)
  })

  it('is nothing for the core, whatever was found', () => {
    const context = contextOf({ release: releaseOf(money.prevalence, size) })

    const { turns } = explainedIn('crisis_line', context).firmness

    expect(turns.wanted).toEqual({ drops: null, rises: null })
    expect(turns.need).toMatchObject({ drops: null, rises: null })
  })

  it('is no wish where nobody can wish for it, or where n may not be shown', () => {
    const large = contextOf({ release: releaseOf(money.prevalence, size) })
    const tiny = contextOf({
      release: releaseOf({ 'bio.sleep': 0.5 }, { people: 30, answers: 9 }),
      testimony: heard({ 'bio.sleep': 70 }),
    })

    expect(explainedIn('orientation', large).firmness.turns.wanted).toBeNull()
    expect(explainedIn('sleep_programme', tiny).firmness.turns.wanted).toBeNull()
    expect(explainedIn('sleep_programme', tiny).firmness.turns.need).not.toBeNull()
  })

  it('is no need where none could be rated', () => {
    const context = contextOf({
      release: releaseOf({ 'bio.sleep': 0.5 }, size),
    })

    const { turns } = explainedIn('legal_consult', context).firmness

    expect(turns).toMatchObject({ need: null, fit: null, cost: 'not-in-tier' })
  })

  it('never moves what a reviewer blocked', () => {
    const gate = { reviewer: 'Council', reason: 'No.', answers: { legal: 'no' } } as const
    const context = contextOf({
      release: releaseOf(money.prevalence, size),
      settings: { gates: { sleep_programme: gate } },
    })

    const { turns } = explainedIn('sleep_programme', context).firmness

    expect(turns.need).toMatchObject({ drops: null, rises: null })
  })
})
