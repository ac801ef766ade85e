import { capitalizedWords } from './capitalized-words.ts'
import { type Certainty, type Finding, matches } from './finding.ts'
import { foldWord, stemsOf } from './fold-word.ts'
import { givenNames } from './given-names.ts'
import type { NameFilter } from './name-filter.ts'
import { legalForms, nameParticles, roles, titles } from './name-words.ts'
import { ordinaryWords } from './ordinary-words.ts'
import { type Word, wordsOf } from './words-of.ts'

const isWord = (folded: string): boolean =>
  ordinaryWords.has(folded) ||
  (folded.endsWith('s') && ordinaryWords.has(folded.slice(0, -1)))

const isKnownCapital = (folded: string): boolean =>
  stemsOf(folded).some((stem) => capitalizedWords.has(stem))

/** In lower case only the plainest endings: the others make names of too many words. */
function isGivenName({ folded, isCapital, isShouted }: Word): boolean {
  if (givenNames.has(folded)) return true
  if (isShouted) return false
  if (isCapital) return stemsOf(folded).some((stem) => givenNames.has(stem))
  return folded.endsWith('s') && givenNames.has(folded.slice(0, -1))
}

/** A capital letter that the beginning of a sentence or an abbreviation does not explain. */
const isTelling = (word: Word): boolean =>
  word.isCapital && !word.opensSentence && !word.isShouted && !word.isCamel

/** Letters a word must have for one sign to do, where it is written like any other word. */
const shortestLower = { given: 3, same: 4, near: 7 } as const
const shortestCapital = { given: 2, same: 2, near: 6 } as const

type Sign = 'given' | 'same' | 'near'

function signOf(word: Word, roster: NameFilter | undefined): Sign | undefined {
  const { folded, isCapital } = word
  const shortest = isCapital ? shortestCapital : shortestLower
  if (roster && folded.length >= shortest.same && roster.isName(word.text)) return 'same'
  if (folded.length >= shortest.given && isGivenName(word)) return 'given'
  const isNear = roster && folded.length >= shortest.near && roster.isNearName(word.text)
  return isNear ? 'near' : undefined
}

/** A word that may name somebody, and how many signs of it there are. */
interface Suspect {
  readonly sign: Sign | 'title' | 'capital'
  readonly isSure: boolean
}

/** The title before a name, also before its "van der". */
function followsTitle(words: readonly Word[], at: number): boolean {
  let from = at
  while (nameParticles.has(words[from - 1]?.folded ?? '') && from > at - 3) from -= 1
  const [title, first] = [words[from - 1], words[from]]
  return Boolean(
    title && titles.has(title.folded) && /^\.? {1,2}$/.test(first?.gap ?? ''),
  )
}

