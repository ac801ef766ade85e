import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Paper } from '#analysis/orientation/document.ts'
import { renderDocx } from '#server/documents/docx.ts'
import { locales } from '#surveys/locale.ts'
import { hostile, orientation } from './sample-documents.ts'

const partOf = (docx: Uint8Array, name: string): string =>
  strFromU8(unzipSync(docx)[name] ?? new Uint8Array())

const paper: Paper = {
  ...orientation,
  sections: [
    ...orientation.sections,
    {
      title: 'Paper',
      notes: [],
      blocks: [
        { kind: 'checks', items: ['Said who may use it'] },
        { kind: 'lines', labels: ['Date'] },
        { kind: 'cards', cards: ['One', 'Two', 'Three'] },
        { kind: 'square', link: 'https://a.example', alt: 'opens https://a.example' },
        { kind: 'list', ordered: true, items: ['first'] },
        { kind: 'list', ordered: true, items: ['first again'] },
      ],
    },
  ],
}

describe('a text to go on writing in', () => {
  it('has a title and a heading for each section', async () => {
    const xml = partOf(await renderDocx(paper), 'word/document.xml')

    const headings = xml.match(/<w:pStyle w:val="Heading1"\/>/g) ?? []
    expect(xml).toContain('<w:pStyle w:val="Title"/>')
    expect(headings).toHaveLength(paper.sections.length)
  })

  it.each(locales)('names its language, %s', async (locale) => {
    const styles = partOf(await renderDocx({ ...paper, locale }), 'word/styles.xml')

    expect(styles).toMatch(new RegExp(`<w:lang w:val="${locale}-[A-Z]{2}"`))
  })

  it('repeats the head of a table, and counts each list from one', async () => {
    const xml = partOf(await renderDocx(paper), 'word/document.xml')

    const instances = [...xml.matchAll(/<w:numId w:val="(\d+)"\/>/g)].map(([, id]) => id)
    expect(xml).toContain('<w:tblHeader/>')
    expect(new Set(instances.slice(-2)).size).toBe(2)
  })

  it('holds what only paper can: boxes, lines, cards and an address', async () => {
    const xml = partOf(await renderDocx(paper), 'word/document.xml')

    expect(xml).toContain('\u2610 Said who may use it')
    expect(xml).toContain('________')
    expect(xml).toContain('Three')
    expect(xml).toContain('https://a.example')
  })

  it('is the same file for the same document, whenever it is made', async () => {
    expect(await renderDocx(paper)).toEqual(await renderDocx(paper))
  })

  it('is whole whatever is written in it', async () => {
    const xml = partOf(await renderDocx(hostile), 'word/document.xml')

    expect(xml).not.toContain('<script')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not be there
    expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c]/)
  })
})
