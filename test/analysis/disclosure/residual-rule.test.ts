import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CountedUnit,
  commonPattern,
  publishableUnits,
} from '#analysis/disclosure/residual-rule.ts'
import { growTree } from '#analysis/disclosure/unit-tree.ts'

const counted = (id: string, n: number, parent: string | null = null): CountedUnit => ({
  id,
  parent,
  n,
  shownFrom: n,
})

const shownAmong = (
  units: readonly CountedUnit[],
  total: number,
  k = 10,
): readonly string[] => [...publishableUnits(growTree(units), total, k)].sort()

describe('the residual rule', () => {
  it('shows every unit where none is too small', () => {
    expect(shownAmong([counted('a', 12), counted('b', 30)], 42)).toEqual(['a', 'b'])
  })

  it('hides the next smallest with a unit that is too small, so that it cannot be subtracted', () => {
    expect(shownAmong([counted('a', 4), counted('b', 12), counted('c', 30)], 46)).toEqual(
      ['c'],
    )
  })

  it('hides nothing more where the small ones together are large enough', () => {
    const units = [counted('a', 4), counted('b', 7), counted('c', 30)]

    expect(shownAmong(units, 41)).toEqual(['c'])
  })

  it('lets the higher id go where sizes are equal', () => {
    expect(shownAmong([counted('a', 4), counted('c', 12), counted('b', 12)], 28)).toEqual(
      ['b'],
    )
  })

  it('shows parts of parts', () => {
    const units = [
      counted('works', 60),
      counted('day', 35, 'works'),
      counted('shop', 15, 'day'),
      counted('line', 20, 'day'),
      counted('night', 25, 'works'),
    ]

    expect(shownAmong(units, 60)).toEqual(['day', 'line', 'night', 'shop', 'works'])
  })

  it('hides what is below a hidden unit', () => {
    const units = [
      counted('works', 20),
      counted('day', 20, 'works'),
      counted('office', 9),
      counted('care', 60),
    ]

    expect(shownAmong(units, 89)).toEqual(['care'])
  })

  it('shows nothing of an organization that is too small itself', () => {
    expect(shownAmong([counted('a', 9)], 9)).toEqual([])
  })

  it('leaves remainders of nobody or at least k in any tree', () => {
    fc.assert(
      fc.property(anyTree(), fc.integer({ min: 2, max: 15 }), ({ units, total }, k) => {
        fc.pre(total >= k)

        const shown = publishableUnits(growTree(units), total, k)

        for (const rest of remainders(units, total, shown)) {
          expect(rest === 0 || rest >= k).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('still does after any shown units are hidden as well', () => {
    const anyOthers = fc.array(fc.nat(8), { maxLength: 5 })
    fc.assert(
      fc.property(anyTree(), anyOthers, ({ units, total }, dropped) => {
        fc.pre(total >= 10)
        const shown = publishableUnits(growTree(units), total, 10)
        const hidden = new Set(dropped.map((index) => units[index]?.id))
        const other = new Set([...shown].filter((id) => !hidden.has(id)))

        const common = commonPattern([shown, other])

        for (const rest of remainders(units, total, common)) {
          expect(rest === 0 || rest >= 10).toBe(true)
        }
      }),
    )
  })

  it('leaves nothing below k to be computed, whatever is added or subtracted', () => {
    fc.assert(
      fc.property(anyTree(), ({ units, total }) => {
        fc.pre(total >= 10)

        const shown = publishableUnits(growTree(units), total, 10)
        const atoms = atomsOf(units, total)
        const rows = [atoms.map(() => 1)]
        for (const id of shown)
          rows.push(atoms.map(({ above }) => (above.has(id) ? 1 : 0)))

        // Every group of atoms there is: can it be put together from what is shown?
        for (let group = 1; group < 2 ** atoms.length; group++) {
          const members = atoms.map((_, index) => (group >> index) & 1)
          const people = atoms.reduce(
            (sum, { n }, index) => sum + n * (members[index] ?? 0),
            0,
          )
          if (people > 0 && people < 10) expect(isInSpan(rows, members)).toBe(false)
        }
      }),
      { numRuns: 60 },
    )
  })
})

interface Tree {
  readonly units: readonly CountedUnit[]
  readonly total: number
}

/** Up to seven units with people of their own and below them, and some in none. */
function anyTree(): fc.Arbitrary<Tree> {
  const drawn = fc.record({ own: fc.nat(25), above: fc.nat(8) })
  return fc.tuple(fc.array(drawn, { maxLength: 7 }), fc.nat(20)).map(([list, inNone]) => {
    const n = list.map(({ own }) => own)
    for (let index = list.length - 1; index >= 0; index--) {
      const above = list[index]?.above ?? index
      if (above < index) n[above] = (n[above] ?? 0) + (n[index] ?? 0)
    }
    const units = list.map(({ above }, index) =>
      counted(`u${index}`, n[index] ?? 0, above < index ? `u${above}` : null),
    )
    const top = units.filter(({ parent }) => parent === null)
    return { units, total: top.reduce((sum, unit) => sum + unit.n, inNone) }
  })
}

/** What each shown unit leaves when its highest shown parts are taken away. */
function remainders(
  units: readonly CountedUnit[],
  total: number,
  shown: ReadonlySet<string>,
): readonly number[] {
  const nearestShown = (unit: CountedUnit): string | null => {
    const above = units.find(({ id }) => id === unit.parent)
    if (!above) return null
    return shown.has(above.id) ? above.id : nearestShown(above)
  }
  const visible = units.filter(({ id }) => shown.has(id))
  const restOf = (id: string | null, n: number): number =>
    visible
      .filter((unit) => nearestShown(unit) === id)
      .reduce((rest, unit) => rest - unit.n, n)
  return [restOf(null, total), ...visible.map(({ id, n }) => restOf(id, n))]
}

/** The people no unit divides further: those directly in a unit, and those in none. */
function atomsOf(
  units: readonly CountedUnit[],
  total: number,
): readonly { readonly n: number; readonly above: ReadonlySet<string> }[] {
  const directlyIn = (id: string | null, n: number): number =>
    units.filter(({ parent }) => parent === id).reduce((rest, unit) => rest - unit.n, n)
  const lineOf = (unit: CountedUnit | undefined): readonly string[] =>
    unit ? [unit.id, ...lineOf(units.find(({ id }) => id === unit.parent))] : []
  return [
    { n: directlyIn(null, total), above: new Set<string>() },
    ...units.map((unit) => ({
      n: directlyIn(unit.id, unit.n),
      above: new Set(lineOf(unit)),
    })),
  ]
}

/** Gaussian elimination modulo a large prime, so that no rounding decides. */
function isInSpan(
  rows: readonly (readonly number[])[],
  target: readonly number[],
): boolean {
  return rankOf([...rows, target]) === rankOf(rows)
}

const prime = 1_000_003

function rankOf(rows: readonly (readonly number[])[]): number {
  let left = rows.map((row) => [...row])
  let rank = 0
  const columns = rows[0]?.length ?? 0
  for (let column = 0; column < columns; column++) {
    const pivot = left.find((row) => row[column] !== 0)
    if (!pivot) continue
    rank += 1
    const inverse = power(pivot[column] ?? 1, prime - 2)
    left = left
      .filter((row) => row !== pivot)
      .map((row) => {
        const factor = ((row[column] ?? 0) * inverse) % prime
        return row.map((value, i) => {
          return (((value - factor * (pivot[i] ?? 0)) % prime) + prime) % prime
        })
      })
  }
  return rank
}

function power(base: number, exponent: number): number {
  if (exponent === 0) return 1
  const half = power((base * base) % prime, Math.floor(exponent / 2))
  return exponent % 2 === 1 ? (half * base) % prime : half
}
