import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readResponses } from '#analysis/responses.ts'
import {
  assessResponses,
  coreItems,
  responseRate,
} from '#analysis/scoring/response-quality.ts'
import { core } from '#surveys/catalogue.ts'
import { type Answers, itemsOf, optionsOf } from '#surveys/questionnaire.ts'

const assess = (...people: readonly Answers[]) =>
  assessIn(people.map((answers) => ['works', answers]))

function assessIn(people: readonly (readonly [unit: string, answers: Answers])[]) {
  return assessResponses(
    readResponses(
      core,
      people.map(([unit, answers]) => ({ unit, answers })),
    ),
  )
}

/** An answer to each of the first core items. */
function answersTo(count: number): Answers {
  const entries = coreItems(core)
    .slice(0, count)
    .map(({ id, format }) => {
      const [option = 0] = optionsOf(format)
      return [id, format.kind === 'any-of' ? [`${option}`] : option] as const
    })
  return Object.fromEntries(entries)
}

const bodyBlock = [
  'slept-badly',
  'tired-at-start',
  'sleep-hindered-work',
  'pain',
  'pain-hindered-work',
  'moved-enough',
]

const sameTo = (items: readonly string[], answer: string): Answers =>
  Object.fromEntries(items.map((item) => [item, answer]))

describe('a valid return', () => {
  it('has at least half of the 54 core questions answered', () => {
    const { returns } = assess(answersTo(54), answersTo(27), answersTo(26), {})

    expect(coreItems(core)).toHaveLength(54)
    expect(returns).toEqual({ works: { cast: 4, valid: 2 } })
  })

  it('is not made by declining, by background or by conditional questions', () => {
    const declining = Object.fromEntries(itemsOf(core).map(({ id }) => [id, 'declined']))
    const almost = {
      ...answersTo(26),
      age: '30-49',
      gender: 'woman',
      'staff-group': 'care',
    }

    const { returns } = assess(declining, almost)

    expect(returns['works']).toEqual({ cast: 2, valid: 0 })
  })

  it('is counted by unit', () => {
    const { returns } = assessIn([
      ['works', answersTo(40)],
      ['office', {}],
      ['works', {}],
    ])

    expect(Object.entries(returns)).toEqual([
      ['office', { cast: 1, valid: 0 }],
      ['works', { cast: 2, valid: 1 }],
    ])
  })
})

describe('the response rate', () => {
  it('is valid returns of people invited', () => {
    expect(responseRate(30, 120)).toBe(0.25)
    expect(responseRate(0, 9)).toBe(0)
  })

  it('is refused where it cannot be', () => {
    expect(() => responseRate(3, 0)).toThrow('at least one invited, got 3 of 0')
    expect(() => responseRate(10, 9)).toThrow('0 to 9 valid returns, got 10')
    expect(() => responseRate(Number.NaN, 9)).toThrow(RangeError)
  })
})

describe('each item', () => {
  it('tells answered, declined, skipped and not shown apart', () => {
    const { items } = assess(
      { 'looks-after': 'no' },
      { 'looks-after': 'adult', 'care-alone': 'often' },
      { 'looks-after': 'both' },
      { 'looks-after': 'adult', 'care-alone': 'declined' },
      {},
    )

    expect(items.find(({ item }) => item === 'care-alone')).toEqual({
      item: 'care-alone',
      answered: 1,
      declined: 1,
      skipped: 1,
      notShown: 2,
    })
    expect(items.find(({ item }) => item === 'looks-after')).toMatchObject({
      answered: 4,
      skipped: 1,
      notShown: 0,
    })
  })

  it('accounts for every ballot', () => {
    const answers = fc.dictionary(
      fc.constantFrom('slept-badly', 'pain', 'worries', 'looks-after', 'money-worries'),
      fc.constant('declined'),
    )
    fc.assert(
      fc.property(fc.array(answers, { maxLength: 12 }), (people) => {
        const { items, lastSaid, saidNothing } = assess(...people)

        for (const { answered, declined, skipped, notShown } of items) {
          expect(answered + declined + skipped + notShown).toBe(people.length)
        }
        const last = lastSaid.reduce((sum, { ballots }) => sum + ballots, 0)
        expect(last + saidNothing).toBe(people.length)
      }),
    )
  })
})

describe('the last item at which people said something', () => {
  it('is the last in the order of the questionnaire, declined among them', () => {
    const { lastSaid, saidNothing } = assess(
      { pain: 'often', 'slept-badly': 'never' },
      { pain: 'never', worries: 'declined' },
      { gender: 'man' },
      {},
    )

    const where = lastSaid.filter(({ ballots }) => ballots > 0)
    expect(where).toEqual([
      { item: 'pain', ballots: 1 },
      { item: 'worries', ballots: 1 },
      { item: 'gender', ballots: 1 },
    ])
    expect(saidNothing).toBe(1)
  })
})

describe('straight lines', () => {
  it('are the same answer to a block that points both ways', () => {
    const { straightLines } = assess(
      sameTo(bodyBlock, 'never'),
      sameTo(bodyBlock, 'sometimes'),
      { ...sameTo(bodyBlock, 'often'), 'moved-enough': 'rarely' },
      sameTo(bodyBlock.slice(1), 'often'),
      { ...sameTo(bodyBlock, 'often'), pain: 'declined' },
    )

    expect(straightLines.blocks[0]).toEqual({ items: bodyBlock, answered: 3, same: 2 })
    expect(straightLines).toMatchObject({ people: 2, among: 3 })
  })

  it('count a person once, whatever the number of blocks', () => {
    const [, workBlock] = assess().straightLines.blocks

    const { straightLines } = assess({
      ...sameTo(bodyBlock, 'never'),
      ...sameTo(workBlock?.items ?? [], 'never'),
    })

    expect(straightLines.blocks.map(({ same }) => same)).toEqual([1, 1])
    expect(straightLines).toMatchObject({ people: 1, among: 1 })
  })

  it('are looked for where there are six items of one scale, and both directions', () => {
    const { blocks } = assess().straightLines

    expect(blocks.map(({ items }) => [items[0], items.length])).toEqual([
      ['slept-badly', 6],
      ['more-than-i-can-manage', 16],
    ])
  })

  it('are none where nobody answered', () => {
    expect(assess({}).straightLines).toMatchObject({ people: 0, among: 0 })
  })
})
