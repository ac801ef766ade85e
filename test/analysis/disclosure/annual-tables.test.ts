import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { annualCourse, tableOf } from '#analysis/disclosure/annual-tables.ts'

const least = 3

/** Every way to spread so many people over so many lines. */
function spreads(people: number, lines: number): readonly (readonly number[])[] {
  if (lines === 1) return [[people]]
  return Array.from({ length: people + 1 }, (_, first) => first).flatMap((first) =>
    spreads(people - first, lines - 1).map((others) => [first, ...others]),
  )
}

/** What an attacker who knows the rule reads, and every table it could come from. */
function worldsBy(
  people: number,
  names: readonly string[],
  read: (counts: readonly number[]) => unknown,
): ReadonlyMap<string, readonly (readonly number[])[]> {
  return Map.groupBy(spreads(people, names.length), (counts) =>
    JSON.stringify(read(counts)),
  )
}

const asTable = (names: readonly string[], counts: readonly number[]) =>
  tableOf(
    names,
    Object.fromEntries(names.map((name, at) => [name, counts[at] ?? 0])),
    least,
  )

const names = ['a', 'b', 'c', 'd', 'other']

describe('a table whose total is published', () => {
  it.each([3, 4, 5, 7, 9, 11, 13])(
    'leaves nobody to k − 1 people possible in each hidden line, of %i people, though its rule is known',
    (people) => {
      const worlds = worldsBy(people, names, (counts) => asTable(names, counts))

      for (const [told, alike] of worlds) {
        const { rest } = JSON.parse(told) as ReturnType<typeof asTable>
        if (rest.people === 0) continue
        for (const line of rest.lines.filter((name) => name !== 'other')) {
          const possible = new Set(alike.map((counts) => counts[names.indexOf(line)]))
          expect([...possible], `${told} ${line}`).toEqual(
            expect.arrayContaining([0, 1, 2]),
          )
        }
        const others = new Set(alike.map((counts) => counts.at(-1)))
        expect(others.size, told).toBeGreaterThanOrEqual(least)
      }
    },
  )

  it('would tell a bound of the small line if the smallest line joined it, as is usual', () => {
    const usual = (counts: readonly number[]) => {
      const small = counts.flatMap((count, at) => (count < least ? [at] : []))
      const joins = counts
        .map((count, at) => ({ count, at }))
        .filter(({ count }) => count >= least)
        .toSorted((x, y) => x.count - y.count || x.at - y.at)
        .slice(0, small.length === 1 ? 1 : 0)
      const hidden = new Set([...small, ...joins.map(({ at }) => at)])
      return counts.map((count, at) => (hidden.has(at) ? null : count))
    }

    const worlds = worldsBy(13, ['a', 'b', 'c', 'd'], usual)

    const told = [...worlds.values()].find((alike) => {
      const hidden = [0, 1, 2, 3].filter((at) => usual(alike[0] ?? [])[at] === null)
      return hidden.some(
        (at) =>
          new Set(alike.map((counts) => counts[at])).size < least &&
          alike.some((counts) => (counts[at] ?? 0) < least),
      )
    })
    expect(told).toBeDefined()
  })

  it('shows no line and no rest of fewer than ten people, and loses nobody', () => {
    const table = fc.array(fc.integer({ min: 0, max: 60 }), {
      minLength: 5,
      maxLength: 5,
    })
    fc.assert(
      fc.property(table, (counts) => {
        const all = counts.reduce((sum, count) => sum + count, 0)
        fc.pre(all >= 10)
        const people = Object.fromEntries(
          names.map((name, at) => [name, counts[at] ?? 0]),
        )

        const { shown, rest } = tableOf(names, people, 10)

        expect(Object.values(shown).every((count) => count >= 10)).toBe(true)
        expect(rest.people === 0 || rest.people >= 10).toBe(true)
        const told = Object.values(shown).reduce((sum, count) => sum + count, rest.people)
        expect(told).toBe(all)
      }),
    )
  })
})

describe('cases over the period', () => {
  it.each([6, 8, 10, 12])(
    'leave nobody to k − 1 possible in some quarter of every half, of %i people',
    (people) => {
      const quarters = ['q1', 'q2', 'q3', 'q4']
      const read = ([q1 = 0, q2 = 0, q3 = 0, q4 = 0]: readonly number[]) =>
        annualCourse({ q1, q2, q3, q4 }, least)

      for (const [told, alike] of worldsBy(people, quarters, read)) {
        if (told.includes('quarter')) continue
        for (const at of [0, 1, 2, 3]) {
          const possible = new Set(alike.map((counts) => counts[at]))
          expect([...possible], told).toEqual(expect.arrayContaining([0, 1, 2]))
        }
      }
    },
  )
})
