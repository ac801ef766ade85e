import { codeWordsOf } from '#analysis/coding/code-words.ts'
import { type Codebook, codesOf } from '#analysis/coding/codebook.ts'
import {
  type CodedText,
  learnSuggestions,
  suggestCodes,
} from '#analysis/coding/suggestions.ts'
import type { Locale } from '#surveys/locale.ts'
import { answerOffThread } from '../jobs/off-thread.ts'
import type { Suggestions } from './contract.ts'

export interface ToSuggest {
  readonly codebook: Codebook
  readonly languages: readonly Locale[]
  readonly coded: readonly CodedText[]
  readonly uncoded: readonly { readonly id: string; readonly text: string }[]
}

/** Of one segment: more would be read by nobody. */
const mostSuggested = 3

answerOffThread<ToSuggest>(({ codebook, languages, coded, uncoded }): Suggestions => {
  const model = learnSuggestions(coded, codeWordsOf(codebook, languages))
  const usable = new Set(codesOf(codebook))
  return uncoded.flatMap(({ id, text }) =>
    suggestCodes(model, text)
      .filter(({ code }) => usable.has(code))
      .slice(0, mostSuggested)
      .map((suggestion) => ({ segment: id, ...suggestion })),
  )
})
