import { describe, expect, it } from 'vitest'
import { outlineOf } from '#analysis/disclosure/outline.ts'
import { assessNeeds } from '#analysis/needs/assess-needs.ts'
import { planPortfolio } from '#analysis/recommendation/plan-portfolio.ts'
import { recommend } from '#analysis/recommendation/recommend.ts'
import { noTestimony } from '#analysis/sources/testimony.ts'
import { releaseOf } from '../an-organization.ts'
import design from '../expected/scenarios.json' with { type: 'json' }

const release = releaseOf(design.scenarios.overload.prevalence, {
  people: 400,
  answers: 260,
})

describe('the outline of a release', () => {
  it('is enough to plan a program', () => {
    const assessed = assessNeeds(release, noTestimony, { seed: 'outline', draws: 300 })
    const list = recommend(release, noTestimony, assessed)
    const { needs } = assessed.needs

    const planned = planPortfolio(outlineOf(release), needs, list, { budget: 30 })

    expect(planned).toEqual(planPortfolio(release, needs, list, { budget: 30 }))
  })

  it('has no figure of a unit or a group', () => {
    const { constructs } = outlineOf(release)

    for (const construct of Object.values(constructs)) {
      expect(Object.keys(construct)).toEqual(['organization'])
    }
  })

  it('cannot be changed afterwards', () => {
    const { organization } = outlineOf(release)

    expect(Object.isFrozen(organization)).toBe(true)
  })
})
