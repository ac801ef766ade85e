import { type Draft, type LeaveOut, leftOutList, type RawWording } from './draft.ts'
import { languageTag } from './language-tags.ts'
import { UnreadableFile } from './left-out.ts'
import { type LimeChoice, type LimeQuestion, sectionsOf } from './lime-survey.ts'
import { childrenOf, localName, parseDocument } from './xml.ts'

type Row = ReadonlyMap<string, string>

/** The rows of the tables of a file. */
interface Tables {
  readonly rows: (table: string) => readonly Row[]
  /** rows that have this value in this column */
  readonly where: (table: string, column: string, value: string) => readonly Row[]
}

const mostRows = 40_000

/**
 * Reads the structure of a survey that LimeSurvey exported (.lss), as its versions 2 to 6 write
 * it: tables of the database as XML, texts in them or in tables of their own.
 */
export function readLimeSurveyXml(xml: string): Draft {
  const root = parseDocument(xml, 'lss')
  const [kind] = childrenOf(root, 'LimeSurveyDocType')
  if (localName(root) !== 'document' || kind?.text.trim() !== 'Survey') {
    throw new UnreadableFile('not-a-questionnaire')
  }
  const tables = tablesOf(root)
  const [first] = childrenOf(root, 'languages').flatMap((list) => childrenOf(list))
  const named = tables.rows('surveys')[0]?.get('language') ?? first?.text ?? ''
  const main = languageTag(named) ?? 'en'
  const { leave, list } = leftOutList()
  const settings = tables.rows('surveys_languagesettings')
  leaveSettings(tables, settings, leave)
  const groups = byNumber(oncePer(tables.rows('groups'), 'gid'), 'group_order')
  return {
    title: wordingOf(settings, 'surveyls_title', 'surveyls_language'),
    main,
    sections: groups.flatMap((group) => sectionsOf(groupOf(group, tables, leave), leave)),
    leftOut: list(),
  }
}

function tablesOf(root: ReturnType<typeof parseDocument>): Tables {
  let rows = 0
  const all = new Map(
    childrenOf(root).map((table) => [
      localName(table),
      childrenOf(table, 'rows')
        .flatMap((list) => childrenOf(list, 'row'))
        .map((row): Row => {
          rows += 1
          if (rows > mostRows) throw new UnreadableFile('too-many-items')
          return new Map(childrenOf(row).map((cell) => [localName(cell), cell.text]))
        }),
    ]),
  )
  const indices = new Map<string, ReadonlyMap<string, readonly Row[]>>()
  const rowsOfTable = (table: string): readonly Row[] => all.get(table) ?? []
  return {
    rows: rowsOfTable,
    where(table, column, value) {
      const name = `${table} ${column}`
      const index =
        indices.get(name) ?? Map.groupBy(rowsOfTable(table), (row) => cell(row, column))
      indices.set(name, index)
      return index.get(value) ?? []
    },
  }
}

const cell = (row: Row, name: string): string => (row.get(name) ?? '').trim()

/** Older versions have a row for each language: the first stands for all. */
function oncePer(rows: readonly Row[], ...keys: readonly string[]): readonly Row[] {
  const keyOf = (row: Row): string => keys.map((key) => cell(row, key)).join(' ')
  return [
    ...new Map(rows.toReversed().map((row) => [keyOf(row), row])).values(),
  ].toReversed()
}

function byNumber(rows: readonly Row[], name: string): readonly Row[] {
  const order = (row: Row): number => Number.parseInt(cell(row, name), 10) || 0
  return rows.toSorted((a, b) => order(a) - order(b))
}

/** The texts of rows that are of one thing, by their language. */
function wordingOf(
  rows: readonly Row[],
  text: string,
  language = 'language',
): RawWording {
  const words = new Map<string, string>()
  for (const row of rows) {
    const tag = languageTag(cell(row, language))
    if (tag && !words.has(tag) && cell(row, text) !== '') words.set(tag, cell(row, text))
  }
  return words
}

