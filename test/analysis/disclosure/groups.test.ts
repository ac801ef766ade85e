import { describe, expect, it } from 'vitest'
import { withoutRefused } from '#analysis/disclosure/audit-release.ts'
import { groupBand } from '#analysis/disclosure/bands.ts'
import type { CountTable } from '#analysis/disclosure/counts.ts'
import { crossPlan } from '#analysis/disclosure/crossing.ts'
import { disclose } from '#analysis/disclosure/disclose.ts'
import type { Release } from '#analysis/disclosure/disclosed.ts'
import { filterBlocks } from '#analysis/disclosure/filter-rule.ts'
import { groupId } from '#analysis/disclosure/filters.ts'
import {
  type PublicationPlan,
  planPublication,
} from '#analysis/disclosure/publication-plan.ts'
import type { Unit } from '#analysis/disclosure/reporting-units.ts'
import { findFaults } from '#analysis/disclosure/span-audit.ts'
import { type ConstructScores, level } from '#analysis/scoring/construct-scores.ts'
import { tallyCounts } from '#analysis/scoring/tally-counts.ts'
import { seededRandom } from '#analysis/statistics/random.ts'
import type { ConstructId } from '#surveys/constructs.ts'
import { flatUnits, formed } from '../an-organization.ts'

const filters = [
  { id: 'gender', categories: ['woman', 'man', 'another'] },
  { id: 'age', categories: ['young', 'middle', 'old'] },
]

/** So many people of a unit said this of their gender and age; −1 for no answer. */
type People = readonly [unit: string, gender: number, age: number, count: number]

function planOf(headcounts: readonly number[], construct: ConstructId): PublicationPlan {
  return planOfUnits(flatUnits(headcounts), construct)
}

function planOfUnits(units: readonly Unit[], construct: ConstructId): PublicationPlan {
  return planPublication({
    organization: 'Acme',
    manyEmployers: false,
    units: formed(units),
    asked: {
      constructs: [construct],
      wanted: false,
      barriers: false,
      filters,
      items: [],
    },
  })
}

/** Everybody has a need of 40, but for one in five, who has 60. */
const fewHaveMore = (index: number): number => (index % 5 === 0 ? 60 : 40)

function countPeople(
  people: readonly People[],
  construct: ConstructId,
  needOf: (index: number) => number = fewHaveMore,
): CountTable {
  const each = people.flatMap(([unit, gender, age, count]) =>
    Array.from({ length: count }, () => ({ unit, gender, age })),
  )
  const need = Float64Array.from(each, (_, index) => needOf(index))
  const scores: ConstructScores = {
    construct,
    need,
    level: Int8Array.from(need, (one) => (one >= 50 ? level.elevated : level.low)),
  }
  return tallyCounts(
    each.map(({ unit }) => unit),
    [scores],
    {
      wanted: null,
      barriers: null,
      background: {
        gender: Int8Array.from(each, ({ gender }) => gender),
        age: Int8Array.from(each, ({ age }) => age),
      },
      measured: null,
    },
  )
}

function shownGroups(release: Release, construct: ConstructId): readonly string[] {
  return Object.entries(release.constructs[construct]?.groups ?? {})
    .filter(([, { meanNeed }]) => meanNeed.kind !== 'hidden')
    .map(([id]) => id)
}

describe('planning figures by background', () => {
  it('plans none below forty people, the organization up to 150, divisions above', () => {
    const groupsOf = (...headcounts: number[]) =>
      planOf(headcounts, 'bio.sleep').groups.map(({ unit }) => unit)

    expect(groupsOf(39)).toEqual([])
    expect(new Set(groupsOf(75, 75))).toEqual(new Set([null]))
    expect(new Set(groupsOf(75, 76, 39))).toEqual(new Set([null, 'u01', 'u02']))
  })

  it('never plans two backgrounds at once', () => {
    const { groups } = planOf([200], 'bio.sleep')

    expect(groups.map(({ id }) => id)).toEqual([
      groupId(null, 'gender', 'woman'),
      groupId(null, 'gender', 'man'),
      groupId(null, 'gender', 'another'),
      groupId(null, 'age', 'young'),
      groupId(null, 'age', 'middle'),
      groupId(null, 'age', 'old'),
    ])
  })
})

