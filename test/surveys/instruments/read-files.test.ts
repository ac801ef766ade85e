import { describe, expect, it } from 'vitest'
import { type Instrument, itemsIn } from '#surveys/instruments/instrument.ts'
import { readInstrument } from '#surveys/instruments/read-instrument.ts'
import {
  bytes,
  json,
  limeSurveyTable,
  limeSurveyXml,
  qualtricsSurvey,
  surveyJsForm,
  xlsForm,
} from './files.ts'

function read(file: Uint8Array) {
  const outcome = readInstrument(file)
  if (outcome.kind === 'refused')
    throw new Error(`refused: ${outcome.fault} ${outcome.where}`)
  return outcome
}

/** An instrument as a reader sees it in one language. */
function shown({ sections }: Instrument, language: string): readonly string[] {
  return sections.flatMap(({ heading, lead, items }) => [
    ...(heading ? [`# ${heading[language]}`] : []),
    ...(lead ? [`> ${lead[language]}`] : []),
    ...items.map(({ id, title, format }) => {
      if (format.kind === 'whole-number') {
        return `${id}: ${title[language]} ${format.from}–${format.to}`
      }
      const options = format.options.map(
        ({ value, text, exclusive }) =>
          `${value}=${text[language]}${exclusive ? '!' : ''}`,
      )
      const most = format.kind === 'any-of' ? ` ≤${format.atMost ?? options.length}` : ''
      return `${id}: ${title[language]} [${options.join(', ')}]${most}`
    }),
  ])
}

const leftOutIn = (file: Uint8Array): readonly string[] =>
  read(file)
    .leftOut.map(({ kind, where }) => `${kind} @ ${where}`)
    .toSorted()

describe('a form of SurveyJS', () => {
  const file = json(surveyJsForm)

  it('gives its closed questions in each of its languages', () => {
    const { source, instrument } = read(file)

    expect(source).toBe('surveyjs')
    expect(instrument.title).toEqual({ en: 'Working days', sv: 'Arbetsdagar' })
    expect(instrument.languages).toEqual(['en', 'sv'])
    expect(shown(instrument, 'en')).toEqual([
      '# Your days',
      '> Think of the last week.',
      'calm: My days were calm. [1=No, 2=Partly, 3=Yes]',
      'breaks: Did you take breaks? [yes=Yes, no=No]',
      'rest: What gave you rest? [walk=A walk, talk=A talk, tea=Tea, none=None of these!] ≤2',
      'energy: Your energy? 0–10',
      '> In my team',
      'grid-help: we help [seldom=Seldom, often=Often]',
      'grid-laugh: we laugh [seldom=Seldom, often=Often]',
    ])
    expect(shown(instrument, 'sv')).toContain('energy: Din energi? 0–10')
  })

  it('names everything else, and where it stood', () => {
    expect(leftOutIn(file)).toEqual([
      'free-text @ why',
      'information @ info',
      'logic @ breaks',
      'logic @ survey',
      'markup @ calm',
      'number-wide @ age',
      'other-option @ rest',
      'picture @ survey',
      'picture-question @ picture',
      'piping @ hello',
      'repeat @ children',
      'validation @ calm',
    ])
  })
})

describe('an XLSForm', () => {
  it('gives its closed questions in each of its languages', () => {
    const { source, instrument } = read(xlsForm())

    expect(source).toBe('xlsform')
    expect(instrument.languages).toEqual(['en', 'ro'])
    expect(shown(instrument, 'ro')).toEqual([
      '# Somn',
      '> Ultimele patru săptămâni',
      'slept: Am dormit bine. [seldom=Rar, often=Des]',
      'aids: Ce ajută? [tea=Ceai, walk=O plimbare, music=Muzică] ≤2',
      'nights: Nopți proaste 0–7',
      'rest: Odihnit? 0–5',
      'dark: Este întuneric? [1=Da, 0=Nu]',
    ])
  })

  it('names everything else, and where it stood', () => {
    expect(leftOutIn(xlsForm())).toEqual([
      'calculation @ sum',
      'free-text @ story',
      'logic @ aids',
      'number-unlimited @ weight',
      'other-option @ aids',
      'picture @ dark',
      'piping @ tired',
      'remote-choices @ town',
      'repeat @ child',
      'repeat @ child_age',
      'respondent-data @ start',
      'validation @ slept',
    ])
  })
})

