import { describe, expect, it } from 'vitest'
import { disclose } from '#analysis/disclosure/disclose.ts'
import { restoreRelease } from '#analysis/disclosure/restore-release.ts'
import { countOf, flatUnits, formed, planFor } from '../an-organization.ts'

function aRelease() {
  const plan = planFor(
    formed(flatUnits([60, 90])),
    ['bio.sleep', 'psy.distress', 'work.harass'],
    true,
  )
  const counts = { u01: countOf(41, 0.4), u02: countOf(65, 0.02) }
  return disclose(plan, {
    ballots: { u01: 45, u02: 70 },
    constructs: { 'bio.sleep': counts, 'psy.distress': counts, 'work.harass': counts },
    wanted: { n: 105, chosen: { body: 33, money: 2 } },
    barriers: { n: 100, chosen: { time: 90 } },
    crossed: null,
    measured: null,
  })
}

type Stored = ReturnType<typeof stored>
const stored = () => JSON.parse(JSON.stringify(aRelease()))

/** The stored release with one change. */
const changed = (change: (release: Stored) => void): Stored => {
  const release = stored()
  change(release)
  return release
}

describe('restoring a stored release', () => {
  it('gives back what was released', () => {
    expect(restoreRelease(stored())).toEqual(aRelease())
  })

  it('drops what a release does not name', () => {
    const withMore = changed((release) => {
      release.units[0].exactAnswers = 45
      release.note = 'kept by mistake'
    })

    expect(restoreRelease(withMore)).toEqual(aRelease())
  })

  it.each<[string, (release: Stored) => void]>([
    ['release', (release) => Object.assign(release, { organization: null })],
    ['rules', (release) => Object.assign(release, { rules: 'SDC-2' })],
    ['units', (release) => Object.assign(release, { units: 'none' })],
    ['units', (release) => release.units.push(release.units[0])],
    ['units', (release) => Object.assign(release.units[0], { parent: 'nowhere' })],
    ['a band', (release) => Object.assign(release.units[0].answered, { from: 3 })],
    ['a band', (release) => Object.assign(release.units[0].answered, { from: 41 })],
    ['a band', (release) => Object.assign(release.units[0].answered, { to: 40 })],
    ['constructs', (release) => Object.assign(release.constructs, { 'bio.luck': {} })],
    ['a cell', (release) => delete release.constructs['bio.sleep'].units.u01],
    ['a cell', (release) => delete release.constructs['bio.sleep'].units.u01.shareHigh],
    [
      'an exact mean',
      (release) =>
        Object.assign(release.constructs['bio.sleep'].units.u01.meanNeed, {
          value: 36.1,
        }),
    ],
    [
      'an unclipped share',
      (release) =>
        Object.assign(release.constructs['bio.sleep'].units.u02.shareElevated, {
          kind: 'shown',
          value: 0,
        }),
    ],
    [
      'a bound that is not the bound',
      (release) =>
        Object.assign(release.constructs['bio.sleep'].units.u02.shareElevated, {
          kind: 'at-most',
          value: 0.05,
        }),
    ],
    [
      'a share that is no number',
      (release) =>
        Object.assign(release.constructs['bio.sleep'].units.u01.shareElevated, {
          value: '0.4',
        }),
    ],
    [
      'a share of a sensitive need in a unit',
      (release) =>
        Object.assign(release.constructs['psy.distress'].units.u01, {
          shareElevated: { kind: 'shown', value: 0.4 },
        }),
    ],
    [
      'a figure of a rare need in a unit',
      (release) =>
        Object.assign(release.constructs['work.harass'].units.u01, {
          answered: { kind: 'shown', from: 40, to: 44 },
          meanNeed: { kind: 'shown', value: 40 },
        }),
    ],
    [
      'a wish below fifty answers',
      (release) => Object.assign(release.organization.answered, { from: 45, to: 49 }),
    ],
  ])('refuses a wrong place: %s', (_, change) => {
    expect(() => restoreRelease(changed(change))).toThrow(RangeError)
  })

  it('names the place and never the value', () => {
    const wrong = changed((release) => {
      release.constructs['bio.sleep'].units.u01.meanNeed.value = 36.1
    })

    expect(() => restoreRelease(wrong)).toThrow(
      'expected a figure that the rules allow at constructs.bio.sleep.units.u01.meanNeed',
    )
  })

  it('refuses what is no release at all', () => {
    for (const value of [null, undefined, 'release', 3, [], {}]) {
      expect(() => restoreRelease(value)).toThrow(RangeError)
    }
  })
})
