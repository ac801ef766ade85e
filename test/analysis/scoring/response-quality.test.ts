import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Ballot,
  columnOf,
  type Responses,
  readResponses,
} from '#analysis/responses.ts'
import {
  coreItems,
  countAnswering,
  countItem,
  countLastSaid,
  validReturns,
} from '#analysis/scoring/response-quality.ts'
import { countStraightLines } from '#analysis/scoring/straight-lines.ts'
import { countResponses } from '#analysis/scoring/tally-counts.ts'
import { core } from '#surveys/catalogue.ts'
import { type Answers, itemsOf, optionsOf } from '#surveys/questionnaire.ts'

const read = (...people: readonly Answers[]): Responses =>
  readIn(people.map((answers) => ({ unit: 'works', answers })))

const readIn = (ballots: readonly Ballot[]): Responses => readResponses(core, ballots)

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
    const responses = read(answersTo(54), answersTo(27), answersTo(26), {})

    const valid = validReturns(responses)

    expect(coreItems(core)).toHaveLength(54)
    expect([...valid]).toEqual([1, 1, 0, 0])
    expect(countAnswering(responses)).toMatchObject({ ballots: 4, complete: 2 })
  })

  it('is not made by declining, by background or by conditional questions', () => {
    const declining = Object.fromEntries(itemsOf(core).map(({ id }) => [id, 'declined']))
    const almost = {
      ...answersTo(26),
      age: '30-49',
      gender: 'woman',
      'staff-group': 'care',
    }

    const valid = validReturns(read(declining, almost))

    expect([...valid]).toEqual([0, 0])
  })

  it('is counted by unit beside every ballot, and every score counts all the same', () => {
    const counts = countResponses(
      readIn([
        { unit: 'works', answers: answersTo(40) },
        { unit: 'office', answers: {} },
        { unit: 'works', answers: { nicotine: 'every-day' } },
      ]),
    )

    expect(Object.entries(counts.ballots)).toEqual([
      ['office', 1],
      ['works', 2],
    ])
    expect(counts.returns).toEqual({ works: 1 })
    expect(counts.constructs['bio.tobacco']?.['works']).toMatchObject({ n: 2, high: 1 })
  })
})

describe('each item', () => {
  it('tells answered, declined, skipped and not shown apart', () => {
    const responses = read(
      { 'looks-after': 'no' },
      { 'looks-after': 'adult', 'care-alone': 'often' },
      { 'looks-after': 'both' },
      { 'looks-after': 'adult', 'care-alone': 'declined' },
      {},
    )

    expect(countItem(columnOf(responses, 'care-alone'))).toEqual({
      answered: 1,
      declined: 1,
      skipped: 1,
      notShown: 2,
    })
    expect(countItem(columnOf(responses, 'looks-after'))).toMatchObject({
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
        const responses = read(...people)

        for (const { id } of itemsOf(core)) {
          const { answered, declined, skipped, notShown } = countItem(
            columnOf(responses, id),
          )
          expect(answered + declined + skipped + notShown).toBe(people.length)
        }
        const silent = people.filter((one) => Object.keys(one).length === 0).length
        const last = countLastSaid(responses).reduce((sum, one) => sum + one.ballots, 0)
        expect(last + silent).toBe(people.length)
      }),
    )
  })
})

describe('where people said something for the last time', () => {
  const responses = read(
    { pain: 'often', 'slept-badly': 'never' },
    { pain: 'never', worries: 'declined' },
    { gender: 'man' },
    {},
  )

  it('is an item in the order of the questionnaire, declining among it', () => {
    const where = countLastSaid(responses).filter(({ ballots }) => ballots > 0)

    expect(where).toEqual([
      { item: 'pain', ballots: 1 },
      { item: 'worries', ballots: 1 },
      { item: 'gender', ballots: 1 },
    ])
  })

  it('is counted by part, of all who said anything', () => {
    const { lastPart } = countAnswering(responses)

    expect(lastPart).toEqual({
      body: 1,
      mind: 1,
      life: 0,
      work: 0,
      'getting-help': 0,
      effects: 0,
      background: 1,
    })
  })
})

const linesOf = (...people: readonly Answers[]) => countStraightLines(read(...people))

describe('straight lines', () => {
  it('are the same answer to a block that points both ways', () => {
    const straightLines = linesOf(
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
    const [, workBlock] = linesOf().blocks

    const straightLines = linesOf({
      ...sameTo(bodyBlock, 'never'),
      ...sameTo(workBlock?.items ?? [], 'never'),
    })

    expect(straightLines.blocks.map(({ same }) => same)).toEqual([1, 1])
    expect(straightLines).toMatchObject({ people: 1, among: 1 })
  })

  it('are looked for where there are six items of one scale, and both directions', () => {
    const { blocks } = linesOf()

    expect(blocks.map(({ items }) => [items[0], items.length])).toEqual([
      ['slept-badly', 6],
      ['more-than-i-can-manage', 16],
    ])
  })

  it('are none where nobody answered', () => {
    expect(linesOf({})).toMatchObject({ people: 0, among: 0 })
  })
})
