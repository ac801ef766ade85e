import { describe, expect, it } from 'vitest'
import { catalogueTexts } from '#analysis/catalogue-wording.ts'
import { explanationTexts } from '#analysis/explanation-wording.ts'
import { parameters } from '#analysis/needs/parameters.ts'
import { explanationParts } from '#analysis/report/explanation-parts.ts'
import { analysisTexts } from '#analysis/wording.ts'
import { locales } from '#surveys/locale.ts'

/** Sentences end in . ! or ? before a capital letter; "1. januar" is none. */
const sentencesOf = (text: string): readonly string[] =>
  text.split(/(?<=[.!?])\s+(?=\p{Lu})/u)

const wordsIn = (sentence: string): number =>
  sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length

describe.each(locales)('the words that explain in %s', (locale) => {
  const texts: Readonly<Record<string, string>> = explanationTexts[locale]

  it('share no key with the other words of the analysis', () => {
    const others = new Set([
      ...Object.keys(analysisTexts[locale]),
      ...Object.keys(catalogueTexts[locale]),
    ])

    expect(Object.keys(texts).filter((key) => others.has(key))).toEqual([])
  })

  it('are short sentences, three at most', () => {
    for (const [key, text] of Object.entries(texts)) {
      const sentences = sentencesOf(text)

      expect(sentences.length, key).toBeLessThanOrEqual(3)
      expect(Math.max(...sentences.map(wordsIn)), key).toBeLessThanOrEqual(25)
    }
  })

  it('have a title for each of the thirteen parts', () => {
    expect(explanationParts).toHaveLength(13)
    for (const part of explanationParts) {
      expect(texts[`explain.part.${part}`], part).toBeDefined()
    }
  })

  it('say what each group of numbers in the method is', () => {
    for (const group of Object.keys(parameters).filter((name) => name !== 'version')) {
      expect(texts[`parameters.${group}`], group).toBeDefined()
    }
  })

  it('weigh less than 20 kB', () => {
    expect(Buffer.byteLength(JSON.stringify(texts))).toBeLessThan(20_000)
  })
})
