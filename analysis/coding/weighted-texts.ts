import { type Features, featuresOf } from './text-features.ts'

/** The parts of a text with their weights, of length 1 altogether. */
export type Weights = ReadonlyMap<string, number>

/** How rare each part is: what turns a text into weights. */
export type Rarity = ReadonlyMap<string, number>

/** Parts of one text alone say nothing about another. */
const fewestTexts = 2

/**
 * Inverse document frequency, ln((1 + N)/(1 + n)) + 1, of parts that stand in n ≥ 2 of N texts.
 *
 * @see Manning, Raghavan & Schütze (2008), Introduction to Information Retrieval, 6.2
 */
export function rarityOf(texts: readonly Features[]): Rarity {
  const counts = new Map<string, number>()
  for (const text of texts) {
    for (const part of text.keys()) counts.set(part, (counts.get(part) ?? 0) + 1)
  }
  const known = [...counts].filter(([, count]) => count >= fewestTexts)
  return new Map(
    known.map(([part, count]) => [part, Math.log((1 + texts.length) / (1 + count)) + 1]),
  )
}

/** (1 + ln count) · rarity of each part that is known, scaled to length 1. */
export function weigh(features: Features, rarity: Rarity): Weights {
  const raw = [...features].flatMap(([part, count]) => {
    const rare = rarity.get(part)
    return rare ? [[part, (1 + Math.log(count)) * rare] as const] : []
  })
  const length = Math.sqrt(raw.reduce((sum, [, weight]) => sum + weight ** 2, 0))
  return new Map(raw.map(([part, weight]) => [part, weight / length]))
}

/** The same of a text that was not taken apart yet. */
export function weighText(text: string, rarity: Rarity): Weights {
  return weigh(featuresOf(text), rarity)
}

/** Texts added up, part by part: what they have in common stands out. */
export class Sum {
  readonly weights = new Map<string, number>()
  count = 0
  /** Σ weight² */
  square = 0

  add(text: Weights, times = 1): void {
    this.count += times
    for (const [part, weight] of text) {
      const before = this.weights.get(part) ?? 0
      const after = before + times * weight
      this.weights.set(part, after)
      this.square += after ** 2 - before ** 2
    }
  }

  /** Cosine of the angle between the sum and a text of length 1; 0 where the sum is nothing. */
  cosine(text: Weights): number {
    return this.square > 1e-12 ? this.dot(text) / Math.sqrt(this.square) : 0
  }

  /** The same as if the text had not been added. */
  cosineWithout(text: Weights): number {
    const dot = this.dot(text)
    const own = text.size > 0 ? 1 : 0
    const square = this.square - 2 * dot + own
    return square > 1e-12 ? (dot - own) / Math.sqrt(square) : 0
  }

  private dot(text: Weights): number {
    let dot = 0
    for (const [part, weight] of text) dot += weight * (this.weights.get(part) ?? 0)
    return dot
  }
}
