import type {
  DraftFormat,
  DraftItem,
  DraftOption,
  DraftSection,
  LeaveOut,
  RawWording,
} from './draft.ts'
import { readNumber } from './json.ts'
import type { LeftOutKind } from './left-out.ts'
import { SectionWriter } from './section-writer.ts'
import { type StandardWord, standardWord } from './standard-words.ts'

/** A row or an option of a question of LimeSurvey. */
export interface LimeChoice {
  readonly code: string
  readonly scale: string
  readonly text: RawWording
  readonly relevance: string
}

export interface LimeQuestion {
  readonly code: string
  /** one letter or sign: see LimeSurvey's list of question types */
  readonly type: string
  readonly text: RawWording
  readonly help: RawWording
  readonly relevance: string
  readonly isMandatory: boolean
  readonly hasOther: boolean
  readonly pattern: string
  readonly attributes: ReadonlyMap<string, string>
  readonly rows: readonly LimeChoice[]
  readonly answers: readonly LimeChoice[]
}

export interface LimeGroup {
  readonly name: RawWording
  readonly description: RawWording
  readonly relevance: string
  readonly where: string
  readonly questions: readonly LimeQuestion[]
}

const unread: ReadonlyMap<string, LeftOutKind> = new Map([
  ['S', 'free-text'],
  ['T', 'free-text'],
  ['U', 'free-text'],
  ['Q', 'free-text'],
  [';', 'free-text'],
  ['D', 'date'],
  ['R', 'ranking'],
  ['X', 'information'],
  ['*', 'calculation'],
  ['|', 'file-upload'],
  [':', 'repeat'],
  ['1', 'repeat'],
])

const besides: readonly (readonly [string, LeftOutKind])[] = [
  ['array_filter', 'logic'],
  ['array_filter_exclude', 'logic'],
  ['em_validation_q', 'validation'],
  ['em_validation_sq', 'validation'],
  ['min_answers', 'validation'],
]

/** One group as sections: a grid stands alone, with its question above its rows. */
export function sectionsOf(group: LimeGroup, leave: LeaveOut): readonly DraftSection[] {
  if (isLogic(group.relevance)) leave('logic', group.where)
  const writer = new SectionWriter(leave)
  writer.begin({ heading: group.name, lead: group.description }, group.where)
  for (const question of group.questions) {
    const items = readQuestion(question, leave)
    if (!isGrid(question)) writer.add(items)
    else if (items.length > 0) {
      writer.addGrid({ lead: question.text, where: question.code, items })
    }
  }
  return writer.sections()
}

const isLogic = (relevance: string): boolean =>
  !['', '1', '0=0'].includes(relevance.trim())
const isGrid = ({ type }: LimeQuestion): boolean => 'FHABCEK'.includes(type)

function readQuestion(question: LimeQuestion, leave: LeaveOut): readonly DraftItem[] {
  const { code, type, attributes } = question
  if (attributes.get('hidden') === '1') {
    leave('hidden', code)
    return []
  }
  const known = unread.get(type)
  if (known) {
    leave(known, code)
    return []
  }
  leaveBesides(question, leave)
  if (isGrid(question)) return readGrid(question, leave)
  const format = formatOf(question)
  if (format) {
    const { text: title, help: hint } = question
    return [{ name: code, where: code, title, hint, format }]
  }
  leave('unknown-kind', code)
  return []
}

function leaveBesides(question: LimeQuestion, leave: LeaveOut): void {
  const { code, attributes } = question
  if (isLogic(question.relevance)) leave('logic', code)
  if (question.isMandatory || question.pattern !== '') leave('validation', code)
  if (question.hasOther || 'OP'.includes(question.type)) leave('other-option', code)
  for (const [name, kind] of besides) if (attributes.get(name)) leave(kind, code)
  const order = attributes.get('answer_order') ?? attributes.get('subquestion_order')
  if (attributes.get('random_order') === '1' || order === 'random')
    leave('random-order', code)
}

function formatOf(question: LimeQuestion): DraftFormat | undefined {
  switch (question.type) {
    case 'L':
    case '!':
    case 'O':
      return { kind: 'one-of', options: optionsOf(question.answers) }
    case 'M':
    case 'P':
      return anyOf(question)
    case 'Y':
      return { kind: 'one-of', options: standard('yes', 'no') }
    case '5':
      return { kind: 'whole-number', from: 1, to: 5 }
    case 'N':
      return numberOf(question)
    default:
      return undefined
  }
}

function anyOf({ rows, attributes }: LimeQuestion): DraftFormat {
  const alone = new Set((attributes.get('exclude_all_others') ?? '').split(/[;,]/))
  return {
    kind: 'any-of',
    options: optionsOf(rows).map((option) =>
      alone.has(option.value) ? { ...option, exclusive: true } : option,
    ),
    atMost: readNumber(attributes.get('max_answers') ?? ''),
  }
}

function numberOf({ attributes }: LimeQuestion): DraftFormat {
  const limit = (...names: readonly string[]): number | undefined =>
    names
      .map((name) => readNumber(attributes.get(name) ?? ''))
      .find((one) => one !== undefined)
  return {
    kind: 'whole-number',
    from: limit('min_num_value_n', 'min_num_value', 'slider_min'),
    to: limit('max_num_value_n', 'max_num_value', 'slider_max'),
  }
}

/** Each row of a grid is a question on the same scale. */
function readGrid(question: LimeQuestion, leave: LeaveOut): readonly DraftItem[] {
  const format = scaleOf(question)
  if (question.rows.length === 0) leave('options-unfit', question.code)
  return question.rows.map(({ code, text, relevance }) => {
    const where = `${question.code} / ${code}`
    if (isLogic(relevance)) leave('logic', where)
    return { name: `${question.code}-${code}`, where, title: text, format }
  })
}

function scaleOf(question: LimeQuestion): DraftFormat {
  switch (question.type) {
    case 'A':
      return { kind: 'whole-number', from: 1, to: 5 }
    case 'B':
      return { kind: 'whole-number', from: 1, to: 10 }
    case 'C':
      return { kind: 'one-of', options: standard('yes', 'unsure', 'no') }
    case 'E':
      return { kind: 'one-of', options: standard('increase', 'same', 'decrease') }
    case 'K':
      return numberOf(question)
    default:
      return { kind: 'one-of', options: optionsOf(question.answers) }
  }
}

const standard = (...words: readonly StandardWord[]): readonly DraftOption[] =>
  words.map((word) => ({ value: word, text: standardWord(word) }))

const optionsOf = (choices: readonly LimeChoice[]): readonly DraftOption[] =>
  choices
    .filter(({ scale }) => scale === '' || scale === '0')
    .map(({ code, text }) => ({ value: code, text }))
