import { describe, expect, it } from 'vitest'
import { beginCoalition } from './coalition.ts'
import { beginEnumeration } from './enumeration.ts'
import { beginHomogeneous } from './homogeneous.ts'
import { beginIntervalAgreement } from './interval-agreement.ts'
import { attackIntervals } from './interval-attack.ts'
import { beginIntervals } from './intervals.ts'
import { populationOf } from './population.ts'
import { everyGroupOfTen, isIn } from './published.ts'
import { beginRuleInversion } from './rule-inversion.ts'
import { attackEach, drawSubjects, skewedSubjects, subjectOf } from './subjects.ts'
import { beginTwoWaves } from './two-waves.ts'
import { asMeasured } from './wanted.ts'
import { beginWaves } from './waves.ts'

describe('figures as they are released', () => {
  it('leave open half of the scale for the average of any four who can be named', () => {
    const attack = beginIntervals(300)

    attackEach(attack, drawSubjects('bounds', 15, 16, 160))
    attackEach(attack, skewedSubjects('skewed bounds', 30, 50, 130))

    expect(attack.outcome().broken).toEqual([])
  })

  it.each([740, 790])('are audited exactly in an organization of %i people', (people) => {
    // Here figures of other units bound four people, whom those around them leave open.
    const subject = subjectOf(`rings ${(people - 500) / 10}`, {
      ...asMeasured,
      people,
      levels: 4,
      answering: people === 740 ? 'low' : 'high',
      uniform: 0.3,
      team: { median: 14, spread: 0.3 },
      rate: { mean: 1, spread: 0 },
    })

    const { broken, figures } = attackEach(beginIntervalAgreement(800), [subject])

    expect(broken).toEqual([])
    expect(figures['too narrow']).toBe(1)
  })

  it('are audited as the bounds of an attacker say', () => {
    const attack = beginIntervalAgreement(300)

    attackEach(attack, drawSubjects('audited', 10, 16, 300))
    const { broken, figures } = attackEach(attack, skewedSubjects('audited', 20, 60, 300))

    expect(broken).toEqual([])
    expect(figures['too narrow']).toBeGreaterThan(1)
  })

  it('would bound single people if they were exact', () => {
    const { organization } = subjectOf('exact', { ...asMeasured, people: 120 })
    const population = populationOf(organization, 0)
    const exact = everyGroupOfTen(population).map((group) => {
      const members = population.atoms.filter((atom) => isIn(atom, group))
      const people = members.reduce((sum, atom) => sum + atom.people, 0)
      const mean = members.reduce((sum, { need }) => sum + need, 0) / people
      return { ...group, low: mean, high: mean }
    })

    const { named } = attackIntervals(population, [['meanNeed', exact]])

    expect(named.width).toBeLessThan(1)
    expect(named.narrow).toBeGreaterThan(0)
  })

  it('never say that all answered the same', () => {
    const { broken } = attackEach(beginHomogeneous(), drawSubjects('alike', 8, 16, 300))

    expect(broken).toEqual([])
  })

  it('leave open how many there are, and tell of nobody by whole numbers', () => {
    const { broken } = attackEach(
      beginEnumeration(),
      drawSubjects('enumeration', 25, 16, 400),
    )

    expect(broken).toEqual([])
  })

  it('leave open how many there are when the rules are run backwards', () => {
    const { broken, figures } = attackEach(
      beginRuleInversion(5),
      drawSubjects('backwards', 12, 40, 90),
    )

    expect(broken).toEqual([])
    expect(figures['organizations']).toBe(5)
  })

  it('tell two insiders of nobody else by a share', () => {
    const { broken } = attackEach(
      beginCoalition(),
      drawSubjects('coalition', 20, 16, 300),
    )

    expect(broken).toEqual([])
  })

  it('tell no more together than each by itself, and compared no more than both', () => {
    const { broken, figures } = attackEach(
      beginTwoWaves(150),
      drawSubjects('two waves', 4, 60, 150),
    )

    expect(broken).toEqual([])
    expect(figures['comparisons']).toBeGreaterThan(0)
    expect(figures['groups of 1–9 tried']).toBeGreaterThan(0)
    expect(figures['people who left, came or moved']).toBeGreaterThan(0)
  })

  it('do bound who joined between two releases, if all others answer the same twice', () => {
    const { figures } = attackEach(beginWaves(1, 150), drawSubjects('waves', 6, 40, 200))

    expect(figures['computable from exact sums']).toBeGreaterThan(0)
  })
})
