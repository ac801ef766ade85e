import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { Model } from 'survey-core'
import { describe, expect, it } from 'vitest'
import { core } from '#surveys/catalogue.ts'
import {
  type Instrument,
  itemsIn,
  type Wording,
} from '#surveys/instruments/instrument.ts'
import { instrumentOf } from '#surveys/instruments/own-instrument.ts'
import { partOfInstrument } from '#surveys/instruments/part-of-instrument.ts'
import { readInstrument } from '#surveys/instruments/read-instrument.ts'
import { writeSurveyJs } from '#surveys/instruments/write-survey-js.ts'
import { writeXlsForm } from '#surveys/instruments/write-xls-form.ts'
import { locales } from '#surveys/locale.ts'
import { compileReader } from '#surveys/read-answers.ts'
import { surveyJson } from '#surveys/survey-json.ts'
import { surveyTexts } from '#surveys/wording.ts'
import {
  bytes,
  json,
  limeSurveyXml,
  qualtricsSurvey,
  surveyJsForm,
  xlsForm,
} from './files.ts'

const title = { en: 'Needs', sv: 'Behov', nb: 'Behov', nl: 'Behoeften', ro: 'Nevoi' }
const own = instrumentOf(core, surveyTexts, title)

function read(file: Uint8Array): Instrument {
  const outcome = readInstrument(file)
  if (outcome.kind === 'refused')
    throw new Error(`refused: ${outcome.fault} ${outcome.where}`)
  return outcome.instrument
}

/** Without what other tools are told and we do not read back: who sees which question. */
const withoutConditions = (instrument: Instrument): Instrument => ({
  ...instrument,
  sections: instrument.sections.map((section) => ({
    ...section,
    items: section.items.map(({ shownWhen: _, ...item }) => item),
  })),
})

/** A form names its title in one language. */
const withOneTitle = ({ title: all, ...rest }: Instrument) => ({
  ...rest,
  title: all[rest.languages[0] ?? 'en'],
})

const brought: readonly (readonly [string, Instrument])[] = [
  ['our own', withoutConditions(own)],
  ['from SurveyJS', read(json(surveyJsForm))],
  ['from XLSForm', read(xlsForm())],
  ['from LimeSurvey', read(bytes(limeSurveyXml()))],
  ['from Qualtrics', read(json(qualtricsSurvey))],
]

describe.each(brought)('an instrument %s', (_, instrument) => {
  it('comes back whole from SurveyJS JSON', () => {
    expect(read(bytes(writeSurveyJs(instrument)))).toEqual(instrument)
  })

  it('comes back whole from an XLSForm', () => {
    expect(withOneTitle(read(writeXlsForm(instrument)))).toEqual(withOneTitle(instrument))
  })

  it('is a form that SurveyJS itself takes without a complaint, in each language', () => {
    const survey = new Model(JSON.parse(writeSurveyJs(instrument)))
    const items = itemsIn(instrument)

    expect(survey.jsonErrors ?? []).toEqual([])
    for (const language of instrument.languages) {
      survey.locale = language === 'nb' ? 'no' : language
      const titles = survey.getAllQuestions().map(({ title: shown }) => shown)
      expect(titles).toEqual(items.map(({ title: asked }) => asked[language]))
    }
  })
})

