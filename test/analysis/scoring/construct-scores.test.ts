import { describe, expect, it } from 'vitest'
import { readResponses } from '#analysis/responses.ts'
import {
  leastItems,
  level,
  noNeed,
  scoreConstructs,
} from '#analysis/scoring/construct-scores.ts'
import { core } from '#surveys/catalogue.ts'
import type { ConstructId } from '#surveys/constructs.ts'
import type { Answers } from '#surveys/questionnaire.ts'

function scoreOf(construct: ConstructId, answers: Answers) {
  const scores = scoreConstructs(readResponses(core, [{ unit: 'works', answers }]))
  const found = scores.find((one) => one.construct === construct)
  return { need: found?.need[0], level: found?.level[0] }
}

const missing = { need: noNeed, level: level.unknown }

describe('the score of a construct', () => {
  it('is the mean of its items', () => {
    const answers = {
      'slept-badly': 'often',
      'tired-at-start': 'sometimes',
      'sleep-hindered-work': 'rarely',
    }

    expect(scoreOf('bio.sleep', answers)).toEqual({ need: 50, level: level.elevated })
  })

  it('turns round what a person has instead of lacks', () => {
    expect(scoreOf('bio.lifestyle', { 'moved-enough': 'never' }).need).toBe(100)
    expect(scoreOf('help.aware', { 'know-where': 'agree' }).need).toBe(25)
    expect(
      scoreOf('work.peers', { 'team-helped': 'nearly-always', conflict: 'often' }).need,
    ).toBe(37.5)
  })

  it('needs half of three or four items', () => {
    const two = { 'slept-badly': 'often', 'tired-at-start': 'often' }
    const twoOfFour = { worries: 'never', tense: 'often' }

    expect(scoreOf('bio.sleep', two)).toEqual({ need: 75, level: level.high })
    expect(scoreOf('bio.sleep', { 'slept-badly': 'often' })).toEqual(missing)
    expect(scoreOf('psy.distress', twoOfFour).need).toBe(37.5)
    expect(scoreOf('psy.distress', { worries: 'never' })).toEqual(missing)
    expect([1, 2, 3, 4, 5].map(leastItems)).toEqual([1, 2, 2, 2, 3])
  })

  it('needs both of two items', () => {
    expect(scoreOf('bio.msk', { pain: 'often' })).toEqual(missing)
    expect(
      scoreOf('bio.msk', { pain: 'often', 'pain-hindered-work': 'declined' }),
    ).toEqual(missing)
  })

  it('is elevated from "sometimes" on average and high from "often"', () => {
    const levels = ['never', 'rarely', 'sometimes', 'often', 'nearly-always'].map(
      (answer) =>
        scoreOf('bio.msk', { pain: answer, 'pain-hindered-work': answer }).level,
    )

    expect(levels).toEqual([0, 0, 1, 2, 2])
  })

  it.each<[ConstructId, string, readonly string[], readonly number[]]>([
    ['bio.tobacco', 'nicotine', ['no', 'sometimes', 'every-day'], [0, 50, 100]],
    ['bio.chronic', 'long-illness', ['no', 'a-little', 'a-lot'], [0, 50, 100]],
    ['psy.lifeevent', 'hard-event', ['no', 'a-little', 'a-lot'], [0, 50, 100]],
    [
      'psy.substance',
      'substances',
      ['no', 'once-or-twice', 'several-times'],
      [0, 50, 100],
    ],
    ['psy.gambling', 'gambling', ['no', 'once-or-twice', 'several-times'], [0, 50, 100]],
    [
      'work.harass',
      'harassed',
      ['no', 'now-and-then', 'monthly', 'weekly'],
      [0, 50, 75, 100],
    ],
    [
      'work.violence',
      'threatened',
      ['no', 'now-and-then', 'monthly', 'weekly'],
      [0, 50, 75, 100],
    ],
  ])('of %s follows what happened', (construct, item, options, needs) => {
    const found = options.map((option) => scoreOf(construct, { [item]: option }))

    expect(found.map(({ need }) => need)).toEqual(needs)
    expect(found.map(({ level: reached }) => reached)).toEqual(
      needs.map((need) =>
        need >= 75 ? level.high : need >= 50 ? level.elevated : level.low,
      ),
    )
  })

  it('of legal troubles counts them', () => {
    const needOf = (...troubles: readonly string[]) =>
      scoreOf('soc.legal', { 'legal-troubles': troubles }).need

    expect(needOf('none')).toBe(0)
    expect(needOf('debt')).toBe(50)
    expect(needOf('debt', 'housing')).toBe(100)
    expect(needOf('legal', 'housing', 'authorities', 'debt')).toBe(100)
  })

  it('of practical barriers counts the practical ones only', () => {
    const needOf = (...barriers: readonly string[]) =>
      scoreOf('help.access', { barriers }).need

    expect(needOf('nothing')).toBe(0)
    expect(needOf('might-be-seen', 'not-private', 'do-not-know-how')).toBe(0)
    expect(needOf('time')).toBe(50)
    expect(needOf('time', 'cost')).toBe(50)
    expect(needOf('time', 'cost', 'language')).toBe(100)
    expect(needOf('time', 'cost', 'language', 'distance')).toBe(100)
  })

  it('of care is none for those who care for nobody', () => {
    expect(scoreOf('soc.care', { 'looks-after': 'no' })).toEqual({
      need: 0,
      level: level.low,
    })
    expect(
      scoreOf('soc.care', {
        'looks-after': 'adult',
        'care-and-job': 'often',
        'care-alone': 'nearly-always',
      }).need,
    ).toBe(87.5)
  })

  it('of care is missing where nobody knows whether there is any', () => {
    expect(scoreOf('soc.care', {})).toEqual(missing)
    expect(scoreOf('soc.care', { 'looks-after': 'declined' })).toEqual(missing)
    expect(
      scoreOf('soc.care', { 'looks-after': 'adult', 'care-and-job': 'often' }),
    ).toEqual(missing)
  })

  it('exists for everything the core questionnaire asks', () => {
    const scores = scoreConstructs(readResponses(core, []))

    expect(scores).toHaveLength(29)
  })

  it('is refused where there is no rule for the answers', () => {
    const questionnaire = {
      id: 'odd',
      mayDecline: true,
      parts: [
        {
          id: 'only',
          sections: [
            {
              items: [
                {
                  id: 'odd-item',
                  construct: 'bio.sleep' as const,
                  format: { kind: 'one-of' as const, options: ['blue', 'green'] },
                },
              ],
            },
          ],
        },
      ],
    }

    expect(() => scoreConstructs(readResponses(questionnaire, []))).toThrow(
      'got odd-item',
    )
  })
})
