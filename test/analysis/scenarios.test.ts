import { describe, expect, it } from 'vitest'
import { assessNeeds } from '#analysis/needs/assess-needs.ts'
import { seriousness, surveyNeed } from '#analysis/needs/seriousness.ts'
import {
  type ComponentId,
  componentIds,
  componentOf,
} from '#analysis/recommendation/components.ts'
import { answeredBy, matchOf, priorityOf } from '#analysis/recommendation/priority.ts'
import { recommend } from '#analysis/recommendation/recommend.ts'
import { noTestimony } from '#analysis/sources/testimony.ts'
import { type ConstructId, constructIds, constructOf } from '#surveys/constructs.ts'
import { type Prevalence, releaseOf } from './an-organization.ts'
import design from './expected/scenarios.json' with { type: 'json' }

const { shareHigh, want, scenarios } = design
const names = Object.keys(scenarios) as readonly (keyof typeof scenarios)[]

/** N of a construct from its share of people concerned; undefined where it was not asked. */
function needOf(prevalence: Prevalence, construct: ConstructId): number | undefined {
  const share = prevalence[construct] ?? null
  if (share === null) return undefined
  const { severity } = constructOf(construct)
  return surveyNeed(share, seriousness(severity, shareHigh, null))
}

function priorityIn(prevalence: Prevalence, id: ComponentId): number {
  const component = componentOf(id)
  const answers = answeredBy(component, (construct) => needOf(prevalence, construct))
  const match = matchOf(answers.map((answer) => answer.match))
  return priorityOf(match, component.evidenceValue, want)
}

function ranking(name: keyof typeof scenarios): readonly ComponentId[] {
  const { prevalence } = scenarios[name]
  return componentIds.toSorted(
    (a, b) => priorityIn(prevalence, b) - priorityIn(prevalence, a),
  )
}

const recommended = (
  prevalence: Prevalence,
  size: { readonly people: number; readonly answers: number; readonly high?: number },
) => {
  const release = releaseOf(prevalence, size)
  const assessed = assessNeeds(release, noTestimony, { seed: 'scenario' })
  const recommendations = recommend(release, noTestimony, assessed)
  return {
    release,
    ...assessed.needs,
    of: (id: ComponentId) => {
      const found = recommendations.find(({ component }) => component === id)
      if (!found) throw new RangeError(`expected ${id} among the recommendations`)
      return found
    },
    all: recommendations,
  }
}

describe.each(names)('the invented organization "%s"', (name) => {
  const { prevalence, need, priority } = scenarios[name]

  it('has the needs of the design', () => {
    for (const construct of constructIds) {
      const found = needOf(prevalence, construct)
      expect(found ?? null, construct).toEqual(
        need[construct] === null ? null : expect.closeTo(need[construct], 6),
      )
    }
  })

  it('has the priorities of the design', () => {
    for (const id of componentIds) {
      expect(priorityIn(prevalence, id), id).toBeCloseTo(priority[id], 6)
    }
  })
})

describe('money worries', () => {
  it('bring financial counselling among the first five, which it is not otherwise', () => {
    expect(ranking('money').slice(0, 5)).toContain('financial_counselling')
    expect(ranking('baseline').slice(0, 5)).not.toContain('financial_counselling')
  })

  it('of 45 % are recommended to be met, those of 15 % are not', () => {
    const size = { people: 400, answers: 260, high: 0.35 }
    const { prevalence } = scenarios.money

    const many = recommended(prevalence, size).of('financial_counselling')
    const few = recommended({ ...prevalence, 'soc.finance': 0.15 }, size)

    expect(many.aboveLine).toBeGreaterThanOrEqual(0.8)
    expect(many.tier).toBe('recommend')
    expect(few.of('financial_counselling').aboveLine).toBeLessThanOrEqual(0.2)
  })
})

describe('overload', () => {
  it('puts the redesign of work first, as a must', () => {
    const { all, of } = recommended(scenarios.overload.prevalence, {
      people: 400,
      answers: 260,
    })

    expect(ranking('overload')[0]).toBe('psychosocial_redesign')
    expect(of('psychosocial_redesign')).toMatchObject({
      tier: 'must-address',
      ranks: { low: 1 },
    })
    expect(all.find(({ tier }) => tier !== 'core')?.component).toBe(
      'psychosocial_redesign',
    )
  })

  it('tells of every individual component for it that it does not remove the cause', () => {
    const { of } = recommended(scenarios.overload.prevalence, {
      people: 400,
      answers: 260,
    })

    expect(of('stress_group').rules).toContainEqual({
      rule: 'R2',
      construct: 'work.demands',
    })
  })
})

describe('care duties', () => {
  it('bring help for carers among the first eight', () => {
    const first = ranking('carers').slice(0, 8)

    expect(first.includes('eldercare_carers') || first.includes('childcare_school')).toBe(
      true,
    )
  })
})

describe('a quiet organization', () => {
  it.each([
    [60, 39],
    [400, 260],
  ])(
    'of %d people gets nothing beyond the core but what is offered by default',
    (people, answers) => {
      const { all } = recommended(scenarios.quiet.prevalence, { people, answers })

      const offered = all.filter(({ tier }) => tier !== 'core' && tier !== 'not-now')

      for (const { tier, rules } of offered) {
        expect(tier).toBe('consider')
        const lifting = rules.filter(({ rule }) => rule === 'R3b')
        expect(lifting.length).toBeGreaterThan(0)
        expect(lifting.every(({ byDefault }) => byDefault)).toBe(true)
      }
    },
  )
})

describe('a poisoned workplace', () => {
  it('must address harassment, and not by mediation', () => {
    const { of } = recommended(scenarios.toxic.prevalence, { people: 400, answers: 260 })

    expect(of('dignity_harassment')).toMatchObject({ tier: 'must-address' })
    expect(of('dignity_harassment').rules).toContainEqual({
      rule: 'R3',
      construct: 'work.harass',
    })
    expect(of('mediation_early').rules).toContainEqual({
      rule: 'R3',
      construct: 'work.harass',
    })
  })

  it('puts trust first', () => {
    const { of, needs } = recommended(scenarios.toxic.prevalence, {
      people: 400,
      answers: 260,
    })

    const trust = needs.find(({ construct }) => construct === 'help.trust')
    expect(trust?.score).toBeGreaterThanOrEqual(65)
    expect(of('governance_privacy').rules).toContainEqual({
      rule: 'R4',
      construct: 'help.trust',
    })
  })

  it('does not put trust first where there is trust', () => {
    const trusting = {
      ...scenarios.toxic.prevalence,
      'help.trust': 0.2,
      'help.stigma': 0.2,
    }

    const { of } = recommended(trusting, { people: 400, answers: 260 })

    expect(of('governance_privacy').rules.map(({ rule }) => rule)).not.toContain('R4')
  })
})

describe('eighteen answers of sixty people', () => {
  it('release no share, give no need, and ask for nothing beyond the core', () => {
    const { all, needs, gaps } = recommended(scenarios.money.prevalence, {
      people: 60,
      answers: 18,
    })

    expect(needs).toEqual([])
    expect(gaps).toHaveLength(30)
    const offered = all.filter(({ tier }) => tier !== 'core' && tier !== 'not-now')
    for (const { rules } of offered) {
      expect(rules.some(({ byDefault }) => byDefault)).toBe(true)
    }
  })
})
