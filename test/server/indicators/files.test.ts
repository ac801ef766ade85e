import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { indicatorTexts } from '#analysis/indicator-wording.ts'
import { toPeriod } from '#analysis/indicators/period.ts'
import { columns } from '#server/indicators/contract.ts'
import { columnOf, isOfPeople } from '#server/indicators/headings.ts'
import { readNumber } from '#server/indicators/read-number.ts'
import { readPeriod } from '#server/indicators/read-period.ts'
import { readSheet } from '#server/indicators/read-sheet.ts'
import { templateFor } from '#server/indicators/write-template.ts'
import { locales } from '#surveys/locale.ts'
import { aFrozenSurvey, type FrozenSurvey } from '../journey.ts'
import { type TestServer, testServer } from '../test-server.ts'
import { door, figuresSeen, fileOf, heading, preview } from './figures.ts'

let server: TestServer
let survey: FrozenSurvey

beforeAll(async () => {
  server = await testServer()
  survey = await aFrozenSurvey(server)
})

afterAll(() => server?.[Symbol.asyncDispose]())

const refused = async (csv: string) => {
  const { id, organiser } = survey
  const { status, body } = await organiser.post(`${door(id)}/preview`, { csv })
  return { status, ...(body as { code: string; problems: readonly { say: string }[] }) }
}

describe('a file of figures', () => {
  it.each([
    [
      'with semicolons, Excel’s mark and decimal commas',
      '\uFEFFunit;indicator;period;value;people;source\r\nOffice;Overtime;2025;4,5;;Pay, roll\r\n;;;;;\r\n',
    ],
    [
      'with commas and a quoted decimal comma',
      `${heading}\nOffice,Overtime,2025,"4,5",,"Pay, roll"\n`,
    ],
    [
      'with tabs',
      'unit\tindicator\tperiod\tvalue\tsource\nOffice\tOvertime\t2025\t4.5\tPay, roll\n',
    ],
    [
      'with Excel’s line about the mark',
      'sep=;\r\nunit;indicator;period;value;source\r\nOffice;Overtime;2025;4,5;Pay, roll\r\n',
    ],
    [
      'with headings in Romanian and other words around',
      'Unitate;INDICATOR;Perioadă;Valoare;sursă;notă\nOffice;Ore suplimentare;2025;4,5;Pay, roll;x\n',
    ],
  ])('%s is understood', async (_, csv) => {
    const { kept, refused: no } = await preview(survey.organiser, survey.id, csv)

    expect(no).toEqual([])
    expect(kept).toMatchObject([
      {
        figure: {
          unit: 'office',
          indicator: 'overtime',
          value: 4.5,
          source: 'Pay, roll',
        },
      },
    ])
  })

  it('names each line that is refused, the column, why, and keeps the others', async () => {
    const { id, organiser } = survey

    const shown = await preview(
      organiser,
      id,
      fileOf(
        'Office,Overtime,2025,4.5,,Payroll',
        'Nowhere,Overtime,2025,4.5,,Payroll',
        'Hall,Overtime,2025,4.5,,Payroll',
        'Works,Happiness,2025,4.5,,Payroll',
        'Works,Overtime,last year,4.5,,Payroll',
        'Works,Overtime,2026,4.5,,Payroll',
        'Works,Overtime,2025,much,,Payroll',
        'Works,Vacancies,2025,4.5,,',
        'Works,Turnover,2025,5.6,,Payroll',
        'Works,Earlier use of the EAP,2025,20,,Provider',
        'Works,Short-term absence,2025,4,8,,Payroll',
        'Office,Vacancies,2025,4,,Payroll',
        'Office,Vacancies,2025,5,,Payroll',
      ),
    )

    expect(shown.kept.map(({ line }) => line)).toEqual([2])
    expect(
      shown.refused.map(({ fault, column, lines }) => [lines, column, fault]),
    ).toEqual([
      [[3], 'unit', 'unit'],
      [[4], 'unit', 'merged'],
      [[5], 'indicator', 'indicator'],
      [[6], 'period', 'period'],
      [[7], 'period', 'period-running'],
      [[8], 'value', 'number'],
      [[9], 'source', 'source-missing'],
      [[10], 'value', 'few-people'],
      [[11], 'unit', 'large-units-only'],
      [[12], 'value', 'too-many-cells'],
      [[13, 14], 'indicator', 'twice'],
    ])
    expect(shown.refused[1]?.words).toEqual({ name: 'Hall', group: 'Works' })
  })

  it('of 10,000 lines for groups that do not exist has one reason, not 10,000', async () => {
    const lines = Array.from({ length: 9_999 }, (_, n) => `Team ${n},Overtime,2025,4,,x`)

    const shown = await preview(survey.organiser, survey.id, fileOf(...lines))

    expect(shown).toMatchObject({
      kept: [],
      refused: [{ fault: 'unit', lines: [2, 3, 4, 5, 6], more: 9_994 }],
      refusedLines: 9_999,
    })
  })

  it.each([
    ['is empty', '', ['hr.file.no-rows']],
    ['has a heading only', heading, ['hr.file.no-rows']],
    [
      'is no UTF-8',
      'unit,indicator,period,value,source\nB\uFFFDck,x,2025,1,x',
      ['hr.file.utf-8'],
    ],
    [
      'has an open quotation mark',
      `${heading}\nOffice,"Overtime,2025,4,,x`,
      ['hr.file.quotes'],
    ],
    [
      'has a column twice',
      `${heading},unit\nOffice,Overtime,2025,4,,x,Office`,
      ['hr.file.column-twice'],
    ],
    [
      'has other columns, and 10,000 lines',
      `team,when\n${'a,b\n'.repeat(10_000)}`,
      ['unit', 'indicator', 'period', 'value', 'source'].map(
        (column) => `hr.column.${column}`,
      ),
    ],
    [
      'has more lines than groups have',
      `${heading}\n${Array.from({ length: 10_001 }, (_, n) => `T${n},Overtime,2025,4,,x`).join('\n')}`,
      ['hr.file.too-many-lines'],
    ],
  ])('that %s gets one answer, and nothing is kept', async (_, csv, said) => {
    const { status, code, problems } = await refused(csv)

    expect([status, code]).toEqual([400, 'malformed-figures'])
    expect(problems.map(({ say }) => say)).toEqual(said)
    expect(await figuresSeen(survey.organiser, survey.id)).toEqual([])
  })
})

