import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { disclose } from '#analysis/disclosure/disclose.ts'
import { keepUnits } from '#analysis/disclosure/reporting-units.ts'
import { restoreRelease } from '#analysis/disclosure/restore-release.ts'
import { assessNeeds } from '#analysis/needs/assess-needs.ts'
import type { Need } from '#analysis/needs/need.ts'
import { readEvidence, responseRateOf } from '#analysis/needs/read-release.ts'
import type { Testimony } from '#analysis/sources/evidence.ts'
import { noTestimony } from '#analysis/sources/testimony.ts'
import type { ConstructId } from '#surveys/constructs.ts'
import {
  countOf,
  countTable,
  flatUnits,
  formed,
  planFor,
  releaseOf,
} from '../an-organization.ts'
import design from '../expected/scenarios.json' with { type: 'json' }

const settings = { seed: 'spring', draws: 500 }

const needIn = (
  construct: ConstructId,
  release: Parameters<typeof assessNeeds>[0],
  testimony: Testimony = noTestimony,
): Need | undefined =>
  assessNeeds(release, testimony, settings).needs.needs.find(
    (need) => need.construct === construct,
  )

const heard = (parts: Partial<Testimony>): Testimony => ({ ...noTestimony, ...parts })

const threeGroups = (construct: ConstructId, score: number): Partial<Testimony> => ({
  groups: 3,
  focusGroups: {
    [construct]: { score, groupsProbed: 3, groupsRaised: score > 0 ? 3 : 0 },
  },
})

const threeManagers = (construct: ConstructId, score: number): Partial<Testimony> => ({
  interviews: 3,
  managerCoverage: 0.6,
  managers: { [construct]: { score } },
})

/** One construct in two units of 100 people each, 60 answers, these shares elevated. */
function twoUnits(first: number, second: number, construct: ConstructId = 'bio.sleep') {
  const plan = planFor(formed(flatUnits([100, 100])), [construct])
  const counts = { u01: countOf(60, first), u02: countOf(60, second) }
  return disclose(plan, countTable({ u01: 60, u02: 60 }, { [construct]: counts }))
}

