import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  findSlot,
  type OpenUnit,
  putSlot,
  removeSlot,
} from '#server/ballot-box/slots/settle.ts'
import { nullifierIn, slotBytesFor, writeSlot } from '#server/ballot-box/slots/slot.ts'

/** A unit of small buckets in memory, so that they are soon full. */
function aUnit(sizes: readonly number[]) {
  const buckets: (readonly Uint8Array[])[] = sizes.map(() => [])
  const unit: OpenUnit = {
    places: sizes.map((slots, index) => ({ unit: 'hall', row: index, index, slots })),
    placing: Buffer.alloc(32, 7),
    taken: async (index) => buckets[index] ?? [],
    replace: (index, taken) => {
      buckets[index] = taken
    },
  }
  return { unit, buckets }
}

const slotOf = (name: number): Uint8Array =>
  writeSlot(
    { nullifier: nullifierOf(name), check: nullifierOf(name), payload: Buffer.of(1) },
    slotBytesFor(4),
  )

const nullifierOf = (name: number): Uint8Array =>
  createHash('sha256').update(`ballot ${name}`).digest()

const contentOf = (buckets: readonly (readonly Uint8Array[])[]): unknown =>
  buckets.map((slots) =>
    slots.map((slot) => Buffer.from(nullifierIn(slot)).toString('hex')).toSorted(),
  )

async function layDown(sizes: readonly number[], names: readonly number[]) {
  const { unit, buckets } = aUnit(sizes)
  for (const name of names) await putSlot(unit, slotOf(name))
  return contentOf(buckets)
}

/** Puts a ballot. @returns whether the outcome was the one to expect */
async function putOne(
  unit: OpenUnit,
  present: Set<number>,
  name: number,
): Promise<boolean> {
  const all = unit.places.reduce((sum, { slots }) => sum + slots, 0)
  const outcome = await putSlot(unit, slotOf(name))
  if (present.has(name)) return outcome === 'replaced'
  if (present.size === all) return outcome === 'full'
  present.add(name)
  return outcome === 'stored'
}

/** Takes a ballot back. @returns whether it was there exactly when it should have been */
async function removeOne(
  unit: OpenUnit,
  present: Set<number>,
  name: number,
): Promise<boolean> {
  const found = await findSlot(unit, nullifierOf(name))
  if (found) await removeSlot(unit, found)
  return (found !== null) === present.delete(name)
}

const sizes = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 6 })

describe('where ballots lie', () => {
  it('follows from which there are, not from the order in which they came', async () => {
    await fc.assert(
      fc.asyncProperty(
        sizes.chain((of) => {
          const all = of.reduce((sum, size) => sum + size, 0)
          const names = fc.uniqueArray(fc.nat(1_000), { maxLength: all })
          return fc.tuple(fc.constant(of), names)
        }),
        fc.infiniteStream(fc.nat()),
        async ([of, names], random) => {
          const mixed = names
            .map((name) => ({ name, by: random.next().value ?? 0 }))
            .toSorted((one, other) => one.by - other.by)
            .map(({ name }) => name)

          expect(await layDown(of, mixed)).toEqual(await layDown(of, names))
        },
      ),
      { seed: 1, numRuns: 300 },
    )
  })

  it('is as if those taken back had never been there', async () => {
    await fc.assert(
      fc.asyncProperty(
        sizes,
        fc.array(fc.tuple(fc.nat(11), fc.boolean()), { maxLength: 40 }),
        async (of, steps) => {
          const { unit, buckets } = aUnit(of)
          const present = new Set<number>()
          for (const [name, puts] of steps) {
            const step = puts ? putOne : removeOne
            expect(await step(unit, present, name)).toBe(true)
          }

          expect(contentOf(buckets)).toEqual(await layDown(of, [...present]))
        },
      ),
      { seed: 2, numRuns: 500 },
    )
  })

  it('takes exactly as many as there are slots', async () => {
    const { unit, buckets } = aUnit([2, 3, 2])

    const outcomes: string[] = []
    for (let name = 0; name < 9; name += 1) {
      outcomes.push(await putSlot(unit, slotOf(name)))
    }

    expect(outcomes).toEqual([...Array(7).fill('stored'), 'full', 'full'])
    expect(buckets.map(({ length }) => length)).toEqual([2, 3, 2])
  })
})
