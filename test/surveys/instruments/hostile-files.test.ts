import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { strToU8, type Zippable, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { type Instrument, itemsIn } from '#surveys/instruments/instrument.ts'
import { readInstrument } from '#surveys/instruments/read-instrument.ts'
import { writeWorkbook } from '#surveys/instruments/write-workbook.ts'
import {
  bytes,
  json,
  limeSurveyTable,
  limeSurveyXml,
  qualtricsSurvey,
  surveyJsForm,
  xlsForm,
  xlsFormSheets,
} from './files.ts'

const faultOf = (file: Uint8Array): string => {
  const outcome = readInstrument(file)
  return outcome.kind === 'refused' ? outcome.fault : 'none'
}

function instrumentOf(file: Uint8Array): Instrument {
  const outcome = readInstrument(file)
  if (outcome.kind === 'refused') throw new Error(`refused: ${outcome.fault}`)
  return outcome.instrument
}

const oneQuestion = (title: unknown, more: Readonly<Record<string, unknown>> = {}) =>
  json({
    elements: [
      { type: 'radiogroup', name: 'plain', title: 'Plain?', choices: ['a', 'b'] },
      { type: 'radiogroup', name: 'other', title, choices: ['a', 'b'], ...more },
    ],
  })

describe('a file that is no questionnaire', () => {
  it.each([
    ['empty', new Uint8Array(0)],
    ['kind-unknown', bytes('Dear colleague, please find attached')],
    ['kind-unknown', bytes('%PDF-1.7')],
    ['old-excel', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0])],
    ['not-json', bytes('{"pages": [')],
    ['not-a-questionnaire', bytes('[1, 2, 3]')],
    ['not-a-questionnaire', bytes('{"hello": "world"}')],
    ['not-xml', bytes('<document><unclosed>')],
    ['not-a-questionnaire', bytes('<html><body>Hello</body></html>')],
    ['kind-unknown', zipSync({ 'notes.txt': strToU8('Hello') })],
    ['zip-damaged', bytes('PK\u0003\u0004')],
    ['sheet-missing', writeWorkbook([{ name: 'Sheet1', rows: [['a']] }])],
    ['column-missing', writeWorkbook([{ name: 'survey', rows: [['type', 'label']] }])],
    [
      'nothing-to-take',
      json({ pages: [{ elements: [{ type: 'comment', name: 'q' }] }] }),
    ],
    ['too-large', new Uint8Array(5_000_001)],
  ])('is refused as %s', (fault, file) => {
    const found = faultOf(file)

    // What begins like a zip and holds none is damaged, or of an unknown kind.
    expect(found === 'kind-unknown' && fault === 'zip-damaged' ? fault : found).toBe(
      fault,
    )
  })
})

describe('an encoding', () => {
  const text = JSON.stringify({
    elements: [{ type: 'boolean', name: 'q', title: 'Är du trött?' }],
  })
  const utf16 = (order: 'le' | 'be'): Uint8Array => {
    const buffer = Buffer.from(`\uFEFF${text}`, 'utf16le')
    return order === 'le' ? buffer : buffer.swap16()
  }

  it.each([
    ['UTF-8', bytes(text)],
    ['UTF-8 with a mark', bytes(`\uFEFF${text}`)],
    ['UTF-16, small end first', utf16('le')],
    ['UTF-16, large end first', utf16('be')],
  ])('of %s is read', (_, file) => {
    expect(itemsIn(instrumentOf(file))[0]?.title).toEqual({ en: 'Är du trött?' })
  })

  it('that an XML file names is read', () => {
    const xml = limeSurveyXml(undefined, '<?xml version="1.0" encoding="ISO-8859-1"?>')
    const file = Buffer.from(
      xml.replace('Is the pace high?', 'Är tempot högt?'),
      'latin1',
    )

    expect(itemsIn(instrumentOf(file))[0]?.title['en']).toBe('Är tempot högt? & steady')
  })

  it.each([
    ['Latin-1 that says nothing of it', Buffer.from(text, 'latin1')],
    ['UTF-16 without a mark', Buffer.from(text, 'utf16le')],
    [
      'an encoding nobody uses',
      bytes('<?xml version="1.0" encoding="EBCDIC"?><document/>'),
    ],
  ])('is refused instead of guessed: %s', (_, file) => {
    expect(faultOf(file)).toBe('not-text')
  })
})