describe('assessing needs', () => {
  it('gives the same needs for the same seed, and others for another', () => {
    const release = releaseOf(design.scenarios.money.prevalence, {
      people: 400,
      answers: 260,
    })
    const withSeed = (seed: string) =>
      assessNeeds(release, noTestimony, { seed, draws: 200 })

    expect(withSeed('a')).toEqual(withSeed('a'))
    expect(withSeed('a').draws.scores).not.toEqual(withSeed('b').draws.scores)
  })

  it('gives the same needs after the release was stored', () => {
    const release = releaseOf(design.scenarios.money.prevalence, {
      people: 400,
      answers: 260,
    })
    const restored = restoreRelease(JSON.parse(JSON.stringify(release)))

    expect(assessNeeds(restored, noTestimony, settings)).toEqual(
      assessNeeds(release, noTestimony, settings),
    )
  })

  it('does not depend on the order of units and constructs in the release', () => {
    const release = twoUnits(0.5, 0.2)
    const stored = JSON.parse(JSON.stringify(release))
    stored.units.reverse()

    expect(assessNeeds(restoreRelease(stored), noTestimony, settings)).toEqual(
      assessNeeds(release, noTestimony, settings),
    )
  })

  it('does not let one construct change the draws of another', () => {
    const one = releaseOf({ 'bio.sleep': 0.3 }, { people: 400, answers: 260 })
    const two = releaseOf(
      { 'bio.msk': 0.5, 'bio.sleep': 0.3 },
      { people: 400, answers: 260 },
    )

    expect(needIn('bio.sleep', two)).toEqual(needIn('bio.sleep', one))
  })

  it('lists the greatest need first', () => {
    const release = releaseOf(
      { 'bio.sleep': 0.2, 'work.demands': 0.6, 'bio.msk': 0.2 },
      { people: 400, answers: 260 },
    )

    const { needs } = assessNeeds(release, noTestimony, settings).needs

    expect(needs.map(({ construct }) => construct)).toEqual([
      'work.demands',
      'bio.msk',
      'bio.sleep',
    ])
  })

  it('tells what was not asked from what may not be shown', () => {
    const release = releaseOf({ 'work.harass': 0.2 }, { people: 80, answers: 60 })

    const { gaps } = assessNeeds(release, noTestimony, settings).needs

    expect(gaps).toContainEqual({ construct: 'work.harass', reason: 'not-shown' })
    expect(gaps).toContainEqual({ construct: 'bio.sleep', reason: 'not-asked' })
  })

  it('never says NaN, whatever sources there are', () => {
    const anyScore = fc.option(fc.integer({ min: 0, max: 20 }), { nil: null })
    const any = fc.tuple(
      fc.constantFrom(0, 0.02, 0.4, 1),
      fc.constantFrom(9, 18, 25, 60, 100),
      anyScore,
      anyScore,
    )
    fc.assert(
      fc.property(any, ([share, answers, groups, managers]) => {
        const release = releaseOf({ 'work.role': share }, { people: 100, answers })
        const testimony = heard({
          ...(groups === null ? {} : threeGroups('work.role', 5 * groups)),
          ...(managers === null ? {} : threeManagers('work.role', 5 * managers)),
        })

        const { needs, draws } = assessNeeds(release, testimony, { seed: 'x', draws: 50 })

        expect(numbersIn(needs).every(Number.isFinite)).toBe(true)
        for (const drawn of draws.scores.values()) {
          expect(drawn.every((value) => value >= 0 && value < 100 + 1e-9)).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('says nothing from the survey below twenty-five people', () => {
    const small = releaseOf({ 'bio.sleep': 0.5 }, { people: 24, answers: 20 })
    const larger = releaseOf({ 'bio.sleep': 0.5 }, { people: 25, answers: 21 })

    expect(small.constructs['bio.sleep']?.organization.shareElevated.kind).toBe('shown')
    expect(needIn('bio.sleep', small)).toBeUndefined()
    expect(needIn('bio.sleep', larger)).toBeDefined()
  })

  it('refuses to draw nothing', () => {
    const release = releaseOf({ 'bio.sleep': 0.5 }, { people: 60, answers: 40 })

    expect(() => assessNeeds(release, noTestimony, { seed: 'x', draws: 0 })).toThrow(
      'at least one draw, got 0',
    )
  })
})

describe('what the release says', () => {
  it('is read at the middle of the band', () => {
    const release = releaseOf({ 'bio.sleep': 0.4 }, { people: 400, answers: 261 })

    const { organization, answered } = readEvidence(release, 'bio.sleep') ?? {}

    expect(organization).toMatchObject({ headcount: 400, n: 262, isExact: true })
    expect(organization?.k).toBeCloseTo(0.4 * 262, 9)
    expect(organization?.m).toBeCloseTo(0.12 * 262, 9)
    expect(answered).toBe(260)
    expect(responseRateOf(release)).toBeCloseTo(262 / 400, 12)
  })

  it('reads "at most" as half, and of the high ones no more than is usual', () => {
    const release = releaseOf({ 'bio.sleep': 0.02 }, { people: 60, answers: 40 })
    expect(release.constructs['bio.sleep']?.organization).toMatchObject({
      shareElevated: { kind: 'at-most', value: 0.1 },
      shareHigh: { kind: 'at-most', value: 0.1 },
    })

    const { organization, isUpperBound } = readEvidence(release, 'bio.sleep') ?? {}

    expect(organization?.k).toBeCloseTo(0.05 * 42, 9)
    expect(organization?.m).toBeCloseTo(0.3 * 0.05 * 42, 9)
    expect(isUpperBound).toBe(true)
  })

  it('reads "at least" as half of what is left', () => {
    const release = releaseOf({ 'bio.sleep': 1 }, { people: 60, answers: 40 })

    expect(readEvidence(release, 'bio.sleep')?.organization.k).toBeCloseTo(0.95 * 42, 9)
  })

  it('has the released units as strata where they are everybody', () => {
    const units = readEvidence(twoUnits(0.5, 0.2), 'bio.sleep')?.strata

    expect(units?.map(({ unit, headcount }) => [unit, headcount])).toEqual([
      ['u01', 100],
      ['u02', 100],
    ])
  })

  it('has no strata where a unit is hidden or shows a bound only', () => {
    const plan = planFor(formed(flatUnits([100, 100, 30])), ['bio.sleep'])
    const counts = { u01: countOf(60, 0.5), u02: countOf(60, 0.3), u03: countOf(15, 0.3) }
    const partly = disclose(
      plan,
      countTable({ u01: 60, u02: 60, u03: 15 }, { 'bio.sleep': counts }),
    )

    expect(readEvidence(partly, 'bio.sleep')?.strata).toEqual([])
    expect(readEvidence(twoUnits(0.5, 0), 'bio.sleep')?.strata).toEqual([])
  })
})

describe('a need', () => {
  it('comes with people, and with what a stronger difference would mean', () => {
    const release = releaseOf({ 'bio.sleep': 0.4 }, { people: 420, answers: 290 })

    const { people, stressed, interval, score } = needIn('bio.sleep', release) ?? {}

    expect(people?.about).toBe(170)
    expect(people?.of).toBe(420)
    expect(stressed?.low).toBeLessThan(people?.low ?? 0)
    expect(stressed?.high).toBeGreaterThan(people?.high ?? 0)
    expect(interval?.low).toBeLessThanOrEqual(score ?? 0)
    expect(interval?.high).toBeGreaterThanOrEqual(score ?? 0)
  })

  it('comes without people where only a bound is known, and has reached no level', () => {
    const release = releaseOf({ 'psy.gambling': 0.01 }, { people: 200, answers: 120 })
    expect(release.constructs['psy.gambling']?.organization.shareElevated).toEqual({
      kind: 'at-most',
      value: 0.04,
    })

    const need = needIn('psy.gambling', release)

    expect(need).toMatchObject({ people: null, stressed: null, reaches: null })
    expect(need?.score).toBeGreaterThan(0)
  })

  it('knows how probably it has reached its levels', () => {
    const release = releaseOf({ 'bio.sleep': 0.6 }, { people: 400, answers: 260 })

    expect(needIn('bio.sleep', release)?.reaches).toEqual({ attention: 1, action: 1 })
  })

  it('is about people of a hundred where nobody knows how many there are', () => {
    const plan = planFor(keepUnits([{ id: 'a', name: 'A', parent: null }]), ['bio.sleep'])
    const release = disclose(
      plan,
      countTable({ a: 300 }, { 'bio.sleep': { a: countOf(300, 0.4) } }),
    )

    const need = needIn('bio.sleep', release)

    expect(need?.people).toMatchObject({ about: 40, of: 100 })
    expect(need?.sources.survey?.weight).toBeCloseTo(0.3, 12)
  })

  it('pools what was heard with what was answered', () => {
    const release = releaseOf({ 'work.role': 0.4 }, { people: 100, answers: 72 })
    const testimony = heard({
      ...threeGroups('work.role', 40),
      ...threeManagers('work.role', 80),
    })

    const need = needIn('work.role', release, testimony)

    const survey = need?.sources.survey?.score ?? 0
    expect(need?.sources).toMatchObject({
      survey: { weight: 0.6 },
      focusGroups: { score: 40, weight: 0.25 },
      managers: { score: 80, weight: 0.15 },
    })
    const pooled = 0.6 * survey + 0.25 * 40 + 0.15 * 80
    expect(Math.abs((need?.score ?? 0) - pooled)).toBeLessThan(1)
  })

  it('may come from testimony alone, and is then of low confidence at most', () => {
    const release = releaseOf({}, { people: 100, answers: 72 })
    const testimony = heard({
      ...threeGroups('work.role', 65),
      ...threeManagers('work.role', 70),
    })

    const need = needIn('work.role', release, testimony)

    expect(need).toMatchObject({
      score: 67,
      people: null,
      reaches: null,
      convergence: 'agreement',
      confidence: 'low',
    })
  })

  it('shows how far managers and staff are apart, in steps of five, for the work only', () => {
    const release = releaseOf(
      { 'work.role': 0.4, 'bio.msk': 0.4 },
      { people: 100, answers: 72 },
    )
    const managers = { 'work.role': { score: 10 }, 'bio.msk': { score: 10 } }
    const testimony = heard({ interviews: 3, managerCoverage: 0.6, managers })
    expect(release.constructs['work.role']?.organization.meanNeed).toEqual({
      kind: 'shown',
      value: 35,
    })

    expect(needIn('work.role', release, testimony)?.managerGap).toBe(-25)
    expect(needIn('bio.msk', release, testimony)?.managerGap).toBeNull()
    expect(needIn('work.role', release)?.managerGap).toBeNull()
  })
})

describe('a targeted unit', () => {
  it('is one whose need is clearly greater', () => {
    expect(needIn('bio.sleep', twoUnits(0.6, 0.15))?.targetedUnits).toEqual(['u01'])
    expect(needIn('bio.sleep', twoUnits(0.4, 0.35))?.targetedUnits).toEqual([])
  })

  it('is not one that is probably, but not clearly, ten points above the whole', () => {
    expect(needIn('bio.sleep', twoUnits(0.5, 0.3))?.targetedUnits).toEqual([])
  })

  it('is never one for a sensitive need', () => {
    expect(
      needIn('psy.distress', twoUnits(0.6, 0.15, 'psy.distress'))?.targetedUnits,
    ).toEqual([])
  })
})

function numbersIn(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(numbersIn)
}