describe('a list of people', () => {
  it.each([
    [
      'names',
      'Namn;enhet;nyckeltal;period;värde;källa\nAda Ek;Office;Övertid;2025;1;x\n',
      'column',
    ],
    [
      'employee numbers',
      'unit,Employee no.,indicator,period,value,source\nOffice,17,Overtime,2025,1,x\n',
      'column',
    ],
    [
      'birthdays',
      'eenheid;geboortedatum;kengetal;periode;waarde;bron\nOffice;1-1-1980;Overwerk;2025;1;x\n',
      'column',
    ],
    [
      'addresses in a column of another name',
      'unit,indicator,period,value,source,note\nOffice,Overtime,2025,1,x,ada@people.example\n',
      'cell',
    ],
    [
      'numbers of people in the value',
      `${heading}\nOffice,Overtime,2025,19800101-1234,,x\n`,
      'cell',
    ],
    [
      'a line for each, of 0 and 1',
      `${heading}\n${'Office,Short-term absence,2025,0,,x\nOffice,Short-term absence,2025,1,,x\n'.repeat(12)}`,
      'rows',
    ],
    [
      'a line for each day',
      `${heading}\n${Array.from({ length: 30 }, (_, day) => `Office,Short-term absence,2025-01-${day + 1},1,,x`).join('\n')}`,
      'rows',
    ],
  ])('with %s is refused with the reason, and nothing is kept', async (_, csv, kind) => {
    const { status, code, problems } = await refused(csv)

    expect([status, code]).toEqual([400, 'people-in-file'])
    expect(problems[0]?.say).toBe(`hr.people.${kind}`)
    expect(await figuresSeen(survey.organiser, survey.id)).toEqual([])
  })

  it('is told by its first line alone, whatever comes after', async () => {
    const csv = `personnummer;namn;frånvaro\n${'"never closed;a;1\n'.repeat(10_000)}`

    expect(await refused(csv)).toMatchObject({ code: 'people-in-file' })
  })

  it('is not seen in a group whose name has a long number', () => {
    const name = 'Depot 40100012345'
    const csv = fileOf(`${name},Overtime,2025,4,,x`)

    expect(readSheet(csv, (cell) => cell === name).rows).toMatchObject([{ unit: name }])
    expect(() => readSheet(csv)).toThrow('people-in-file')
  })

  it('is not seen in the headings of our own template', () => {
    const own = locales.flatMap((locale) =>
      columns.map((column) => indicatorTexts[locale][`column.${column}`]),
    )

    expect(own.filter(isOfPeople)).toEqual([])
  })
})

describe('headings', () => {
  it.each(locales)('stand for the same columns in %s, and each for one', (locale) => {
    const found = columns.map((column) =>
      columnOf(` ${indicatorTexts[locale][`column.${column}`].toUpperCase()} `),
    )

    expect(found).toEqual(columns)
  })
})

describe('numbers and periods', () => {
  it.each([
    ['4,8', 4.8],
    ['4.8 %', 4.8],
    ['1 234,5', 1234.5],
    ['1\u00a0234', 1234],
    ['1.234,5', 1234.5],
    ['1,234.5', 1234.5],
    ['1.234.567', 1234567],
    ['0,125', 0.125],
    ['1.234', 'unclear'],
    ['-3', null],
    ['four', null],
    ['4 8', null],
  ])('%s is %s', (text, number) => {
    expect(readNumber(text, 10_000)).toBe(number)
  })

  it('three decimals are decimals where thousands cannot be', () => {
    expect(readNumber('4,833', 100)).toBe(4.833)
  })

  it.each([
    ['2025', '2025'],
    ['2025-H1', '2025-H1'],
    ['H2 2025', '2025-H2'],
    ['2025 S1', '2025-H1'],
    ['1. halvår 2025', '2025-H1'],
    ['2025-01', null],
    ['01.01.2025', null],
  ])('%s is the period %s', (text, period) => {
    expect(readPeriod(text)).toBe(period)
  })
})

describe('a unit whose name a spreadsheet would compute', () => {
  it('goes out disarmed and comes back as itself', () => {
    const unit = (name: string) => ({ id: name, name, headcount: 20, members: [name] })
    const counted = [unit('=1+1'), unit('Office; "east"')]

    const text = templateFor(counted, [], toPeriod('2025'), 'sv')

    expect(text).toContain("'=1+1;")
    expect(text).not.toMatch(/(^|[;\n])"?[=+@-]/)
    expect(new Set(readSheet(text).rows.map((row) => row.unit))).toEqual(
      new Set([indicatorTexts.sv.whole, '=1+1', 'Office; "east"']),
    )
  })
})