/** Rows of one thing, wherever this version keeps its texts. */
function textsOf(tables: Tables, table: string, own: string, key: string, id: string) {
  return [...tables.where(table, key, id), ...tables.where(own, key, id)]
}

function groupOf(group: Row, tables: Tables, leave: LeaveOut) {
  const gid = cell(group, 'gid')
  const texts = textsOf(tables, 'group_l10ns', 'groups', 'gid', gid)
  const questions = tables
    .where('questions', 'gid', gid)
    .filter((row) => ['', '0'].includes(cell(row, 'parent_qid')))
  return {
    name: wordingOf(texts, 'group_name'),
    description: wordingOf(texts, 'description'),
    relevance: cell(group, 'grelevance'),
    where: `group ${gid}`,
    questions: byNumber(oncePer(questions, 'qid'), 'question_order').map((row) =>
      questionOf(row, tables, leave),
    ),
  }
}

function questionOf(row: Row, tables: Tables, leave: LeaveOut): LimeQuestion {
  const qid = cell(row, 'qid')
  const code = cell(row, 'title') || qid
  const texts = textsOf(tables, 'question_l10ns', 'questions', 'qid', qid)
  if (texts.some((text) => cell(text, 'script') !== '')) leave('script', code)
  const of = (table: string) => tables.where(table, 'qid', qid)
  if (of('conditions').length > 0) leave('logic', code)
  if (of('defaultvalues').length > 0) leave('default-answer', code)
  return {
    code,
    type: cell(row, 'type'),
    text: wordingOf(texts, 'question'),
    help: wordingOf(texts, 'help'),
    relevance: cell(row, 'relevance'),
    isMandatory: ['Y', 'S'].includes(cell(row, 'mandatory')),
    hasOther: cell(row, 'other') === 'Y',
    pattern: cell(row, 'preg'),
    attributes: new Map(
      of('question_attributes').map((one) => [
        cell(one, 'attribute'),
        cell(one, 'value'),
      ]),
    ),
    rows: rowsOf(qid, tables),
    answers: answersOf(qid, tables),
  }
}

function rowsOf(qid: string, tables: Tables): readonly LimeChoice[] {
  const mine = ['subquestions', 'questions'].flatMap((table) =>
    tables.where(table, 'parent_qid', qid),
  )
  return byNumber(oncePer(mine, 'qid'), 'question_order').map((row) => {
    const own = cell(row, 'qid')
    const texts = [
      ...textsOf(tables, 'question_l10ns', 'subquestions', 'qid', own),
      ...tables.where('questions', 'qid', own),
    ]
    return {
      code: cell(row, 'title'),
      scale: cell(row, 'scale_id'),
      text: wordingOf(texts, 'question'),
      relevance: cell(row, 'relevance'),
    }
  })
}

function answersOf(qid: string, tables: Tables): readonly LimeChoice[] {
  const mine = tables.where('answers', 'qid', qid)
  return byNumber(oncePer(mine, 'code', 'scale_id'), 'sortorder').map((row) => {
    const code = cell(row, 'code')
    const scale = cell(row, 'scale_id')
    const own = mine.filter(
      (one) => cell(one, 'code') === code && cell(one, 'scale_id') === scale,
    )
    const translated = tables.where('answer_l10ns', 'aid', cell(row, 'aid'))
    return {
      code,
      scale,
      text: wordingOf([...translated, ...own], 'answer'),
      relevance: '',
    }
  })
}

function leaveSettings(tables: Tables, settings: readonly Row[], leave: LeaveOut): void {
  const pages = ['surveyls_welcometext', 'surveyls_endtext', 'surveyls_description']
  for (const name of pages) {
    if (settings.some((row) => cell(row, name) !== '')) leave('page-texts', name)
  }
  for (const row of tables.rows('quota')) leave('quota', cell(row, 'name') || 'quota')
  if (tables.rows('assessments').length > 0) leave('scoring', 'assessments')
}
