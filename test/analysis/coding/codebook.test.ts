import { describe, expect, it } from 'vitest'
import {
  builtInCodes,
  hazardConstructs,
  hazards,
} from '#analysis/coding/built-in-codes.ts'
import {
  addOwnCode,
  type Codebook,
  changeOwnCode,
  codesOf,
  constructOfCode,
  familyOf,
  freshCodebook,
  isCodeOf,
  retireOwnCode,
} from '#analysis/coding/codebook.ts'
import { describeCode } from '#analysis/coding/describe-code.ts'
import { constructIds, constructOf } from '#surveys/constructs.ts'
import { locales } from '#surveys/locale.ts'

const uuid = '3f0e8f3a-6a0c-4c57-9a0f-2b1f3c4d5e6f'
const other = '7b1c9d2e-0f3a-4b5c-8d6e-9f0a1b2c3d4e'
const parking = { uuid, name: 'Parking', definition: 'No place to leave the car.' }

function added(codebook: Codebook, code: typeof parking): Codebook {
  const result = addOwnCode(codebook, code)
  if (result.kind === 'refused') throw new Error(result.reason)
  return result.codebook
}

describe('the built-in codes', () => {
  it('are each different, and stand for every construct a group may speak of', () => {
    const topics = builtInCodes.flatMap((code) => constructOfCode(code) ?? [])

    expect(new Set(builtInCodes).size).toBe(builtInCodes.length)
    expect(topics).toEqual(constructIds.filter((id) => id !== 'soc.safety'))
  })

  it('have every work construct in a family of hazards, and no hazard twice', () => {
    const work = constructIds.filter((id) => constructOf(id).domain === 'work')

    expect(Object.keys(hazardConstructs).toSorted()).toEqual(work.toSorted())
    expect(
      new Set([...Object.values(hazardConstructs), ...Object.values(hazards)]),
    ).toEqual(new Set(['organization', 'social', 'surroundings']))
    const names = work.map((id) => id.replace('work.', ''))
    expect(Object.keys(hazards).filter((name) => names.includes(name))).toEqual([])
  })

  it.each(locales)('say in %s what they mean, when to use them, when not', (locale) => {
    const described = builtInCodes.map((code) =>
      describeCode(freshCodebook, code, locale),
    )

    for (const one of described) {
      expect(Object.values(one)).toHaveLength(5)
      expect(Object.values(one).every((text) => text.length > 2)).toBe(true)
    }
    expect(new Set(described.map(({ label }) => label)).size).toBe(builtInCodes.length)
  })
})

describe('a codebook', () => {
  it('takes codes of one’s own, each in a new revision', () => {
    const codebook = added(freshCodebook, parking)

    expect(codebook.revision).toBe(2)
    expect(codesOf(codebook)).toEqual([...builtInCodes, `own.${uuid}`])
    expect(familyOf(`own.${uuid}`)).toBe('own')
    expect(describeCode(codebook, `own.${uuid}`, 'sv')).toEqual({
      label: 'Parking',
      means: 'No place to leave the car.',
    })
  })

  it('words a code anew, which stays the same code', () => {
    const codebook = added(freshCodebook, parking)

    const changed = changeOwnCode(codebook, `own.${uuid}`, {
      name: ' parking ',
      definition: 'Nor for bikes.',
    })

    expect(changed).toMatchObject({
      kind: 'codebook',
      codebook: {
        revision: 3,
        own: [{ id: `own.${uuid}`, name: 'parking', definition: 'Nor for bikes.' }],
      },
    })
  })

  it('gives a code no name that another one has', () => {
    const codebook = added(added(freshCodebook, parking), {
      ...parking,
      uuid: other,
      name: 'Canteen',
    })

    const changed = changeOwnCode(codebook, `own.${other}`, parking)

    expect(changed).toEqual({ kind: 'refused', reason: 'name-taken' })
    expect(() => changeOwnCode(freshCodebook, 'own.x', parking)).toThrow('got own.x')
  })

  it('keeps a retired code for what has it, and gives it no more', () => {
    const codebook = retireOwnCode(added(freshCodebook, parking), `own.${uuid}`)

    expect(codesOf(codebook)).toEqual(builtInCodes)
    expect(isCodeOf(codebook, `own.${uuid}`)).toBe(true)
    expect(codebook.revision).toBe(3)
  })

  it.each([
    ['name', { ...parking, name: ' ' }],
    ['name', { ...parking, name: 'x'.repeat(61) }],
    ['definition', { ...parking, definition: '' }],
    ['definition', { ...parking, definition: 'x'.repeat(401) }],
  ])('refuses a code without a fitting %s', (reason, code) => {
    expect(addOwnCode(freshCodebook, code)).toEqual({ kind: 'refused', reason })
  })

  it('refuses two codes of one name, also of a retired one', () => {
    const codebook = retireOwnCode(added(freshCodebook, parking), `own.${uuid}`)

    expect(addOwnCode(codebook, { ...parking, uuid: other, name: 'PARKING' })).toEqual({
      kind: 'refused',
      reason: 'name-taken',
    })
  })

  it('says what it expected', () => {
    expect(() => addOwnCode(freshCodebook, { ...parking, uuid: 'x' })).toThrow(
      'expected a new uuid in lower case, got x',
    )
    expect(() => addOwnCode(added(freshCodebook, parking), parking)).toThrow('new uuid')
    expect(() => retireOwnCode(freshCodebook, 'own.x')).toThrow('a code of the codebook')
    expect(() => describeCode(freshCodebook, 'own.x', 'en')).toThrow('got own.x')
    expect(isCodeOf(freshCodebook, 'construct.soc.safety')).toBe(false)
  })
})
