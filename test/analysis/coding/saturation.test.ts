import { describe, expect, it } from 'vitest'
import { saturationOf, usualStopRule } from '#analysis/coding/saturation.ts'
import { final, segments, sessions } from './a-study.ts'

describe('saturation', () => {
  it('counts what each further group added, in the order they were held', () => {
    const { rows, verdict } = saturationOf(sessions, segments, final)

    expect(rows).toEqual([
      { place: 1, newCodes: 5, newConstructs: 3, codesSoFar: 5, share: 5 / 6 },
      { place: 2, newCodes: 1, newConstructs: 1, codesSoFar: 6, share: 1 },
      { place: 3, newCodes: 0, newConstructs: 0, codesSoFar: 6, share: 1 },
    ])
    expect(verdict).toBe('enough')
  })

  it('depends on the order: what is new is new to those before', () => {
    const [, b, c] = sessions
    const held = [c, b, ...sessions.slice(0, 1)].filter((one) => one !== undefined)

    const { rows, verdict } = saturationOf(held, segments, final)

    expect(rows.map(({ newCodes }) => newCodes)).toEqual([2, 1, 3])
    expect(verdict).toBe('go-on')
  })

  it('asks for as many quiet groups as the rule says', () => {
    const rule = { fewestGroups: 3, quietGroups: 2 }

    expect(saturationOf(sessions, segments, final, rule).verdict).toBe('go-on')
  })

  it('never ends before three groups, conversations not counted', () => {
    const [a, b, , d] = sessions
    const held = [a, b, d].filter((one) => one !== undefined)

    expect(saturationOf(held, segments, final).verdict).toBe('too-few-groups')
    expect(saturationOf([], [], []).rows).toEqual([])
    expect(() => saturationOf([], [], [], { ...usualStopRule, fewestGroups: 2 })).toThrow(
      'expected 3 groups and 1 quiet one at least, got 2 and 1',
    )
  })
})
