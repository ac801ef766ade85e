import type { Locale } from './locale.ts'
import {
  type Answer,
  type Answers,
  type Condition,
  declined,
  type Item,
  optionKey,
  optionsOf,
  type Part,
  type Questionnaire,
} from './questionnaire.ts'
import { say, type Texts } from './say.ts'

/** The part of SurveyJS's format that the questionnaires use. */
export interface SurveyJson {
  readonly locale: string
  readonly title: string
  readonly pages: readonly SurveyPage[]
}

export interface SurveyPage {
  readonly name: string
  readonly title: string
  readonly elements: readonly SurveyPanel[]
}

export interface SurveyPanel {
  readonly type: 'panel'
  readonly name: string
  readonly title?: string
  readonly elements: readonly SurveyQuestion[]
}

export interface SurveyQuestion {
  readonly type: 'radiogroup' | 'checkbox'
  readonly name: string
  readonly title: string
  readonly description?: string
  readonly choices: readonly SurveyChoice[]
  readonly visibleIf?: string
  readonly isRequired?: true
  readonly maxSelectedChoices?: number
  /** how the options are laid out: a row of equal buttons, or a list */
  readonly renderAs: 'row' | 'list'
}

export interface SurveyChoice {
  readonly value: string | number
  readonly text: string
  readonly isExclusive?: true
}

/** SurveyJS knows Norwegian bokmål as `no`. */
const surveyLocales: Readonly<Record<Locale, string>> = {
  en: 'en',
  sv: 'sv',
  nb: 'no',
  nl: 'nl',
  ro: 'ro',
}

/** A questionnaire as SurveyJS JSON in the language of the texts. */
export function surveyJson(
  questionnaire: Questionnaire,
  locale: Locale,
  texts: Texts,
  title: string,
): SurveyJson {
  return {
    locale: surveyLocales[locale],
    title,
    pages: questionnaire.parts.map((part) => pageOf(part, questionnaire, texts)),
  }
}

function pageOf(part: Part, { mayDecline }: Questionnaire, texts: Texts): SurveyPage {
  return {
    name: part.id,
    title: say(texts, `part.${part.id}`),
    elements: part.sections.map(({ leadId, items }, index) => ({
      type: 'panel',
      name: `${part.id}-${index + 1}`,
      ...(leadId && { title: say(texts, `lead.${leadId}`) }),
      elements: items.map((item) => questionOf(item, mayDecline, texts)),
    })),
  }
}

function questionOf(item: Item, mayDecline: boolean, texts: Texts): SurveyQuestion {
  const { format } = item
  const description = hintOf(item, texts)
  return {
    type: format.kind === 'any-of' ? 'checkbox' : 'radiogroup',
    name: item.id,
    title: say(texts, item.titleKey ?? `item.${item.id}`),
    ...(description && { description }),
    choices: [...choicesOf(item, texts), ...(mayDecline ? [declining(item, texts)] : [])],
    ...(item.shownWhen && { visibleIf: visibleIf(item.shownWhen) }),
    ...(item.required && { isRequired: true }),
    ...(format.kind === 'any-of' &&
      format.atMost && { maxSelectedChoices: format.atMost }),
    renderAs: isRow(item) ? 'row' : 'list',
  }
}

function choicesOf(item: Item, texts: Texts): readonly SurveyChoice[] {
  const { format } = item
  if (format.kind === 'whole-number') return numbersOf(format.from, format.to)
  const exclusive = format.kind === 'any-of' ? (format.exclusive ?? []) : []
  return optionsOf(format).map((value) => ({
    value,
    text: say(texts, optionKey(item, value)),
    ...(exclusive.includes(value) && { isExclusive: true }),
  }))
}

function numbersOf(from: number, to: number): readonly SurveyChoice[] {
  return Array.from({ length: to - from + 1 }, (_, step) => ({
    value: from + step,
    text: String(from + step),
  }))
}

function declining({ format }: Item, texts: Texts): SurveyChoice {
  const choice = { value: declined, text: say(texts, 'answer.declined') }
  return format.kind === 'any-of' ? { ...choice, isExclusive: true } : choice
}

function hintOf(item: Item, texts: Texts): string | undefined {
  const { format } = item
  if (format.kind === 'whole-number') {
    const key = `scale.${item.id}`
    if (!(`${key}.from` in texts)) return undefined
    return `${format.from} = ${say(texts, `${key}.from`)} · ${format.to} = ${say(texts, `${key}.to`)}`
  }
  if (format.kind !== 'any-of') return undefined
  return format.atMost
    ? say(texts, 'hint.at-most', { count: format.atMost })
    : say(texts, 'hint.any-of')
}

const isRow = ({ format, layout }: Item): boolean =>
  layout === 'row' || ['frequency', 'agreement', 'whole-number'].includes(format.kind)

function visibleIf({ item, isAnyOf }: Condition): string {
  return isAnyOf.map((option) => `{${item}} = '${option}'`).join(' or ')
}

/** What SurveyJS collected, as answers: "I prefer not to answer" is one word, not a list. */
export function answersFrom(collected: Readonly<Record<string, Answer>>): Answers {
  return Object.fromEntries(
    Object.entries(collected)
      .filter(([, value]) => !Array.isArray(value) || value.length > 0)
      .map(([id, value]) => [
        id,
        Array.isArray(value) && value[0] === declined ? declined : value,
      ]),
  )
}
