import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ConstructCount, CountTable } from '#analysis/disclosure/counts.ts'
import { disclose } from '#analysis/disclosure/disclose.ts'
import type { Cell, ReleasedConstruct } from '#analysis/disclosure/disclosed.ts'
import { keepUnits } from '#analysis/disclosure/reporting-units.ts'
import { type ConstructId, constructOf } from '#surveys/constructs.ts'
import { families } from '#surveys/modules/getting-help.ts'
import {
  countOf,
  countTable,
  flatUnits,
  formed,
  planFor,
  releaseOf,
} from '../an-organization.ts'

const hidden: Cell = {
  answered: { kind: 'hidden' },
  meanNeed: { kind: 'hidden' },
  shareElevated: { kind: 'hidden' },
  shareHigh: { kind: 'hidden' },
}

/** Discloses one construct in flat units; `n` answers in each, all of them valid. */
function discloseOne(
  construct: ConstructId,
  headcounts: readonly number[],
  n: readonly number[],
  share = 0.4,
) {
  const plan = planFor(formed(flatUnits(headcounts)), [construct])
  const counts = plan.reportingUnits.map((unit, index) => {
    return [unit, countOf(n[index] ?? 0, share)] as const
  })
  const ballots = counts.map(([unit, count]) => [unit, count.n])
  const table = countTable(Object.fromEntries(ballots), {
    [construct]: Object.fromEntries(counts),
  })
  const release = disclose(plan, table)
  const cells = release.constructs[construct]
  if (!cells) throw new RangeError('expected the construct in the release')
  return { release, ...cells }
}