describe('figures by background', () => {
  it('show an answer only where those it leaves are nobody or ten', () => {
    const people: People[] = [
      ['organization', 0, 0, 40],
      ['organization', 1, 1, 30],
      ['organization', 2, 2, 9],
    ]

    const release = disclose(planOf([120], 'bio.sleep'), countPeople(people, 'bio.sleep'))

    // Nine others would be left: the men are hidden with them.
    expect(shownGroups(release, 'bio.sleep')).toEqual(['/gender/woman', '/age/young'])
  })

  it('count those who did not say among those who are left', () => {
    const people: People[] = [
      ['organization', 0, 0, 40],
      ['organization', 1, 0, 30],
      ['organization', -1, 0, 3],
    ]

    const release = disclose(planOf([120], 'bio.sleep'), countPeople(people, 'bio.sleep'))

    expect(shownGroups(release, 'bio.sleep')).toEqual(['/gender/woman', '/age/young'])
  })

  it('need twenty answers for a sensitive need, and never show a rare one', () => {
    const people: People[] = [
      ['organization', 0, 0, 60],
      ['organization', 1, 0, 15],
    ]
    const shown = (construct: ConstructId) =>
      shownGroups(
        disclose(planOf([120], construct), countPeople(people, construct)),
        construct,
      )

    expect(shown('bio.sleep')).toContain('/gender/man')
    expect(shown('psy.distress')).toEqual(['/age/young'])
    expect(shown('work.harass')).toEqual([])
  })

  it('hide an answer in one more division where it would tell of a few elsewhere', () => {
    // Women are shown in both divisions and in all: seven more are in neither.
    const people: People[] = [
      ['u01', 0, 0, 30],
      ['u01', 1, 0, 30],
      ['u02', 0, 0, 25],
      ['u02', 1, 0, 30],
      ['u03', 0, 0, 7],
      ['u03', 1, 0, 13],
    ]
    const plan = planOf([80, 80, 30], 'bio.sleep')

    const release = disclose(plan, countPeople(people, 'bio.sleep'))

    const shown = shownGroups(release, 'bio.sleep')
    expect(shown).toContain('/gender/woman')
    expect(shown).toContain('u01/gender/woman')
    expect(shown).not.toContain('u02/gender/woman')
  })

  it('look the same wherever they are hidden', () => {
    const people: People[] = [
      ['organization', 0, 0, 40],
      ['organization', 1, 0, 30],
      ['organization', 2, 0, 5],
    ]

    const release = disclose(planOf([120], 'bio.sleep'), countPeople(people, 'bio.sleep'))

    const cells = release.constructs['bio.sleep']?.groups ?? {}
    expect(cells['/gender/man']).toEqual(cells['/gender/another'])
    expect(cells['/gender/man']).toEqual({
      answered: { kind: 'hidden' },
      meanNeed: { kind: 'hidden' },
      shareElevated: { kind: 'hidden' },
      shareHigh: { kind: 'hidden' },
    })
  })

  it('tell how many answered in wide bands only', () => {
    expect(groupBand(9)).toEqual({ kind: 'hidden' })
    expect(groupBand(29)).toEqual({ kind: 'shown', from: 20, to: 29 })
    expect(groupBand(99)).toEqual({ kind: 'shown', from: 50, to: 99 })
    expect(groupBand(60_000)).toEqual({ kind: 'shown', from: 50_000, to: 499_999 })
  })
})

