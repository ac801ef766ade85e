import { describe, expect, it } from 'vitest'
import {
  type Counted,
  monthsAfter,
  reachOf,
  shareInTens,
  targetMet,
  tensOf,
  tensOfAll,
  unitsReached,
} from '#analysis/orientation/reach.ts'

const hidden = { kind: 'hidden' }
const atLeast = (count: number) => ({ kind: 'shown', atLeast: count })

const group = (attended: number, more: Partial<Counted> = {}): Counted => ({
  kind: 'group',
  shift: 'day',
  language: 'en',
  day: '2026-12-01',
  attended,
  quiz: null,
  feedback: null,
  ...more,
})

const reach = (counted: readonly Counted[], people = 100) =>
  reachOf({
    counted,
    people,
    until: '2027-03-01',
    shifts: ['day', 'night'],
    languages: ['en', 'ro'],
  })

describe('people in tens', () => {
  it('are hidden below ten, and counted downwards from there', () => {
    expect([0, 9, 10, 19, 20].map(tensOf)).toEqual([
      hidden,
      hidden,
      atLeast(10),
      atLeast(10),
      atLeast(20),
    ])
  })

  it('never tell that fewer than ten stayed away', () => {
    const all = Array.from({ length: 11 }, (_, away) => tensOfAll(100 - away, 100))

    expect(all).toEqual(all.map(() => atLeast(90)))
    expect(tensOfAll(15, 18)).toEqual(hidden)
  })
})

describe('reach', () => {
  it('counts what lies in the months after the start, and individual talks', () => {
    const talks = group(30, { kind: 'individual', shift: null, day: null })

    const { reached, target } = reach([
      group(52),
      group(40, { day: '2027-03-02' }),
      talks,
    ])

    expect(reached).toEqual(atLeast(80))
    expect(target).toBe('yes')
  })

  it('shows shifts and languages apart, and nothing of a session that few came to', () => {
    const { byShift, byLanguage } = reach([
      group(24),
      group(3, { shift: 'night', language: 'ro' }),
    ])

    expect(byShift).toEqual([
      { shift: 'day', reached: atLeast(20) },
      { shift: 'night', reached: hidden },
    ])
    expect(byLanguage).toEqual([
      { language: 'en', reached: atLeast(20) },
      { language: 'ro', reached: hidden },
    ])
  })

  it('tells of one more small session at most that it lifted a number by one step', () => {
    for (let before = 0; before <= 60; before += 1) {
      const views = Array.from({ length: 10 }, (_, came) =>
        JSON.stringify(reach([group(before), group(came, { shift: 'night' })])),
      )

      expect(new Set(views).size, `${before}`).toBeLessThanOrEqual(2)
    }
  })

  it('says that a target cannot be told where all but ten are too few for it', () => {
    expect(targetMet(tensOfAll(45, 45), 45)).toBe('cannot-tell')
    expect(targetMet(tensOfAll(80, 100), 100)).toBe('yes')
    expect(targetMet(tensOfAll(79, 100), 100)).toBe('not-yet')
  })

  it('shows the share of right answers in tens, of ten people and more', () => {
    const quiz = (answered: number, right: number) =>
      group(12, { quiz: { answered, right: [right, 0, 0, 0, 0, 0] } })

    const [few] = reach([quiz(9, 9)]).quizzes
    const [enough] = reach([quiz(9, 9), quiz(3, 1)]).quizzes

    expect(few?.right[0]).toEqual(hidden)
    expect(enough?.right[0]).toEqual({ kind: 'shown', percent: 80 })
    expect(shareInTens(12, 12)).toEqual({ kind: 'shown', percent: 90 })
    expect(shareInTens(0, 12)).toEqual({ kind: 'shown', percent: 10 })
  })
})

describe('reach by unit', () => {
  const units = ['hall', 'yard', 'office', 'lab'].map((id) => ({ id, headcount: 40 }))
  const shownIn = (counts: Readonly<Record<string, number>>) =>
    unitsReached(units, counts)
      .filter(({ reached }) => reached.kind === 'shown')
      .map(({ unit }) => unit)

  it('is shown where ten came and ten did not', () => {
    expect(shownIn({ hall: 10, yard: 30, office: 9, lab: 31 })).toEqual(['hall', 'yard'])
  })

  it('hides a second unit where one alone would be what is left of the whole', () => {
    expect(shownIn({ hall: 12, yard: 25, office: 20 })).toEqual(['yard', 'office'])
    expect(shownIn({ hall: 12, yard: 25, office: 20, lab: 11 })).toHaveLength(4)
  })
})

describe('months after a day', () => {
  it('end on the last day of a shorter month', () => {
    expect(monthsAfter('2026-11-30', 3)).toBe('2027-02-28')
    expect(monthsAfter('2027-01-15', 3)).toBe('2027-04-15')
  })
})
