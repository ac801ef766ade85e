import type { Place } from './finding.ts'
import { foldWord } from './fold-word.ts'

/** A word of a text with what its surroundings say about a capital letter. */
export interface Word extends Place {
  readonly text: string
  readonly folded: string
  /** What stands between the word before and this one. */
  readonly gap: string
  /** Begins with a capital letter. */
  readonly isCapital: boolean
  /** Two letters or more, all of them capital. */
  readonly isShouted: boolean
  /** Capitals inside, as in a product's name; not as in McDonald or D'Angelo. */
  readonly isCamel: boolean
  /** A capital letter here means nothing: a sentence, a line or a quotation begins. */
  readonly opensSentence: boolean
}

const word = /\p{L}(?:[\p{L}\p{M}\u200b]|'(?=\p{L}))*/gu

const abbreviations = new Set(
  'dr mr mrs ms prof dhr mevr drs ing ir hr fr dl dna nr no ca bl tex t ex resp st inkl incl avd afd etc e g i d v s m o p'.split(
    ' ',
  ),
)

function opensSentence(gap: string, before: Word | undefined): boolean {
  if (!before || /[!?…:\n•]|^\s*[-*]\s+$|["“”„«»]|(?:^|\s)'/.test(gap)) return true
  if (!gap.includes('.')) return false
  const isInitial = before.text.length === 1 && before.isCapital
  return !(isInitial || abbreviations.has(before.folded))
}

function wordAt(text: string, match: RegExpExecArray, before: Word | undefined): Word {
  const [found] = match
  const gap = text.slice(before?.end ?? 0, match.index)
  const isCapital = /^\p{Lu}/u.test(found)
  return {
    text: found,
    folded: foldWord(found),
    gap,
    start: match.index,
    end: match.index + found.length,
    isCapital,
    isShouted: isCapital && /\p{L}.*\p{L}/u.test(found) && !/\p{Ll}/u.test(found),
    isCamel:
      /\p{Ll}\p{Lu}/u.test(found) && !/^(?:Ma?c|De|Van|Le|La|Di|Fitz)\p{Lu}/u.test(found),
    opensSentence: opensSentence(gap, before),
  }
}

/** The words of a text in plain characters, in order. */
export function wordsOf(plainText: string): readonly Word[] {
  const words: Word[] = []
  for (const match of plainText.matchAll(word)) {
    words.push(wordAt(plainText, match, words.at(-1)))
  }
  return words
}
