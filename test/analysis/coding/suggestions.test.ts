import { describe, expect, it } from 'vitest'
import { codeWordsOf } from '#analysis/coding/code-words.ts'
import { type CodeId, freshCodebook } from '#analysis/coding/codebook.ts'
import {
  type CodedText,
  learnSuggestions,
  suggestCodes,
} from '#analysis/coding/suggestions.ts'

const given = (text: string, ...codes: readonly CodeId[]): CodedText => {
  return { text, codes: new Set(codes) }
}

const hours: CodeId = 'hazard.hours'
const tools: CodeId = 'hazard.tools'

const coded: readonly CodedText[] = [
  given('The rota changes every week.', hours),
  given('Night shifts follow late shifts.', hours),
  given('Nachtdiensten in een laat rooster.', hours),
  given('The shift begins before the bus runs.', hours),
  given('Two night shifts, then an early one.', hours),
  given('A rota known on Sunday evening.', hours),
  given('The printer is broken again.', tools),
  given('The program hangs every morning.', tools),
  given('Broken scanners, no spare ones.', tools),
  given('Computers that are ten years old.', tools),
  given('The system is slow and hangs.', tools),
  given('Nobody says good morning.'),
  given('The canteen is nice.'),
  given('Summer was warm.'),
]

describe('a suggestion', () => {
  it('follows the words of what people coded, and says which', () => {
    const [first] = suggestCodes(learnSuggestions(coded, []), 'Again a night shift.')

    expect(first).toMatchObject({ suggested: true, code: hours })
    expect(first?.words.slice(0, 2).toSorted()).toEqual(['night', 'shift'])
    expect(first?.confidence).toBeGreaterThan(0.5)
  })

  it('finds bent and joined words without a list for any language', () => {
    const [first] = suggestCodes(learnSuggestions(coded, []), 'Altijd nachtdienst, laat.')

    expect(first?.code).toBe(hours)
  })

  it('says nothing of a text it knows no word of', () => {
    expect(suggestCodes(learnSuggestions(coded, []), 'Xyzzy qwfp.')).toEqual([])
    expect(suggestCodes(learnSuggestions(coded, []), '')).toEqual([])
  })

  it('is not made below the threshold', () => {
    const model = learnSuggestions(coded, [])

    expect(suggestCodes(model, 'Again a night shift.', 1)).toEqual([])
  })

  it('is not made for a code that fewer than five segments have', () => {
    const few = [...coded, given('Rows of desks in one hall.', 'hazard.premises')]

    const codes = suggestCodes(learnSuggestions(few, []), 'Desks in one hall.', 0)

    expect(codes.map(({ code }) => code)).not.toContain('hazard.premises')
  })

  it('is the same from the same segments', () => {
    const words = codeWordsOf(freshCodebook, ['en', 'nl'])

    const once = suggestCodes(learnSuggestions(coded, words), 'The night rota hangs.')

    expect(suggestCodes(learnSuggestions(coded, words), 'The night rota hangs.')).toEqual(
      once,
    )
  })

  it('also knows the words of the codebook', () => {
    const words = codeWordsOf(freshCodebook, ['en'])
    const text = 'Breaks fall out, and rest is hard.'
    const confidence = (known: typeof words) =>
      suggestCodes(learnSuggestions(coded, known), text, 0).find(
        ({ code }) => code === hours,
      )?.confidence ?? 0

    expect(confidence(words)).toBeGreaterThan(confidence([]))
  })
})
