import { CsvError, parse } from 'csv-parse/sync'
import { type Draft, type LeaveOut, leftOutList } from './draft.ts'
import { languageTag } from './language-tags.ts'
import { UnreadableFile } from './left-out.ts'
import {
  type LimeChoice,
  type LimeGroup,
  type LimeQuestion,
  sectionsOf,
} from './lime-survey.ts'

const mostRows = 20_000

/** Whether a text begins with the headings of LimeSurvey's own table. */
export function isLimeSurveyTable(text: string): boolean {
  const [headings = ''] = text.slice(0, 20_000).split(/\r?\n/)
  const names = headings
    .split('\t')
    .map((name) => name.replaceAll('"', '').trim().toLowerCase())
  return ['class', 'type/scale', 'name', 'text'].every((name) => names.includes(name))
}

interface Line {
  readonly number: number
  readonly cell: (heading: string) => string
  readonly all: ReadonlyMap<string, string>
}

type Words = Map<string, string>
interface Choice extends LimeChoice {
  readonly text: Words
}
interface Question extends LimeQuestion {
  readonly text: Words
  readonly help: Words
  readonly rows: Choice[]
  readonly answers: Choice[]
}
interface Group extends LimeGroup {
  readonly name: Words
  readonly description: Words
  readonly questions: Question[]
}

/**
 * Reads LimeSurvey's survey structure as a table (tab-separated values): one line for each
 * setting, group, question, row and answer, in each language after the other.
 */
export function readLimeSurveyTable(text: string): Draft {
  const lines = linesOf(text)
  const { leave, list } = leftOutList()
  const base = lines.find(
    (line) => line.cell('class') === 'S' && line.cell('name') === 'language',
  )
  const main = languageTag(base?.cell('text') ?? '') ?? firstLanguage(lines) ?? 'en'
  const title: Words = new Map()
  const survey = new Survey(main, leave)
  for (const line of lines) {
    const language = languageTag(line.cell('language')) ?? main
    readLine(line, language, { survey, title, leave })
  }
  return {
    title,
    main,
    sections: survey.groups.flatMap((group) => sectionsOf(group, leave)),
    leftOut: list(),
  }
}

function firstLanguage(lines: readonly Line[]): string | undefined {
  const group = lines.find((line) => line.cell('class') === 'G')
  return languageTag(group?.cell('language') ?? '')
}

function readLine(
  line: Line,
  language: string,
  { survey, title, leave }: { survey: Survey; title: Words; leave: LeaveOut },
): void {
  const name = line.cell('name')
  switch (line.cell('class').toUpperCase()) {
    case 'SL':
      if (name === 'surveyls_title') title.set(language, line.cell('text'))
      else if (isPageText(name) && line.cell('text') !== '') leave('page-texts', name)
      return
    case 'G':
      survey.group(line, language)
      return
    case 'Q':
      survey.question(line, language)
      return
    case 'SQ':
      survey.choice(line, language, 'rows')
      return
    case 'A':
      survey.choice(line, language, 'answers')
      return
    default:
      leaveLine(line, leave)
  }
}

/** Conditions, assessments and quotas. */
function leaveLine(line: Line, leave: LeaveOut): void {
  const kinds = { C: 'logic', AS: 'scoring', QTA: 'quota' } as const
  const found = line.cell('class').toUpperCase()
  for (const [name, kind] of Object.entries(kinds)) {
    if (name === found) leave(kind, line.cell('name') || `line ${line.number}`)
  }
}

const isPageText = (name: string): boolean =>
  ['surveyls_welcometext', 'surveyls_endtext', 'surveyls_description'].includes(name)

/** The survey as it grows line by line: a language that comes later adds its words. */
class Survey {
  readonly groups: Group[] = []
  readonly #main: string
  readonly #leave: LeaveOut
  readonly #questions = new Map<string, Question>()
  readonly #counted = new Map<string, number>()
  #group: Group | undefined
  #question: Question | undefined

  constructor(main: string, leave: LeaveOut) {
    this.#main = main
    this.#leave = leave
  }

  group(line: Line, language: string): void {
    const place = this.#counted.get(language) ?? 0
    this.#counted.set(language, place + 1)
    const where = `line ${line.number}`
    const group = this.groups[place] ?? {
      name: new Map(),
      description: new Map(),
      relevance: line.cell('relevance'),
      where,
      questions: [],
    }
    if (place >= this.groups.length) this.groups.push(group)
    group.name.set(language, line.cell('name'))
    group.description.set(language, line.cell('text'))
    this.#group = group
  }

  question(line: Line, language: string): void {
    const code = line.cell('name') || `line ${line.number}`
    const known = this.#questions.get(code)
    const question = known ?? newQuestion(line, code)
    question.text.set(language, line.cell('text'))
    if (line.cell('help') !== '') question.help.set(language, line.cell('help'))
    this.#question = question
    if (known) return
    this.#questions.set(code, question)
    if (line.cell('default') !== '') this.#leave('default-answer', code)
    if (line.cell('script') !== '') this.#leave('script', code)
    if (!this.#group) this.group(line, this.#main)
    this.#group?.questions.push(question)
  }

  choice(line: Line, language: string, kind: 'rows' | 'answers'): void {
    const question = this.#question
    if (!question) return
    const code = line.cell('name')
    const scale = line.cell('type/scale')
    const known = question[kind].find((one) => one.code === code && one.scale === scale)
    const relevance = kind === 'rows' ? line.cell('relevance') : ''
    const choice = known ?? { code, scale, text: new Map(), relevance }
    if (!known) question[kind].push(choice)
    choice.text.set(language, line.cell('text'))
  }
}

const newQuestion = (line: Line, code: string): Question => ({
  code,
  type: line.cell('type/scale'),
  text: new Map(),
  help: new Map(),
  relevance: line.cell('relevance'),
  isMandatory: ['Y', 'S'].includes(line.cell('mandatory')),
  hasOther: line.cell('other') === 'Y',
  pattern: line.cell('validation'),
  attributes: line.all,
  rows: [],
  answers: [],
})

function linesOf(text: string): readonly Line[] {
  const records = parsed(text)
  const headings = (records[0] ?? []).map((name) => name.trim().toLowerCase())
  return records.slice(1).map((cells, index) => {
    const all = new Map(
      headings.map((name, column) => [name, (cells[column] ?? '').trim()]),
    )
    return { number: index + 2, all, cell: (heading) => all.get(heading) ?? '' }
  })
}

function parsed(text: string): readonly (readonly string[])[] {
  try {
    const records: readonly (readonly string[])[] = parse(text, {
      delimiter: '\t',
      relax_column_count: true,
      relax_quotes: true,
      to: mostRows + 2,
      max_record_size: 400_000,
    })
    if (records.length > mostRows) throw new UnreadableFile('too-many-items')
    return records
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new UnreadableFile('not-a-questionnaire', `line ${error['lines'] ?? ''}`.trim())
  }
}
