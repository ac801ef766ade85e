import { describe, expect, it } from 'vitest'
import { type Field, fieldsFor, fits } from '#analysis/orientation/fact-fields.ts'
import { sampleFacts, sampleRecords } from './sample-records.ts'

const scope = { locales: ['en', 'ro'], components: sampleRecords.components } as const
const idsFor = (facts: Readonly<Record<string, string>>) =>
  fieldsFor(scope, facts).map(({ id }) => id)

describe('the facts about a program', () => {
  it('ask for a number in each language, and in no other', () => {
    const phones = idsFor({}).filter((id) => id.startsWith('phone.'))

    expect(phones).toEqual(['phone.en', 'phone.ro'])
  })

  it('ask who changes the work and by when, for each change in the program', () => {
    const changes = idsFor({}).filter((id) => /^(who|by)\./.test(id))

    expect(changes).toEqual([
      'who.psychosocial_redesign',
      'by.psychosocial_redesign',
      'who.worktime_balance',
      'by.worktime_balance',
    ])
  })

  it('ask for hours only where somebody does not always answer', () => {
    expect(idsFor({ hours: 'always' })).not.toContain('hours.from')
    expect(idsFor({ hours: 'weekdays' })).toContain('hours.from')
  })

  it('ask for the limits of secrecy only where we do not know them', () => {
    expect(idsFor({ countries: 'SE,NO' })).not.toContain('limits')
    expect(idsFor({ countries: 'SE,other' })).toContain('limits')
  })

  it('are complete in the sample, so that nothing in these tests is a gap', () => {
    const missing = fieldsFor(
      { locales: ['en', 'sv', 'nb', 'nl', 'ro'], components: sampleRecords.components },
      sampleFacts,
    ).filter(({ id, isOptional }) => !isOptional && !sampleFacts[id])

    expect(missing).toEqual([])
  })
})

describe('a value', () => {
  const fieldOf = (id: string): Field => {
    const field = fieldsFor(scope, sampleFacts).find((one) => one.id === id)
    if (!field) throw new RangeError(`no field ${id}`)
    return field
  }

  it.each([
    ['phone.ro', '0800 100 005', 'call us'],
    ['portal', 'https://help.example', 'javascript:alert(1)'],
    ['sessions', '6', '51'],
    ['hours.from', '08:00', '24:00'],
    ['start', '2027-02-28', '2027-02-30'],
    ['family', 'yes', 'perhaps'],
    ['countries', 'SE,other', 'SE,XX'],
    ['provider', 'Care', 'x'.repeat(301)],
  ])('of %s is taken or refused', (id, good, bad) => {
    const field = fieldOf(id)

    expect([fits(field, good), fits(field, bad), fits(field, '')]).toEqual([
      true,
      false,
      true,
    ])
  })
})
