import { describe, expect, it } from 'vitest'
import { columnOf, missing, readResponses } from '#analysis/responses.ts'
import { core } from '#surveys/catalogue.ts'
import type { Answers } from '#surveys/questionnaire.ts'

const read = (...people: readonly Answers[]) =>
  readResponses(
    core,
    people.map((answers) => ({ unit: 'works', answers })),
  )

describe('answers as columns', () => {
  it('hold the index of the chosen option', () => {
    const responses = read({ 'slept-badly': 'never' }, { 'slept-badly': 'nearly-always' })

    expect([...columnOf(responses, 'slept-badly')]).toEqual([0, 4])
  })

  it('hold a bit for each option where several can be chosen', () => {
    const responses = read({ barriers: ['time', 'cost'] }, { barriers: ['nothing'] })

    expect([...columnOf(responses, 'barriers')]).toEqual([0b10010, 0b1000000000])
  })

  it('hold the number where one was asked for', () => {
    expect([...columnOf(read({ 'work-ability': 7 }), 'work-ability')]).toEqual([7])
  })

  it('tell skipped, declined and not shown apart', () => {
    const responses = read(
      { 'looks-after': 'no' },
      { 'looks-after': 'adult' },
      { 'looks-after': 'adult', 'care-alone': 'declined' },
      {},
    )

    expect([...columnOf(responses, 'care-alone')]).toEqual([
      missing.notShown,
      missing.skipped,
      missing.declined,
      missing.notShown,
    ])
    expect([...columnOf(responses, 'looks-after')]).toEqual([3, 1, 1, missing.skipped])
  })

  it('keep the unit of each person', () => {
    const responses = readResponses(core, [
      { unit: 'works', answers: {} },
      { unit: 'office', answers: {} },
    ])

    expect(responses.units).toEqual(['works', 'office'])
  })

  it('refuse an answer the item does not have, without repeating it', () => {
    expect(() => read({ 'slept-badly': 'secret' })).toThrow(
      'expected an answer that slept-badly allows',
    )
    expect(() => read({ barriers: ['secret'] })).toThrow(RangeError)
    expect(() => read({ barriers: 'time' })).toThrow(RangeError)
    expect(() => read({ 'work-ability': 11 })).toThrow(RangeError)
    expect(() => read({ 'slept-badly': 'secret' })).not.toThrow('secret')
  })

  it('refuse more options than a column can hold', () => {
    const options = Array.from({ length: 32 }, (_, index) => `o${index}`)
    const questionnaire = {
      id: 'wide',
      mayDecline: true,
      parts: [
        {
          id: 'only',
          sections: [
            { items: [{ id: 'many', format: { kind: 'any-of' as const, options } }] },
          ],
        },
      ],
    }

    expect(() => readResponses(questionnaire, [])).toThrow('at most 31 options, got 32')
  })

  it('know only the items of the questionnaire', () => {
    expect(() => columnOf(read({}), 'favourite-colour')).toThrow('got favourite-colour')
  })
})
