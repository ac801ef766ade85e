import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Invitee,
  type ListMerge,
  type MergedList,
  mergeList,
} from '#server/invitations/merge-list.ts'
import type { ListedPerson } from '#server/invitations/read-invitees.ts'

const units = [
  { id: 'hall', name: 'Hall', headcount: 4, members: ['hall'] },
  { id: 'yard', name: 'Yard', headcount: 2, members: ['yard'] },
]

const listed = (
  unit: string,
  email: string | null,
  name: string | null = null,
  line = 2,
): ListedPerson => ({ line, unit, email, name, locale: null })

const invitee = (
  unit: string,
  place: number,
  email: string | null,
  name: string | null = null,
): Invitee => ({ id: `${unit} ${place}`, unit, place, email, name, locale: null })

const merging = (given: Partial<ListMerge>): ListMerge => ({
  units,
  before: [],
  people: [],
  used: [],
  drawn: new Set(),
  random: () => 0,
  newId: () => crypto.randomUUID(),
  ...given,
})

function merged(given: Partial<ListMerge>): MergedList {
  const result = mergeList(merging(given))
  if ('invitees' in result) return result
  throw new Error(JSON.stringify(result))
}

function problems(given: Partial<ListMerge>): readonly (string | undefined)[] {
  const result = mergeList(merging(given))
  return 'invitees' in result ? [] : result.map(({ say }) => say)
}

describe('merging a list with the one before', () => {
  it('keeps the place of who stays, and gives a free one to who is new', () => {
    const before = [invitee('hall', 2, 'a@x.example'), invitee('hall', 0, 'b@x.example')]

    const { invitees, added, removed } = merged({
      before,
      people: [listed('hall', 'a@x.example'), listed('hall', 'c@x.example')],
    })

    expect(invitees.map(({ email, place }) => [email, place])).toEqual([
      ['a@x.example', 2],
      ['c@x.example', 0],
    ])
    expect(added.map(({ email }) => email)).toEqual(['c@x.example'])
    expect(removed.map(({ email }) => email)).toEqual(['b@x.example'])
  })

  it('knows somebody with a new address again by name and unit', () => {
    const { invitees, removed } = merged({
      before: [invitee('hall', 3, 'old@x.example', 'Ana Pop')],
      people: [listed('hall', 'new@x.example', 'ana pop')],
      used: [{ unit: 'hall', place: 3 }],
    })

    expect(invitees).toMatchObject([{ place: 3, email: 'new@x.example' }])
    expect(removed).toEqual([])
  })

  it('takes two people of one name for two', () => {
    const { invitees } = merged({
      before: [invitee('hall', 1, null, 'Ana Pop'), invitee('hall', 3, null, 'Ana Pop')],
      people: [listed('hall', null, 'Ana Pop'), listed('hall', null, 'Ana Pop')],
    })

    expect(invitees.map(({ place }) => place).toSorted()).toEqual([1, 3])
  })

  it('never gives a place that had a code to somebody else', () => {
    const before = [invitee('yard', 0, 'a@x.example'), invitee('yard', 1, 'b@x.example')]

    expect(
      problems({
        before,
        people: [listed('yard', 'a@x.example'), listed('yard', 'c@x.example')],
        used: [{ unit: 'yard', place: 1 }],
      }),
    ).toEqual(['invitees.no-place'])
  })

  it('lets nobody who was invited in one unit come up in another', () => {
    const before = [invitee('hall', 0, 'a@x.example')]
    const people = [listed('yard', 'a@x.example')]

    expect(problems({ before, people, used: [{ unit: 'hall', place: 0 }] })).toEqual([
      'invitees.moved',
    ])
    expect(problems({ before, people })).toEqual([])
  })

  it('refuses more people than a unit has, unit by unit, and takes fewer', () => {
    const people = ['a', 'b', 'c'].map((name) => listed('yard', `${name}@x.example`))

    expect(problems({ people })).toEqual(['invitees.too-many'])
    expect(problems({ people: people.slice(1) })).toEqual([])
  })

  it('leaves a unit alone whose envelopes are drawn by lot', () => {
    const people = [listed('hall', 'a@x.example')]

    expect(problems({ people, drawn: new Set(['hall']) })).toEqual(['invitees.drawn'])
  })

  it('holds for any two lists: one place a person, and nobody in a place another had', () => {
    const person = fc.record({
      unit: fc.constantFrom('hall', 'yard'),
      email: fc.option(fc.constantFrom(...'abcdefgh').map((name) => `${name}@x.example`)),
      name: fc.constantFrom('Ana', 'Bo', 'Cy'),
    })
    const list = fc
      .uniqueArray(person, { maxLength: 6, selector: ({ email }) => email ?? {} })
      .map((people) => people.map((one) => ({ ...one, line: 2, locale: null })))

    fc.assert(
      fc.property(list, list, (first, second) => {
        const before = mergeList(merging({ people: first }))
        if (!('invitees' in before)) return
        const used = before.invitees
        const after = mergeList(
          merging({ before: before.invitees, people: second, used }),
        )
        if (!('invitees' in after)) return
        const seats = after.invitees.map(({ unit, place }) => `${unit} ${place}`)
        expect(new Set(seats).size).toBe(seats.length)
        for (const { unit, place } of after.added) {
          expect(used.some((one) => one.unit === unit && one.place === place)).toBe(false)
        }
      }),
      { numRuns: 500 },
    )
  })
})
