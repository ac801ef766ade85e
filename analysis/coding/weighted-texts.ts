import { type Features, featuresOf } from './text-features.ts'

/** The parts of a text with their weights, of length 1 altogether. */
export interface Weights {
  /** places of the parts in `Rarity` */
  readonly places: Int32Array
  readonly values: Float64Array
}

/** What is known of each part: its place among all, and how rare it is. */
export type Rarity = ReadonlyMap<
  string,
  { readonly place: number; readonly rare: number }
>

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
    known.map(([part, count], place) => {
      return [part, { place, rare: Math.log((1 + texts.length) / (1 + count)) + 1 }]
    }),
  )
}

/** (1 + ln count) · rarity of each part that is known, scaled to length 1. */
export function weigh(features: Features, rarity: Rarity): Weights {
  const raw = [...features].flatMap(([part, count]) => {
    const known = rarity.get(part)
    return known ? [[known.place, (1 + Math.log(count)) * known.rare] as const] : []
  })
  const length = Math.sqrt(raw.reduce((sum, [, weight]) => sum + weight ** 2, 0))
  return {
    places: Int32Array.from(raw, ([place]) => place),
    values: Float64Array.from(raw, ([, weight]) => weight / length),
  }
}

/** The same of a text that was not taken apart yet. */
export function weighText(text: string, rarity: Rarity): Weights {
  return weigh(featuresOf(text), rarity)
}

/** Texts added up, part by part: what they have in common stands out. */
export class Sum {
  readonly weights: Float64Array
  /** Σ weight² */
  square = 0

  constructor(parts: number) {
    this.weights = new Float64Array(parts)
  }

  add({ places, values }: Weights, times = 1): void {
    places.forEach((place, i) => {
      const before = this.weights[place] ?? 0
      const after = before + times * (values[i] ?? 0)
      this.weights[place] = after
      this.square += after ** 2 - before ** 2
    })
  }

  /** Cosine of the angle between the sum and a text of length 1; 0 where the sum is nothing. */
  cosine(text: Weights): number {
    return this.square > 1e-12 ? this.dot(text) / Math.sqrt(this.square) : 0
  }

  /** The same as if the text had not been added. */
  cosineWithout(text: Weights): number {
    const dot = this.dot(text)
    const own = text.places.length > 0 ? 1 : 0
    const square = this.square - 2 * dot + own
    return square > 1e-12 ? (dot - own) / Math.sqrt(square) : 0
  }

  private dot({ places, values }: Weights): number {
    let dot = 0
    for (let i = 0; i < places.length; i++) {
      dot += (values[i] ?? 0) * (this.weights[places[i] ?? 0] ?? 0)
    }
    return dot
  }
}
