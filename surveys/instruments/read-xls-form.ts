import {
  type Draft,
  type DraftFormat,
  type DraftItem,
  type DraftOption,
  type DraftSection,
  type LeaveOut,
  leftOutList,
} from './draft.ts'
import { type FormRow, formRows } from './form-sheet.ts'
import { languageTag } from './language-tags.ts'
import { type LeftOutKind, UnreadableFile } from './left-out.ts'
import { readConstraint } from './read-constraint.ts'
import { readWorkbook, type Sheet } from './read-workbook.ts'
import { SectionWriter } from './section-writer.ts'

/** Lines that are no question that can be read, and why. */
const unread: ReadonlyMap<string, LeftOutKind> = new Map([
  ['text', 'free-text'],
  ['string', 'free-text'],
  ['decimal', 'number-unlimited'],
  ['note', 'information'],
  ['acknowledge', 'unknown-kind'],
  ['trigger', 'unknown-kind'],
  ['date', 'date'],
  ['time', 'date'],
  ['datetime', 'date'],
  ['geopoint', 'respondent-data'],
  ['geotrace', 'respondent-data'],
  ['geoshape', 'respondent-data'],
  ['barcode', 'respondent-data'],
  ['image', 'file-upload'],
  ['audio', 'file-upload'],
  ['video', 'file-upload'],
  ['file', 'file-upload'],
  ['background-audio', 'file-upload'],
  ['calculate', 'calculation'],
  ['hidden', 'hidden'],
  ['rank', 'ranking'],
  ['start', 'respondent-data'],
  ['end', 'respondent-data'],
  ['today', 'respondent-data'],
  ['deviceid', 'respondent-data'],
  ['subscriberid', 'respondent-data'],
  ['simserial', 'respondent-data'],
  ['phonenumber', 'respondent-data'],
  ['username', 'respondent-data'],
  ['email', 'respondent-data'],
  ['audit', 'respondent-data'],
  ['start-geopoint', 'respondent-data'],
  ['select_one_from_file', 'remote-choices'],
  ['select_multiple_from_file', 'remote-choices'],
  ['select_one_external', 'remote-choices'],
  ['csv-external', 'remote-choices'],
  ['xml-external', 'remote-choices'],
])

/** Columns that say more of a question than is taken over. */
const besides: readonly (readonly [string, LeftOutKind])[] = [
  ['relevant', 'logic'],
  ['choice_filter', 'logic'],
  ['trigger', 'logic'],
  ['calculation', 'calculation'],
  ['required', 'validation'],
  ['default', 'default-answer'],
]

const media = ['media::', 'image', 'audio', 'video', 'big-image']

/** @throws UnreadableFile for what is no XLSForm */
export function readXlsForm(file: Uint8Array): Draft {
  const sheets = readWorkbook(file, ['survey', 'choices', 'settings'])
  const survey = sheets.get('survey')
  if (!survey) throw new UnreadableFile('sheet-missing', 'survey')
  const { leave, list } = leftOutList()
  const settings = readSettings(sheets.get('settings'), leave)
  const main = settings.main ?? firstLanguage(survey) ?? 'en'
  const lists = readChoices(sheets.get('choices'), main, leave)
  const rows = formRows(survey, ['type', 'name'], { where: 'survey', main, leave })
  return {
    title: new Map([[main, settings.title]]),
    main,
    sections: readSurvey(rows, lists, leave),
    leftOut: list(),
  }
}

function readSettings(
  sheet: Sheet | undefined,
  leave: LeaveOut,
): { readonly title: string; readonly main: string | undefined } {
  const [row] = sheet ? formRows(sheet, [], { where: 'settings', main: 'en', leave }) : []
  const title =
    row?.cell('form_title') || row?.cell('title') || row?.cell('form_id') || '–'
  return { title, main: languageTag(row?.cell('default_language') ?? '') }
}

/** Where no setting names the main language, the first column of labels does. */
function firstLanguage(survey: Sheet): string | undefined {
  const [headings = []] = survey
  const labels = headings.filter((heading) => /^\s*label\b/i.test(heading))
  const [, named = ''] = /::?\s*(.+)$/.exec(labels[0] ?? '') ?? []
  return languageTag(named)
}

type Lists = ReadonlyMap<string, readonly DraftOption[]>

function readChoices(sheet: Sheet | undefined, main: string, leave: LeaveOut): Lists {
  if (!sheet) return new Map()
  const rows = formRows(sheet, ['list_name'], { where: 'choices', main, leave })
  const lists = new Map<string, DraftOption[]>()
  for (const row of rows) {
    const list = row.cell('list_name')
    const value = row.cell('name') || row.cell('value')
    if (list === '' || value === '') continue
    if (media.some((each) => row.hasAny(each))) leave('picture', `choices ${row.number}`)
    lists.set(list, [...(lists.get(list) ?? []), { value, text: row.words('label') }])
  }
  return lists
}

