import type { Locale } from './locale.ts'

/** A question that an organization asks beside ours, in a closed format and with its words. */
export interface OwnQuestion {
  readonly id: string
  readonly format: 'agreement' | 'yes-no' | 'one-of'
  /** a statement to agree with, or a question */
  readonly title: Readonly<Partial<Record<Locale, string>>>
  /** the answers to choose from; none but where one of them is asked for */
  readonly options: readonly Readonly<Partial<Record<Locale, string>>>[]
}

export const mostOwnQuestions = 5
export const mostOwnOptions = 7

/** Whether an item was written by the organization: no id of ours looks like that. */
export const isOwn = (item: string): boolean => /^own-[1-9]$/.test(item)

/** By its place: an answer keeps its id when it is reworded. */
export const ownOptionId = (index: number): string => `option-${index + 1}`

/**
 * The words of own questions in one language, by the keys that questions and answers have
 * everywhere. What is missing in a language stands in another rather than nowhere.
 */
export function ownWords(
  questions: readonly OwnQuestion[],
  locale: Locale,
): Readonly<Record<string, string>> {
  const inLanguage = (words: OwnQuestion['title']): string =>
    words[locale] ?? Object.values(words)[0] ?? ''
  return Object.fromEntries(
    questions.flatMap(({ id, title, options }) => [
      [`item.${id}`, inLanguage(title)],
      ...options.map((words, at) => [
        `option.${id}.${ownOptionId(at)}`,
        inLanguage(words),
      ]),
    ]),
  )
}

/** Whether each own question and each of its answers is worded in all of these languages. */
export function areInAll(
  questions: readonly OwnQuestion[],
  languages: readonly Locale[],
): boolean {
  return questions.every(({ title, options }) =>
    [title, ...options].every((words) => languages.every((locale) => words[locale])),
  )
}
