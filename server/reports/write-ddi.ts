import { exportTexts } from '#analysis/export-wording.ts'
import { type CodebookEntry, codebookOf } from '#analysis/report/release-codebook.ts'
import { type ReleaseRow, readings, releaseRows } from '#analysis/report/release-rows.ts'
import { type ReportVoice, reportVoice } from '#analysis/report/report-voice.ts'
import type { Locale } from '#surveys/locale.ts'
import { type Column, columns, numbers } from '../results/figure-table.ts'
import { declaration, element, textElement } from '../xml.ts'
import type { FiguresTold } from './write-workbook.ts'

/**
 * What a file of figures holds, for archives and other programs: DDI Codebook 2.5. The columns
 * are its variables, and the names that stand in them their categories.
 */
export function ddiOf(told: FiguresTold, locale: Locale): Uint8Array {
  const voice = reportVoice(locale)
  const rows = [...releaseRows(told.release)]
  const book = element(
    'codeBook',
    {
      xmlns: 'ddi:codebook:2_5',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      'xsi:schemaLocation':
        'ddi:codebook:2_5 http://www.ddialliance.org/Specification/DDI-Codebook/2.5/XMLSchema/codebook.xsd',
      version: '2.5',
      'xml:lang': locale,
    },
    [study(told, voice), file(rows.length), variables(rows, told.own, locale)],
  )
  return new TextEncoder().encode(`${declaration}${book}\n`)
}

function study({ published, release }: FiguresTold, voice: ReportVoice): string {
  const { organization, surveyNumber, releasedOn, smallestGroup } = published
  const { headcount } = release.organization
  return element('stdyDscr', {}, [
    element('citation', {}, [
      element('titlStmt', {}, [
        textElement('titl', voice.say('file.title', { organization })),
        textElement('subTitl', published.name),
        textElement('IDNo', surveyNumber),
      ]),
      element('rspStmt', {}, [textElement('AuthEnty', organization)]),
      element('prodStmt', {}, [textElement('software', 'Groundwork')]),
      element('distStmt', {}, [element('distDate', { date: releasedOn }, [releasedOn])]),
    ]),
    element('stdyInfo', {}, [
      textElement('abstract', voice.say('file.abstract')),
      element('sumDscr', {}, [
        textElement('anlyUnit', voice.analysis('report.units.unit')),
        ...(headcount === null
          ? []
          : [textElement('universe', `${organization}: ${voice.number(headcount)}`)]),
        textElement('dataKind', voice.say('file.figures')),
      ]),
      textElement('notes', voice.say('origin.rules', { people: smallestGroup })),
    ]),
    element('dataAccs', {}, [
      element('useStmt', {}, [textElement('conditions', voice.say('file.open'))]),
    ]),
  ])
}

/** The figures as they are downloaded, one row a figure. */
function file(rows: number): string {
  return element('fileDscr', { ID: 'F1' }, [
    element('fileTxt', {}, [
      textElement('fileName', 'figures.csv'),
      element('dimensns', {}, [
        textElement('caseQnty', String(rows)),
        textElement('varQnty', String(columns.length)),
      ]),
      textElement('fileType', 'text/csv; charset=utf-8'),
    ]),
  ])
}

function variables(
  rows: readonly ReleaseRow[],
  own: FiguresTold['own'],
  locale: Locale,
): string {
  const book = codebookOf(rows, locale, own)
  const columnKind = exportTexts[locale]['export.title.columns']
  const meaningsOf = (entries: readonly CodebookEntry[]) =>
    new Map(entries.map(({ name, meaning }) => [name, meaning]))
  const ofColumns = meaningsOf(book.filter(({ kind }) => kind === columnKind))
  const ofNames = meaningsOf(book.filter(({ kind }) => kind !== columnKind))
  const described = columns.map((column, at) => {
    const isNumber = numbers.includes(column)
    const found = isNumber ? [] : categoriesOf(column, rows)
    return element(
      'var',
      {
        ID: `V${at + 1}`,
        name: column,
        files: 'F1',
        intrvl: isNumber ? 'contin' : 'discrete',
      },
      [
        textElement('labl', ofColumns.get(column) ?? column),
        ...found.map(({ name, means }) => category(name, ofNames.get(means))),
        element('varFormat', { type: isNumber ? 'numeric' : 'character' }),
      ],
    )
  })
  return element('dataDscr', {}, described)
}

interface Category {
  /** as it stands in the file */
  readonly name: string
  /** its name in the codebook */
  readonly means: CodebookEntry['name']
}

const category = (name: string, meaning: string | undefined): string =>
  element('catgry', {}, [
    textElement('catValu', name),
    ...(meaning === undefined ? [] : [textElement('labl', meaning)]),
  ])

/** The names that stand in a column; units are named by their own column. */
function categoriesOf(column: Column, rows: readonly ReleaseRow[]): readonly Category[] {
  const distinct = (read: (row: ReleaseRow) => string, means = (name: string) => name) =>
    [...new Set(rows.map(read))]
      .filter((name) => name !== '')
      .toSorted()
      .map((name) => ({ name, means: means(name) }))
  switch (column) {
    case 'reading':
      return readings.map((name) => ({ name, means: name }))
    case 'level':
      return distinct(({ level }) => level)
    case 'about':
      return distinct(({ about }) => about)
    case 'figure':
      return distinct(
        ({ figure }) => figure,
        (name) => name.split('.')[0] ?? name,
      )
    case 'background':
      return distinct(
        ({ background }) => background,
        (name) => `item.${name}`,
      )
    default:
      return []
  }
}