describe('the span audit', () => {
  const people: People[] = [
    ['u01', 0, 0, 20],
    ['u02', 0, 0, 6],
    ['u02', 1, 1, 24],
    ['u03', 1, 1, 30],
  ]
  const plan = planOf([60, 60, 60], 'bio.sleep')
  const counts = countPeople(people, 'bio.sleep')
  const { crossed } = counts
  if (!crossed) throw new RangeError('expected counts by background')
  const crossing = crossPlan(plan, crossed)
  const units = new Set(['u01', 'u02', 'u03'])

  it('finds a unit of one gender taken from everybody of that gender', () => {
    const groups = new Set(['/gender/woman'])

    const faults = findFaults(crossing, { units, groups }, crossed.ballots, 10)

    expect(faults.length).toBeGreaterThan(0)
    expect(
      findFaults(crossing, { units: new Set(), groups }, crossed.ballots, 7),
    ).toEqual([])
  })

  it('finds two answers that nearly the same people gave', () => {
    const few: People[] = [
      ['u01', 0, 0, 30],
      ['u01', 0, 1, 4],
      ['u01', 1, 1, 40],
    ]
    const table = countPeople(few, 'bio.sleep').crossed
    if (!table) throw new RangeError('expected counts by background')
    const groups = new Set(['/gender/woman', '/age/young'])

    const faults = findFaults(
      crossPlan(plan, table),
      { units: new Set(), groups },
      table.ballots,
      10,
    )

    expect(faults).toEqual([
      { division: -1, filters: [0] },
      { division: -1, filters: [1] },
    ])
  })

  it('finds nothing where units alone are shown', () => {
    const none = new Set<string>()

    expect(findFaults(crossing, { units, groups: none }, crossed.ballots, 10)).toEqual([])
  })

  it('is asked about answers that leave nobody or ten in every division and in all', () => {
    const candidates = new Set(plan.groups.map(({ id }) => id))

    const blocks = filterBlocks(crossing, units, [crossed.ballots], candidates, 10)

    // Six women are in the second division: shown in the first, they would be left.
    expect(blocks.map(({ groups }) => groups)).toEqual([
      ['/gender/man', '/gender/woman'],
      ['/age/middle', '/age/young'],
      ['u03/gender/man'],
      ['u03/age/middle'],
    ])
  })
})

describe('the audits of a release', () => {
  const people: People[] = [
    ['u01', 0, 0, 40],
    ['u01', 1, 1, 40],
    ['u02', 0, 1, 40],
    ['u02', 1, 0, 40],
  ]
  const plan = planOf([100, 100], 'bio.sleep')
  const counts = countPeople(people, 'bio.sleep')
  const release = disclose(plan, counts)

  it('leave what the rules made as it is', () => {
    expect(withoutRefused(plan, counts, release, 10)).toEqual(release)
  })

  it('take out figures by background in which a hidden group was shown after all', () => {
    const few: People[] = [...people.slice(0, 3), ['u02', 1, 0, 35], ['u02', 2, 0, 5]]
    const table = countPeople(few, 'bio.sleep')
    const own = disclose(plan, table)
    const sleep = own.constructs['bio.sleep']
    const woman = sleep?.groups['/gender/woman']
    if (!sleep || !woman) throw new RangeError('expected figures')
    const groups = { ...sleep.groups, '/gender/man': woman, '/gender/woman': woman }
    const forged = { ...own, constructs: { 'bio.sleep': { ...sleep, groups } } }

    const left = withoutRefused(plan, table, forged, 10).constructs['bio.sleep']

    const cells = Object.values(left?.groups ?? {})
    expect(cells.every(({ answered }) => answered.kind === 'hidden')).toBe(true)
    expect(left?.units).toEqual(sleep.units)
  })

  it('look at people whose unit is not shown, beside units that are', () => {
    // In each department two teams are too small to be shown. One person in them has a
    // background that nobody else in the division has, so that no exchange settles it.
    const small = ['a', 'b']
    const large = ['c', 'd', 'e', 'f']
    const divisions = Array.from({ length: 12 }, (_, index) => `d${10 + index}`)
    const units = divisions.flatMap((id): Unit[] => [
      { id, name: id, parent: null, headcount: 0 },
      { id: `${id}x`, name: id, parent: id, headcount: 0 },
      { id: `${id}y`, name: id, parent: id, headcount: 100 },
      ...[...small, ...large].map((team) => {
        const headcount = small.includes(team) ? 20 : 100
        return { id: `${id}x${team}`, name: team, parent: `${id}x`, headcount }
      }),
    ])
    const plan = planOfUnits(units, 'bio.sleep')
    const people = divisions.flatMap((id): People[] => [
      [`${id}xa`, 0, 0, 7],
      [`${id}xa`, 2, 2, 1],
      [`${id}xb`, 1, 1, 8],
      ...[`${id}y`, ...large.map((team) => `${id}x${team}`)].flatMap((unit) =>
        [0, 1].flatMap((gender) =>
          [0, 1, 2].map((age): People => [unit, gender, age, 12]),
        ),
      ),
    ])
    const random = seededRandom('needs')
    const counts = countPeople(people, 'bio.sleep', () => 25 * Math.floor(5 * random()))

    const release = disclose(plan, counts)

    expect(shownGroups(release, 'bio.sleep')).toContain('/gender/another')
    expect(withoutRefused(plan, counts, release, 10)).toEqual(release)
  })
})
