import { describe, expect, it } from 'vitest'
import { findingsIn, isBlocking } from '#surveys/linter/lint-questions.ts'
import { readingLevel } from '#surveys/linter/reading-level.ts'
import type { Locale } from '#surveys/locale.ts'
import type { OwnQuestion } from '#surveys/own-question.ts'

function rulesOf(
  title: string,
  locale: Locale = 'en',
  rest: Partial<OwnQuestion> = {},
): readonly string[] {
  const question: OwnQuestion = {
    id: 'own-1',
    format: 'yes-no',
    title: { [locale]: title },
    options: [],
    ...rest,
  }
  return findingsIn({ modules: [], own: [question] }, [locale]).map(({ rule }) => rule)
}

describe('a question of one’s own is suspected', () => {
  it.each<[string, string, Locale]>([
    ['double', 'Are the breaks long and quiet?', 'en'],
    ['absolute', 'Do you always get your break?', 'en'],
    ['negation', 'Is your break not long?', 'en'],
    ['leading', 'Do you agree that breaks are good?', 'en'],
    ['identifying', 'What is your job title?', 'en'],
    ['identifying', 'Vilken nationalitet har du?', 'sv'],
    ['double', 'Är rasterna långa och lugna?', 'sv'],
    ['negation', 'Får du ikke pause?', 'nb'],
    ['absolute', 'Krijg je altijd pauze?', 'nl'],
    ['identifying', 'Ce vechime aveți?', 'ro'],
    ['double', 'Pauzele sunt lungi și liniștite?', 'ro'],
  ])('as %s: %s', (rule, title, locale) => {
    expect(rulesOf(title, locale)).toContain(rule)
  })

  it('of being too long from 21 words in one sentence', () => {
    const words = (count: number) => Array.from({ length: count }, () => 'bun').join(' ')

    expect(rulesOf(words(20), 'ro')).not.toContain('long')
    expect(rulesOf(words(21), 'ro')).toContain('long')
  })

  it('of two answers that are alike', () => {
    const options = [{ en: 'Noon' }, { en: ' noon' }]

    expect(rulesOf('When do you eat?', 'en', { format: 'one-of', options })).toEqual([
      'alike',
    ])
  })

  it('of nothing where it is plain', () => {
    expect(rulesOf('Is there a quiet place for your break?')).toEqual([])
    expect(rulesOf('Finns det en lugn plats för rasten?', 'sv')).toEqual([])
  })
})

describe('what keeps a survey from opening', () => {
  it('is a question that sorts people by who they are', () => {
    const own: OwnQuestion = {
      id: 'own-1',
      format: 'one-of',
      title: { en: 'Which religion do you have?' },
      options: [{ en: 'One' }, { en: 'Another' }],
    }

    const found = findingsIn({ modules: [], own: [own] }, ['en'])

    expect(found.some(isBlocking)).toBe(true)
  })

  it.each([
    ['Which of these fits you best?', ['Muslim', 'Christian', 'None']],
    ['Which fits?', ['Department of radiology', 'Nationality: Romanian', 'Pregnant']],
  ])(
    'is the same question with harmless words before telling answers',
    (title, answers) => {
      const own: OwnQuestion = {
        id: 'own-1',
        format: 'one-of',
        title: { en: title },
        options: answers.map((en) => ({ en })),
      }

      expect(findingsIn({ modules: [], own: [own] }, ['en']).some(isBlocking)).toBe(true)
    },
  )

  it('is no statement to agree with, but whoever plans it is warned', () => {
    const rules = rulesOf('I am pregnant.', 'en', { format: 'agreement' })

    expect(rules).toContain('identifying-statement')
    expect(rules).not.toContain('identifying')
    expect(
      rulesOf('My religion is respected here.', 'en', { format: 'agreement' }),
    ).toEqual(['identifying-statement'])
  })
})

describe('the reading level', () => {
  it('is LIX in Swedish: 8 words in 2 sentences, 2 of them long, is 4 + 25', () => {
    const text = 'Jag arbetar på natten. Sedan sover jag hemifrån.'

    expect(readingLevel(text, 'sv')).toEqual({ measure: 'lix', value: 29, isHard: false })
  })

  it('is the grade of Flesch and Kincaid in English: 6 words of one syllable are −1.4', () => {
    expect(readingLevel('The cat sat on the mat.', 'en')).toMatchObject({
      measure: 'flesch-kincaid',
      value: -1.4,
      isHard: false,
    })
  })

  it('is the ease of Flesch and Douma in Dutch: 5 words, 5 syllables are 125.2', () => {
    expect(readingLevel('De kat zit op de mat.', 'nl')).toMatchObject({
      measure: 'flesch-douma',
      value: 124.3,
      isHard: false,
    })
  })

  it('is lengths in Romanian, which has no formula of its own', () => {
    const hard = 'Responsabilizarea organizațională multidimensională interdepartamentală'

    expect(readingLevel(hard, 'ro')).toMatchObject({ measure: 'lengths', isHard: true })
  })

  it('has no value without words', () => {
    expect(() => readingLevel('…', 'en')).toThrow(RangeError)
  })
})
