import type { Locale } from '#surveys/locale.ts'
import { type Codebook, codesOf } from './codebook.ts'
import { describeCode } from './describe-code.ts'
import type { CodeWords } from './suggestions.ts'

/**
 * What the codebook says of each code, for the suggestions. "Not when" is left out: it names
 * what belongs to another code.
 *
 * @param spoken the languages the segments are in
 */
export function codeWordsOf(
  codebook: Codebook,
  spoken: readonly Locale[],
): readonly CodeWords[] {
  return codesOf(codebook).map((code) => {
    const texts = spoken.map((locale) => {
      const { label, means, useWhen, example } = describeCode(codebook, code, locale)
      return [label, means, useWhen, example].filter(Boolean).join('. ')
    })
    return { code, texts: [...new Set(texts)] }
  })
}