/** Goes through the lines in order: groups are sections, what repeats is left out whole. */
function readSurvey(
  rows: readonly FormRow[],
  lists: Lists,
  leave: LeaveOut,
): readonly DraftSection[] {
  const writer = new SectionWriter(leave)
  let repeats = 0
  for (const row of rows) {
    const type = row
      .cell('type')
      .toLowerCase()
      .replace(/^(begin|end) /, '$1_')
    const where = row.cell('name') || `survey ${row.number}`
    if (type === 'begin_repeat') repeats += 1
    if (repeats > 0 && type !== 'end_repeat') leave('repeat', where)
    else if (repeats === 0) readLine(row, { type, where, lists, leave, writer })
    if (type === 'end_repeat') repeats = Math.max(0, repeats - 1)
  }
  return writer.sections()
}

interface Reading {
  readonly type: string
  readonly where: string
  readonly lists: Lists
  readonly leave: LeaveOut
  readonly writer: SectionWriter
}

function readLine(row: FormRow, { type, where, lists, leave, writer }: Reading): void {
  if (type === 'begin_group') {
    leaveBesides(row, where, leave)
    writer.begin({ heading: row.words('label') }, where)
  } else if (type === 'end_group') writer.begin({}, where)
  else if (type === 'note' && writer.leadWith(row.words('label'))) return
  else if (type !== '') {
    const item = readRow(row, where, lists, leave)
    if (item) writer.add([item])
  }
}

function readRow(
  row: FormRow,
  where: string,
  lists: Lists,
  leave: LeaveOut,
): DraftItem | undefined {
  const format = formatOf(row, where, lists, leave)
  if (!format) return undefined
  leaveBesides(row, where, leave)
  return {
    name: where,
    where,
    title: row.words('label'),
    hint: row.words('hint'),
    format,
  }
}

function leaveBesides(row: FormRow, where: string, leave: LeaveOut): void {
  for (const [heading, kind] of besides) {
    const cell = row.cell(heading).toLowerCase()
    if (cell !== '' && !['no', 'false', 'false()'].includes(cell)) leave(kind, where)
  }
  if (media.some((each) => row.hasAny(each))) leave('picture', where)
  if (/randomize\s*=\s*true/i.test(row.cell('parameters'))) leave('random-order', where)
}

const select =
  /^(?:add )?(select[ _]one|select1|select[ _]multiple|select all that apply)(?: from| prompt using)? (\S+)( or[ _]other| or specify other)?$/i

function formatOf(
  row: FormRow,
  where: string,
  lists: Lists,
  leave: LeaveOut,
): DraftFormat | undefined {
  const type = row.cell('type').replaceAll(/\s+/g, ' ')
  const [, kind, list, other] = select.exec(type) ?? []
  if (kind !== undefined && list !== undefined) {
    if (other !== undefined) leave('other-option', where)
    return choiceFormat(row, { isOne: /one|1/i.test(kind), list, where }, lists, leave)
  }
  const [plain = ''] = type.toLowerCase().split(' ')
  if (plain === 'integer' || plain === 'int') return integerFormat(row, where, leave)
  if (plain === 'range') return rangeFormat(row, lists)
  leave(unread.get(plain) ?? 'unknown-kind', where)
  return undefined
}

function choiceFormat(
  row: FormRow,
  {
    isOne,
    list,
    where,
  }: { readonly isOne: boolean; readonly list: string; readonly where: string },
  lists: Lists,
  leave: LeaveOut,
): DraftFormat | undefined {
  const options = lists.get(list)
  if (!options) {
    leave('remote-choices', where)
    return undefined
  }
  const { alone, atMost, isWhole } = readConstraint(row.cell('constraint'))
  if (!isWhole) leave('validation', where)
  if (isOne) return { kind: 'one-of', options }
  return {
    kind: 'any-of',
    options: options.map((option) =>
      alone.has(option.value) ? { ...option, exclusive: true } : option,
    ),
    atMost,
  }
}

function integerFormat(row: FormRow, where: string, leave: LeaveOut): DraftFormat {
  const { from, to, isWhole } = readConstraint(row.cell('constraint'))
  if (!isWhole) leave('validation', where)
  return { kind: 'whole-number', from, to }
}

/** `start=0 end=10 step=1 tick_labelset=ends` */
function rangeFormat(row: FormRow, lists: Lists): DraftFormat {
  const parameters = new Map(
    row
      .cell('parameters')
      .split(/[\s,;]+/)
      .map((pair) => pair.split('='))
      .map(([name = '', value = '']) => [name.toLowerCase(), value]),
  )
  const number = (name: string, usual: number): number =>
    Number(parameters.get(name) ?? usual)
  const from = number('start', 1)
  const to = number('end', 10)
  const labels = lists.get(parameters.get('tick_labelset') ?? '') ?? []
  const labelOf = (value: number) =>
    labels.find((label) => Number(label.value) === value)?.text
  const isStep = number('step', 1) === 1
  return {
    kind: 'whole-number',
    from: isStep ? from : undefined,
    to,
    fromText: labelOf(from),
    toText: labelOf(to),
  }
}
