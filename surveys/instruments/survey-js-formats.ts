import type { DraftFormat, DraftOption, LeaveOut, RawWording } from './draft.ts'
import {
  asText,
  field,
  isObject,
  isSet,
  type JsonObject,
  listIn,
  numberIn,
  textIn,
} from './json.ts'
import { languageTag } from './language-tags.ts'
import { standardWord } from './standard-words.ts'

/** The main language, and where what is not taken over is told. */
export interface Words {
  readonly main: string
  readonly leave: LeaveOut
}

/** How a question is answered; undefined, and told, where it cannot be asked. */
export function formatOf(
  question: JsonObject,
  type: string,
  name: string,
  words: Words,
): DraftFormat | undefined {
  switch (type) {
    case 'radiogroup':
    case 'dropdown':
    case 'buttongroup':
    case 'checkbox':
    case 'tagbox':
      return choiceFormat(question, type, name, words)
    case 'boolean':
      return { kind: 'one-of', options: yesAndNo(question, name, words) }
    case 'rating':
      return ratingFormat(question, name, words)
    case 'slider':
      return numberFormat(question)
    case 'text':
      return textFormat(question, name, words)
    default:
      words.leave('unknown-kind', name)
      return undefined
  }
}

function choiceFormat(
  question: JsonObject,
  type: string,
  name: string,
  words: Words,
): DraftFormat | undefined {
  if (isSet(question, 'choicesByUrl') || isSet(question, 'choicesFromQuestion')) {
    words.leave('remote-choices', name)
    return undefined
  }
  const isMany = type === 'checkbox' || type === 'tagbox'
  const options = [
    ...optionsOf(listIn(question, 'choices'), name, words),
    ...addedOption(question, 'none', words, isMany),
    ...addedOption(question, 'dontKnow', words, isMany),
  ]
  if (!isMany) return { kind: 'one-of', options }
  return { kind: 'any-of', options, atMost: numberIn(question, 'maxSelectedChoices') }
}

/** Options that the form adds by a switch instead of naming them. */
function addedOption(
  question: JsonObject,
  which: 'none' | 'dontKnow',
  { main, leave }: Words,
  exclusive: boolean,
): readonly DraftOption[] {
  const name = `${which[0]?.toUpperCase()}${which.slice(1)}`
  if (!isSet(question, `show${name}Item`) && !isSet(question, `has${name}`)) return []
  const own = wordingOf(field(question, `${which}Text`), main, leave, which)
  const usual = standardWord(which === 'none' ? 'none' : 'dont-know')
  return [{ value: which.toLowerCase(), text: own.size > 0 ? own : usual, exclusive }]
}

/** The choices of a question or a grid. */
export function optionsOf(
  choices: readonly unknown[],
  where: string,
  { main, leave }: Words,
): readonly DraftOption[] {
  return choices.map((choice) => {
    if (!isObject(choice)) {
      return { value: asText(choice), text: new Map([[main, asText(choice)]]) }
    }
    if (isSet(choice, 'visibleIf') || isSet(choice, 'enableIf')) leave('logic', where)
    if (isSet(choice, 'imageLink')) leave('picture', where)
    const value = textIn(choice, 'value')
    const text = wordingOf(field(choice, 'text'), main, leave, where)
    return {
      value,
      text: text.size > 0 ? text : new Map([[main, value]]),
      exclusive: field(choice, 'isExclusive') === true,
    }
  })
}

function yesAndNo(
  question: JsonObject,
  name: string,
  { main, leave }: Words,
): DraftOption[] {
  return (['yes', 'no'] as const).map((word) => {
    const isYes = word === 'yes'
    const own = wordingOf(
      field(question, isYes ? 'labelTrue' : 'labelFalse'),
      main,
      leave,
      name,
    )
    const value = textIn(question, isYes ? 'valueTrue' : 'valueFalse') || word
    return { value, text: own.size > 0 ? own : standardWord(word) }
  })
}

function ratingFormat(
  question: JsonObject,
  name: string,
  words: Words,
): DraftFormat | undefined {
  const values = listIn(question, 'rateValues')
  if (values.length > 0)
    return { kind: 'one-of', options: optionsOf(values, name, words) }
  const step = numberIn(question, 'rateStep') ?? 1
  if (step !== 1) {
    words.leave('number-unlimited', name)
    return undefined
  }
  const from = numberIn(question, 'rateMin') ?? 1
  const to =
    numberIn(question, 'rateMax') ?? from + (numberIn(question, 'rateCount') ?? 5) - 1
  const { main, leave } = words
  return {
    kind: 'whole-number',
    from,
    to,
    fromText: wordingOf(field(question, 'minRateDescription'), main, leave, name),
    toText: wordingOf(field(question, 'maxRateDescription'), main, leave, name),
  }
}

function textFormat(
  question: JsonObject,
  name: string,
  words: Words,
): DraftFormat | undefined {
  const type = textIn(question, 'inputType')
  if (type === 'number' || type === 'range') return numberFormat(question)
  const isDate = ['date', 'datetime', 'datetime-local', 'month', 'time', 'week'].includes(
    type,
  )
  words.leave(isDate ? 'date' : 'free-text', name)
  return undefined
}

function numberFormat(question: JsonObject): DraftFormat {
  const limits = listIn(question, 'validators')
    .filter(isObject)
    .find((validator) => textIn(validator, 'type') === 'numeric')
  return {
    kind: 'whole-number',
    from: numberIn(question, 'min') ?? (limits && numberIn(limits, 'minValue')),
    to: numberIn(question, 'max') ?? (limits && numberIn(limits, 'maxValue')),
  }
}

/** A text, or one for each language; `default` is the language of the survey. */
export function wordingOf(
  value: unknown,
  main: string,
  leave: LeaveOut,
  where: string,
): RawWording {
  if (!isObject(value)) {
    const text = asText(value)
    return text === '' ? new Map() : new Map([[main, text]])
  }
  const texts = new Map<string, string>()
  for (const [key, text] of Object.entries(value)) {
    const language = key === 'default' ? main : languageTag(key)
    if (!language) leave('language-unknown', `${where}: ${key}`)
    else if (!texts.has(language) || key === 'default') texts.set(language, asText(text))
  }
  return texts
}
