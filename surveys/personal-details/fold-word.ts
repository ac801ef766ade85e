const letters: Readonly<Record<string, string>> = {
  æ: 'a',
  ø: 'o',
  œ: 'o',
  ß: 'ss',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}

/** A word in lower case without diacritics, apostrophes or invisible characters. */
function plainLetters(word: string): string {
  const lower = word.toLowerCase()
  if (/^[a-z]*$/.test(lower)) return lower
  return lower
    .normalize('NFKD')
    .replace(/[^\p{L}]/gu, '')
    .replace(/[æøœßłđðþı]/g, (letter) => letters[letter] ?? letter)
}

const contracted = (plain: string): string =>
  plain.replace(/ae|aa/g, 'a').replace(/oe/g, 'o').replace(/ij/g, 'y')

/**
 * A word as it is compared: lower case without diacritics, and the ways of writing å ä ö æ
 * ø ij by other letters made one, so that Bjørn, Bjorn and Bjoern, or Pål, Pal and Paal,
 * are the same. It loses differences (Joe and Jo): what is compared must be folded on both
 * sides.
 */
export function foldWord(word: string): string {
  return contracted(plainLetters(word))
}

/** The word folded, and before its double letters were made one: a slip inside of those,
 * Dikjstra for Dijkstra, is one letter only there. */
export function foldingsOf(word: string): readonly string[] {
  const plain = plainLetters(word)
  const short = contracted(plain)
  return short === plain ? [plain] : [plain, short]
}

/** Endings of possessives, articles and cases, what a stem had in their place, and how long
 * a stem must be for the ending to be one. */
const endings: readonly (readonly [ending: string, stem: string, shortest: number])[] = [
  ['s', '', 2],
  ['en', '', 4],
  ['ens', '', 4],
  ['tje', '', 3],
  ['je', '', 4],
  ['ul', '', 3],
  ['ului', '', 3],
  ['lui', '', 3],
  ['ule', '', 4],
  ['le', '', 4],
  ['ei', 'a', 3],
  ['ei', '', 3],
  ['ai', 'a', 3],
  ['i', '', 4],
  ['i', 'a', 4],
  ['o', 'a', 4],
]

/** A folded word and every stem that it may be an inflected form of, the word first. */
export function stemsOf(folded: string): readonly string[] {
  const stems = endings.flatMap(([ending, stem, shortest]) => {
    const long = folded.length - ending.length + stem.length >= shortest
    return long && folded.endsWith(ending) ? [folded.slice(0, -ending.length) + stem] : []
  })
  return [folded, ...stems]
}
