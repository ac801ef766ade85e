import type { CodeId } from './codebook.ts'
import { featuresOf, partsOf, wordsOf } from './text-features.ts'
import {
  type Rarity,
  rarityOf,
  Sum,
  type Weights,
  weigh,
  weighText,
} from './weighted-texts.ts'

/** A segment whose codes are known. */
export interface CodedText {
  readonly text: string
  readonly codes: ReadonlySet<CodeId>
}

/** What the codebook itself says of a code: definition, when to use it, an example. */
export interface CodeWords {
  readonly code: CodeId
  /** one for each language the segments may be in */
  readonly texts: readonly string[]
}

/**
 * A code that a segment may have. A person decides: it is shown as a suggestion, is no coding,
 * and is never counted.
 */
export interface Suggestion {
  readonly suggested: true
  readonly code: CodeId
  /**
   * of segments that people coded and that look at least as much like it, the share that have
   * the code, 0 to 1
   */
  readonly confidence: number
  /** the words of the segment that led to it, the strongest first; at most five */
  readonly words: readonly string[]
}

/** What was learned from coded segments. Ask it with `suggestCodes`. */
export interface SuggestionModel {
  readonly rarity: Rarity
  readonly codes: readonly CodeModel[]
}

interface CodeModel {
  readonly code: CodeId
  readonly with: Sum
  readonly without: Sum
  /** scores of the segments it was learned from, each as if not learned, lowest first */
  readonly ladder: readonly Step[]
}

/** From this score up, the share that has the code. */
interface Step {
  readonly score: number
  readonly confidence: number
}

/** Where a suggestion is as likely right as wrong: below it, reading it costs more than it gives. */
const usualThreshold = 0.5

/** A code is suggested once this many segments have it. */
const fewestExamples = 5

/** The codebook's words count as so many segments. */
const weightOfWords = 1

const mostWords = 5

/**
 * Learns which words go with which code: the nearest of two centroids (Rocchio), one of the
 * segments that have a code, one of those that do not, over parts of words weighted by how
 * rare they are. The same input gives the same model.
 *
 * Confidence is not the classifier's word: each coded segment is scored as if it had not been
 * learned, and confidence is how many of those at or above a score have the code,
 * (k + 1)/(n + 2). Scores never lower it.
 *
 * @see Rocchio (1971) in Salton, The SMART Retrieval System, 313–323; Manning, Raghavan &
 *   Schütze (2008), Introduction to Information Retrieval, 14.2. Measured on real text:
 *   `npm run bench -- coding`
 */
export function learnSuggestions(
  coded: readonly CodedText[],
  words: readonly CodeWords[],
): SuggestionModel {
  const features = coded.map(({ text }) => featuresOf(text))
  const described = words.flatMap(({ texts }) => texts.map(featuresOf))
  const rarity = rarityOf([...features, ...described])
  const weights = features.map((one) => weigh(one, rarity))
  const counts = new Map<CodeId, number>()
  for (const code of coded.flatMap(({ codes }) => [...codes])) {
    counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  const codes = [...counts]
    .filter(([, count]) => count >= fewestExamples && count < coded.length)
    .map(([code]) => {
      const own = words.find((one) => one.code === code)?.texts ?? []
      return learnCode(
        code,
        weights,
        coded.map((one) => one.codes.has(code)),
        own.map((text) => weighText(text, rarity)),
        rarity.size,
      )
    })
  return { rarity, codes }
}

function learnCode(
  code: CodeId,
  weights: readonly Weights[],
  has: readonly boolean[],
  words: readonly Weights[],
  parts: number,
): CodeModel {
  const sums = { with: new Sum(parts), without: new Sum(parts) }
  weights.forEach((one, i) => {
    sums[has[i] ? 'with' : 'without'].add(one)
  })
  for (const one of words) sums.with.add(one, weightOfWords)
  const scored = weights.map((one, i) => {
    const isOwn = has[i] === true
    const near = isOwn ? sums.with.cosineWithout(one) : sums.with.cosine(one)
    const far = isOwn ? sums.without.cosine(one) : sums.without.cosineWithout(one)
    return { score: near - far, has: isOwn }
  })
  return { code, ...sums, ladder: ladderOf(scored) }
}

function ladderOf(
  scored: readonly { readonly score: number; readonly has: boolean }[],
): readonly Step[] {
  const falling = scored.toSorted((a, b) => b.score - a.score)
  let hits = 0
  const steps = falling.map(({ score, has }, index) => {
    if (has) hits += 1
    return { score, confidence: (hits + 1) / (index + 3) }
  })
  let best = 0
  return steps.toReversed().map(({ score, confidence }) => {
    best = Math.max(best, confidence)
    return { score, confidence: best }
  })
}

/**
 * Codes that a segment nobody coded yet may have, the surest first.
 *
 * @param threshold confidence from which a code is suggested, 0 to 1
 */
export function suggestCodes(
  model: SuggestionModel,
  text: string,
  threshold = usualThreshold,
): readonly Suggestion[] {
  const weights = weighText(text, model.rarity)
  return model.codes
    .map((code) => ({ code, confidence: confidenceIn(code, weights) }))
    .filter(({ confidence }) => confidence >= threshold)
    .toSorted((a, b) => b.confidence - a.confidence)
    .map(({ code, confidence }) => {
      const words = wordsFor(code, text, weights, model.rarity)
      return { suggested: true, code: code.code, confidence, words } as const
    })
    .filter(({ words }) => words.length > 0)
}

function confidenceIn({ ladder, ...code }: CodeModel, weights: Weights): number {
  const score = code.with.cosine(weights) - code.without.cosine(weights)
  // Nearer to those without it, or like neither: no reason to name the code.
  if (score <= 0) return 0
  return ladder.findLast((step) => step.score <= score)?.confidence ?? 0
}

/** The words whose parts speak for the code, by how much all their parts together do. */
function wordsFor(
  code: CodeModel,
  text: string,
  weights: Weights,
  rarity: Rarity,
): readonly string[] {
  const forCode = Math.sqrt(code.with.square) || 1
  const against = Math.sqrt(code.without.square) || 1
  const speaking = new Map<number, number>()
  weights.places.forEach((place, i) => {
    const lean =
      (code.with.weights[place] ?? 0) / forCode -
      (code.without.weights[place] ?? 0) / against
    speaking.set(place, (weights.values[i] ?? 0) * lean)
  })
  return [...new Set(wordsOf(text))]
    .map((word) => {
      const places = partsOf(word).map((part) => rarity.get(part)?.place ?? -1)
      const strength = places.reduce((sum, at) => sum + (speaking.get(at) ?? 0), 0)
      return { word, strength }
    })
    .filter(({ strength }) => strength > 0)
    .toSorted((a, b) => b.strength - a.strength)
    .slice(0, mostWords)
    .map(({ word }) => word)
}
