import { describe, expect, it } from 'vitest'
import { disclose } from '#analysis/disclosure/disclose.ts'
import { standardParameters } from '#analysis/needs/method-parameters.ts'
import { withChanges } from '#analysis/needs/tenant-parameters.ts'
import { notValidated } from '#analysis/needs/validation.ts'
import { componentIds, componentOf } from '#analysis/recommendation/components.ts'
import { type Explanation, explain } from '#analysis/recommendation/explanation.ts'
import { measuresOf } from '#analysis/recommendation/measures.ts'
import { reviewMonthsOf } from '#analysis/recommendation/review.ts'
import { routesOf } from '#analysis/recommendation/routes.ts'
import {
  countOf,
  countTable,
  flatUnits,
  formed,
  planFor,
  releaseOf,
} from '../an-organization.ts'
import design from '../expected/scenarios.json' with { type: 'json' }
import {
  contextOf,
  explained,
  explainedIn,
  type Given,
  heard,
  wishingRelease,
} from './explained.ts'

const { baseline, money, overload, toxic, quiet } = design.scenarios
const size = { people: 400, answers: 260 }
const poisoned = releaseOf(toxic.prevalence, size)
const worried = releaseOf(money.prevalence, size)

const parts = [
  'component',
  'tier',
  'headline',
  'needs',
  'sources',
  'feltNeed',
  'arithmetic',
  'firmness',
  'grading',
  'nearCause',
  'conditions',
  'access',
  'evaluation',
  'decision',
  'unknowns',
  'validation',
] as const satisfies readonly (keyof Explanation)[]

const manySorts: readonly (readonly [string, Given])[] = [
  ['a usual organization', { release: releaseOf(baseline.prevalence, size) }],
  [
    'a quiet small one',
    { release: releaseOf(quiet.prevalence, { people: 60, answers: 39 }) },
  ],
  [
    'eighteen answers',
    { release: releaseOf(money.prevalence, { people: 60, answers: 18 }) },
  ],
  ['nine answers', { release: releaseOf(money.prevalence, { people: 60, answers: 9 }) }],
  [
    'too few people',
    { release: releaseOf(money.prevalence, { people: 20, answers: 18 }) },
  ],
  [
    'nothing asked',
    { release: releaseOf({}, size), testimony: heard({ 'bio.sleep': 60 }) },
  ],
  [
    'a poisoned workplace with all sources, in Norway',
    {
      release: poisoned,
      testimony: heard({ 'work.demands': 0, 'work.peers': 70 }, { 'work.role': 95 }),
      settings: { country: 'NO' },
    },
  ],
]

function everythingIn(value: unknown): readonly unknown[] {
  if (typeof value !== 'object' || value === null) return [value]
  return Object.values(value).flatMap(everythingIn)
}

describe.each(manySorts)('the explanations in %s', (_, given) => {
  const context = contextOf(given)
  const all = context.recommendations.map((one) => explain(one, context))

  it('are there for every component, in thirteen parts', () => {
    expect(all.map(({ component }) => component).toSorted()).toEqual(
      componentIds.toSorted(),
    )
    for (const explanation of all) {
      expect(Object.keys(explanation)).toEqual(parts)
      const values = everythingIn(explanation)
      expect(values).not.toContain(undefined)
      expect(values.filter((one) => typeof one === 'number').every(Number.isFinite)).toBe(
        true,
      )
    }
  })

  it('have an arithmetic that anybody can compute again', () => {
    const recommended = context.recommendations
    for (const { component, arithmetic } of all) {
      const { terms, evidence, wish, point, printed, distance } = arithmetic

      const match = terms.reduce(
        (sum, { weight, fit, need }) => sum + weight * fit * need,
        0,
      )
      const priority = match * (0.6 + 0.4 * evidence) * (0.7 + 0.3 * wish)

      expect(priority, component).toBeCloseTo(point, 9)
      expect(printed - priority).toBeCloseTo(distance, 9)
      expect(printed).toBe(
        recommended.find((one) => one.component === component)?.priority,
      )
      expect(Math.abs(distance), component).toBeLessThan(6)
      expect(evidence).toBe(componentOf(component).evidenceValue)
    }
  })

  it('speak of every need the component fits, once', () => {
    for (const { component, needs } of all) {
      const named = needs.map(({ construct }) => construct)
      expect(named.toSorted()).toEqual(
        Object.keys(componentOf(component).fits).toSorted(),
      )
    }
  })

  it('name routes, measures and a date for every component', () => {
    for (const { component, access, evaluation } of all) {
      expect(access.routes).toEqual(routesOf[component])
      expect(evaluation.measures.map(({ id }) => id)).toEqual(measuresOf[component])
      expect(evaluation.reviewMonths).toBe(reviewMonthsOf[component])
    }
  })

  it('say what is not known, and that weights are defaults', () => {
    for (const { unknowns, validation } of all) {
      expect(unknowns).toContainEqual({ kind: 'default-weights' })
      expect(unknowns.map(({ kind }) => kind)).toContain('not-validated')
      expect(validation).toEqual(notValidated)
    }
  })
})

