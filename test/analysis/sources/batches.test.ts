import { describe, expect, it } from 'vitest'
import { readFocusGroups } from '#analysis/sources/focus-groups.ts'
import { type Interview, readInterviews } from '#analysis/sources/interviews.ts'
import { themeItem } from '#surveys/focus-group-form.ts'
import { needItem } from '#surveys/manager-interview-form.ts'
import type { Answers } from '#surveys/questionnaire.ts'

const people = 20
const about = 'work.demands'

/** Interviews about as many teams, each with a rating, or null for "cannot see this". */
const interviews = (of: string, ...levels: readonly (number | null)[]): Interview[] =>
  levels.map((level, at) => ({
    team: new Map([[`${of} ${at}`, people]]),
    answers: { [needItem(about)]: level === null ? 'cannot-see' : String(level) },
  }))
const score = (...batches: readonly Interview[][]): number | undefined =>
  readInterviews(batches, 600).byConstruct[about]?.score

const groups = (...levels: readonly string[]): Answers[] =>
  levels.map((level) => ({ participants: 6, [themeItem(about)]: level }))
const evidence = (...batches: readonly Answers[][]) =>
  readFocusGroups(batches).byConstruct[about]

describe('interviews that came after the release', () => {
  const before = interviews('before', 4, 4, 4)

  it('count with those before them, weighted by the people all of them lead', () => {
    expect(score(before, interviews('later', 0, 0, 0))).toBe(50)
    expect(score(before, interviews('later', 0, 0, 0, null, null, null))).toBe(35)
  })

  it('change nothing about a need that fewer than three of them rate', () => {
    expect(score(before, interviews('later', 0, 0, null))).toBe(100)
    expect(score(before, interviews('later', 4, 0, null))).toBe(100)
  })

  it('are put together with the next ones where they are too few for a need', () => {
    const few = interviews('later', 0, 0, null)

    expect(score(before, few, interviews('last', 0, null, null))).toBe(35)
    expect(score(few, before)).toBe(60)
  })

  it('leave no trace of a rating in how much they count', () => {
    const seen = interviews('later', 0, 0, 0, null)
    const guessed = seen.map(({ team, answers }, at) =>
      at === 1
        ? { team, answers: { ...answers, 'basis.work.demands': 'guess' } }
        : { team, answers },
    )

    expect(score(before, guessed)).toBe(score(before, seen))
  })

  it('cover their teams, each unit once', () => {
    const again = interviews('before', 1, 1, 1)

    expect(readInterviews([before, again], 600).coverage).toBe(0.1)
    expect(readInterviews([before, interviews('later', 1, 1, 1)], 600).coverage).toBe(0.2)
  })
})

describe('focus groups that came after the release', () => {
  const before = groups('raised-strongly', 'raised-strongly', 'not-raised')

  it('count as if all had been heard at once, where each part may be told', () => {
    const later = groups('raised-mildly', 'raised-clearly', 'not-discussed')

    expect(evidence(before, later)).toEqual({
      score: expect.closeTo((100 * 9) / 3 / 5, 10),
      groupsProbed: 5,
      groupsRaised: 4,
    })
  })

  it('change nothing where one of them alone raised it, or was asked', () => {
    const alone = groups('raised-strongly', 'not-raised', 'not-raised')
    const asked = groups('raised-strongly', 'not-discussed', 'not-discussed')

    expect(evidence(before, alone)).toEqual(evidence(before))
    expect(evidence(before, asked)).toEqual(evidence(before))
  })

  it('are put together with the next ones where they are too few to tell', () => {
    const alone = groups('raised-strongly', 'not-raised', 'not-raised')

    expect(evidence(alone)).toBeUndefined()
    expect(
      evidence(alone, groups('raised-mildly', 'not-discussed', 'not-discussed')),
    ).toEqual({
      score: expect.closeTo((100 * 4) / 3 / 4, 10),
      groupsProbed: 4,
      groupsRaised: 2,
    })
  })
})
