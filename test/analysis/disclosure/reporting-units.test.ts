import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formReportingUnits,
  keepUnits,
  type Unit,
} from '#analysis/disclosure/reporting-units.ts'
import { flatUnits, formed } from '../an-organization.ts'

const unit = (id: string, headcount: number, parent: string | null = null): Unit => ({
  id,
  name: id,
  parent,
  headcount,
})

describe('forming reporting units', () => {
  it('merges siblings, smallest first, until each has sixteen people', () => {
    const units = [
      unit('office', 30),
      unit('warehouse-south', 7),
      unit('yard', 12),
      unit('works', 40),
    ]

    const { units: result, countedIn } = formed(units)

    expect(result).toEqual([
      { id: 'office', name: 'office', parent: null, headcount: 30, isReporting: true },
      {
        id: 'warehouse-south+yard',
        name: 'yard + warehouse-south',
        parent: null,
        headcount: 19,
        isReporting: true,
      },
      { id: 'works', name: 'works', parent: null, headcount: 40, isReporting: true },
    ])
    expect(countedIn).toMatchObject({ yard: 'warehouse-south+yard' })
  })

  it('merges equal sizes by id, whatever the order of the list', () => {
    const units = [unit('a', 10), unit('b', 10), unit('c', 10), unit('d', 30)]

    expect(formed(units.toReversed())).toEqual(formed(units))
    expect(formed(units).countedIn).toEqual({
      a: 'a+b+c',
      b: 'a+b+c',
      c: 'a+b+c',
      d: 'd',
    })
  })

  it('keeps a unit with too few people below it whole, under its own name', () => {
    const units = [
      unit('sales', 3),
      unit('north', 9, 'sales'),
      unit('south', 8, 'sales'),
      unit('works', 50),
    ]

    const { units: result, countedIn } = formed(units)

    expect(result.map(({ id, headcount }) => [id, headcount])).toEqual([
      ['sales', 20],
      ['works', 50],
    ])
    expect(countedIn).toEqual({
      north: 'sales',
      sales: 'sales',
      south: 'sales',
      works: 'works',
    })
  })

  it('lets the people directly in a divided unit join its smallest part', () => {
    const units = [
      unit('works', 4),
      unit('day', 20, 'works'),
      unit('night', 30, 'works'),
      unit('office', 25),
    ]

    const { units: result, countedIn } = formed(units)

    expect(result.map(({ id, parent, headcount }) => [id, parent, headcount])).toEqual([
      ['office', null, 25],
      ['works', null, 54],
      ['day+works.own', 'works', 24],
      ['night', 'works', 30],
    ])
    expect(countedIn).toMatchObject({ works: 'day+works.own' })
  })

  it('lets a small unit among divided ones join the smallest part of the smallest', () => {
    const units = [
      unit('direction', 5),
      unit('works', 0),
      unit('day', 20, 'works'),
      unit('night', 30, 'works'),
      unit('care', 0),
      unit('ward', 40, 'care'),
      unit('home', 50, 'care'),
    ]

    const { units: result } = formed(units)

    expect(
      result.map(({ name, parent, headcount }) => [name, parent, headcount]),
    ).toEqual([
      ['care', null, 90],
      ['home', 'care', 50],
      ['ward', 'care', 40],
      ['works + direction', null, 55],
      ['day + direction', 'direction+works', 25],
      ['night', 'direction+works', 30],
    ])
  })

  it('does not divide fewer than forty people', () => {
    const { units, countedIn } = formed(flatUnits([20, 19]))

    expect(units).toEqual([
      {
        id: 'organization',
        name: 'Acme',
        parent: null,
        headcount: 39,
        isReporting: true,
      },
    ])
    expect(countedIn).toEqual({ u01: 'organization', u02: 'organization' })
  })

  it('refuses fewer than sixteen people, as an outcome', () => {
    expect(formReportingUnits('Acme', flatUnits([8, 7]))).toEqual({
      kind: 'refused',
      reason: 'too-few-people',
      headcount: 15,
      needed: 16,
    })
  })

  it('leaves out a unit without people', () => {
    expect(formed(flatUnits([0, 25, 30])).countedIn).toEqual({ u02: 'u02', u03: 'u03' })
  })

  it('loses nobody and leaves no reporting unit below sixteen', () => {
    fc.assert(
      fc.property(anyUnits(), (units) => {
        const people = units.reduce((sum, { headcount }) => sum + headcount, 0)
        fc.pre(people >= 16)

        const result = formed(units)
        const reporting = result.units.filter(({ isReporting }) => isReporting)

        expect(reporting.reduce((sum, one) => sum + (one.headcount ?? 0), 0)).toBe(people)
        expect(reporting.every(({ headcount }) => (headcount ?? 0) >= 16)).toBe(true)
        for (const one of reporting) {
          const members = units.filter(({ id }) => result.countedIn[id] === one.id)
          expect(members.reduce((sum, { headcount }) => sum + headcount, 0)).toBe(
            one.headcount,
          )
        }
      }),
    )
  })

  it('gives every unit above exactly the people of its parts, of which it has several', () => {
    fc.assert(
      fc.property(anyUnits(), (units) => {
        fc.pre(units.reduce((sum, { headcount }) => sum + headcount, 0) >= 16)

        const result = formed(units)

        for (const above of result.units.filter(({ isReporting }) => !isReporting)) {
          const parts = result.units.filter(({ parent }) => parent === above.id)
          expect(parts.length).toBeGreaterThan(1)
          expect(parts.reduce((sum, part) => sum + (part.headcount ?? 0), 0)).toBe(
            above.headcount,
          )
        }
      }),
    )
  })

  it('does not depend on the order of the list', () => {
    fc.assert(
      fc.property(anyUnits(), (units) => {
        const result = formReportingUnits('Acme', units)

        expect(formReportingUnits('Acme', units.toReversed())).toEqual(result)
      }),
    )
  })

  it('names the unit that is wrong', () => {
    const form = (units: readonly Unit[]) => () => formReportingUnits('Acme', units)

    expect(form([unit('a', 20), unit('a', 30)])).toThrow('got a twice')
    expect(form([unit('a', 20, 'nowhere')])).toThrow('above a, got nowhere')
    expect(form([unit('a', 20, 'b'), unit('b', 20, 'a')])).toThrow('got a below itself')
    expect(form([unit('a', -1)])).toThrow('for a, got -1')
    expect(form([unit('a', 2.5)])).toThrow('for a, got 2.5')
  })
})

describe('units of answers collected elsewhere', () => {
  it('stay as they are, because nobody knows how many people they have', () => {
    const { units, countedIn } = keepUnits([
      { id: 'works', name: 'Works', parent: null },
      { id: 'day', name: 'Day', parent: 'works' },
    ])

    expect(
      units.map(({ id, headcount, isReporting }) => [id, headcount, isReporting]),
    ).toEqual([
      ['works', null, true],
      ['day', null, true],
    ])
    expect(countedIn).toEqual({ works: 'works', day: 'day' })
  })

  it('must be a tree as well', () => {
    const round = [
      { id: 'a', name: 'A', parent: 'b' },
      { id: 'b', name: 'B', parent: 'a' },
    ]

    expect(() => keepUnits(round)).toThrow('got a below itself')
  })
})

/** Up to fourteen units; each stands below an earlier one or directly in the organization. */
function anyUnits(): fc.Arbitrary<readonly Unit[]> {
  const drawn = fc.record({ headcount: fc.nat(45), above: fc.nat(20) })
  return fc.array(drawn, { minLength: 1, maxLength: 14 }).map((list) =>
    list.map(({ headcount, above }, index) => {
      return unit(`u${index}`, headcount, above < index ? `u${above}` : null)
    }),
  )
}