describe('disclosing', () => {
  it('shows common needs of units with mean and share, clipped and rounded', () => {
    const { organization, units } = discloseOne('bio.sleep', [50, 60], [24, 41])

    expect(organization).toEqual({
      answered: { kind: 'shown', from: 65, to: 69 },
      meanNeed: { kind: 'shown', value: 35 },
      shareElevated: { kind: 'shown', value: 0.4 },
      shareHigh: { kind: 'shown', value: 0.1 },
    })
    expect(units).toEqual({
      u01: {
        answered: { kind: 'shown', from: 20, to: 24 },
        meanNeed: { kind: 'shown', value: 35 },
        shareElevated: { kind: 'shown', value: 0.4 },
        shareHigh: { kind: 'at-most', value: 0.2 },
      },
      u02: {
        answered: { kind: 'shown', from: 40, to: 44 },
        meanNeed: { kind: 'shown', value: 35 },
        shareElevated: { kind: 'shown', value: 0.4 },
        shareHigh: { kind: 'shown', value: 0.1 },
      },
    })
  })

  it('shows a unit of ten to nineteen answers with its mean only', () => {
    const { units } = discloseOne('bio.sleep', [40, 60], [14, 40])

    expect(units).toMatchObject({
      u01: { meanNeed: { kind: 'shown' }, shareElevated: { kind: 'hidden' } },
    })
  })

  it('shows sensitive needs of units as means of twenty or more, never as shares', () => {
    const { units, organization } = discloseOne(
      'psy.distress',
      [40, 60, 60],
      [19, 25, 40],
    )

    expect(units).toMatchObject({
      u01: hidden,
      u02: hidden,
      u03: { meanNeed: { kind: 'shown' }, shareElevated: { kind: 'hidden' } },
    })
    expect(organization.shareElevated.kind).toBe('shown')
  })

  it('shows no share of a sensitive need below thirty answers', () => {
    const few = releaseOf({ 'psy.distress': 0.4 }, { people: 60, answers: 29 })
    const more = releaseOf({ 'psy.distress': 0.4 }, { people: 60, answers: 30 })

    expect(few.constructs['psy.distress']?.organization).toMatchObject({
      meanNeed: { kind: 'shown' },
      shareElevated: { kind: 'hidden' },
    })
    expect(more.constructs['psy.distress']?.organization.shareElevated.kind).toBe('shown')
  })

  it('shows rare things from a hundred answers on, of the organization only, as shares', () => {
    const few = discloseOne('work.harass', [80, 80], [50, 49], 0.2)
    const many = discloseOne('work.harass', [80, 80], [50, 50], 0.2)

    expect(few.organization).toEqual(hidden)
    expect(many.organization).toMatchObject({
      meanNeed: { kind: 'hidden' },
      shareElevated: { kind: 'shown', value: 0.2 },
    })
    expect(many.units).toEqual({ u01: hidden, u02: hidden })
  })

  it('shows the organization only below forty people, and below thirty answers', () => {
    const small = discloseOne('bio.sleep', [20, 19], [20, 0])
    const silent = discloseOne('bio.sleep', [40, 40], [14, 15])

    expect(small.units).toEqual({})
    expect(silent.units).toEqual({ u01: hidden, u02: hidden })
    expect(silent.release.units.map(({ answered }) => answered.kind)).toEqual([
      'hidden',
      'hidden',
    ])
    expect(silent.organization.meanNeed.kind).toBe('shown')
  })

  it('shows nothing at all below ten answers', () => {
    const { release, organization } = discloseOne('bio.sleep', [40, 40], [5, 4])

    expect(organization).toEqual(hidden)
    expect(release.organization.answered).toEqual({ kind: 'hidden' })
    expect(release.organization.responseRate).toEqual({ kind: 'hidden' })
  })

  it('hides a cell in one look, whatever the reason', () => {
    const { units, release } = discloseOne('bio.sleep', [40, 40, 60], [6, 12, 40])
    const { u01: tooFew, u02: givesItAway } = units

    expect(JSON.stringify(tooFew)).toBe(JSON.stringify(givesItAway))
    expect(tooFew).toEqual(hidden)
    const [first, second] = release.units
    expect(first?.responseRate).toEqual(second?.responseRate)
    expect(first?.answered).toEqual(second?.answered)
  })

  it('shows all constructs of a class for the same units', () => {
    const plan = planFor(formed(flatUnits([60, 60, 60])), ['bio.sleep', 'bio.msk'])
    const full = { u01: countOf(40, 0.3), u02: countOf(40, 0.3), u03: countOf(40, 0.3) }
    const few = { ...full, u01: countOf(9, 0.3) }
    const counts = countTable(
      { u01: 40, u02: 40, u03: 40 },
      { 'bio.sleep': full, 'bio.msk': few },
    )

    const { constructs } = disclose(plan, counts)

    const shownOf = (construct: ConstructId): readonly string[] =>
      Object.entries(constructs[construct]?.units ?? {})
        .filter(([, cell]) => cell.meanNeed.kind !== 'hidden')
        .map(([unit]) => unit)
    expect(shownOf('bio.sleep')).toEqual(['u02'])
    expect(shownOf('bio.msk')).toEqual(['u02'])
  })

  it('lets a construct that hardly anybody answered hide nothing but itself', () => {
    const plan = planFor(formed(flatUnits([60, 60])), ['bio.sleep', 'bio.msk'])
    const counts = countTable(
      { u01: 40, u02: 40 },
      {
        'bio.sleep': { u01: countOf(40, 0.3), u02: countOf(40, 0.3) },
        'bio.msk': { u01: countOf(5, 0.3), u02: countOf(4, 0.3) },
      },
    )

    const { constructs } = disclose(plan, counts)

    expect(constructs['bio.sleep']?.units).toMatchObject({
      u01: { meanNeed: { kind: 'shown' } },
    })
    expect(constructs['bio.msk']).toEqual({
      organization: hidden,
      units: { u01: hidden, u02: hidden },
      groups: {},
    })
  })

  it('shows wishes and barriers of the organization from fifty answers on', () => {
    const disclosed = (n: number) => {
      const plan = planFor(formed(flatUnits([150])), [], true)
      const wanted = { n, chosen: { body: Math.round(n / 3), money: Math.round(n / 4) } }
      const barriers = { n, chosen: { time: n } }
      return disclose(plan, {
        ballots: { organization: n },
        constructs: {},
        wanted,
        barriers,
        crossed: null,
        measured: null,
      })
    }

    expect(disclosed(49).wanted.body).toEqual({ kind: 'hidden' })
    expect(disclosed(60).wanted.body).toEqual({ kind: 'shown', value: 0.35 })
    expect(disclosed(60).wanted.talk).toEqual({ kind: 'at-most', value: 0.1 })
    expect(disclosed(60).barriers.time).toEqual({ kind: 'at-least', value: 0.9 })
    expect(Object.keys(disclosed(60).wanted)).toEqual(families)
  })

  it('shows a wish that tells of a sensitive need from a hundred answers on', () => {
    const plan = planFor(formed(flatUnits([150])), [], true)
    const disclosed = (n: number) =>
      disclose(plan, {
        ballots: { organization: n },
        constructs: {},
        wanted: { n, chosen: { money: 30 } },
        barriers: null,
        crossed: null,
        measured: null,
      }).wanted.money

    expect(disclosed(99)).toEqual({ kind: 'hidden' })
    expect(disclosed(120)).toEqual({ kind: 'shown', value: 0.25 })
  })

  it('says nothing of what was not asked', () => {
    const release = releaseOf({ 'bio.sleep': 0.4 }, { people: 100, answers: 60 })

    expect(Object.keys(release.constructs)).toEqual(['bio.sleep'])
    expect(release.wanted).toEqual({})
    expect(release.barriers).toEqual({})
  })

  it('takes data without head counts, and then knows no rate', () => {
    const units = keepUnits(
      ['a', 'b', 'c'].map((id) => ({ id, name: id.toUpperCase(), parent: null })),
    )
    const plan = planFor(units, ['bio.sleep'])
    const counts = { a: countOf(30, 0.3), b: countOf(7, 0.3), c: countOf(25, 0.3) }

    const { organization, constructs } = disclose(
      plan,
      countTable({ a: 30, b: 7, c: 25 }, { 'bio.sleep': counts }),
    )

    expect(organization.responseRate).toEqual({ kind: 'unknown' })
    expect(constructs['bio.sleep']?.units).toMatchObject({
      a: { meanNeed: { kind: 'shown' } },
      b: hidden,
      c: hidden,
    })
  })

  it('shows nothing of fewer than sixteen people where nobody knows of more', () => {
    const plan = planFor(keepUnits([{ id: 'a', name: 'A', parent: null }]), ['bio.sleep'])
    const cellOf = (n: number) =>
      disclose(plan, countTable({ a: n }, { 'bio.sleep': { a: countOf(n, 0.4) } }))
        .constructs['bio.sleep']?.organization

    expect(cellOf(15)).toEqual(hidden)
    expect(cellOf(16)).toMatchObject({ meanNeed: { kind: 'shown' } })
  })

  it('can be asked for more, never for less, than the rules', () => {
    const plan = planFor(formed(flatUnits([150])), ['bio.sleep'])
    const shareOf = (n: number, share: number) => {
      const counts = { 'bio.sleep': { organization: countOf(n, 0.4) } }
      const thresholds = { ...plan.thresholds, share }
      const release = disclose(
        { ...plan, thresholds },
        countTable({ organization: n }, counts),
      )
      return release.constructs['bio.sleep']?.organization.shareElevated.kind
    }

    expect(shareOf(15, 1)).toBe('hidden')
    expect(shareOf(24, 20)).toBe('shown')
    expect(shareOf(24, 25)).toBe('hidden')
  })

  it('refuses counts that cannot be, without telling them', () => {
    const plan = planFor(formed(flatUnits([50, 60])), ['bio.sleep'])
    const attempt = (table: Partial<CountTable>) => () =>
      disclose(plan, { ...countTable({ u01: 20, u02: 30 }, {}), ...table })
    const sleep = (count: Partial<ConstructCount>) => ({
      constructs: { 'bio.sleep': { u01: { ...countOf(20, 0.4), ...count } } },
    })

    expect(attempt({ ballots: { u03: 20 } })).toThrow('reporting units only, got u03')
    expect(attempt({ ballots: { u01: 51 } })).toThrow('possible number of ballots in u01')
    expect(attempt(sleep({ n: 21 }))).toThrow('possible counts of bio.sleep in u01')
    expect(attempt(sleep({ elevated: 21 }))).toThrow(RangeError)
    expect(attempt(sleep({ high: 9 }))).toThrow(RangeError)
    expect(attempt(sleep({ sumOfNeed: 2001 }))).toThrow(RangeError)
    expect(attempt(sleep({ sumOfNeed: Number.NaN }))).toThrow(RangeError)
    expect(attempt({ constructs: { 'bio.msk': {} } })).toThrow('got bio.msk')
    expect(attempt({ wanted: { n: 51, chosen: {} } })).toThrow(RangeError)
  })

  it('changes nothing when people in the hidden units of one remainder trade answers', () => {
    fc.assert(
      fc.property(anyAnswers(), fc.nat(1000), ({ headcounts, scores }, turn) => {
        const plan = planFor(formed(flatUnits(headcounts)), ['bio.sleep'])
        const before = discloseScores(plan, scores)
        const cells = before.constructs['bio.sleep']?.units ?? {}
        const hiddenUnits = plan.units
          .map(({ id }) => id)
          .filter((id) => cells[id]?.meanNeed.kind === 'hidden')

        // The hidden units of a flat tree make up one remainder: rotate their answers.
        const pooled = hiddenUnits.flatMap((id) => scores.get(id) ?? [])
        const rotated = pooled.map((_, i) => pooled[(i + turn) % pooled.length] ?? 0)
        const traded = new Map(scores)
        let taken = 0
        for (const id of hiddenUnits) {
          const { length } = scores.get(id) ?? []
          traded.set(id, rotated.slice(taken, taken + length))
          taken += length
        }

        expect(JSON.stringify(discloseScores(plan, traded))).toBe(JSON.stringify(before))
      }),
    )
  })

  it('leaves no small group to be subtracted, construct by construct, in any tree', () => {
    const constructs = ['bio.sleep', 'bio.msk', 'psy.distress'] as const
    fc.assert(
      fc.property(anyCountedTree(constructs), ({ units, ballots, counts }) => {
        const plan = planFor(keepUnits(units), constructs)

        const { constructs: released } = disclose(plan, countTable(ballots, counts))

        for (const construct of constructs) {
          const n = counts[construct] ?? {}
          const least = constructOf(construct).sensitive ? 20 : 10
          expectNoSmallRemainder(units, released[construct], 'meanNeed', n, least)
          expectNoSmallRemainder(units, released[construct], 'shareElevated', n, 20)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('cannot be changed afterwards', () => {
    const release = releaseOf({ 'bio.sleep': 0.4 }, { people: 100, answers: 60 })

    expect(Object.isFrozen(release.constructs['bio.sleep']?.organization.meanNeed)).toBe(
      true,
    )
  })

  it('never shows more of a sensitive need than of a common one', () => {
    fc.assert(
      fc.property(anyAnswers(), ({ headcounts, scores }) => {
        const plan = planFor(formed(flatUnits(headcounts)), ['bio.sleep', 'psy.distress'])
        expect(constructOf('psy.distress').sensitive).toBe(true)

        const { constructs } = discloseScores(plan, scores)

        for (const [unit, cell] of Object.entries(
          constructs['psy.distress']?.units ?? {},
        )) {
          const common = constructs['bio.sleep']?.units[unit]
          if (common?.meanNeed.kind === 'hidden') expect(cell).toEqual(hidden)
        }
      }),
    )
  })
})

interface AnyAnswers {
  readonly headcounts: readonly number[]
  /** need scores of those who answered, by unit */
  readonly scores: ReadonlyMap<string, readonly number[]>
}

function anyAnswers(): fc.Arbitrary<AnyAnswers> {
  const score = fc.constantFrom(0, 25, 50, 75, 100)
  const unit = fc.integer({ min: 16, max: 50 }).chain((headcount) =>
    fc.record({
      headcount: fc.constant(headcount),
      answers: fc.array(score, { maxLength: headcount }),
    }),
  )
  return fc.array(unit, { minLength: 3, maxLength: 8 }).map((units) => {
    const headcounts = units.map(({ headcount }) => headcount)
    const scores = flatUnits(headcounts).map(({ id }, index) => {
      return [id, units[index]?.answers ?? []] as const
    })
    return { headcounts, scores: new Map(scores) }
  })
}

interface CountedTree {
  readonly units: readonly {
    readonly id: string
    readonly name: string
    readonly parent: string | null
  }[]
  readonly ballots: Readonly<Record<string, number>>
  readonly counts: Readonly<Record<string, Readonly<Record<string, ConstructCount>>>>
}

/** Up to nine units on several levels, people in each, some of whom leave questions out. */
function anyCountedTree(constructs: readonly ConstructId[]): fc.Arbitrary<CountedTree> {
  const drawn = fc.record({
    ballots: fc.nat(45),
    above: fc.nat(12),
    missing: fc.array(fc.nat(12), { minLength: 3, maxLength: 3 }),
  })
  return fc.array(drawn, { minLength: 4, maxLength: 9 }).map((list) => {
    const units = list.map(({ above }, index) => {
      return {
        id: `u${index}`,
        name: `U${index}`,
        parent: above < index ? `u${above}` : null,
      }
    })
    const countsOf = (which: number) =>
      list.map(({ ballots, missing }, index) => {
        const n = Math.max(0, ballots - (missing[which] ?? 0))
        return [`u${index}`, countOf(n, 0.4)] as const
      })
    return {
      units,
      ballots: Object.fromEntries(
        list.map(({ ballots }, index) => [`u${index}`, ballots]),
      ),
      counts: Object.fromEntries(
        constructs.map((construct, which) => [
          construct,
          Object.fromEntries(countsOf(which)),
        ]),
      ),
    }
  })
}

/** What is left of each shown unit, and of the organization, without its shown parts. */
function expectNoSmallRemainder(
  units: CountedTree['units'],
  released: ReleasedConstruct | undefined,
  figure: 'meanNeed' | 'shareElevated',
  counts: Readonly<Record<string, ConstructCount>>,
  least: number,
): void {
  if (released?.organization[figure].kind === 'hidden') return
  const nearestShown = (id: string): string | null => {
    if (released?.units[id]?.[figure].kind !== 'hidden') return id
    const parent = units.find((unit) => unit.id === id)?.parent ?? null
    return parent === null ? null : nearestShown(parent)
  }
  for (const members of Map.groupBy(units, ({ id }) => nearestShown(id)).values()) {
    const people = members.reduce((sum, { id }) => sum + (counts[id]?.n ?? 0), 0)
    expect(people === 0 || people >= least).toBe(true)
  }
}

function discloseScores(
  plan: ReturnType<typeof planFor>,
  scores: ReadonlyMap<string, readonly number[]>,
) {
  const counts = [...scores].map(([unit, needs]) => {
    return [
      unit,
      {
        n: needs.length,
        elevated: needs.filter((need) => need >= 50).length,
        high: needs.filter((need) => need >= 75).length,
        sumOfNeed: needs.reduce((sum, need) => sum + need, 0),
      },
    ] as const
  })
  const byUnit = Object.fromEntries(counts)
  const ballots = counts.map(([unit, { n }]) => [unit, n])
  const constructs = plan.constructs.map(({ construct }) => [construct, byUnit])
  return disclose(
    plan,
    countTable(Object.fromEntries(ballots), Object.fromEntries(constructs)),
  )
}
