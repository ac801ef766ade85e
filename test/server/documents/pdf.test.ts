import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Document } from '#analysis/orientation/document.ts'
import { drawable } from '#server/documents/coverage.ts'
import { type PdfLayout, renderPdf } from '#server/documents/pdf.ts'
import { locales } from '#surveys/locale.ts'
import {
  empty,
  fiveLanguages,
  hostile,
  hostileTexts,
  longRomanian,
  orientation,
} from './sample-documents.ts'

const layouts: readonly PdfLayout[] = ['handout', 'report']

async function open(document: Document, layout: PdfLayout): Promise<string> {
  return Buffer.from(await renderPdf(document, layout)).toString('latin1')
}

function pagesOf(pdf: string): number {
  return Number(/<xmpTPg:NPages>(\d+)</.exec(pdf)?.[1])
}

/** The strings a PDF keeps under a name outside its pages: bookmarks, descriptions. */
function stringsOf(pdf: string, name: string): readonly string[] {
  const nested =
    '(?:\\\\.|[^()\\\\]|\\((?:\\\\.|[^()\\\\]|\\((?:\\\\.|[^()\\\\])*\\))*\\))*'
  const written = pdf.matchAll(
    new RegExp(`/${name} (?:\\((${nested})\\)|<FEFF([0-9A-F]*)>)\\n`, 'gs'),
  )
  return [...written].map(([, plain = '', hex]) =>
    hex === undefined
      ? plain.replace(/\\(.)/gs, '$1')
      : Buffer.from(hex, 'hex').swap16().toString('utf16le'),
  )
}

describe.each(layouts)('a PDF laid out as a %s', (layout) => {
  it('is tagged PDF/UA-1 with a title, and shows that title', async () => {
    const pdf = await open(orientation, layout)

    expect(pdf.startsWith('%PDF-1.7')).toBe(true)
    expect(pdf).toContain('/StructTreeRoot')
    expect(pdf).toMatch(/\/MarkInfo <<\s*\/Marked true/)
    expect(pdf).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(pdf).toContain(`<rdf:li xml:lang="x-default">${orientation.title}</rdf:li>`)
    expect(pdf).toContain('/DisplayDocTitle true')
  })

  it.each(locales)('names its language: %s', async (locale) => {
    const tags = { en: 'en-GB', sv: 'sv-SE', nb: 'nb-NO', nl: 'nl-NL', ro: 'ro-RO' }

    expect(await open({ ...orientation, locale }, layout)).toContain(
      `/Lang (${tags[locale]})`,
    )
  })

  it('has a bookmark for every section and a head for every column', async () => {
    const pdf = await open(orientation, layout)

    expect(stringsOf(pdf, 'Title')).toEqual(
      expect.arrayContaining(orientation.sections.map(({ title }) => title)),
    )
    expect(pdf.match(/\/S \/TH\s/g)).toHaveLength(4)
  })

  it('says in words what a chart draws, and that a value is not shown', async () => {
    const pdf = await open(orientation, layout)

    expect(pdf.match(/\/S \/Figure/g)).toHaveLength(1)
    expect(stringsOf(pdf, 'Alt')).toEqual([
      'What weighs on people at Fjord Logistics, in percent of all 420. ' +
        'Workload and pace: about 180 of our 420 (160 to 200). ' +
        'Trust in confidentiality: about 150 of our 420 (125 to 175). ' +
        'Money worries: about 120 of our 420 (95 to 145). Sleep: not shown',
    ])
  })

  it('is the same file for the same document, and tells no time', async () => {
    const first = await open(orientation, layout)
    await open(longRomanian, layout)

    expect(await open(orientation, layout)).toBe(first)
    expect(first).not.toMatch(/CreationDate|ModDate|CreateDate/)
  })

  it('holds the letters of five languages', async () => {
    const pdf = await open(fiveLanguages, layout)

    expect(stringsOf(pdf, 'Title')).toContain(
      'Fem språk på ett ark: å ä ö ø æ ă â î ș ț ĳ é',
    )
  })

  it('can be made of an empty document', async () => {
    expect(pagesOf(await open(empty, layout))).toBe(1)
  })

  it('says why it cannot be made, as without a title', async () => {
    await expect(renderPdf({ ...orientation, title: '' }, layout)).rejects.toThrow(
      /title/,
    )
  })

  it('sets hostile text as the words it is', async () => {
    const pdf = await open(hostile, layout)
    const titles = stringsOf(pdf, 'Title').map((title) => title.replaceAll('\u200b', ''))

    expect(titles).toContain('#read("/etc/passwd")')
    expect(titles).toContain(hostileTexts[1])
    expect(titles).toContain(hostileTexts[9])
    expect(titles.join()).not.toContain('root:')
  })
})

describe('a handout', () => {
  it('takes one sheet, even in a long language', async () => {
    const pages = await Promise.all(
      [orientation, longRomanian, fiveLanguages].map((one) => open(one, 'handout')),
    )

    expect(pages.map(pagesOf)).toEqual([1, 2, 1])
  })

  it('takes the pages it needs when there is too much for a sheet', async () => {
    const sections = Array.from({ length: 6 }, () => longRomanian.sections).flat()

    expect(pagesOf(await open({ ...longRomanian, sections }, 'handout'))).toBeGreaterThan(
      4,
    )
  })
})

describe('characters our fonts cannot draw', () => {
  it('leave one empty square where each stood', () => {
    expect(drawable('ok 😀 👨‍👩‍👧‍👦 漢字')).toBe('ok □ □ □□')
  })

  it('leave the letters of our languages, and Greek and Russian, alone', () => {
    const letters = 'åäöøæăâîșțĳéÅÄÖØÆĂÂÎȘȚĲÉ „” «» – … € % Ελλάδα Привет'

    expect(drawable(letters)).toBe(letters)
  })

  it('never keep a page from being set', async () => {
    const anyText = fc.string({ unit: 'binary', minLength: 1, maxLength: 60 })

    await fc.assert(
      fc.asyncProperty(
        fc.array(anyText, { minLength: 1, maxLength: 8 }),
        async (items) => {
          const blocks = [{ kind: 'list', ordered: false, items }] as const
          const sections = [{ title: 'Any', notes: [], blocks }]
          expect(pagesOf(await open({ ...orientation, sections }, 'report'))).toBe(1)
        },
      ),
      { numRuns: 60 },
    )
  })
})

/** A second opinion where poppler happens to be installed; nothing above depends on it. */
const hasPdfToText = spawnSync('pdftotext', ['-v']).status === 0

describe.runIf(hasPdfToText)('the text somebody copies out of a PDF', () => {
  it('is what was written, hostile or not', async () => {
    const pdf = await renderPdf(hostile, 'report')
    const { stdout } = spawnSync('pdftotext', ['-raw', '-', '-'], {
      input: pdf,
      encoding: 'utf8',
      maxBuffer: 1e8,
    })

    const said = stdout.replace(/[\s\u200b\f]+/g, '')

    for (const text of [hostileTexts[0], hostileTexts[1], hostileTexts[3]]) {
      expect(said).toContain(text.replace(/\s+/g, ''))
    }
    expect(said).not.toContain('root:x:0')
  })
})
