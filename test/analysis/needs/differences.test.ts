import { describe, expect, it } from 'vitest'
import { disclose } from '#analysis/disclosure/disclose.ts'
import type { Disclosed, Release } from '#analysis/disclosure/disclosed.ts'
import { findDifferences } from '#analysis/needs/differences.ts'
import { compareWaves } from '#analysis/needs/wave-change.ts'
import type { ConstructId } from '#surveys/constructs.ts'
import { countOf, countTable, flatUnits, formed, planFor } from '../an-organization.ts'

/** Units of 100 people, 70 of whom answered; shares of elevated need as given. */
function releaseWith(
  shares: readonly number[],
  construct: ConstructId = 'bio.sleep',
  answered = 70,
): Disclosed<Release> {
  const plan = planFor(formed(flatUnits(shares.map(() => 100))), [construct])
  const counts = plan.reportingUnits.map((unit, index) => {
    return [unit, countOf(answered, shares[index] ?? 0)] as const
  })
  const ballots = plan.reportingUnits.map((unit) => [unit, answered] as const)
  return disclose(
    plan,
    countTable(Object.fromEntries(ballots), { [construct]: Object.fromEntries(counts) }),
  )
}

describe('groups that differ notably', () => {
  it('are those clearly apart from everybody else, in either direction', () => {
    const differences = findDifferences(releaseWith([0.7, ...Array(7).fill(0.3)]))

    expect(differences).toEqual([
      { construct: 'bio.sleep', group: 'u01', direction: 'more' },
    ])
    expect(findDifferences(releaseWith([0.2, ...Array(7).fill(0.6)]))).toEqual([
      { construct: 'bio.sleep', group: 'u01', direction: 'less' },
    ])
  })

  it('are none below ten points, or where chance would do', () => {
    expect(findDifferences(releaseWith([0.38, 0.3, 0.3, 0.3]))).toEqual([])
    expect(findDifferences(releaseWith([0.5, 0.3, 0.4, 0.3], 'bio.sleep', 20))).toEqual(
      [],
    )
  })

  it('are never told of a sensitive need', () => {
    expect(findDifferences(releaseWith([0.9, 0.2, 0.2, 0.2], 'psy.distress'))).toEqual([])
  })
})

describe('what changed between two releases', () => {
  const changes = (before: readonly number[], after: readonly number[]) =>
    compareWaves(releaseWith(before), releaseWith(after))[0]

  it('is told in steps of five points, of the organization and of units that are the same', () => {
    const change = changes([0.2, 0.2, 0.2, 0.2], [0.8, 0.8, 0.8, 0.8])

    expect(change?.organization).toEqual({ kind: 'change', points: 25 })
    expect(change?.units['u01']).toEqual({ kind: 'change', points: 25 })
    expect(changes([0.8, 0.8, 0.8], [0.2, 0.2, 0.2])?.organization).toEqual({
      kind: 'change',
      points: -25,
    })
  })

  it('is no clear change where it is small or could be chance', () => {
    expect(changes([0.4, 0.4, 0.4], [0.45, 0.4, 0.4])?.organization).toEqual({
      kind: 'no-clear-change',
    })
  })

  it('is not told of a unit that has other people now', () => {
    const before = releaseWith([0.4, 0.4, 0.4])
    const plan = planFor(formed(flatUnits([100, 120, 100])), ['bio.sleep'])
    const counts = plan.reportingUnits.map((unit) => [unit, countOf(70, 0.4)] as const)
    const ballots = plan.reportingUnits.map((unit) => [unit, 70] as const)
    const after = disclose(
      plan,
      countTable(Object.fromEntries(ballots), {
        'bio.sleep': Object.fromEntries(counts),
      }),
    )

    const [change] = compareWaves(before, after)

    expect(Object.keys(change?.units ?? {})).toEqual(['u01', 'u03'])
  })
})
