import { codePointsOf, fontFiles } from './font-files.ts'

/** Drawn by the fonts, and seen as "a character stood here". */
const missing = '□'

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/**
 * Marks that never print: joiners, variation selectors, direction marks. A soft hyphen and a
 * zero-width space stay: they say where a word may break.
 */
const ignorable = /(?![\u00ad\u200b])\p{Default_Ignorable_Code_Point}/gu

const alike: Readonly<Record<string, string>> = { '\u2011': '-', '\u202f': '\u00a0' }

let known: ReadonlySet<number> | undefined

/**
 * The text with what our fonts cannot draw shown as one empty square a character: PDF/UA
 * refuses a page with a missing glyph, and a system's own fonts would make the same document
 * come out differently on two machines.
 */
export function drawable(text: string): string {
  return [...graphemes.segment(text)].map(({ segment }) => drawn(segment)).join('')
}

function drawn(grapheme: string): string {
  const like = alike[grapheme]
  if (like !== undefined) return like
  const visible = grapheme.replace(ignorable, '')
  return [...visible].every(isDrawable) ? visible : missing
}

function isDrawable(character: string): boolean {
  const point = character.codePointAt(0) ?? 0
  return point === 0x0a || point === 0xad || covered().has(point)
}

/** Every face is searched in turn, so a character may come from any of them. */
function covered(): ReadonlySet<number> {
  known ??= new Set(fontFiles().flatMap((file) => [...codePointsOf(file)]))
  return known
}
