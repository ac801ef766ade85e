import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { core } from '#surveys/catalogue.ts'
import { type Item, itemsOf, optionsOf } from '#surveys/questionnaire.ts'
import { compileReader } from '#surveys/read-answers.ts'

const read = compileReader(core)

/** Any answer an item takes. */
function answerTo({ format }: Item): fc.Arbitrary<unknown> {
  const said = fc.constant('declined')
  if (format.kind === 'whole-number') {
    return fc.oneof(said, fc.integer({ min: format.from, max: format.to }))
  }
  const options = optionsOf(format)
  if (format.kind !== 'any-of') return fc.oneof(said, fc.constantFrom(...options))
  const alone = format.exclusive ?? []
  const free = options.filter((option) => !alone.includes(option))
  return fc.oneof(
    said,
    fc.subarray([...free], { minLength: 1, maxLength: format.atMost ?? free.length }),
    ...alone.map((option) => fc.constant([option])),
  )
}

const unconditional = itemsOf(core).filter(({ shownWhen }) => !shownWhen)
const validAnswers = fc.record(
  Object.fromEntries(unconditional.map((item) => [item.id, answerTo(item)])),
  { requiredKeys: [] },
)

describe('reading answers', () => {
  it('takes every valid set of answers', () => {
    fc.assert(
      fc.property(validAnswers, (answers) => {
        expect(read(answers)).toMatchObject({ ok: true })
      }),
      { numRuns: 200 },
    )
  })

  it('leaves no trace of the order in which they were given', () => {
    fc.assert(
      fc.property(validAnswers, (answers) => {
        const turned = Object.fromEntries(
          Object.entries(answers)
            .toReversed()
            .map(([id, value]) => [
              id,
              Array.isArray(value) ? value.toReversed() : value,
            ]),
        )

        expect(JSON.stringify(read(turned))).toBe(JSON.stringify(read(answers)))
      }),
      { numRuns: 200 },
    )
  })

  it('never keeps what the questionnaire does not ask', () => {
    fc.assert(
      fc.property(fc.anything(), (body) => {
        const result = read(body)
        const known = new Set(itemsOf(core).map(({ id }) => id))

        if (result.ok) {
          for (const id of Object.keys(result.answers)) expect(known.has(id)).toBe(true)
        } else {
          expect(result.problems.length).toBeGreaterThan(0)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('takes a branch only when the answer before it leads there', () => {
    const withCare = { 'looks-after': 'adult', 'care-alone': 'often' }

    expect(read(withCare)).toEqual({ ok: true, answers: withCare })
    expect(read({ ...withCare, 'looks-after': 'no' })).toMatchObject({
      ok: false,
      problems: [{ item: 'care-alone' }],
    })
  })

  it('never repeats what was sent in its complaint', () => {
    const result = read({ worries: 'my personal number is 19121212-1212' })

    expect(JSON.stringify(result)).not.toContain('personal')
  })

  it.each([null, [], 'text', 7, undefined])('refuses %j as a whole', (body) => {
    expect(read(body)).toMatchObject({ ok: false })
  })

  it('keeps "I prefer not to answer" apart from an answer left out', () => {
    expect(read({ worries: 'declined' })).toEqual({
      ok: true,
      answers: { worries: 'declined' },
    })
    expect(read({})).toEqual({ ok: true, answers: {} })
  })

  it('is not misled by names that every object has', () => {
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      expect(read(JSON.parse(`{"${name}":"never"}`)), name).toMatchObject({ ok: false })
    }
  })
})
