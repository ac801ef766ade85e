import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layOut, placingOf } from '#server/ballot-box/slots/layout.ts'

describe('laying out slots', () => {
  it('gives each unit exactly as many as it has people, in buckets of at most 32', () => {
    const headcounts = fc.array(fc.integer({ min: 1, max: 3_000 }), { maxLength: 20 })
    fc.assert(
      fc.property(headcounts, (counts) => {
        const units = counts.map((headcount, index) => ({ id: `${index}`, headcount }))
        const { places, units: byUnit } = layOut(units, 100)

        for (const { id, headcount } of units) {
          const slots = byUnit.get(id)?.map((place) => place.slots) ?? []
          expect(slots.reduce((sum, each) => sum + each, 0)).toBe(headcount)
          expect(Math.max(...slots)).toBeLessThanOrEqual(32)
          expect(Math.max(...slots) - Math.min(...slots)).toBeLessThanOrEqual(1)
        }
        expect(places.map(({ row }) => row)).toEqual(places.map((_, row) => row))
      }),
      { seed: 1 },
    )
  })

  it.each([0, -3, 2.5, Number.NaN])('refuses a head count of %d', (headcount) => {
    expect(() => layOut([{ id: 'hall', headcount }], 100)).toThrow(RangeError)
  })

  it('refuses a unit named twice', () => {
    const unit = { id: 'hall', headcount: 20 }

    expect(() => layOut([unit, unit], 100)).toThrow(RangeError)
  })
})

describe('the home of a ballot', () => {
  it('cannot be chosen without the key, and spreads evenly with it', () => {
    const homes = (key: number) =>
      Array.from({ length: 2_000 }, (_, name) => {
        const nullifier = Buffer.alloc(32)
        nullifier.writeUInt32BE(name)
        return placingOf(Buffer.alloc(32, key), nullifier, 4).home
      })
    const [one, other] = [homes(1), homes(2)]

    const equal = one.filter((home, index) => home === other[index]).length
    const counts = [0, 1, 2, 3].map((home) => one.filter((each) => each === home).length)

    // 500 expected in each, with a standard deviation of 19.4; bounds at six of them.
    expect(Math.abs(equal - 500)).toBeLessThan(117)
    for (const count of counts) expect(Math.abs(count - 500)).toBeLessThan(117)
  })
})
