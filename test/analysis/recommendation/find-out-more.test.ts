import { describe, expect, it } from 'vitest'
import { assessNeeds } from '#analysis/needs/assess-needs.ts'
import { dataSituations } from '#analysis/recommendation/data-situations.ts'
import { findOutMore } from '#analysis/recommendation/find-out-more.ts'
import { noTestimony } from '#analysis/sources/testimony.ts'
import { releaseOf } from '../an-organization.ts'
import design from '../expected/scenarios.json' with { type: 'json' }
import { explained, heard } from './explained.ts'

const { prevalence } = design.scenarios.money
const release = releaseOf(prevalence, { people: 400, answers: 260 })
const settings = { seed: 'ask', draws: 100 }

describe('finding out more', () => {
  it('is asked where sources contradict each other, and the need stays', () => {
    const testimony = heard({ 'work.demands': 10 }, { 'work.change': 90 })
    const { needs } = assessNeeds(release, testimony, settings).needs

    const cards = findOutMore(needs)

    expect(cards).toEqual(
      [
        {
          kind: 'dissonance',
          construct: 'work.change',
          high: 'managers',
          low: 'survey',
        },
        {
          kind: 'dissonance',
          construct: 'work.demands',
          high: 'survey',
          low: 'focusGroups',
        },
      ].toSorted((a, b) => placeOf(a.construct) - placeOf(b.construct)),
    )
    expect(needs.map(({ construct }) => construct)).toEqual(
      expect.arrayContaining(['work.demands', 'work.change']),
    )

    function placeOf(construct: string): number {
      return needs.findIndex((need) => need.construct === construct)
    }
  })

  it('is never asked of what is sensitive', () => {
    const testimony = heard({ 'psy.distress': 5, 'soc.finance': 5 })
    const { needs } = assessNeeds(release, testimony, settings).needs

    expect(needs.find(({ construct }) => construct === 'psy.distress')?.convergence).toBe(
      'dissonance',
    )
    expect(findOutMore(needs)).toEqual([])
  })

  it('is not asked where sources agree, differ a little, or one is silent', () => {
    const testimony = heard({ 'bio.sleep': 55, 'bio.msk': 35, 'psy.exhaustion': 0 })

    expect(findOutMore(assessNeeds(release, testimony, settings).needs.needs)).toEqual([])
  })

  it('is noted on a component for whose needs there is no figure', () => {
    const few = releaseOf({ 'bio.sleep': 0.5 }, { people: 400, answers: 260 })
    const on = (id: Parameters<typeof explained>[0]) =>
      explained(id, { release: few }).headline.findOutMore

    expect(on('eldercare_carers')).toEqual([
      { kind: 'no-figures', constructs: ['soc.care'] },
    ])
    expect(on('sleep_programme')).toEqual([])
    expect(on('domestic_abuse')).toEqual([])
    expect(on('access_intake')).toEqual([])
  })
})

describe('what the data can carry', () => {
  const of = (people: number, answers: number, testimony = noTestimony) =>
    dataSituations(releaseOf(prevalence, { people, answers }), testimony)

  it('is nothing below 25 people or 10 answers', () => {
    expect(of(24, 20)).toEqual(['too-few-people', 'survey-only'])
    expect(of(60, 9)).toEqual(['too-few-answers', 'survey-only'])
  })

  it('grows with the answers', () => {
    expect(of(30, 18)).toEqual([
      'means-only',
      'whole-only',
      'no-rare-shares',
      'survey-only',
    ])
    expect(of(50, 28)).toEqual(['whole-only', 'no-rare-shares', 'survey-only'])
    expect(of(120, 90)).toEqual(['no-rare-shares', 'survey-only'])
    expect(of(400, 260)).toEqual(['survey-only'])
  })

  it('is little where few of many answered', () => {
    expect(of(1000, 260)).toEqual(['low-response', 'survey-only'])
  })

  it('is more where somebody was heard beside the survey, and themes without one', () => {
    const testimony = heard({ 'bio.sleep': 50 })

    expect(of(400, 260, testimony)).toEqual([])
    expect(
      dataSituations(releaseOf({}, { people: 400, answers: 260 }), testimony),
    ).toEqual(['no-survey'])
  })
})
