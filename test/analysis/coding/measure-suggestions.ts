import { codeWordsOf } from '#analysis/coding/code-words.ts'
import {
  addOwnCode,
  type Codebook,
  type CodeId,
  freshCodebook,
} from '#analysis/coding/codebook.ts'
import {
  type CodeWords,
  learnSuggestions,
  suggestCodes,
} from '#analysis/coding/suggestions.ts'
import { seededRandom } from '#analysis/statistics/random.ts'
import coded from './osmi-coded.json' with { type: 'json' }
import type { CodedSentence } from './osmi-sentences.ts'

/** How suggestions for one code did on sentences the model had not seen. */
export interface Measured {
  readonly code: CodeId
  /** held-out sentences that have the code */
  readonly positives: number
  readonly suggested: number
  readonly right: number
  /** right / suggested; NaN where nothing was suggested */
  readonly precision: number
  /** right / positives */
  readonly recall: number
  /** share of sentences that have the code: the precision of suggesting at random */
  readonly chance: number
}

export interface Setting {
  readonly threshold: number
  /** whether the model also learns from the codebook */
  readonly fromCodebook: boolean
}

const folds = 5

/** Fewer held-out sentences say too little. */
export const fewestPositives = 10

/**
 * Precision and recall by code, each sentence held out once: in five parts by respondent, so
 * that nobody's sentences are on both sides, four are learned from and one is asked.
 */
export function measureSuggestions(
  sentences: readonly CodedSentence[],
  { threshold, fromCodebook }: Setting,
): readonly Measured[] {
  const words = fromCodebook ? codeWordsOf(codebookOfTheCoder(), ['en']) : []
  const asked = suggestHeldOut(sentences, words, threshold)
  const codes = [...new Set(sentences.flatMap((one) => [...one.codes]))]
  return codes
    .map((code) => {
      const positives = sentences.filter((one) => one.codes.has(code)).length
      const suggested = asked.filter((one) => one.codes.has(code))
      const right = suggested.filter((one) => one.sentence.codes.has(code)).length
      return {
        code,
        positives,
        suggested: suggested.length,
        right,
        precision: right / suggested.length,
        recall: right / positives,
        chance: positives / sentences.length,
      }
    })
    .filter(({ positives }) => positives >= fewestPositives)
    .toSorted((a, b) => b.positives - a.positives)
}

function suggestHeldOut(
  sentences: readonly CodedSentence[],
  words: readonly CodeWords[],
  threshold: number,
): readonly { readonly sentence: CodedSentence; readonly codes: ReadonlySet<CodeId> }[] {
  const random = seededRandom('folds')
  const people = [...new Set(sentences.map(({ respondent }) => respondent))]
  const foldOf = new Map(people.map((person) => [person, Math.floor(random() * folds)]))
  return Array.from({ length: folds }, (_, fold) => {
    const isHeldOut = ({ respondent }: CodedSentence) => foldOf.get(respondent) === fold
    const model = learnSuggestions(
      sentences.filter((one) => !isHeldOut(one)),
      words,
    )
    return sentences.filter(isHeldOut).map((sentence) => {
      const found = suggestCodes(model, sentence.text, threshold)
      return { sentence, codes: new Set(found.map(({ code }) => code)) }
    })
  }).flat()
}

/** The codebook with the four codes the coder found in these answers. */
function codebookOfTheCoder(): Codebook {
  const codes: Readonly<Record<string, string>> = coded.codes
  return Object.entries(coded.own).reduce((codebook, [letter, name]) => {
    const uuid = (codes[letter] ?? '').slice('own.'.length)
    const added = addOwnCode(codebook, { uuid, name, definition: name })
    return added.kind === 'codebook' ? added.codebook : codebook
  }, freshCodebook)
}