describe('1, the headline', () => {
  it('names the need that carries it most, with its band', () => {
    const { headline, arithmetic } = explained('financial_counselling', {
      release: worried,
    })

    const [leading] = arithmetic.terms
    expect(headline.carriedBy).toMatchObject({
      construct: 'soc.finance',
      score: leading?.need,
      band: 'high',
    })
    expect(headline.audiences).toEqual(['staff', 'family'])
  })

  it('names none where none could be rated', () => {
    const release = releaseOf({}, size)

    expect(explained('legal_consult', { release }).headline.carriedBy).toBeNull()
  })

  it('names units where the need is clearly greater', () => {
    const plan = planFor(formed(flatUnits([100, 100])), ['bio.sleep'])
    const counts = { u01: countOf(60, 0.6), u02: countOf(60, 0.15) }
    const release = disclose(
      plan,
      countTable({ u01: 60, u02: 60 }, { 'bio.sleep': counts }),
    )

    expect(explained('sleep_programme', { release }).headline.targetedUnits).toEqual([
      { id: 'u01', name: 'U01' },
    ])
  })

  it('says what the tier rests on', () => {
    const reasonOf = (id: (typeof componentIds)[number], given: Given) =>
      explained(id, given).headline.reason
    const small = releaseOf(
      { ...quiet.prevalence, 'soc.safety': 0.05 },
      { people: 60, answers: 39 },
    )

    expect(reasonOf('crisis_line', { release: worried })).toEqual({ kind: 'core' })
    expect(reasonOf('psychosocial_redesign', { release: worried })).toEqual({
      kind: 'hazard',
      construct: 'work.demands',
      byDefaultWeights: false,
    })
    expect(reasonOf('dignity_harassment', { release: poisoned })).toEqual({
      kind: 'harm',
      construct: 'work.harass',
    })
    expect(reasonOf('legal_consult', { release: worried })).toEqual({
      kind: 'level',
      construct: 'soc.legal',
    })
    expect(reasonOf('domestic_abuse', { release: small })).toEqual({
      kind: 'by-default',
      construct: 'soc.safety',
      because: 'not-shown',
    })
    expect(reasonOf('domestic_abuse', { release: releaseOf({}, size) })).toMatchObject({
      because: 'not-asked',
    })
    const bounded = releaseOf({ 'psy.gambling': 0.01 }, { people: 150, answers: 110 })
    expect(reasonOf('gambling_support', { release: bounded })).toEqual({
      kind: 'by-default',
      construct: 'psy.gambling',
      because: 'bound-only',
    })
    expect(reasonOf('financial_counselling', { release: worried })).toEqual({
      kind: 'scores',
    })
  })

  it('says of mediation that it is a duty for the hazard, not for the harm', () => {
    const { headline, conditions, tier } = explained('mediation_early', {
      release: poisoned,
    })

    expect(tier).toBe('must-address')
    expect(headline.reason).toMatchObject({ kind: 'hazard', construct: 'work.peers' })
    expect(conditions.limits).toContainEqual({ rule: 'R3', construct: 'work.harass' })
  })

  it('says where only the default weights reach the line', () => {
    const reason = 'Agreed.'
    const parameters = withChanges([{ kind: 'burden-scale', to: 0.5, reason }])
    const given = {
      release: releaseOf(overload.prevalence, size),
      needSettings: { parameters },
    }

    const { headline, unknowns } = explained('psychosocial_redesign', given)

    expect(headline.reason).toEqual({
      kind: 'hazard',
      construct: 'work.demands',
      byDefaultWeights: true,
    })
    expect(unknowns).toContainEqual({ kind: 'changed-weights' })
  })
})

describe('2, the needs', () => {
  it('come with people, an interval, a band and a confidence', () => {
    const [need] = explained('sleep_programme', { release: worried }).needs

    expect(need).toMatchObject({
      kind: 'rated',
      construct: 'bio.sleep',
      fit: 1,
      band: 'considerable',
      confidence: 'low',
      share: { kind: 'people', people: { of: 400 }, stressed: { of: 400 } },
    })
  })

  it('come with a bound where only a bound is released', () => {
    const release = releaseOf({ 'bio.sleep': 0.02 }, { people: 60, answers: 40 })

    expect(explained('sleep_programme', { release }).needs[0]).toMatchObject({
      share: { kind: 'at-most', percent: 10 },
    })
  })

  it('come without any figure where their share may not be shown', () => {
    const release = releaseOf({ 'psy.distress': 0.3 }, { people: 60, answers: 25 })
    const given = { release, testimony: heard({ 'psy.distress': 50 }) }

    const { needs, unknowns } = explained('digital_cbt', given)

    expect(needs[0]).toMatchObject({
      construct: 'psy.distress',
      share: { kind: 'not-shown' },
    })
    expect(unknowns).toContainEqual({
      kind: 'share-not-shown',
      constructs: ['psy.distress'],
    })
  })

  it('are themes where the survey did not ask', () => {
    const given = { release: releaseOf({}, size), testimony: heard({ 'bio.sleep': 60 }) }

    expect(explained('sleep_programme', given).needs[0]).toMatchObject({
      share: { kind: 'heard-only' },
    })
  })

  it('tell what was not asked from what is not shown', () => {
    const release = releaseOf({ 'soc.safety': 0.2 }, { people: 80, answers: 60 })

    expect(explained('domestic_abuse', { release }).needs).toEqual([
      { kind: 'missing', construct: 'soc.safety', fit: 1, reason: 'not-shown' },
      { kind: 'missing', construct: 'soc.relations', fit: 0.2, reason: 'not-asked' },
    ])
  })
})

