import { describe, expect, it } from 'vitest'
import { timedSteps } from '#analysis/orientation/session.ts'
import {
  accessFirst,
  channelOrder,
  confidentialityFirst,
  extraSession,
  type Findings,
  familyLetter,
  managerGap,
  ordinaryProblems,
  practicalDoors,
  practicalitiesFirst,
  standardVersion,
  tailor,
  workFirst,
} from '#analysis/orientation/tailoring.ts'
import type { ConstructId } from '#surveys/constructs.ts'
import { aSureNeed, everythingFound, findingsOf } from './sample-records.ts'

const nothing = findingsOf([])

describe.each<[string, (findings: Findings) => boolean, ConstructId]>([
  ['access comes first', accessFirst, 'help.aware'],
  ['confidentiality comes first', confidentialityFirst, 'help.trust'],
  ['problems are ordinary ones', ordinaryProblems, 'help.stigma'],
  ['hours and languages come first', practicalitiesFirst, 'help.access'],
])('%s', (_, rule, construct) => {
  it('from a need of 45 on', () => {
    const below = rule(findingsOf([aSureNeed(construct, 44)]))
    const at = rule(findingsOf([aSureNeed(construct, 45)]))

    expect([below, at]).toEqual([false, true])
  })

  it('by its own need alone', () => {
    expect(rule(findingsOf([aSureNeed('bio.sleep', 90)]))).toBe(false)
  })

  it('never by a need that is little more than a guess', () => {
    const guess = aSureNeed(construct, 80, { confidence: 'very-low' })

    expect(rule(findingsOf([guess]))).toBe(false)
  })
})

describe('practical doors', () => {
  const shown = (value: number) => ({ kind: 'shown', value }) as const

  it('open where a practical kind of help is wished for most', () => {
    const wanted = { money: shown(0.4), talk: shown(0.3) }

    expect(practicalDoors({ ...nothing, wanted })).toBe(true)
  })

  it('stay closed where talks are wished for more', () => {
    const wanted = { money: shown(0.2), talk: shown(0.3) }

    expect(practicalDoors({ ...nothing, wanted })).toBe(false)
  })

  it('stay closed where the wishes may not be shown', () => {
    expect(practicalDoors({ ...nothing, wanted: { money: { kind: 'hidden' } } })).toBe(
      false,
    )
  })
})

describe('work first', () => {
  it('is explained where a need of the work is high', () => {
    const high = aSureNeed('work.demands', 80, { band: 'high' })
    const considerable = aSureNeed('work.demands', 55, { band: 'considerable' })

    expect(workFirst(findingsOf([high]))).toBe(true)
    expect(workFirst(findingsOf([considerable]))).toBe(false)
  })

  it('stands before any help, whatever else is found', () => {
    const { order } = tailor(everythingFound)

    expect(order.slice(0, 4)).toEqual(['why', 'work', 'private', 'how'])
  })
})

describe('a letter to families', () => {
  it.each(['soc.care', 'soc.finance'] as const)(
    'names %s where it is high',
    (construct) => {
      const high = findingsOf([aSureNeed(construct, 80, { band: 'high' })])
      const some = findingsOf([aSureNeed(construct, 30, { band: 'some' })])

      expect([familyLetter(high), familyLetter(some)]).toEqual([true, false])
    },
  )
})

describe('ways to meet help', () => {
  it('stand in the order in which they are wished for, and only those that may be told', () => {
    expect(channelOrder(everythingFound)).toEqual(['phone', 'elsewhere'])
  })
})

describe('a gap between managers and staff', () => {
  it('counts in both directions from twenty points on', () => {
    const gaps = [-20, 20, 15, null].map((gap) =>
      managerGap(findingsOf([aSureNeed('work.role', 30, { managerGap: gap })])),
    )

    expect(gaps).toEqual([true, true, false, false])
  })
})

describe('an extra session', () => {
  it('is held where a need is greater in a part of the organization', () => {
    const targeted = aSureNeed('bio.msk', 40, { targetedUnits: ['u1'] })

    expect(extraSession(findingsOf([targeted]))).toBe(true)
    expect(extraSession(findingsOf([aSureNeed('bio.msk', 40)]))).toBe(false)
  })
})

describe('the standard version', () => {
  it('is what an organization gets of which nothing reliable is known', () => {
    const guess = aSureNeed('help.trust', 90, { confidence: 'very-low' })

    expect(tailor(findingsOf([guess])).rules).toEqual(['standard'])
    expect(standardVersion(everythingFound)).toBe(false)
  })
})

describe('a group session', () => {
  it('takes 45 to 60 minutes, whatever its order', () => {
    for (const findings of [nothing, everythingFound]) {
      const steps = timedSteps(tailor(findings))
      const last = steps.at(-1)
      const end = (last?.from ?? 0) + (last?.minutes ?? 0)

      expect(end).toBeGreaterThanOrEqual(45)
      expect(end).toBeLessThanOrEqual(60)
      expect(new Set(steps.map(({ step }) => step)).size).toBe(11)
    }
  })

  it('has the number saved right after the steps where people do not know them', () => {
    const steps = timedSteps(tailor(everythingFound)).map(({ step }) => step)

    expect(steps.indexOf('practice')).toBe(steps.indexOf('how') + 1)
  })
})
