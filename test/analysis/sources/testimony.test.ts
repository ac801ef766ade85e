import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { readFocusGroups } from '#analysis/sources/focus-groups.ts'
import { type Interview, readInterviews } from '#analysis/sources/interviews.ts'
import { gatherTestimony, noTestimony } from '#analysis/sources/testimony.ts'
import type { ConstructId } from '#surveys/constructs.ts'
import { type ThemeLevel, themeItem } from '#surveys/focus-group-form.ts'
import { basisItem, needItem } from '#surveys/manager-interview-form.ts'
import type { Answers } from '#surveys/questionnaire.ts'

const group = (
  themes: Readonly<Partial<Record<ConstructId, ThemeLevel>>>,
  participants = 6,
): Answers => ({
  participants,
  ...Object.fromEntries(
    Object.entries(themes).map(([construct, level]) => [
      themeItem(construct as ConstructId),
      level,
    ]),
  ),
})

const groupsAtOnce = (forms: readonly Answers[]) => readFocusGroups([forms])
const managersAtOnce = (interviews: readonly Interview[], headcount: number | null) =>
  readInterviews([interviews], headcount)

const evidenceOf = (construct: ConstructId, ...levels: readonly ThemeLevel[]) =>
  groupsAtOnce(levels.map((level) => group({ [construct]: level }))).byConstruct[
    construct
  ]

describe('what focus groups say', () => {
  it('is how strongly groups raised a theme, over those where it was a topic', () => {
    const evidence = evidenceOf(
      'work.demands',
      'raised-strongly',
      'raised-mildly',
      'not-raised',
      'not-discussed',
    )

    expect(evidence).toEqual({
      score: (100 * 4) / 3 / 3,
      groupsProbed: 3,
      groupsRaised: 2,
    })
  })

  it('is 0 where groups had a common topic and did not take it up', () => {
    expect(evidenceOf('bio.msk', 'not-raised', 'not-raised', 'not-discussed')).toEqual({
      score: 0,
      groupsProbed: 2,
      groupsRaised: 0,
    })
  })

  it('is missing, not 0, where groups kept silent about something sensitive', () => {
    expect(
      evidenceOf('psy.distress', 'not-raised', 'not-raised', 'not-raised'),
    ).toBeUndefined()
  })

  it('is missing where only one group spoke of it, or only one was asked', () => {
    expect(
      evidenceOf('work.role', 'raised-strongly', 'not-raised', 'not-raised'),
    ).toBeUndefined()
    expect(
      evidenceOf('work.role', 'not-raised', 'not-discussed', 'not-discussed'),
    ).toBeUndefined()
  })

  it('looks the same whether one group raised a theme or none had it', () => {
    const raised = evidenceOf('work.role', 'raised-strongly', 'not-raised', 'not-raised')
    const absent = evidenceOf(
      'work.role',
      'not-discussed',
      'not-discussed',
      'not-discussed',
    )

    expect(raised).toEqual(absent)
  })

  it('is nothing with fewer than three groups', () => {
    expect(
      evidenceOf('work.demands', 'raised-strongly', 'raised-strongly'),
    ).toBeUndefined()
  })

  it('does not count groups of fewer than four people', () => {
    const strong = { 'work.demands': 'raised-strongly' } as const

    const { groups, byConstruct } = groupsAtOnce([
      group(strong),
      group(strong),
      group(strong, 3),
    ])

    expect(groups).toBe(2)
    expect(byConstruct).toEqual({})
  })
})

const interview = (
  ratings: Readonly<Partial<Record<ConstructId, string>>>,
  people: number,
  basis = 'observed',
  team: readonly string[] = [randomUUID()],
) => ({
  team: new Map(team.map((unit) => [unit, people])),
  answers: Object.fromEntries(
    Object.entries(ratings).flatMap(([construct, level]) => [
      [needItem(construct as ConstructId), level ?? ''],
      [basisItem(construct as ConstructId), basis],
    ]),
  ),
})

