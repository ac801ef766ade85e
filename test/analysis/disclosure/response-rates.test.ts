import { describe, expect, it } from 'vitest'
import { discloseResponseRates } from '#analysis/disclosure/response-rates.ts'
import { flatUnits, formed, planFor } from '../an-organization.ts'

describe('response rates while an assessment is open', () => {
  it('are bands of the organization and of every unit', () => {
    const plan = planFor(formed(flatUnits([30, 50, 340])), [])

    const rates = discloseResponseRates(plan, { u01: 9, u02: 31, u03: 160 })

    expect(rates.organization).toEqual({ kind: 'band', from: 44, to: 50 })
    expect(rates.units).toEqual({
      u01: { kind: 'hidden' },
      u02: { kind: 'band', from: 60, to: 68 },
      u03: { kind: 'band', from: 44, to: 50 },
    })
  })

  it('look the same whether nobody or nine people answered', () => {
    const plan = planFor(formed(flatUnits([30, 50])), [])

    expect(discloseResponseRates(plan, {})).toEqual(
      discloseResponseRates(plan, { u01: 9 }),
    )
  })

  it('add up the units below a unit', () => {
    const plan = planFor(
      formed([
        { id: 'works', name: 'Works', parent: null, headcount: 0 },
        { id: 'day', name: 'Day', parent: 'works', headcount: 30 },
        { id: 'night', name: 'Night', parent: 'works', headcount: 30 },
        { id: 'office', name: 'Office', parent: null, headcount: 40 },
      ]),
      [],
    )

    const { units } = discloseResponseRates(plan, { day: 8, night: 8 })

    expect(units).toMatchObject({ works: { kind: 'band', from: 25, to: 32 } })
  })

  it('refuse more ballots than people', () => {
    const plan = planFor(formed(flatUnits([30, 50])), [])

    expect(() => discloseResponseRates(plan, { u01: 31 })).toThrow('ballots in u01')
  })
})