describe('3, the sources', () => {
  it('are those that spoke, with how they agree', () => {
    const given = {
      release: worried,
      testimony: heard({ 'bio.sleep': 55 }),
      beside: { paraphrases: { 'bio.sleep': 'Nights are short on rotating shifts.' } },
    }

    const [sleep] = explained('sleep_programme', given).sources

    expect(sleep).toMatchObject({
      construct: 'bio.sleep',
      heard: [{ source: 'survey' }, { source: 'focusGroups', score: 55 }],
      convergence: 'agreement',
      paraphrase: 'Nights are short on rotating shifts.',
    })
    expect(explained('sleep_programme', { release: worried }).sources[0]).toMatchObject({
      convergence: 'single-source',
      paraphrase: null,
    })
  })
})

describe('4, the felt need', () => {
  it('is shown, not shown, not asked, or no wish at all', () => {
    const asked = wishingRelease(money.prevalence, { body: 52, stress_sleep_group: 0 })
    const few = wishingRelease(money.prevalence, {}, { people: 60, answers: 40 })

    expect(explained('msk_programme', { release: asked }).feltNeed).toEqual({
      kind: 'shown',
      family: 'body',
      percent: 20,
    })
    expect(explained('sleep_programme', { release: asked }).feltNeed.kind).toBe('at-most')
    expect(explained('msk_programme', { release: few }).feltNeed).toEqual({
      kind: 'not-shown',
      family: 'body',
    })
    expect(explained('msk_programme', { release: worried }).feltNeed.kind).toBe(
      'not-asked',
    )
    expect(explained('orientation', { release: worried }).feltNeed.kind).toBe('no-wish')
  })

  it('enters the arithmetic as its posterior mean, and as assumed where unknown', () => {
    const asked = wishingRelease(money.prevalence, { body: 52 })

    const { arithmetic } = explained('msk_programme', { release: asked })

    // 262 is the middle of the band "260 to 264".
    expect(arithmetic.wish).toBeCloseTo((0.5 + 262 * 0.2) / 263 / 0.3, 9)
    expect(arithmetic.isWishAssumed).toBe(false)
    expect(explained('msk_programme', { release: worried }).arithmetic).toMatchObject({
      wish: 0.5,
      isWishAssumed: true,
    })
  })
})

describe('5, the arithmetic', () => {
  it('weighs three needs and names the others', () => {
    const { terms } = explained('counselling_individual', { release: worried }).arithmetic

    expect(terms.map(({ weight }) => weight)).toEqual([0.7, 0.2, 0.1, 0, 0, 0, 0])
    const matches = terms.map(({ match }) => match)
    expect(matches).toEqual(matches.toSorted((a, b) => b - a))
  })

  it('uses the weights the needs were rated with', () => {
    const parameters = withChanges([
      { kind: 'match', to: [0.5, 0.3, 0.2], reason: 'Agreed.' },
      {
        kind: 'fit',
        component: 'sleep_programme',
        construct: 'psy.exhaustion',
        to: 0.9,
        reason: 'Agreed.',
      },
    ])

    const { terms } = explained('sleep_programme', {
      release: worried,
      needSettings: { parameters },
    }).arithmetic

    expect(terms.map(({ weight }) => weight)).toEqual([0.5, 0.3])
    expect(terms.find(({ construct }) => construct === 'psy.exhaustion')?.fit).toBe(0.9)
    expect(standardParameters.match.weights).toEqual([0.7, 0.2, 0.1])
  })
})

describe('6, how firm it is', () => {
  it('has the chance to reach the line, and the rank among all', () => {
    const context = contextOf({ release: worried })
    const found = context.recommendations.find(
      ({ component }) => component === 'sleep_programme',
    )

    const { firmness } = explainedIn('sleep_programme', context)

    expect(firmness).toMatchObject({
      line: 30,
      aboveLine: found?.aboveLine,
      ranks: found?.ranks,
      amongFirst: found?.amongFirst,
      first: 5,
      among: 35,
      byScores: 'consider',
    })
    const chances = firmness.rankChances.map(({ chance }) => chance)
    expect(Math.abs(chances.reduce((sum, one) => sum + one, 0) - 1)).toBeLessThan(0.2)
  })

  it('has no more than “consider” by scores where few answered', () => {
    const release = releaseOf(money.prevalence, { people: 1000, answers: 260 })

    expect(explained('financial_counselling', { release })).toMatchObject({
      tier: 'consider',
      headline: { reason: { kind: 'scores' } },
      firmness: { byScores: 'consider' },
    })
  })
})
