import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  beginning,
  hashOfEntry,
  readLines,
  verifyChain,
  writeLines,
} from '#server/audit/chain.ts'
import { Action, type AuditEntry } from '#server/audit/contract.ts'

function aChain(length: number): readonly AuditEntry[] {
  const entries: AuditEntry[] = []
  for (let index = 0; index < length; index += 1) {
    const entry = {
      organization: 'acme',
      position: index + 1,
      at: `2026-11-21T12:00:${String(index % 60).padStart(2, '0')}Z`,
      action: Action.options[index % Action.options.length] ?? 'joined',
      by: 'Ada',
      role: 'organiser',
      about: `assessment ${index}`,
      previous: entries.at(-1)?.hash ?? beginning,
    }
    entries.push({ ...entry, hash: hashOfEntry(entry) })
  }
  return entries
}

const chain = aChain(40)
const head = chain.at(-1)?.hash
const place = fc.integer({ min: 0, max: chain.length - 1 })

/** A chain in which every hash after a change was computed anew. */
function rehashed(entries: readonly AuditEntry[]): readonly AuditEntry[] {
  let previous = beginning
  return entries.map((entry, index) => {
    const moved = { ...entry, position: index + 1, previous }
    previous = hashOfEntry(moved)
    return { ...moved, hash: previous }
  })
}

describe('a record of what was done', () => {
  it('is whole as it was written, and as it was exported', () => {
    const read = readLines(writeLines(chain))

    expect(verifyChain(chain)).toEqual({ kind: 'whole', count: 40, head })
    expect(verifyChain(read, head)).toEqual({ kind: 'whole', count: 40, head })
  })

  it('hashes what anybody can hash', () => {
    // printf '["acme",1,"2026-11-21T12:00:00Z","organization-set-up","Ada","organiser","assessment 0","000…"]' | sha256sum
    expect(chain[0]?.hash).toBe(
      'c27111cba60c2ab68784182c06c746032a8c5d51c003e66bc6ef8b1d7ac333c7',
    )
  })

  it('names the entry in which any field was changed', () => {
    const field = fc.constantFrom(
      'at',
      'by',
      'role',
      'about',
      'organization',
      'previous',
      'hash',
    )

    fc.assert(
      fc.property(place, field, (index, name) => {
        const changed = chain.map((entry, at) =>
          at === index
            ? { ...entry, [name]: /previous|hash/.test(name) ? 'f'.repeat(64) : 'other' }
            : entry,
        )
        const verdict = verifyChain(changed)
        return verdict.kind === 'broken' && verdict.position === index + 1
      }),
      { numRuns: 200, seed: 1 },
    )
  })

  it('names the first entry after one that was taken out', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: chain.length - 2 }), (index) => {
        const verdict = verifyChain(chain.filter((_entry, at) => at !== index))
        return verdict.kind === 'broken' && verdict.position === index + 1
      }),
      { numRuns: 60, seed: 2 },
    )
  })

  it('names the place where one was put in, even with a hash of its own', () => {
    fc.assert(
      fc.property(place, (index) => {
        const previous = chain[index - 1]?.hash ?? beginning
        const false_ = { ...(chain[3] as AuditEntry), position: index + 1, previous }
        const put = { ...false_, hash: hashOfEntry(false_) }
        const verdict = verifyChain(chain.toSpliced(index, 0, put))
        return verdict.kind === 'broken' && verdict.position === index + 2
      }),
      { numRuns: 60, seed: 3 },
    )
  })

  it('names the first of two that changed places', () => {
    fc.assert(
      fc.property(place, place, (one, other) => {
        fc.pre(one < other)
        const swapped = chain
          .with(one, chain[other] as AuditEntry)
          .with(other, chain[one] as AuditEntry)
        const verdict = verifyChain(swapped)
        return verdict.kind === 'broken' && verdict.position === one + 1
      }),
      { numRuns: 100, seed: 4 },
    )
  })

  it('that lost its end, or was written anew, does not have the head that was noted', () => {
    const anew = rehashed(chain.with(5, { ...(chain[5] as AuditEntry), by: 'Nobody' }))

    expect(verifyChain(chain.slice(0, -1), head)).toEqual({ kind: 'cut', count: 39 })
    expect(verifyChain([], head)).toEqual({ kind: 'cut', count: 0 })
    expect(verifyChain(anew).kind).toBe('whole')
    expect(verifyChain(anew, head)).toEqual({ kind: 'cut', count: 40 })
  })

  it('that went on since still has the head that was noted', () => {
    expect(verifyChain(chain, chain[20]?.hash).kind).toBe('whole')
  })

  it('is broken where a line is no entry, or one has more in it', () => {
    const more = readLines(writeLines(chain).replace('"by"', '"secret":1,"by"'))

    expect(verifyChain(readLines('{"position":'))).toEqual({
      kind: 'broken',
      position: 1,
      why: 'unreadable',
    })
    expect(verifyChain(more)).toEqual({ kind: 'broken', position: 1, why: 'unreadable' })
  })
})