describe('what managers say', () => {
  it('is their rating, weighted by the people they speak of', () => {
    const { byConstruct } = managersAtOnce(
      [
        interview({ 'work.demands': '4' }, 60),
        interview({ 'work.demands': '2' }, 20),
        interview({ 'work.demands': '1' }, 20),
      ],
      200,
    )

    // 100 · (60·1 + 20·.5 + 20·.25) / 100
    expect(byConstruct['work.demands']).toEqual({ score: 75 })
  })

  it('counts a guess half', () => {
    const { byConstruct } = managersAtOnce(
      [
        interview({ 'work.demands': '4' }, 40, 'guess'),
        interview({ 'work.demands': '0' }, 20),
        interview({ 'work.demands': '0' }, 10),
      ],
      200,
    )

    // 100 · 20 / (20 + 20 + 10)
    expect(byConstruct['work.demands']).toEqual({ score: 40 })
  })

  it('goes no finer than steps of five', () => {
    const { byConstruct } = managersAtOnce(
      [17, 40, 63].map((people, index) =>
        interview({ 'work.role': String(index + 1) }, people),
      ),
      200,
    )

    expect(byConstruct['work.role']).toEqual({ score: 60 })
  })

  it('is missing below three ratings; not seeing is no rating', () => {
    const { byConstruct } = managersAtOnce(
      [
        interview({ 'work.peers': '4' }, 20),
        interview({ 'work.peers': '4' }, 20),
        interview({ 'work.peers': 'cannot-see' }, 20),
      ],
      200,
    )

    expect(byConstruct).toEqual({})
  })

  it('takes no 0 for something sensitive or private', () => {
    const { byConstruct } = managersAtOnce(
      ['0', '0', '0'].map((level) =>
        interview({ 'psy.distress': level, 'bio.sleep': level, 'work.role': level }, 20),
      ),
      200,
    )

    expect(byConstruct).toEqual({ 'work.role': { score: 0 } })
  })

  it('covers the share of people they speak of', () => {
    const three = [30, 40, 50].map((people) => interview({}, people))

    expect(managersAtOnce(three, 200).coverage).toBe(0.6)
    expect(managersAtOnce(three, 100).coverage).toBe(1)
    expect(managersAtOnce(three, null).coverage).toBe(0)
  })

  it('counts a unit once, however many speak of it', () => {
    const shared = (level: string) =>
      interview({ 'work.demands': level }, 30, 'observed', ['shared'])

    const { byConstruct, coverage } = managersAtOnce(
      [
        shared('4'),
        shared('4'),
        interview({ 'work.demands': '0' }, 30),
        interview({ 'work.demands': '0' }, 30),
      ],
      180,
    )

    // 30 people of 90 at 4: twice heard, once counted
    expect(byConstruct['work.demands']).toEqual({ score: 35 })
    expect(coverage).toBe(0.5)
  })

  it('takes three who speak of the same team for one voice', () => {
    const same = ['4', '4', '4', '4'].map((level) =>
      interview({ 'work.demands': level }, 30, 'observed', ['shared']),
    )

    expect(managersAtOnce(same, 180).byConstruct).toEqual({})
  })

  it('hears nothing about fewer than ten people', () => {
    const three = [9, 30, 30].map((people) => interview({ 'work.demands': '4' }, people))

    const { interviews, byConstruct, coverage } = managersAtOnce(three, 120)

    expect({ interviews, byConstruct, coverage }).toEqual({
      interviews: 2,
      byConstruct: {},
      coverage: 0.5,
    })
  })

  it('needs to know of how many people they speak', () => {
    expect(() => managersAtOnce([interview({}, 0)], 100)).toThrow('at least 1, got 0')
  })
})

describe('testimony', () => {
  it('is what both say', () => {
    const forms = [1, 2, 3].map(() => group({ 'work.demands': 'raised-clearly' }))
    const interviews = [1, 2, 3].map(() => interview({ 'work.demands': '2' }, 30))

    const testimony = gatherTestimony([forms], [interviews], 180)

    expect(testimony).toMatchObject({
      groups: 3,
      focusGroups: { 'work.demands': { groupsProbed: 3, groupsRaised: 3 } },
      interviews: 3,
      managerCoverage: 0.5,
      managers: { 'work.demands': { score: 50 } },
    })
    expect(testimony.focusGroups['work.demands']?.score).toBeCloseTo(66.6667, 4)
  })

  it('may be nobody', () => {
    expect(noTestimony).toEqual({
      groups: 0,
      focusGroups: {},
      interviews: 0,
      managerCoverage: 0,
      managers: {},
    })
  })
})