describe('a zip file', () => {
  const workbook = (parts: Zippable): Uint8Array => zipSync(parts)
  /** All of them are the same part of the file. */
  const naming = (sheets: readonly string[]): Zippable => ({
    'xl/workbook.xml': strToU8(
      `<workbook xmlns:r="r"><sheets>${sheets
        .map((name) => `<sheet name="${name}" r:id="rId1"/>`)
        .join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    'xl/worksheets/sheet1.xml': strToU8(
      '<worksheet><sheetData><row><c t="inlineStr"><is><t>type</t></is></c></row></sheetData></worksheet>',
    ),
  })

  it('that grows beyond bounds is refused', () => {
    const bomb = strToU8(`<sst><si><t>${'a'.repeat(60_000_000)}</t></si></sst>`)
    const file = workbook({
      'xl/workbook.xml': strToU8('<workbook/>'),
      'xl/sharedStrings.xml': bomb,
    })

    expect(file.length).toBeLessThan(100_000)
    expect(faultOf(file)).toBe('unpacks-too-large')
  })

  it('with a thousand entries is refused', () => {
    const parts = Array.from({ length: 1_000 }, (_, index) => [
      `xl/worksheets/${index}.xml`,
      strToU8('<a/>'),
    ])

    expect(faultOf(workbook(Object.fromEntries(parts)))).toBe('unpacks-too-large')
  })

  it('with names that lead elsewhere leads nowhere', () => {
    const names = [
      '../../etc/passwd',
      '/etc/cron.d/x',
      'xl/../../x',
      'constructor',
      'xl\\..\\y',
    ]
    const file = workbook({
      ...Object.fromEntries(names.map((name) => [name, strToU8('x')])),
      'xl/workbook.xml': strToU8(
        '<workbook xmlns:r="r"><sheets><sheet name="survey" r:id="rId1"/></sheets></workbook>',
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        '<Relationships><Relationship Id="rId1" Target="../../../../etc/passwd"/></Relationships>',
      ),
    })

    expect(faultOf(file)).toBe('sheet-missing')
  })

  it('that names one sheet a thousand times is refused before any is read', () => {
    const sheets = Array.from({ length: 1_000 }, (_, index) => `s${index}`)

    expect(faultOf(workbook(naming(sheets)))).toBe('unpacks-too-large')
  })

  it('is read only where a form has its sheets', () => {
    const beside = Array.from({ length: 47 }, (_, index) => `notes ${index}`)
    const broken = { 'xl/worksheets/sheet1.xml': strToU8('<unclosed>') }

    const unread = faultOf(workbook({ ...naming(beside), ...broken }))
    const read = faultOf(workbook({ ...naming([...beside, 'survey']), ...broken }))

    expect(unread).toBe('sheet-missing')
    expect(read).toBe('not-xml')
  })

  it('that was cut off is refused', () => {
    const whole = xlsForm()

    for (const length of [10, 100, 1_000, whole.length - 600]) {
      expect(readInstrument(whole.subarray(0, length)).kind).toBe('refused')
    }
  })

  it('whose packed bytes are something else is refused', () => {
    const file = xlsForm()
    const noise = deflateRawSync(bytes('other bytes than were promised'))
    file.set(noise, Buffer.from(file).indexOf('xl/worksheets/sheet1.xml') + 40)

    expect(readInstrument(file).kind).toBe('refused')
  })
})

describe('an XML file', () => {
  it.each([
    [
      'reads other files',
      '<!DOCTYPE document [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    ],
    ['laughs a billion times', '<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'],
    ['asks elsewhere', '<!doctype document SYSTEM "https://evil.example/x.dtd">'],
  ])('that %s is refused before it is parsed', (_, doctype) => {
    expect(faultOf(bytes(limeSurveyXml(undefined, doctype)))).toBe('declares-entities')
  })

  it('inside a workbook may declare nothing either', () => {
    const file = zipSync({
      'xl/workbook.xml': strToU8('<!DOCTYPE a [<!ENTITY b "c">]><workbook/>'),
      'xl/_rels/workbook.xml.rels': strToU8('<Relationships/>'),
    })

    expect(faultOf(file)).toBe('declares-entities')
  })

  it('that nests without end is refused', () => {
    expect(faultOf(bytes('<a>'.repeat(200_000)))).toBe('too-deep')
  })

  it('with a million tags is refused', () => {
    expect(faultOf(bytes(`<document>${'<a/>'.repeat(1_000_000)}</document>`))).toBe(
      'unpacks-too-large',
    )
  })
})

describe('JSON', () => {
  it('that nests without end is refused', () => {
    const deep = `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`

    expect(faultOf(bytes(deep))).toBe('too-deep')
    expect(faultOf(bytes(`{"pages":${'{"elements":['.repeat(100_000)}`))).toBe('too-deep')
  })

  it('with panels in panels is refused', () => {
    let panel: object = { type: 'boolean', name: 'q', title: 'Deep?' }
    for (let depth = 0; depth < 12; depth += 1)
      panel = { type: 'panel', elements: [panel] }

    expect(faultOf(json({ elements: [panel] }))).toBe('too-deep')
  })

  it('cannot reach what every object has', () => {
    const text = `{"elements":[{"type":"boolean","name":"__proto__","title":"Calm?","__proto__":{"polluted":true}},
      {"type":"radiogroup","name":"constructor","title":{"__proto__":"x","default":"Fine?"},"choices":["__proto__","toString"]}],
      "__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}`

    const instrument = instrumentOf(bytes(text))

    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    expect(itemsIn(instrument).map(({ id }) => id)).toEqual(['proto', 'constructor'])
    expect(Object.getPrototypeOf(itemsIn(instrument)[1]?.title)).toBe(Object.prototype)
  })
})

describe('a file with far too much', () => {
  const question = (index: number) => ({
    type: 'boolean',
    name: `q${index}`,
    title: `Question ${index}?`,
  })
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => question(index))

  it('is refused from 301 questions on', () => {
    expect(itemsIn(instrumentOf(json({ elements: many(300) })))).toHaveLength(300)
    expect(faultOf(json({ elements: many(301) }))).toBe('too-many-items')
  })

  it.each([
    ['SurveyJS', json({ elements: many(10_000) })],
    [
      'a grid of SurveyJS',
      json({
        elements: [
          {
            type: 'matrix',
            name: 'm',
            columns: [1, 2],
            rows: many(10_000).map(({ name }) => name),
          },
        ],
      }),
    ],
    [
      'XLSForm',
      writeWorkbook([
        {
          name: 'survey',
          rows: [
            ['type', 'name', 'label'],
            ...many(4_000).map(({ name, title }) => ['select_one a', name, title]),
          ],
        },
        {
          name: 'choices',
          rows: [
            ['list_name', 'name', 'label'],
            ['a', '1', 'Yes'],
            ['a', '2', 'No'],
          ],
        },
      ]),
    ],
    [
      'Qualtrics',
      json({
        ...qualtricsSurvey,
        SurveyElements: [
          {
            Element: 'BL',
            Payload: [
              {
                ID: 'B',
                BlockElements: many(4_000).map(({ name }) => ({
                  Type: 'Question',
                  QuestionID: name,
                })),
              },
            ],
          },
          ...many(4_000).map(({ name, title }) => ({
            Element: 'SQ',
            Payload: {
              QuestionID: name,
              QuestionText: title,
              QuestionType: 'MC',
              Selector: 'SAVR',
              Choices: { '1': { Display: 'a' }, '2': { Display: 'b' } },
            },
          })),
        ],
      }),
    ],
    [
      'LimeSurvey',
      bytes(
        [
          limeSurveyTable.split('\r\n')[0],
          '\t\tG\tG0\tG\t1\t\t\ten',
          ...many(10_000).map(
            ({ name, title }) => `\t\tQ\tY\t${name}\t1\t${title}\t\ten`,
          ),
        ].join('\n'),
      ),
    ],
  ])('is refused quickly: ten thousand questions of %s', (_, file) => {
    expect(faultOf(file)).toBe('too-many-items')
  })

  it('loses questions whose texts are too long, and options that are too many', () => {
    const options = Array.from({ length: 61 }, (_, index) => `option ${index}`)
    const long = readInstrument(oneQuestion('a'.repeat(2_001)))
    const wide = readInstrument(oneQuestion('Which?', { choices: options }))

    expect(long).toMatchObject({ leftOut: [{ kind: 'text-too-long', where: 'other' }] })
    expect(wide).toMatchObject({ leftOut: [{ kind: 'options-unfit', where: 'other' }] })
  })
})

describe('a text', () => {
  const titleOf = (title: string): string | undefined =>
    itemsIn(instrumentOf(oneQuestion(title)))[1]?.title['en']

  it.each([
    ['<script>alert(1)</script>Calm?', 'Calm?'],
    ['<SCRIPT SRC=//evil.example></SCRIPT>Calm?', 'Calm?'],
    ['Calm?<script>alert(1)', 'Calm?'],
    ['<scr<script></script>ipt>alert(1)</script>Calm?', 'alert(1) Calm?'],
    ['&lt;script&gt;alert(1)&lt;/script&gt;Calm?', 'Calm?'],
    ['&amp;lt;img src=x onerror=alert(1)&amp;gt;Calm?', 'Calm?'],
    ['<img src=x onerror="alert(1)">Calm?', 'Calm?'],
    ['<svg><animate onbegin=alert(1)></svg>Calm?', 'Calm?'],
    ['<style>body { display: none }</style>Calm?', 'Calm?'],
    ['<a href="javascript:alert(1)">Calm?</a>', 'Calm?'],
    ['Cal\u0000m\u202e?\u200b', 'Calm?'],
    ['Calm &#63;', 'Calm ?'],
    ['Fewer than < 3 or > 5 &amp; calm?', 'Fewer than < 3 or > 5 & calm?'],
    ['Trött &aring; ledsen?', 'Trött å ledsen?'],
    ['Line one\n\tline   two?', 'Line one line two?'],
  ])('%j is plain afterwards', (title, plain) => {
    expect(titleOf(title)).toBe(plain)
  })

  it('never keeps what a browser would take for markup', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '&lt;',
      '&amp;',
      'script',
      '/',
      'a',
      ' ',
      '!--',
      '"',
      'img src=x',
      '=',
      '&#60;',
      ';',
      'lt',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const outcome = readInstrument(oneQuestion(pieces.join('')))
        const kept = outcome.kind === 'read' ? JSON.stringify(outcome.instrument) : ''

        expect(kept).not.toMatch(/<[/!?a-z]/i)
      }),
      { numRuns: 500 },
    )
  })

  it('takes time that grows with its length alone', () => {
    const nasty = ['<', '<a ', '<script', '<!--', '&amp;', '{', '<a "'].map((sign) =>
      sign.repeat(Math.floor(19_000 / sign.length)),
    )
    const elements = Array.from({ length: 200 }, (_, index) => ({
      type: 'boolean',
      name: `q${index}`,
      title: `${nasty[index % nasty.length]}${index}`,
    }))
    const start = performance.now()

    readInstrument(json({ elements }))

    // Measured at about a fifth of a second; quadratic work would take minutes.
    expect(performance.now() - start).toBeLessThan(20_000)
  })
})

