import { describe, expect, it } from 'vitest'
import { builtInCodes } from '#analysis/coding/built-in-codes.ts'
import { isProbed, type Session } from '#analysis/coding/session.ts'
import { themeAnswersOf, themeLevelsOf } from '#analysis/coding/theme-levels.ts'
import { tabulateThemes } from '#analysis/coding/theme-table.ts'
import { readFocusGroups } from '#analysis/sources/focus-groups.ts'
import { final, segments, sessions } from './a-study.ts'

const [first, second, third] = sessions as [Session, Session, Session]
const nothing: ReadonlySet<string> = new Set()

function levelsOf(session: Session) {
  return themeLevelsOf(session, segments, final)
}

function themesOf(held: readonly Session[], approved = nothing) {
  const table = tabulateThemes(builtInCodes, held, segments, final, approved)
  return table.kind === 'themes' ? table.themes : []
}

describe('the level of a theme in a group', () => {
  it('is the median intensity of what raised it, halves up', () => {
    expect(levelsOf(first)['work.demands']).toBe('raised-clearly') // 1, 3
    expect(levelsOf(second)['work.demands']).toBe('raised-strongly') // 2, 3
    expect(levelsOf(second)['soc.care']).toBe('raised-mildly') // 1
  })

  it('is silence where it was asked about, and nothing where it was not', () => {
    expect(levelsOf(third)['work.demands']).toBe('not-raised')
    expect(levelsOf(third)['work.role']).toBe('not-discussed')
    expect(levelsOf(first)['soc.care']).toBe('not-discussed')
  })

  it('is no need where it was praised', () => {
    expect(levelsOf(first)['bio.sleep']).toBe('not-raised')
  })

  it('is not lifted by one vivid sentence among calm ones', () => {
    const calm = ['1', '2', '3', '4'].map((id) => ({
      ...segments[0],
      id: `x${id}`,
      intensity: id === '4' ? 3 : 1,
    })) as unknown as typeof segments
    const coded = calm.map(({ id }) => {
      return { segment: id, code: 'construct.work.peers', basis: 'one-coder' } as const
    })

    expect(themeLevelsOf(first, calm, coded)['work.peers']).toBe('raised-mildly')
  })
})

describe('what a group was asked about', () => {
  it('is what its cards and its questions named', () => {
    expect(isProbed('construct.work.role', first)).toBe(true)
    expect(isProbed('construct.help.trust', first)).toBe(true)
    expect(isProbed('construct.help.trust', third)).toBe(false)
    expect(isProbed('construct.help.access', third)).toBe(true)
    expect(isProbed('construct.help.stigma', first)).toBe(false)
    expect(isProbed('hazard.tools', third)).toBe(true)
    expect(isProbed('trust.outside', third)).toBe(false)
    expect(isProbed('own.anything', first)).toBe(false)
  })
})

describe('the score of a construct', () => {
  const { groups, byConstruct } = readFocusGroups([
    themeAnswersOf(sessions, segments, final),
  ])

  it('is made of the levels of counted groups, the conversation left out', () => {
    expect(groups).toBe(3)
    // Clearly, strongly, silence: 100 · (2 + 3 + 0)/3/3.
    expect(byConstruct['work.demands']).toEqual({
      score: expect.closeTo(500 / 9, 10),
      groupsProbed: 3,
      groupsRaised: 2,
    })
    // Nobody was asked; mildly and strongly: 100 · (1 + 3)/3/2.
    expect(byConstruct['soc.care']).toEqual({
      score: expect.closeTo(400 / 6, 10),
      groupsProbed: 2,
      groupsRaised: 2,
    })
  })

  it('is 0 for silence about what was asked, missing for what was not or is sensitive', () => {
    expect(byConstruct['bio.sleep']).toEqual({
      score: 0,
      groupsProbed: 2,
      groupsRaised: 0,
    })
    expect(byConstruct['soc.finance']).toBeUndefined()
    expect(byConstruct['psy.distress']).toBeUndefined()
  })

  it('is missing where one group alone raised it', () => {
    expect(byConstruct['work.role']).toBeUndefined()
  })
})

describe('the table of themes', () => {
  it('counts groups first, then how often and by how many it was said', () => {
    expect(themesOf(sessions)).toEqual([
      {
        code: 'construct.work.demands',
        groupsProbed: 3,
        groupsRaised: 2,
        timesSaid: 4,
        extensiveness: 10,
        meanIntensity: 2.25,
        tones: ['problem'],
        examples: [],
      },
      {
        code: 'wish.conversation',
        groupsProbed: 3,
        groupsRaised: 2,
        timesSaid: 3,
        extensiveness: 10,
        meanIntensity: 2,
        tones: ['wish'],
        examples: [],
      },
      {
        code: 'construct.soc.care',
        groupsProbed: 2,
        groupsRaised: 2,
        timesSaid: 2,
        extensiveness: 5,
        meanIntensity: 2,
        tones: [],
        examples: [],
      },
    ])
  })

  it('shows approved paraphrases only, and none of a theme of one group', () => {
    const approved = new Set(['a1', 'a4', 'd1'])

    const examples = themesOf(sessions, approved).flatMap((theme) => theme.examples)

    expect(examples).toEqual(['said a1'])
  })

  it('looks the same whether one group raised a theme or none did', () => {
    const without = final.filter(({ code }) => code !== 'construct.work.role')

    const table = tabulateThemes(builtInCodes, sessions, segments, without, nothing)

    expect(table).toEqual(
      tabulateThemes(builtInCodes, sessions, segments, final, nothing),
    )
  })

  it('says nothing of fewer than three groups', () => {
    expect(
      tabulateThemes(builtInCodes, [first, second], segments, final, nothing),
    ).toEqual({ kind: 'too-few-groups', groups: 2 })
  })
})
