import { foldingsOf, foldWord, stemsOf } from './fold-word.ts'
import { sipHash, sipKeyBytes } from './siphash.ts'

/**
 * Names of those who were asked, as a keyed Bloom filter: it can say of a word that it may
 * be one of them, and cannot be read.
 *
 * What the key protects: somebody who has the filter alone, say in a backup, learns about
 * how many names there are and nothing about any. What it does not: whoever has filter and
 * key can try a list of names and see which may be on the roster. So the filter goes where
 * the roster may be known, the key is kept apart from it, and both end with the survey.
 */
export interface NameFilter {
  /** Whether a word, inflected or mistyped by one letter, may be on the roster. A name that
   * is on it is always recognized; a word that is not seems to be about once in ten thousand
   * words of average length. */
  mayBeOnRoster(word: string): boolean
  /** Whether a word, without its ending, is a name on the roster. */
  isName(word: string): boolean
  /** Whether a word is a name but for one letter missing, added, wrong or exchanged
   * with its neighbour. */
  isNearName(word: string): boolean
}

const version = 1
const headerBytes = 1
/** Of a million lookups of strangers one succeeds; a word takes about 4 for each letter. */
const probes = 20
const bitsPerEntry = probes / Math.LN2
/** Sizes are rounded up so that they do not tell how many names exactly there are. */
const sizeStep = 1024
/** Shorter names have too many neighbours among ordinary words. */
const shortestNear = 4
const shortestName = 2
const longestWord = 40
const blank = '*'

const encoder = new TextEncoder()

/** Folded words are nearly always ASCII; the encoder takes longer than the hash. */
function bytesOf(entry: string): Uint8Array {
  const bytes = new Uint8Array(entry.length)
  for (let at = 0; at < entry.length; at += 1) {
    const unit = entry.charCodeAt(at)
    if (unit > 127) return encoder.encode(entry)
    bytes[at] = unit
  }
  return bytes
}

const particles = new Set(
  'van de der den ter ten te von zu af av la le di da dos el al bin ibn och og en and'.split(
    ' ',
  ),
)

/** The parts of a full name by which somebody may be called; particles are none. */
export function nameTokens(fullName: string): readonly string[] {
  return fullName
    .split(/[^\p{L}\p{M}'’]+/u)
    .filter((part) => part.length >= shortestName && !particles.has(foldWord(part)))
}

/** Calls `each` with the bits of an entry until it says no.
 * @returns whether it never did */
function everyBit(
  key: Uint8Array,
  entry: string,
  bits: number,
  each: (byte: number, mask: number) => boolean,
): boolean {
  const { low, high } = sipHash(key, bytesOf(entry))
  let position = low
  let step = high
  for (let probe = 0; probe < probes; probe += 1) {
    const bit = position % bits
    if (!each(headerBytes + (bit >>> 3), 1 << (bit & 7))) return false
    position = (position + step) >>> 0
    step = (step + probe + 1) >>> 0
  }
  return true
}

const blanked = (word: string): readonly string[] =>
  word.length < shortestNear
    ? []
    : Array.from(word, (_, at) => word.slice(0, at) + blank + word.slice(at + 1))

const isOfLength = (word: string, shortest: number): boolean =>
  word.length >= shortest && word.length <= longestWord

/** What is looked up to find names one letter away. A letter missing from the word is a
 * blank put into it; a wrong one a blank in its place; those are kept with each name. */
function neighbours(word: string): readonly string[] {
  const near = [...blanked(word), word + blank]
  for (let at = 0; at < word.length; at += 1) {
    const [before, letter, after] = [word.slice(0, at), word[at], word.slice(at + 1)]
    near.push(before + blank + letter + after, before + after)
    if (after) near.push(before + after.charAt(0) + letter + after.slice(1))
  }
  return near
}

/** A slip and a rare ending together are not looked for: every third word would come near
 * some name. */
const withoutPossessive = (folded: string): readonly string[] =>
  folded.endsWith('s') ? [folded, folded.slice(0, -1)] : [folded]

/**
 * Makes the filter of a roster.
 *
 * @param tokens parts of names, `nameTokens` of each; also nicknames or rare job titles
 * @param key 16 random bytes, kept apart from the filter
 * @returns bytes to keep or send; about 29 bits for each letter of the names
 * @throws RangeError when the key has another length
 */
export function buildNameFilter(tokens: Iterable<string>, key: Uint8Array): Uint8Array {
  if (key.length !== sipKeyBytes) {
    throw new RangeError(`a key has ${sipKeyBytes} bytes, got ${key.length}`)
  }
  const folded = new Set(
    [...tokens].flatMap(foldingsOf).filter((token) => token.length >= shortestName),
  )
  const entries = [...folded].flatMap((token) => [token, ...blanked(token)])
  const needed = Math.ceil((entries.length * bitsPerEntry) / 8)
  const size = Math.max(1, Math.ceil(needed / sizeStep)) * sizeStep
  const filter = new Uint8Array(headerBytes + size)
  filter[0] = version
  for (const entry of entries) {
    everyBit(key, entry, size * 8, (byte, mask) => {
      filter[byte] = (filter[byte] ?? 0) | mask
      return true
    })
  }
  return filter
}

/**
 * Opens a filter made by `buildNameFilter`. With another key it recognizes nobody.
 *
 * @throws RangeError when the bytes are no filter, or the key has another length
 */
export function openNameFilter(filter: Uint8Array, key: Uint8Array): NameFilter {
  const size = filter.length - headerBytes
  if (filter[0] !== version || size <= 0 || size % sizeStep !== 0) {
    throw new RangeError(`not a name filter: ${filter.length} bytes`)
  }
  if (key.length !== sipKeyBytes) {
    throw new RangeError(`a key has ${sipKeyBytes} bytes, got ${key.length}`)
  }
  const has = (entry: string): boolean =>
    everyBit(key, entry, size * 8, (byte, mask) => ((filter[byte] ?? 0) & mask) !== 0)
  const isName = (word: string): boolean =>
    foldingsOf(word)
      .filter((folded) => isOfLength(folded, shortestName))
      .some((folded) => stemsOf(folded).some(has))
  const isNearName = (word: string): boolean =>
    foldingsOf(word)
      .flatMap(withoutPossessive)
      .filter((folded) => isOfLength(folded, shortestNear))
      .some((folded) => neighbours(folded).some(has))
  return { isName, isNearName, mayBeOnRoster: (word) => isName(word) || isNearName(word) }
}