describe('whatever comes', () => {
  const refusesOrReads = (file: Uint8Array): void => {
    expect(['read', 'refused']).toContain(readInstrument(file).kind)
  }

  it('is read or refused, never a fault: bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), refusesOrReads), {
      numRuns: 500,
    })
  })

  it('is read or refused, never a fault: JSON with the keys of forms', () => {
    const keys = [
      'pages',
      'elements',
      'type',
      'name',
      'title',
      'choices',
      'rows',
      'columns',
      'SurveyElements',
      'SurveyEntry',
      'Payload',
      'Element',
      'BlockElements',
      'QuestionID',
      'Flow',
      'Choices',
      'Language',
      'rateMin',
      'rateMax',
      'validators',
    ]
    const words = [
      'radiogroup',
      'matrix',
      'rating',
      'panel',
      'checkbox',
      'boolean',
      'BL',
      'SQ',
      'FL',
      'MC',
      'Matrix',
      'default',
      'sv',
    ]
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { depthSize: 'medium', withCrossShrink: true },
        fc.constantFrom(...words, 0, 1, 5, -1, 1e9, null, true, ''),
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(fc.constantFrom(...keys), tie('tree'), { maxKeys: 6 }),
      ),
    }))
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...keys), tree), (form) =>
        refusesOrReads(json(form)),
      ),
      { numRuns: 1_000 },
    )
  })

  it('is read or refused, never a fault: good files with something else in one place', () => {
    const files = [
      json(surveyJsForm),
      json(qualtricsSurvey),
      bytes(limeSurveyXml()),
      bytes(limeSurveyTable),
      xlsForm(),
    ]
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.nat(),
        fc.nat(255),
        fc.nat(40),
        (file, at, byte, length) => {
          const changed = Uint8Array.from(file)
          changed.fill(byte, at % file.length, (at % file.length) + length)
          refusesOrReads(changed)
        },
      ),
      { numRuns: 1_000 },
    )
  })

  it('is read or refused, never a fault: workbooks with any cells', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'type',
        'select_one a',
        'label::',
        'begin group',
        'end repeat',
        'range',
        '. >= 0',
      ),
    )
    const rows = fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 8 })
    fc.assert(
      fc.property(rows, rows, (survey, choices) => {
        const [headings = []] = xlsFormSheets[0]?.rows ?? []
        refusesOrReads(
          writeWorkbook([
            { name: 'survey', rows: [headings, ...survey] },
            { name: 'choices', rows: [['list_name', 'name', 'label'], ...choices] },
          ]),
        )
      }),
      { numRuns: 200 },
    )
  })
})
