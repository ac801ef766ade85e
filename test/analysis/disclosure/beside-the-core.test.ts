import { describe, expect, it } from 'vitest'
import { disclose } from '#analysis/disclosure/disclose.ts'
import type { Release } from '#analysis/disclosure/disclosed.ts'
import { askedBy, planPublication } from '#analysis/disclosure/publication-plan.ts'
import { neverShown, smallCells } from '#analysis/disclosure/small-cells.ts'
import { readResponses } from '#analysis/responses.ts'
import { countResponses } from '#analysis/scoring/tally-counts.ts'
import { core } from '#surveys/catalogue.ts'
import { composeQuestionnaire, type QuestionChoice } from '#surveys/compose.ts'
import type { Questionnaire } from '#surveys/questionnaire.ts'
import { flatUnits, formed } from '../an-organization.ts'

const choice: QuestionChoice = {
  modules: ['pain', 'harassment'],
  own: [{ id: 'own-1', format: 'yes-no', title: { en: 'Cycle?' }, options: [] }],
}
const asked = composeQuestionnaire(choice)

const planFor = (questionnaire: Questionnaire, headcounts: readonly number[]) =>
  planPublication({
    organization: 'Acme',
    manyEmployers: false,
    units: formed(flatUnits([...headcounts])),
    asked: askedBy(questionnaire),
  })

/** Everybody works with pain; three were left out on purpose, and nobody cycles. */
function releaseOf(answered: number): Release {
  const plan = planFor(asked, [answered + 8, answered + 8])
  const ballots = Array.from({ length: answered }, (_, index) => ({
    unit: plan.reportingUnits[index % 2] ?? '',
    answers: {
      'slept-badly': 'often',
      'painful-positions': index % 2 === 0 ? 'often' : 'never',
      'harassed-how': index < 3 ? ['left-out'] : ['none'],
      'own-1': 'no',
    },
  }))
  return disclose(plan, countResponses(readResponses(asked, ballots)))
}

const chosen = (release: Release, item: string, option: string) =>
  release.items[item]?.chosen[option]?.kind

describe('what is asked beside the core', () => {
  it('is in the plan before anybody answers, for the whole organization only', () => {
    const plan = planFor(asked, [80, 80])
    const more = new Set(plan.items.map(({ id }) => id))
    const before = planFor(core, [80, 80])

    expect(more.size).toBe(before.items.length + 5 + 5 + 1)
    expect(plan.constructs).toEqual(before.constructs)
    expect(plan.groups).toEqual(before.groups)
  })

  it('is shown from 50 answers for common needs, from 100 for all others', () => {
    const [few, some, many] = [releaseOf(44), releaseOf(60), releaseOf(120)]

    expect(chosen(few, 'painful-positions', 'often')).toBe('hidden')
    expect(chosen(some, 'painful-positions', 'often')).toBe('shown')
    expect(chosen(some, 'harassed-how', 'left-out')).toBe('hidden')
    expect(chosen(some, 'own-1', 'no')).toBe('hidden')
    expect(chosen(many, 'own-1', 'no')).not.toBe('hidden')
  })

  it('never tells of three people, nor that nobody did', () => {
    const release = releaseOf(120)

    expect(release.items['harassed-how']?.chosen['left-out']).toMatchObject({
      kind: 'at-most',
    })
    expect(release.items['own-1']?.chosen['yes']).toMatchObject({ kind: 'at-most' })
    expect(release.items['own-1']?.chosen['no']).toMatchObject({ kind: 'at-least' })
  })

  it('is published in no unit and no group by background', () => {
    const { items } = releaseOf(120)

    for (const item of Object.values(items)) {
      expect(Object.keys(item).toSorted()).toEqual(['chosen', 'declined'])
    }
  })

  it('decides about nobody’s answers being complete', () => {
    const answers = Object.fromEntries(
      core.parts
        .filter(({ id }) => id !== 'background')
        .flatMap(({ sections }) => sections.flatMap(({ items }) => items))
        .filter(({ format, shownWhen }) => format.kind === 'frequency' && !shownWhen)
        .map(({ id }) => [id, 'often']),
    )
    const returns = (questionnaire: Questionnaire) =>
      countResponses(readResponses(questionnaire, [{ unit: 'a', answers }])).returns

    expect(returns(asked)).toEqual(returns(core))
  })
})

describe('before anything is asked', () => {
  it('a small unit is told that its smallest group by age is below ten', () => {
    const cells = smallCells(planFor(core, [18, 200]))

    expect(cells).toContainEqual(
      expect.objectContaining({ background: 'age', atMost: 6 }),
    )
    expect(cells.every(({ atMost }) => atMost < 10)).toBe(true)
    expect(new Set(cells.map(({ unit }) => unit)).size).toBe(1)
  })

  it('a small organization is told what it could never be shown', () => {
    const beside = new Set(['painful-positions', 'own-1'])
    const idsFor = (people: number) =>
      neverShown(planFor(asked, [people]), beside).map(({ id }) => id)

    expect(idsFor(40)).toEqual(['painful-positions', 'own-1'])
    expect(idsFor(60)).toEqual(['own-1'])
    expect(idsFor(100)).toEqual([])
  })
})
