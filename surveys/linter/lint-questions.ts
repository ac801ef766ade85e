import type { QuestionChoice } from '../compose.ts'
import type { Locale } from '../locale.ts'
import type { OwnQuestion } from '../own-question.ts'
import { readingLevel, sentencesOf, wordsOf } from './reading-level.ts'
import { suspected, type WordRule } from './telling-words.ts'

/** What is doubtful about a question, and where. Words of each rule: `lint.<rule>`. */
export interface Finding {
  readonly question: string
  readonly rule: WordRule | 'identifying-statement' | 'long' | 'hard' | 'alike'
  readonly locale: Locale
  /** the word, or the measure, that gave it away */
  readonly because: string
}

/** A sentence with more is read twice. */
const mostWords = 20
/** Fewer words are too few for a formula to say anything. */
const fewestWords = 6

const wordRules = ['double', 'absolute', 'negation', 'leading'] as const

/**
 * Looks over the questions an organization wrote itself; ours are looked over before they are
 * offered. It sees words, not meaning, so that most findings are warnings.
 */
export function findingsIn(
  { own }: QuestionChoice,
  languages: readonly Locale[],
): readonly Finding[] {
  return own.flatMap((question) =>
    languages.flatMap((locale) => {
      const title = question.title[locale]?.trim()
      return title ? findingsOf(question, title, locale) : []
    }),
  )
}

/**
 * A list to choose one's own kind from is a background question, whatever it is called: it is
 * refused where its title or one of its answers names what is never asked. Everything else is
 * a person's to judge.
 */
export function isBlocking({ rule }: Finding): boolean {
  return rule === 'identifying'
}

function findingsOf(
  { id, format, options }: OwnQuestion,
  title: string,
  locale: Locale,
): readonly Finding[] {
  const words = wordsOf(title)
  if (words.length === 0) return []
  const found = (rule: Finding['rule'], because: string): Finding => ({
    question: id,
    rule,
    locale,
    because,
  })
  const answers = options.map((words) => words[locale]?.trim().toLowerCase() ?? '')
  const who = [title, ...answers]
    .map((text) => suspected(wordsOf(text), locale, 'identifying'))
    .find((word) => word !== undefined)
  const twice = answers.find((one, at) => one !== '' && answers.indexOf(one) !== at)
  // A statement can tell who somebody is ("I am …") or what they think of it: a person judges.
  const telling = format === 'agreement' ? 'identifying-statement' : 'identifying'
  return [
    ...(who ? [found(telling, who)] : []),
    ...wordRules.flatMap((rule) => {
      const word = suspected(words, locale, rule)
      return word ? [found(rule, word)] : []
    }),
    ...lengthFindings(title, words, locale, found),
    ...(twice ? [found('alike', twice)] : []),
  ]
}

function lengthFindings(
  title: string,
  words: readonly string[],
  locale: Locale,
  found: (rule: Finding['rule'], because: string) => Finding,
): readonly Finding[] {
  const longest = Math.max(...sentencesOf(title).map((one) => wordsOf(one).length))
  const level = readingLevel(title, locale)
  const isHard = words.length >= fewestWords && level.isHard
  return [
    ...(longest > mostWords ? [found('long', String(longest))] : []),
    ...(isHard ? [found('hard', String(level.value))] : []),
  ]
}
