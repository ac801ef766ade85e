import type { ConstructId } from './constructs.ts'
import type { OwnQuestion } from './own-question.ts'

/** How a question may be answered; the words of the options are in the texts. */
export type AnswerFormat =
  /** never, rarely, sometimes, often, nearly always: the last four weeks */
  | { readonly kind: 'frequency' }
  /** strongly disagree … strongly agree */
  | { readonly kind: 'agreement' }
  /** one of the options */
  | { readonly kind: 'one-of'; readonly options: readonly string[] }
  /** any of the options; an exclusive one stands alone */
  | {
      readonly kind: 'any-of'
      readonly options: readonly string[]
      readonly exclusive?: readonly string[]
      readonly atMost?: number
    }
  /** whole numbers from `from` to `to` */
  | { readonly kind: 'whole-number'; readonly from: number; readonly to: number }

/** Shown only to those who gave one of these answers to an earlier item. */
export interface Condition {
  readonly item: string
  readonly isAnyOf: readonly string[]
}

export interface Item {
  readonly id: string
  readonly format: AnswerFormat
  /** what a high answer speaks for, where the item measures a need */
  readonly construct?: ConstructId
  /** what it is about where it stands beside the score of that need, or is not scored at all */
  readonly topic?: ConstructId
  /** a high answer means less need */
  readonly reversed?: true
  readonly shownWhen?: Condition
  /** names the option words it has in common with other items */
  readonly optionsLike?: string
  /** the text that is its title, where that is not `item.<id>` */
  readonly titleKey?: string
  readonly required?: true
  /** a row of equal buttons where the format alone would make a list */
  readonly layout?: 'row'
}

/** Questions that stand together on a page. `leadId` names the sentence above them. */
export interface Section {
  readonly leadId?: string
  readonly items: readonly Item[]
}

export interface Part {
  readonly id: string
  readonly sections: readonly Section[]
  /** stands beside the core: whether an answer is complete does not hang on it */
  readonly isOptional?: true
}

export interface Questionnaire {
  readonly id: string
  readonly parts: readonly Part[]
  /** every question also takes "I prefer not to answer" */
  readonly mayDecline: boolean
  /** the words of questions that an organization wrote itself */
  readonly own?: readonly OwnQuestion[]
}

/** Said when a person chooses not to answer, which differs from leaving a question out. */
export const declined = 'declined'

/**
 * What one person said, by item id. An item left out was skipped or not shown;
 * `declined` was said on purpose.
 */
export type Answers = Readonly<Record<string, Answer>>
export type Answer = string | number | readonly string[]

const frequencies = ['never', 'rarely', 'sometimes', 'often', 'nearly-always'] as const
const agreements = [
  'strongly-disagree',
  'disagree',
  'neither',
  'agree',
  'strongly-agree',
] as const

export function itemsOf(questionnaire: Questionnaire): readonly Item[] {
  return questionnaire.parts.flatMap((part) =>
    part.sections.flatMap(({ items }) => items),
  )
}

/** The options a person can choose from; none where a number is asked for. */
export function optionsOf(format: AnswerFormat): readonly string[] {
  switch (format.kind) {
    case 'frequency':
      return frequencies
    case 'agreement':
      return agreements
    case 'one-of':
    case 'any-of':
      return format.options
    case 'whole-number':
      return []
  }
}

/** The key of an option's words. Items of one format share them. */
export function optionKey(item: Item, option: string): string {
  const { kind } = item.format
  if (kind === 'frequency' || kind === 'agreement') return `option.${kind}.${option}`
  return `option.${item.optionsLike ?? item.id}.${option}`
}