describe('a survey of LimeSurvey', () => {
  it('gives its closed questions from .lss in each of its languages', () => {
    const { source, instrument } = read(bytes(limeSurveyXml()))

    expect(source).toBe('limesurvey')
    expect(instrument.title).toEqual({ en: 'Pace of work', nl: 'Werktempo' })
    expect(shown(instrument, 'nl')).toEqual([
      '# Werk',
      '> Uw werk',
      'PACE: Is het tempo hoog? & gelijkmatig [A1=Nooit, A2=Vaak]',
      'HELP: Wat zou helpen? [SQ1=Tijd, SQ2=Niets!] ≤2',
      '> In mijn team',
      'TEAM-R1: zijn we het eens [B1=Eens, B2=Oneens]',
      'TEAM-R2: luisteren we [B1=Eens, B2=Oneens]',
      'HOURS: Overuren 0–20',
    ])
  })

  it('names everything else of .lss, and where it stood', () => {
    expect(leftOutIn(bytes(limeSurveyXml()))).toEqual([
      'free-text @ STORY',
      'logic @ HELP',
      'logic @ TEAM',
      'markup @ group 1',
      'other-option @ HELP',
      'page-texts @ surveyls_welcometext',
      'piping @ NAME',
      'quota @ Enough men',
      'validation @ PACE',
    ])
  })

  it('is read as older versions write it, with the texts in every row', () => {
    const rows = [
      '<groups><rows><row><gid>1</gid><group_name>Work</group_name><language>en</language></row><row><gid>1</gid><group_name>Werk</group_name><language>nl</language></row></rows></groups>',
      '<questions><rows>',
      '<row><qid>1</qid><parent_qid>0</parent_qid><gid>1</gid><type>L</type><title>Q1</title><question>Calm?</question><language>en</language></row>',
      '<row><qid>1</qid><parent_qid>0</parent_qid><gid>1</gid><type>L</type><title>Q1</title><question>Rustig?</question><language>nl</language></row>',
      '</rows></questions><answers><rows>',
      ...['1', '2'].flatMap((code) =>
        ['en', 'nl'].map(
          (language) =>
            `<row><qid>1</qid><code>${code}</code><answer>${language} ${code}</answer><sortorder>${code}</sortorder><language>${language}</language></row>`,
        ),
      ),
      '</rows></answers>',
    ]

    const { instrument } = read(bytes(limeSurveyXml([rows.join('')])))

    expect(instrument.languages).toEqual(['en', 'nl'])
    expect(shown(instrument, 'nl')).toEqual(['# Werk', 'Q1: Rustig? [1=nl 1, 2=nl 2]'])
  })

  it('gives the same from its table, with names, quotes and line breaks in cells', () => {
    const { instrument, source } = read(bytes(`\uFEFF${limeSurveyTable}`))

    expect(source).toBe('limesurvey')
    expect(instrument.languages).toEqual(['en', 'nb'])
    expect(shown(instrument, 'en')).toEqual([
      '# Nights',
      'SHIFT: Do you work "late" shifts? [A1=Yes, A2=No]',
      '> After a night',
      'AFTER-S1: I rest [B1=Rarely, B2=Mostly]',
    ])
    expect(shown(instrument, 'nb')).toContain(
      'AFTER-S1: Jeg hviler [B1=Sjelden, B2=Oftest]',
    )
    expect(leftOutIn(bytes(limeSurveyTable))).toEqual([
      'free-text @ TEXT',
      'logic @ AFTER',
      'quota @ Full',
      'validation @ SHIFT',
    ])
  })
})

describe('a survey of Qualtrics', () => {
  const file = json(qualtricsSurvey)

  it('gives its closed questions in the order they are shown, without its bin', () => {
    const { source, instrument } = read(file)

    expect(source).toBe('qualtrics')
    expect(instrument.languages).toEqual(['en', 'sv'])
    expect(shown(instrument, 'sv')).toEqual([
      '> Energi',
      'Q5-1: i dag 0–10',
      'Q7: Koppar kaffe 0–12',
      'Q1: Hur mår du? [20=Så där, 10=Bra, 30=Annat]',
      '> I mitt team',
      'Q2-1: skrattar vi [1=Sällan, 2=Ofta]',
      'Q2-2: hjälper vi [1=Sällan, 2=Ofta]',
    ])
    expect(itemsIn(instrument)[2]?.title['en']).toBe('How are you?')
  })

  it('names everything else, and where it stood', () => {
    expect(leftOutIn(file)).toEqual([
      'free-text @ Q3',
      'information @ Q6',
      'logic @ FL_2',
      'logic @ Q1',
      'logic @ QID2',
      'markup @ Q1',
      'other-option @ Q1',
      'piping @ Q4',
      'quota @ Only 20',
      'respondent-data @ FL_1',
      'script @ Header',
      'script @ Q1',
    ])
  })
})
