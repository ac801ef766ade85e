import { describe, expect, it } from 'vitest'
import { disclose } from '#analysis/disclosure/disclose.ts'
import type { Disclosed, Release } from '#analysis/disclosure/disclosed.ts'
import { findDifferences } from '#analysis/needs/differences.ts'
import { compareWaves, isNoteworthy } from '#analysis/needs/wave-change.ts'
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
    compareWaves(
      releaseWith(before),
      releaseWith(after),
      before.map((_, index) => ({ before: `u0${index + 1}`, after: `u0${index + 1}` })),
    )[0]

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

  it('is noteworthy from ten points on', () => {
    expect(isNoteworthy({ kind: 'change', points: -10 })).toBe(true)
    expect(isNoteworthy({ kind: 'change', points: 5 })).toBe(false)
    expect(isNoteworthy({ kind: 'no-clear-change' })).toBe(false)
  })

  it('is told of units that are the same, by their later id, and of no other', () => {
    const [change] = compareWaves(releaseWith([0.2, 0.2]), releaseWith([0.8, 0.8]), [
      { before: 'u01', after: 'u02' },
    ])

    expect(change?.units).toEqual({ u02: { kind: 'change', points: 25 } })
  })

  it('is hidden where one of the releases hides, and where a unit is not in it', () => {
    const same = [{ before: 'u01', after: 'u01' }]
    const few = releaseWith([0.2, 0.2], 'bio.sleep', 5)

    expect(compareWaves(few, releaseWith([0.8, 0.8]), same)[0]?.units).toEqual({
      u01: { kind: 'hidden' },
    })
    expect(
      compareWaves(few, few, [{ before: 'nowhere', after: 'u01' }])[0]?.units,
    ).toEqual({ u01: { kind: 'hidden' } })
  })
})
