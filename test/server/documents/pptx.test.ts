import { beforeAll, describe, expect, it } from 'vitest'
import type { Document } from '#analysis/orientation/document.ts'
import { renderPptx } from '#server/documents/pptx.ts'
import { locales } from '#surveys/locale.ts'
import {
  decoded,
  isWellFormed,
  type OpenedDeck,
  openDeck,
  sheetOf,
  textsOf,
  titleOf,
} from './opened-deck.ts'
import {
  empty,
  fiveLanguages,
  hostile,
  hostileTexts,
  longRomanian,
  needs,
  orientation,
} from './sample-documents.ts'

const emu = 914_400

describe('a deck', () => {
  let deck: OpenedDeck
  beforeAll(async () => {
    deck = await openDeck(orientation)
  })

  it('opens with its title and gives every section a slide', () => {
    const titles = deck.slides.map(titleOf)

    expect(titles).toEqual([
      orientation.title,
      'You said, we will',
      'What you can get (1/2)',
      'What you can get (2/2)',
      'How to reach us',
      'What stays private',
    ])
  })

  it('has titles that outline view and screen readers find, on slides and layouts', () => {
    const layouts = [
      'ppt/slideLayouts/slideLayout2.xml',
      'ppt/slideLayouts/slideLayout3.xml',
    ]
    const all = [...deck.slides, ...layouts.map((name) => deck.parts.get(name) ?? '')]

    expect(all.map((xml) => xml.match(/<p:ph type="title"\/>/g)?.length)).toEqual(
      all.map(() => 1),
    )
    expect(deck.slides.join()).not.toContain('hasCustomPrompt')
  })

  it('keeps what the presenter says as notes, each its own paragraph', () => {
    const notes = deck.notes.map((xml) => textsOf(xml.split('type="sldNum"')[0] ?? ''))

    expect(notes[1]).toEqual([
      'Start with the work, not with the person.',
      'Wait ten seconds after the chart.',
    ])
    expect(notes[3]?.join('')).toBe('')
  })

  it('says in its properties what it is and whose, and not when it was made', () => {
    const core = deck.parts.get('docProps/core.xml') ?? ''

    expect(core).toContain('<dc:title>Help that answers what you told us</dc:title>')
    expect(core).toContain('<dc:creator>Groundwork</dc:creator>')
    expect(core).not.toMatch(/dcterms:(created|modified)/)
    expect(deck.parts.get('docProps/app.xml')).toContain(
      '<Company>Fjord Logistics, an invented organization</Company>',
    )
  })

  it('is the same file for the same document, whatever was made before', async () => {
    await renderPptx(longRomanian)

    expect(await renderPptx(orientation)).toEqual(deck.bytes)
  })
})

describe('a chart on a slide', () => {
  let deck: OpenedDeck
  let chart: string
  beforeAll(async () => {
    deck = await openDeck(orientation)
    chart = deck.parts.get('ppt/charts/chart1.xml') ?? ''
  })

  it('is a native chart with the values it was given, the first on top', () => {
    const values = /<c:numCache>.*?<\/c:numCache>/s.exec(chart)?.[0] ?? ''
    const points = [...values.matchAll(/<c:pt idx="(\d)"><c:v>([^<]*)<\/c:v>/g)]

    expect(points.map(([, index, value]) => [index, value])).toEqual([
      ['0', '43'],
      ['1', '36'],
      ['2', '29'],
    ])
    expect(chart).toContain('<c:orientation val="maxMin"/>')
    expect(chart).toContain('<c:max val="100"/>')
  })

  it('leaves a hidden value out, of the sheet as well, and says so in words', () => {
    expect(chart).toContain('<c:v>Sleep</c:v>')
    expect(chart).not.toContain('<c:v></c:v>')
    expect(sheetOf(deck, 1)).not.toContain('r="B5"')
    expect(textsOf(deck.slides[1] ?? '')).toContain('not shown')
    expect(deck.slides[1]).toMatch(
      /name="Not shown" descr="Sleep: not shown".*?<a:pattFill/s,
    )
  })

  it('tells a screen reader its message and every bar', () => {
    const said = /name="Chart 0" descr="([^"]*)"/.exec(deck.slides[1] ?? '')?.[1] ?? ''

    expect(said).toBe(
      'What weighs on people at Fjord Logistics, in percent of all 420. ' +
        'Workload and pace: about 180 of our 420 (160 to 200). ' +
        'Trust in confidentiality: about 150 of our 420 (125 to 175). ' +
        'Money worries: about 120 of our 420 (95 to 145). Sleep: not shown',
    )
  })

  it('takes its scale from its largest bar when it shows no percentages', async () => {
    const days: Document = {
      ...orientation,
      sections: [{ title: 'Days', notes: [], blocks: [{ ...needs, unit: 'days' }] }],
    }

    const { parts } = await openDeck(days)

    expect(parts.get('ppt/charts/chart1.xml')).toContain('<c:max val="43"/>')
  })
})

