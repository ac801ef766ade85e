import { describe, expect, it } from 'vitest'
import { programTexts } from '#analysis/program-wording.ts'
import { type DeedVoice, deedInWords } from '#analysis/report/deed-in-words.ts'
import { analysisTexts } from '#analysis/wording.ts'
import { say } from '#surveys/say.ts'

const texts = { ...analysisTexts.en, ...programTexts.en }
const voice: DeedVoice = {
  say: (key, words) => say(texts, key, words),
  day: (day) => `the day ${day}`,
  month: (month) => `the month ${month}`,
  number: String,
}

describe('a deed in words', () => {
  it('says what was decided in our words and why in theirs', () => {
    const choice = { verdict: 'change', change: 'Six talks.', reason: 'Money.' } as const

    const told = deedInWords({ kind: 'decided', choice, tier: 'consider' }, voice)

    expect(told).toEqual({
      what: 'Adopted it with a change. Recommended then: Consider.',
      note: 'Six talks. Money.',
    })
  })

  it('says since when something is there, to the year or the month, or not at all', () => {
    const since = (when: string | null) =>
      deedInWords(
        {
          kind: 'decided',
          choice: { verdict: 'in-place', since: when, quality: 'works', reason: '' },
          tier: null,
        },
        voice,
      ).what

    expect(['2021', '2021-04', null].map(since)).toEqual([
      'Noted that it has been in place since 2021: works as it should.',
      'Noted that it has been in place since the month 2021-04: works as it should.',
      'Noted that it is already in place: works as it should.',
    ])
  })

  it('says who answers for something, and from when to when', () => {
    const owned = { kind: 'owned', starts: '2027-01-01', reviewed: null } as const

    expect(deedInWords({ ...owned, owner: 'HR' }, voice).what).toBe(
      'HR answers for it. Starts on the day 2027-01-01.',
    )
    expect(deedInWords({ ...owned, owner: '', starts: null }, voice).what).toBe(
      'Nobody answers for it yet.',
    )
  })
})
