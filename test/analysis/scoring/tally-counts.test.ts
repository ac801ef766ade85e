import { describe, expect, it } from 'vitest'
import { readResponses } from '#analysis/responses.ts'
import { level } from '#analysis/scoring/construct-scores.ts'
import { countResponses, tallyCounts } from '#analysis/scoring/tally-counts.ts'
import { core } from '#surveys/catalogue.ts'
import { type Answer, itemsOf, optionsOf } from '#surveys/questionnaire.ts'

const nothingChosen = { wanted: null, barriers: null, background: {}, measured: null }

describe('counting answers', () => {
  it('counts people, elevated and high needs, and adds up needs, by unit', () => {
    const pain = (unit: string, often: string) => {
      return { unit, answers: { pain: often, 'pain-hindered-work': often } }
    }
    const responses = readResponses(core, [
      pain('works', 'never'),
      pain('works', 'sometimes'),
      pain('works', 'nearly-always'),
      pain('office', 'often'),
      { unit: 'office', answers: {} },
    ])

    const { ballots, constructs } = countResponses(responses)

    expect(ballots).toEqual({ office: 2, works: 3 })
    expect(constructs['bio.msk']).toEqual({
      office: { n: 1, elevated: 1, high: 1, sumOfNeed: 75 },
      works: { n: 3, elevated: 2, high: 1, sumOfNeed: 150 },
    })
    expect(constructs['bio.sleep']).toEqual({})
  })

  it('counts wishes and barriers of all who answered the question', () => {
    const responses = readResponses(core, [
      { unit: 'works', answers: { 'wanted-services': ['talk', 'money'] } },
      { unit: 'works', answers: { 'wanted-services': ['talk'], barriers: ['time'] } },
      { unit: 'works', answers: { 'wanted-services': 'declined' } },
    ])

    const { wanted, barriers } = countResponses(responses)

    expect(wanted?.n).toBe(2)
    expect(wanted?.chosen).toMatchObject({ talk: 2, money: 1, legal: 0 })
    expect(barriers).toMatchObject({ n: 1, chosen: { time: 1, cost: 0 } })
  })

  it('counts wanting help to stop smoking wherever it was said, once', () => {
    const smoker = { nicotine: 'every-day', 'nicotine-help': 'yes' }
    const responses = readResponses(core, [
      { unit: 'works', answers: { ...smoker, 'wanted-services': ['talk'] } },
      { unit: 'works', answers: { ...smoker, 'wanted-services': ['stop_smoking'] } },
      { unit: 'works', answers: smoker },
      { unit: 'works', answers: { 'wanted-services': ['body'] } },
    ])

    const { wanted } = countResponses(responses)

    expect(wanted).toMatchObject({ n: 3, chosen: { stop_smoking: 2 } })
  })

  it('takes scores of another tool with its own cut-offs', () => {
    const counts = tallyCounts(
      ['a', 'a', 'b'],
      [
        {
          construct: 'psy.distress',
          need: Float64Array.of(40, -1, 80.5),
          level: Int8Array.of(level.elevated, level.unknown, level.high),
        },
      ],
      nothingChosen,
    )

    expect(counts).toEqual({
      ballots: { a: 2, b: 1 },
      constructs: {
        'psy.distress': {
          a: { n: 1, elevated: 1, high: 0, sumOfNeed: 40 },
          b: { n: 1, elevated: 1, high: 1, sumOfNeed: 80.5 },
        },
      },
      wanted: null,
      barriers: null,
      crossed: {
        units: ['a', 'b'],
        categories: {},
        ballots: Float64Array.of(2, 1),
        constructs: {
          'psy.distress': {
            n: Float64Array.of(1, 1),
            elevated: Float64Array.of(1, 1),
            high: Float64Array.of(0, 1),
            sumOfNeed: Float64Array.of(40, 80.5),
            squares: Float64Array.of(1600, 6480.25),
          },
        },
      },
      measured: null,
    })
  })

  it('refuses scores of other people than those who answered', () => {
    const scores = [
      {
        construct: 'bio.msk' as const,
        need: new Float64Array(2),
        level: new Int8Array(2),
      },
    ]

    expect(() => tallyCounts(['a'], scores, nothingChosen)).toThrow('expected 1 scores')
  })

  it('counts sixteen thousand people', () => {
    const ballots = Array.from({ length: 16_000 }, (_, person) => {
      return { unit: `u${person % 26}`, answers: someAnswers(person) }
    })

    const { ballots: counted } = countResponses(readResponses(core, ballots))

    expect(Object.values(counted).reduce((sum, n) => sum + n, 0)).toBe(16_000)
  })
})

/** An answer to every question without a condition. */
function someAnswers(person: number): Readonly<Record<string, Answer>> {
  const answers = itemsOf(core)
    .filter(({ shownWhen }) => !shownWhen)
    .map(({ id, format }, index): readonly [string, Answer] => {
      const options = optionsOf(format)
      const option = options[(person + 7 * index) % options.length] ?? ''
      if (format.kind === 'whole-number') return [id, person % 11]
      return [id, format.kind === 'any-of' ? [option] : option]
    })
  return Object.fromEntries(answers)
}