describe('a table on a slide', () => {
  it('is native, with a head row, a description and all its rows', async () => {
    const { slides } = await openDeck(orientation)
    const table = /<a:tbl>.*<\/a:tbl>/s.exec(slides[3] ?? '')?.[0] ?? ''

    expect(table.match(/<a:tr /g)).toHaveLength(5)
    expect(table).toContain('<a:tblPr firstRow="1"/>')
    expect(slides[3]).toContain('name="Table" descr="Ways in, and who learns of it"')
    expect(textsOf(table).slice(0, 4)).toEqual([
      'You want',
      'You do',
      'Who learns of it',
      'First talk within',
    ])
  })

  it('repeats its head where it goes on, and keeps its columns as wide', async () => {
    const { slides } = await openDeck(longRomanian)
    const tables = slides.filter((xml) => xml.includes('<a:tbl>'))
    const grids = tables.map((xml) => /<a:tblGrid>.*?<\/a:tblGrid>/s.exec(xml)?.[0])

    expect(tables).toHaveLength(2)
    expect(grids[0]).toBe(grids[1])
    expect(tables.every((xml) => textsOf(xml).includes('Cine răspunde'))).toBe(true)
    expect(tables.flatMap((xml) => xml.match(/<a:tr /g))).toHaveLength(6 + 2)
  })
})

describe('text too long for a slide', () => {
  it('goes on with the next number', async () => {
    const { slides } = await openDeck(longRomanian)
    const starts = slides.map((xml) => /<a:buAutoNum[^>]*startAt="(\d+)"/.exec(xml)?.[1])

    expect(starts.slice(1, 3)).toEqual(['1', '3'])
  })

  it('loses no word', async () => {
    const text = Array.from({ length: 600 }, (_, index) => `word${index}`).join(' ')
    const long: Document = {
      ...orientation,
      sections: [{ title: 'Long', notes: [], blocks: [{ kind: 'paragraph', text }] }],
    }

    const { slides } = await openDeck(long)
    const said = slides
      .slice(1)
      .map((xml) => textsOf(xml).find((one) => one.startsWith('word')))

    expect(slides.length).toBeGreaterThan(3)
    expect(said.join('')).toBe(text)
  })

  it('stands in the notes when it is a title', async () => {
    const title = 'a title that will not end '.repeat(20).trim()
    const long = { ...orientation, sections: [{ title, notes: ['Speak.'], blocks: [] }] }

    const { slides, notes } = await openDeck(long)

    expect(titleOf(slides[1] ?? '')).toMatch(/^a title .*…$/)
    expect(textsOf(notes[1] ?? '').slice(0, 2)).toEqual([title, 'Speak.'])
  })
})

describe.each(
  Object.entries({ orientation, longRomanian, fiveLanguages, hostile, empty }),
)('every slide of %s', (_, document) => {
  let deck: OpenedDeck
  beforeAll(async () => {
    deck = await openDeck(document)
  })

  it('is sound XML with an id for every shape', () => {
    const broken = [...deck.parts]
      .filter(([, xml]) => !isWellFormed(xml))
      .map(([name]) => name)
    const ids = deck.slides.map((xml) =>
      [...xml.matchAll(/<p:cNvPr id="(\d+)"/g)].map(([, id]) => id),
    )

    expect(broken).toEqual([])
    expect(ids.every((one) => new Set(one).size === one.length)).toBe(true)
  })

  it('keeps every box on the slide and off the footer', () => {
    const boxes = deck.slides.flatMap((xml) =>
      [
        ...xml.matchAll(/<a:off x="(\d+)" y="(\d+)"\/>\s*<a:ext cx="(\d+)" cy="(\d+)"/g),
      ].map(([, x, y, w, h]) => [Number(x) + Number(w), Number(y) + Number(h)] as const),
    )

    const right = Math.max(...boxes.map(([x]) => x)) / emu
    const bottom = Math.max(...boxes.map(([, y]) => y)) / emu

    expect(right).toBeLessThan(13.34)
    expect(bottom).toBeLessThan(7.3)
  })

  it('describes every chart, table and drawn shape', () => {
    const drawn = deck.slides.flatMap((xml) => [
      ...xml.matchAll(/<p:nvGraphicFramePr>\s*<p:cNvPr ([^>]*)>/g),
      ...xml.matchAll(/<p:cNvPr ([^>]*)><\/p:cNvPr><p:cNvSpPr\/><p:nvPr><\/p:nvPr>/g),
    ])

    expect(drawn.filter(([, said]) => !/descr="[^"]+"/.test(said ?? ''))).toEqual([])
  })

  it('is set in type that can be read from the last row', () => {
    const sizes = deck.slides.flatMap((xml) =>
      [...xml.matchAll(/<a:rPr [^>]*sz="(\d+)"/g)].map(([, size]) => Number(size)),
    )

    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(1600)
  })
})

describe('hostile text on slides', () => {
  it('arrives as the words it is', async () => {
    const { slides, notes } = await openDeck(hostile)
    const said = new Set([...slides, ...notes].flatMap(textsOf))
    const verbatim = [0, 1, 2, 3, 7, 8, 9].flatMap((index) => hostileTexts[index] ?? [])

    expect(verbatim.filter((text) => !said.has(text))).toEqual([])
    expect(verbatim).toHaveLength(7)
    expect(said).toContain('abcde f')
  })

  it('does not reach the properties as mark-up', async () => {
    const { parts } = await openDeck(hostile)

    expect(decoded(parts.get('docProps/core.xml') ?? '')).toContain(
      '#read("/etc/passwd")',
    )
    expect(parts.get('docProps/app.xml')).not.toContain('<script')
  })
})

it.each(locales)('marks every text of a deck as %s', async (locale) => {
  const tags = { en: 'en-GB', sv: 'sv-SE', nb: 'nb-NO', nl: 'nl-NL', ro: 'ro-RO' }

  const { parts } = await openDeck({ ...orientation, locale })
  const found = [...parts].flatMap(([, xml]) =>
    [...xml.matchAll(/ lang="([^"]*)"/g)].map(([, language]) => language),
  )

  expect(new Set(found)).toEqual(new Set([tags[locale]]))
})