describe('our own questionnaire', () => {
  it('goes out with every question, every option and every language', () => {
    const items = core.parts.flatMap((part) => part.sections.flatMap((one) => one.items))

    expect(own.languages).toEqual(locales)
    expect(itemsIn(own).map(({ id }) => id)).toEqual(items.map(({ id }) => id))
    for (const { title: asked, format } of itemsIn(own)) {
      expect(Object.keys(asked)).toEqual(locales)
      if (format.kind === 'whole-number') continue
      for (const { text } of format.options) expect(Object.keys(text)).toEqual(locales)
    }
  })

  it('tells other tools which questions follow an answer', () => {
    const form = writeSurveyJs(own)

    expect(form).toContain('"visibleIf"')
    expect(readInstrument(bytes(form))).toMatchObject({
      leftOut: expect.arrayContaining([expect.objectContaining({ kind: 'logic' })]),
    })
  })

  it.skipIf(!hasLibreOfficeCalc())('is opened by LibreOffice, cell for cell', () => {
    const folder = mkdtempSync(join(tmpdir(), 'groundwork-form-'))
    try {
      writeFileSync(join(folder, 'form.xlsx'), writeXlsForm(own))
      const filter =
        'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1'
      execFileSync(
        'soffice',
        [
          '--headless',
          `-env:UserInstallation=file://${folder}/profile`,
          '--convert-to',
          filter,
          '--outdir',
          folder,
          join(folder, 'form.xlsx'),
        ],
        { stdio: 'ignore' },
      )
      const survey = readFileSync(join(folder, 'form-survey.csv'), 'utf8')
      const choices = readFileSync(join(folder, 'form-choices.csv'), 'utf8')

      expect(survey.split('\n')[0]).toContain('label::Svenska (sv)')
      for (const { title: asked } of itemsIn(own)) {
        for (const text of Object.values(asked)) {
          expect(survey).toContain(text.replaceAll('"', '""'))
        }
      }
      expect(choices).toContain('Niciodată')
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

function hasLibreOfficeCalc(): boolean {
  const folders = ['/usr/lib/libreoffice', '/usr/lib64/libreoffice', '/opt/libreoffice']
  const isThere = folders.some((folder) => existsSync(join(folder, 'program/libsclo.so')))
  if (!isThere)
    process.stdout.write('not run: no LibreOffice Calc to open an XLSForm with\n')
  return isThere
}

describe('any instrument', () => {
  const word = fc
    .tuple(
      fc.constantFrom(
        'Do you rest',
        'Är du trött',
        'Hoe gaat het',
        'Cum ești',
        '=1+1',
        'a "quoted", word',
        '5 < 6 & 7',
      ),
      fc.nat(999),
    )
    .map(([text, number]) => `${text} ${number}`)
  const languages = ['en', 'sv', 'ro'] as const
  const wording = fc
    .tuple(word, word, word)
    .map(
      (texts): Wording =>
        Object.fromEntries(
          languages.map((language, index) => [language, texts[index] ?? '']),
        ),
    )
  const options = (count: number) =>
    fc
      .array(wording, { minLength: count, maxLength: 6 })
      .map((texts) => texts.map((text, index) => ({ value: `v${index}`, text })))
  const format = fc.oneof(
    options(2).map((all) => ({ kind: 'one-of' as const, options: all })),
    options(3).map((all) => ({
      kind: 'any-of' as const,
      options: all.map((option, index) =>
        index === 0 ? { ...option, exclusive: true as const } : option,
      ),
      atMost: 2,
    })),
    fc
      .tuple(fc.integer({ min: -5, max: 5 }), fc.integer({ min: 1, max: 20 }), wording)
      .map(([from, steps, text]) => ({
        kind: 'whole-number' as const,
        from,
        to: from + steps,
        fromText: text,
        toText: text,
      })),
  )
  const section = fc.record({
    heading: wording,
    lead: wording,
    items: fc.array(fc.tuple(wording, format), { minLength: 1, maxLength: 5 }),
  })
  const instrument = fc
    .tuple(wording, fc.array(section, { minLength: 1, maxLength: 4 }))
    .map(([named, sections]): Instrument => {
      let number = 0
      return {
        title: named,
        languages,
        sections: sections.map(({ heading, lead, items }) => ({
          heading,
          lead,
          items: items.map(([asked, how]) => {
            number += 1
            return { id: `q${number}`, title: asked, format: how }
          }),
        })),
      }
    })

  it('comes back as it went', () => {
    fc.assert(
      fc.property(instrument, (made) => {
        expect(read(bytes(writeSurveyJs(made)))).toEqual(made)
        expect(withOneTitle(read(writeXlsForm(made)))).toEqual(withOneTitle(made))
      }),
      { numRuns: 60 },
    )
  })
})

describe('an instrument as a part of our own questionnaire', () => {
  const [, [, form] = ['', own]] = brought

  it('has its own ids, and a sentence for everything that is shown', () => {
    const { part, texts } = partOfInstrument(form, 'imported-1', 'sv')
    const questionnaire = { id: 'x', parts: [part], mayDecline: true }
    const shown = surveyJson(questionnaire, 'sv', { ...surveyTexts.sv, ...texts }, 'x')
    const names = shown.pages.flatMap((page) =>
      page.elements.flatMap((one) => one.elements),
    )

    expect(names.map(({ name }) => name)).toContain('imported-1.calm')
    expect(names.map(({ title: asked }) => asked)).toContain('Mina dagar var lugna.')
    expect(JSON.stringify(shown)).toContain('En promenad')
  })

  it('takes its own answers, and no others', () => {
    const { part } = partOfInstrument(form, 'imported-1', 'en')
    const readAnswers = compileReader({ id: 'x', parts: [part], mayDecline: true })

    const good = readAnswers({
      'imported-1.calm': '2',
      'imported-1.energy': 10,
      'imported-1.rest': ['walk', 'tea'],
    })
    const bad = readAnswers({
      'imported-1.calm': '4',
      'imported-1.energy': 11,
      'imported-1.rest': ['none', 'tea'],
    })

    expect(good.ok).toBe(true)
    expect(bad).toMatchObject({ ok: false, problems: [{}, {}, {}] })
  })

  it('is made in no language that it is not complete in', () => {
    expect(() => partOfInstrument(form, 'imported-1', 'nl')).toThrow(RangeError)
  })
})