const followsRole = (word: Word, before: Word | undefined): boolean =>
  Boolean(before && roles.has(before.folded) && /^(?: ?[,:(-])? {0,2}$/.test(word.gap))

/** A capital letter in the middle of a sentence, on a word that is no other. */
function unknownCapital(word: Word, after: Word | undefined): Suspect | undefined {
  const isCompany = after?.gap === ' ' && after.isCapital && legalForms.has(after.folded)
  const isUnknown = !isWord(word.folded) && !isKnownCapital(word.folded) && !isCompany
  return isTelling(word) && isUnknown && word.folded.length > 1
    ? { sign: 'capital', isSure: false }
    : undefined
}

/** What is also a word is a name only as it stands on a list, without ending or slip. */
const isThatVeryName = ({ folded }: Word, sign: Sign): boolean =>
  sign === 'same' || givenNames.has(folded)

/** A colleague by one letter, "kollega K." */
const isInitialOfRole = (word: Word, before?: Word, after?: Word): boolean =>
  word.text.length === 1 && followsRole(word, before) && after?.gap[0] === '.'

/** Who stands on a list, or is written with a capital letter that needs a reason. */
function listedOrUnknown(
  word: Word,
  before: Word | undefined,
  after: Word | undefined,
  roster: NameFilter | undefined,
): Suspect | undefined {
  const isExplained = isWord(word.folded) || isKnownCapital(word.folded)
  if (isExplained && !isTelling(word)) return undefined
  const sign = signOf(word, roster)
  if (!sign || (isExplained && !isThatVeryName(word, sign))) {
    return unknownCapital(word, after)
  }
  const hasRole = word.isCapital && followsRole(word, before)
  const isOnRoster = sign === 'same' && isTelling(word) && !isExplained
  return { sign, isSure: sign !== 'near' && (hasRole || isOnRoster) }
}

function suspectAt(
  words: readonly Word[],
  at: number,
  roster: NameFilter | undefined,
): Suspect | undefined {
  const [before, word, after] = [words[at - 1], words[at], words[at + 1]]
  if (!word) return undefined
  if (!word.isCapital) return listedOrUnknown(word, before, after, roster)
  if (followsTitle(words, at)) return { sign: 'title', isSure: true }
  if (isInitialOfRole(word, before, after)) return { sign: 'capital', isSure: false }
  return listedOrUnknown(word, before, after, roster)
}

const isBeside = ({ gap }: Word): boolean => gap === ' ' || gap === '-'

/** The word that goes on with a name: past "van der", a capital letter. */
function nextOfName(words: readonly Word[], at: number): number | undefined {
  let next = at + 1
  while (next <= at + 3) {
    const word = words[next]
    if (!word || !isBeside(word)) return undefined
    if (word.isCapital) return isKnownCapital(word.folded) ? undefined : next
    if (!nameParticles.has(word.folded)) return undefined
    next += 1
  }
  return undefined
}

/** "Yesterday Jansen", "Mark Jansen": the capital before a name belongs to it unless it is
 * a word that is no name. */
function firstOfName(words: readonly Word[], at: number, from: number): number {
  const [before, word] = [words[at - 1], words[at]]
  if (!before || !word || at <= from || !before.isCapital || !isBeside(word)) return at
  if (titles.has(before.folded)) return at
  if (givenNames.has(before.folded)) return at - 1
  const isOther = isWord(before.folded) || isKnownCapital(before.folded)
  return isOther || before.folded.length < 2 ? at : at - 1
}

function lastOfName(words: readonly Word[], at: number): number {
  let last = at
  for (
    let next = nextOfName(words, at);
    next !== undefined;
    next = nextOfName(words, last)
  ) {
    last = next
  }
  return last
}

function namesAmong(
  words: readonly Word[],
  roster: NameFilter | undefined,
): readonly Finding[] {
  const names: Finding[] = []
  for (let at = 0, from = 0; at < words.length; at += 1) {
    const suspect = suspectAt(words, at, roster)
    if (!suspect) continue
    const first = firstOfName(words, at, from)
    const last = words[at]?.isCapital ? lastOfName(words, at) : at
    const isPair = last > at && (suspect.sign === 'given' || suspect.sign === 'same')
    const certainty: Certainty = suspect.isSure || isPair ? 'sure' : 'likely'
    names.push({
      kind: 'name',
      certainty,
      start: words[first]?.start ?? 0,
      end: words[last]?.end ?? 0,
    })
    at = last
    from = last + 1
  }
  return names
}

const knownInitials =
  /^(?:U\.K|U\.S|U\.S\.A|E\.U|U\.E|S\.A|N\.V|B\.V|P\.S|O\.S|N\.B|H\.R|I\.T|I\.D|S\.R\.L|P\.M|A\.M)\.$/

/** "A. S.", and "J. Jansen" also where a sentence begins. */
const initials = /(?<![\p{L}.])\p{Lu}\.(?:[ -]?\p{Lu}\.)+(?! ?\p{Lu}\p{Ll})/gu
const initialAndName =
  /(?<![\p{L}.])(?:\p{Lu}\.[ -]?){1,3}(\p{Lu}[\p{Ll}']{2,30})(?!\p{L})/gu

function findInitials(text: string): readonly Finding[] {
  return [
    ...matches(text, initials, 'name', ([found]) =>
      knownInitials.test(found.replace(/ /g, '')) ? undefined : 'likely',
    ),
    ...matches(text, initialAndName, 'name', ([, name = '']) => {
      const folded = foldWord(name)
      return isWord(folded) || isKnownCapital(folded) ? undefined : 'likely'
    }),
  ]
}

/**
 * Names of people: after a title, beside a role, on the roster, among common given names,
 * and capital letters in the middle of a sentence that no list explains. Names that are
 * ordinary words too (Will, Dag, Roos) are seen by their capital letter only, and not where
 * it opens a sentence. A name that is on no list and in lower case is not found.
 *
 * @param text in plain characters
 * @param roster the names of those asked, where they are known
 */
export function findNames(
  text: string,
  roster: NameFilter | undefined,
): readonly Finding[] {
  return [...namesAmong(wordsOf(text), roster), ...findInitials(text)]
}
