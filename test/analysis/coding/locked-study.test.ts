import { describe, expect, it } from 'vitest'
import { addOwnCode, freshCodebook } from '#analysis/coding/codebook.ts'
import type { Coding } from '#analysis/coding/coding.ts'
import {
  answersOfStudy,
  type FinishedStudy,
  releaseThemes,
} from '#analysis/coding/locked-study.ts'
import { readFocusGroups } from '#analysis/sources/focus-groups.ts'
import { final, segments, sessions } from './a-study.ts'

const uuid = '3f0e8f3a-6a0c-4c57-9a0f-2b1f3c4d5e6f'
const added = addOwnCode(freshCodebook, {
  uuid,
  name: 'Parking',
  definition: 'No place.',
})
const codebook = added.kind === 'codebook' ? added.codebook : freshCodebook

const given = (coder: string, segment: string, code: Coding['code']): Coding => {
  return { coder, segment, code }
}

const study: FinishedStudy = {
  codebook,
  sessions,
  segments,
  coded: { first: 'anna', second: 'ben', segments: ['a1', 'a2', 'b1', 'b2', 'c1'] },
  codings: [
    given('anna', 'a1', 'construct.work.demands'),
    given('ben', 'a1', 'construct.work.demands'),
    given('anna', 'a2', 'hazard.hours'),
    given('ben', 'b2', 'hazard.hours'),
  ],
  final: [
    ...final,
    { segment: 'a4', code: `own.${uuid}`, basis: 'one-coder' },
    { segment: 'b4', code: `own.${uuid}`, basis: 'one-coder' },
  ],
  paraphrases: new Map([
    ['a1', 'The pace is too high.'],
    ['a4', 'Roles are unclear.'],
  ]),
  checks: new Map([['construct.work.demands', 'corrected']]),
}

describe('what leaves a locked study', () => {
  it('is what two groups raised, in approved words, with what participants said of it', () => {
    const themes = releaseThemes(study)?.themes ?? []

    const demands = themes.find(({ code }) => code === 'construct.work.demands')
    expect(themes.map(({ code }) => code).toSorted()).toEqual([
      'construct.soc.care',
      'construct.work.demands',
      `own.${uuid}`,
      'wish.conversation',
    ])
    expect(demands).toMatchObject({
      name: null,
      check: 'corrected',
      examples: ['The pace is too high.'],
    })
    expect(themes.find(({ name }) => name === 'Parking')?.check).toBeNull()
    expect(JSON.stringify(themes)).not.toContain('said a')
  })

  it('tells of agreement how much, and not on what', () => {
    const agreement = releaseThemes(study)?.agreement

    // Demands: one segment of five, given by both, κ 1. Hours: one each, apart, κ below 0.
    expect(agreement).toMatchObject({ segments: 5, codes: 2, reached: 1 })
    expect(Object.keys(agreement ?? {}).toSorted()).toEqual([
      'alpha',
      'codes',
      'reached',
      'segments',
    ])
  })

  it('is nothing below three groups of four people', () => {
    expect(releaseThemes({ ...study, sessions: sessions.slice(1) })).toBeUndefined()
  })

  it('says to the needs what forms of these groups would say', () => {
    const evidence = readFocusGroups([answersOfStudy(study)])

    // Two of three groups raise it, clearly and strongly; the card lay there in the third.
    expect(evidence.groups).toBe(3)
    expect(evidence.byConstruct['work.demands']?.score).toBeCloseTo((100 * 5) / 9, 10)
  })
})
