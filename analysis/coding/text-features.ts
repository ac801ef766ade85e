/** A part of a word, and how often it stands in a text. */
export type Features = ReadonlyMap<string, number>

const shortest = 3
const longest = 5

/** The words of a text in small letters, in any alphabet; digits and signs left out. */
export function wordsOf(text: string): readonly string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/\p{L}[\p{L}\p{M}]*/gu) ?? []
  )
}

/**
 * Every run of three to five letters of a word, its ends marked. It is what words of one stem
 * have in common, in languages that bend and join words differently, without a list for any.
 */
export function partsOf(word: string): readonly string[] {
  const letters = [' ', ...word, ' ']
  const parts: string[] = []
  for (let length = shortest; length <= longest; length++) {
    for (let from = 0; from + length <= letters.length; from++) {
      parts.push(letters.slice(from, from + length).join(''))
    }
  }
  return parts
}

/** The parts of all words of a text, counted. */
export function featuresOf(text: string): Features {
  const counts = new Map<string, number>()
  for (const part of wordsOf(text).flatMap(partsOf)) {
    counts.set(part, (counts.get(part) ?? 0) + 1)
  }
  return counts
}
