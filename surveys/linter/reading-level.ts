import type { Locale } from '../locale.ts'

/** How hard a text is to read. Formulas are a smoke alarm, never proof: people who read are. */
export interface ReadingLevel {
  readonly measure: 'lix' | 'flesch-kincaid' | 'flesch-douma' | 'lengths'
  /** LIX, school grade, ease 0–100, or words a sentence; to one decimal */
  readonly value: number
  readonly isHard: boolean
}

/**
 * The level of a text by the measure of its language:
 *
 * - Swedish, Norwegian: LIX = words/sentences + 100 · words over 6 letters/words; hard from 36
 * - English: Flesch–Kincaid grade = .39·words/sentence + 11.8·syllables/word − 15.59; hard above 8
 * - Dutch: Flesch–Douma = 206.84 − .93·words/sentence − 77·syllables/word; hard below 60
 * - Romanian has no validated formula: hard above 18 words a sentence or 6.5 letters a word
 *
 * @throws RangeError for a text without words
 * @see Björnsson (1968), Läsbarhet; Kincaid et al. (1975); Douma (1960)
 */
export function readingLevel(text: string, locale: Locale): ReadingLevel {
  const words = wordsOf(text)
  if (words.length === 0) throw new RangeError('expected a text with words')
  const perSentence = words.length / sentencesOf(text).length
  switch (locale) {
    case 'sv':
    case 'nb': {
      const long = words.filter((word) => word.length > 6).length
      const value = perSentence + (100 * long) / words.length
      return { measure: 'lix', value: inTenths(value), isHard: value > 35 }
    }
    case 'en': {
      const value = 0.39 * perSentence + 11.8 * syllables(words, locale) - 15.59
      return { measure: 'flesch-kincaid', value: inTenths(value), isHard: value > 8 }
    }
    case 'nl': {
      const value = 206.84 - 0.93 * perSentence - 77 * syllables(words, locale)
      return { measure: 'flesch-douma', value: inTenths(value), isHard: value < 60 }
    }
    case 'ro': {
      const letters = words.join('').length / words.length
      const isHard = perSentence > 18 || letters > 6.5
      return { measure: 'lengths', value: inTenths(perSentence), isHard }
    }
  }
}

/** The words of a text, in small letters. */
export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? []
}

export function sentencesOf(text: string): readonly string[] {
  const sentences = text.split(/[.!?]+(?:\s|$)/u).filter((one) => /\p{L}/u.test(one))
  return sentences.length > 0 ? sentences : [text]
}

const vowels = {
  en: /[aeiouy]+/gu,
  nl: /(?:ij|[aeiouyáéíóúèëïöü]+)/gu,
}

/** On average, by groups of vowels; a silent e at the end of an English word is none. */
function syllables(words: readonly string[], locale: 'en' | 'nl'): number {
  const count = (word: string): number => {
    const heard =
      locale === 'en' && word.length > 3 ? word.replace(/(?<!l)e$/u, '') : word
    return Math.max(1, heard.match(vowels[locale])?.length ?? 0)
  }
  return words.reduce((sum, word) => sum + count(word), 0) / words.length
}

const inTenths = (value: number): number => Math.round(10 * value) / 10
