import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pairUnits, sameUnits, type WaveUnit } from '#analysis/needs/unit-identity.ts'

const unit = (id: string, more: Partial<WaveUnit> = {}): WaveUnit => ({
  id,
  name: id.toUpperCase(),
  parent: null,
  headcount: 30,
  holds: [id],
  ...more,
})

const identityOf = (before: WaveUnit, after: WaveUnit, earlier?: string | null) =>
  pairUnits(
    [before],
    [after],
    earlier === undefined ? [] : [{ unit: after.id, earlier }],
  ).map(({ identity, because }) => [identity, because])

describe('a unit of two surveys', () => {
  it('is the same though somebody came and somebody left', () => {
    expect(identityOf(unit('hall'), unit('hall', { headcount: 31 }))).toEqual([
      ['same', null],
    ])
  })

  it('is the same below another unit: it was moved as a whole, or that was renamed', () => {
    const [pair] = pairUnits([unit('hall')], [unit('hall', { parent: 'north' })], [])

    expect(pair).toMatchObject({ identity: 'same', moved: true })
  })

  it('is changed when it counts the people of other parts, though id and size are equal', () => {
    const before = unit('hall', { holds: ['hall', 'yard'] })
    const after = unit('hall', { holds: ['hall', 'dock'] })

    expect(identityOf(before, after)).toEqual([['changed', 'parts']])
  })

  it('is changed with more than a fifth more or fewer people, whatever anybody says', () => {
    const before = unit('hall', { headcount: 40 })

    expect(identityOf(before, unit('hall', { headcount: 50 }))).toEqual([['same', null]])
    expect(identityOf(before, unit('hall', { headcount: 51 }))).toEqual([
      ['changed', 'headcount'],
    ])
    expect(identityOf(before, unit('hall', { headcount: 31 }), 'hall')).toEqual([
      ['changed', 'headcount'],
    ])
  })

  it('is renamed when somebody says so, and gone and new when nobody does', () => {
    expect(identityOf(unit('hall'), unit('dock'), 'hall')).toEqual([['renamed', null]])
    expect(identityOf(unit('hall'), unit('dock'))).toEqual([
      ['new', null],
      ['gone', null],
    ])
  })

  it('is changed when somebody says that it has other people now', () => {
    expect(identityOf(unit('hall'), unit('hall'), null)).toEqual([['changed', 'said']])
  })

  it('stays the same when a unit within it has another name, and not when that moved out', () => {
    const before = [
      unit('offices', { headcount: 60, holds: ['it', 'sales'] }),
      unit('it', { parent: 'offices' }),
    ]
    const renamedIn = (holds: readonly string[]) =>
      pairUnits(
        before,
        [unit('offices', { headcount: 60, holds }), unit('data', { parent: 'offices' })],
        [{ unit: 'data', earlier: 'it' }],
      ).map(({ identity }) => identity)

    expect(renamedIn(['data', 'sales'])).toEqual(['same', 'renamed'])
    expect(renamedIn(['sales'])).toEqual(['changed', 'renamed'])
  })

  it('gives its people to one unit alone: who takes its name is new', () => {
    const pairs = pairUnits(
      [unit('hall')],
      [unit('hall'), unit('dock')],
      [{ unit: 'dock', earlier: 'hall' }],
    )

    expect(pairs.map(({ identity }) => identity)).toEqual(['new', 'renamed'])
  })

  it('stands where it stood when what was said is of units that are not there', () => {
    const said = [
      { unit: 'nowhere', earlier: 'hall' },
      { unit: 'hall', earlier: 'nothing' },
    ]

    expect(sameUnits(pairUnits([unit('hall')], [unit('hall')], said))).toEqual([
      { before: 'hall', after: 'hall' },
    ])
  })

  it('is compared with one other at most, whatever is said', () => {
    const ids = fc.constantFrom('a', 'b', 'c', 'd')
    const units = fc.uniqueArray(ids).map((some) => some.map((id) => unit(id)))
    const said = fc.uniqueArray(fc.record({ unit: ids, earlier: fc.option(ids) }), {
      selector: ({ unit }) => unit,
    })
    fc.assert(
      fc.property(units, units, said, (before, after, sayings) => {
        const once = sayings.filter(
          ({ earlier }, at) =>
            !sayings.slice(0, at).some((one) => one.earlier === earlier && earlier),
        )
        const same = sameUnits(pairUnits(before, after, once))

        expect(new Set(same.map((one) => one.before)).size).toBe(same.length)
        expect(new Set(same.map((one) => one.after)).size).toBe(same.length)
      }),
    )
  })
})
