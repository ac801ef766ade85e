import type { Locale } from '#surveys/locale.ts'

/** How easy a text is to read. Formulas are a smoke alarm, never proof: two readers are. */
export interface Readability {
  readonly sentences: number
  readonly words: number
  /** words a sentence, on average */
  readonly sentenceLength: number
  /** by the formula of the language; null where there is none for it */
  readonly score: number | null
  /** letters a word, on average */
  readonly wordLength: number
}

/** @throws RangeError for a text without a word */
export function readabilityOf(text: string, locale: Locale): Readability {
  const words = wordsOf(text)
  if (words.length === 0) throw new RangeError('a text without a word cannot be read')
  const sentences = Math.max(1, sentencesOf(text))
  const letters = words.reduce((sum, word) => sum + word.length, 0)
  return {
    sentences,
    words: words.length,
    sentenceLength: words.length / sentences,
    wordLength: letters / words.length,
    score: scoreOf(words, sentences, locale),
  }
}

function scoreOf(
  words: readonly string[],
  sentences: number,
  locale: Locale,
): number | null {
  switch (locale) {
    case 'sv':
    case 'nb':
      return lix(words, sentences)
    case 'en':
      return fleschKincaid(words, sentences)
    case 'nl':
      return fleschDouma(words, sentences)
    case 'ro':
      return null
  }
}

/**
 * LIX, for Swedish and Norwegian: words a sentence plus the percentage of words of more than six
 * letters. Below 30 very easy, 30–40 easy, 40–50 medium.
 *
 * @see Björnsson (1968), Läsbarhet.
 */
function lix(words: readonly string[], sentences: number): number {
  const long = words.filter((word) => word.length > 6).length
  return words.length / sentences + (100 * long) / words.length
}

/**
 * Flesch–Kincaid grade: the school year whose pupils read it.
 *
 *   0.39 · words/sentences + 11.8 · syllables/words − 15.59
 *
 * @see Kincaid et al. (1975), Research Branch Report 8-75.
 */
function fleschKincaid(words: readonly string[], sentences: number): number {
  const syllables = words.reduce((sum, word) => sum + englishSyllables(word), 0)
  return (0.39 * words.length) / sentences + (11.8 * syllables) / words.length - 15.59
}

/**
 * Flesch–Douma, for Dutch: 206.84 − 0.93 · words/sentences − 77 · syllables/words; 100 is very
 * easy, from 60 on plain.
 *
 * @see Douma (1960), De leesbaarheid van landbouwbladen.
 */
function fleschDouma(words: readonly string[], sentences: number): number {
  const syllables = words.reduce((sum, word) => sum + groups(word, dutchVowels), 0)
  return 206.84 - (0.93 * words.length) / sentences - (77 * syllables) / words.length
}

const dutchVowels = /[aeiouyáéèëïóöü]+/g

/** Vowels in a row are one syllable; an e at the end is silent. */
function englishSyllables(word: string): number {
  const spoken = word.replace(/(?:[^laeiouy]es|[^td]ed|[^laeiouy]e)$/, (end) =>
    end.slice(0, 1),
  )
  return groups(spoken, /[aeiouy]+/g)
}

const groups = (word: string, vowels: RegExp): number =>
  Math.max(1, word.match(vowels)?.length ?? 0)

/** Numbers, addresses and names in signs are no words to be read. */
function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/\p{L}+(?:['’]\p{L}+)?/gu) ?? []
}

const sentencesOf = (text: string): number =>
  text.match(/[.!?…](?=\s|$|[”"’»)])|\n/gu)?.length ?? 1

/** What a text for everybody should keep to. */
const limits: Readonly<Record<Locale, (text: Readability) => boolean>> = {
  en: ({ score }) => (score ?? 0) <= 8,
  sv: ({ score }) => (score ?? 0) <= 38,
  nb: ({ score }) => (score ?? 0) <= 38,
  nl: ({ score }) => (score ?? 100) >= 60,
  // No formula for Romanian is known to us that was validated.
  ro: ({ wordLength }) => wordLength <= 6,
}

const longestSentence = 15

/** Whether a text keeps to the limit of its language and has short sentences. */
export function isPlain(text: string, locale: Locale): boolean {
  const read = readabilityOf(text, locale)
  return limits[locale](read) && read.sentenceLength <= longestSentence
}
