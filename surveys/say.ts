import type { Locale } from './locale.ts'

/** Sentences by flat key, all in one language. */
export type Texts<Key extends string = string> = Readonly<Record<Key, string>>

export type Words = Readonly<Record<string, string | number>>

/** `results.invited` for the keys `results.invited_one`, `results.invited_other`. */
export type CountKey<Key extends string> = Key extends `${infer Stem}_other`
  ? Stem
  : never

/**
 * The sentence for a key, with `{name}` places filled in.
 *
 * @throws RangeError when the sentence is missing or a place has no word: a gap must
 *   fail in a test, not reach a reader
 */
export function say<Key extends string>(
  texts: Texts<Key>,
  key: NoInfer<Key>,
  words: Words = {},
): string {
  const sentence: string | undefined = texts[key]
  if (sentence === undefined) throw new RangeError(`no text for ${key}`)
  return sentence.replace(/\{(\w+)\}/g, (_, place: string) => {
    const word = words[place]
    if (word === undefined) throw new RangeError(`no word for {${place}} in ${key}`)
    return String(word)
  })
}

/** The sentence in the plural form that a count takes in a language; `{count}` is the count. */
export function sayCount<Key extends string>(
  texts: Texts<Key>,
  locale: Locale,
  stem: CountKey<NoInfer<Key>>,
  count: number,
  words: Words = {},
): string {
  const form = pluralForm(locale, count)
  const sentences: Readonly<Record<string, string>> = texts
  const key = `${stem}_${form}` in sentences ? `${stem}_${form}` : `${stem}_other`
  return say(sentences, key, { ...words, count: written(locale, count) })
}

/** Up to here a number is written alike in all languages. */
const smallNumbers = 1_000

/**
 * The rules of CLDR for our languages, for whole numbers: what the browser knows of them costs
 * a slow phone 60 ms on the way to its first page.
 */
function pluralForm(locale: Locale, count: number): Intl.LDMLPluralRule {
  if (!isSmall(count)) return new Intl.PluralRules(locale).select(count)
  if (count === 1) return 'one'
  const isFew = count === 0 || (count % 100 > 0 && count % 100 < 20)
  return locale === 'ro' && isFew ? 'few' : 'other'
}

function written(locale: Locale, count: number): string {
  return isSmall(count) ? String(count) : new Intl.NumberFormat(locale).format(count)
}

function isSmall(count: number): boolean {
  return Number.isInteger(count) && count >= 0 && count < smallNumbers
}
