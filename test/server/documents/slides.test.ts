import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block, Document } from '#analysis/orientation/document.ts'
import { pack, runsOf } from '#server/documents/pack.ts'
import { body, faces, shortened, wrap } from '#server/documents/slide-type.ts'
import { slidesOf } from '#server/documents/slides.ts'
import { columnShares, figureColumns } from '#server/documents/table-shape.ts'
import { longRomanian, needs, orientation, routes } from './sample-documents.ts'

const anyBlock = fc.record({
  heights: fc.array(fc.double({ min: 0.1, max: 4, noNaN: true }), { maxLength: 12 }),
  overhead: fc.constantFrom(0, 0.5),
  keptWhole: fc.constantFrom(0.6, 1),
  introduces: fc.boolean(),
  part: fc.constant((): Block => ({ kind: 'paragraph', text: '' })),
})

describe('packing blocks onto slides', () => {
  it('places every piece once, in order, and within the slide', () => {
    fc.assert(
      fc.property(fc.array(anyBlock, { maxLength: 8 }), (blocks) => {
        const slides = pack(blocks, 5)
        const expected = blocks.flatMap(({ heights }, source) =>
          heights.map((_, index) => ({ source, index })),
        )

        expect(slides.flat()).toEqual(expected)
        for (const run of slides.flatMap((slide) => runsOf(blocks, slide))) {
          expect(run.top + run.height).toBeLessThanOrEqual(5 + 1e-9)
        }
      }),
    )
  })

  it('does not leave a single line over', () => {
    const lines = { heights: Array.from({ length: 11 }, () => 0.5), overhead: 0 }
    const part = (): Block => ({ kind: 'paragraph', text: '' })

    const slides = pack([{ ...lines, keptWhole: 0.6, introduces: false, part }], 5)

    expect(slides.map((slide) => slide.length)).toEqual([6, 5])
  })
})

describe('the slides of a document', () => {
  it('keep a chart whole, together with the sentence that introduces it', () => {
    const [first] = slidesOf(orientation)

    expect(first?.parts.map(({ block }) => block.kind)).toEqual([
      'callout',
      'paragraph',
      'bars',
    ])
  })

  it('divide a chart too high for one slide without losing a bar', () => {
    const bars = Array.from({ length: 30 }, (_, index) => ({
      ...needs.bars[0],
      label: `${index}`,
    }))
    const block = { ...needs, bars } as Block
    const document: Document = {
      ...orientation,
      sections: [{ title: 'Many', blocks: [block], notes: [] }],
    }

    const parts = slidesOf(document).flatMap(({ parts }) => parts)
    const labels = parts.flatMap(({ block: part }) =>
      part.kind === 'bars' ? part.bars.map(({ label }) => label) : [],
    )

    expect(parts.length).toBeGreaterThan(1)
    expect(labels).toEqual(bars.map(({ label }) => label))
  })

  it('count on from slide to slide in their titles', () => {
    const titles = slidesOf(longRomanian).map(({ title }) => title)

    expect(titles.slice(2, 4)).toEqual([
      'Ce îi apasă pe oameni (1/2)',
      'Ce îi apasă pe oameni (2/2)',
    ])
  })
})

describe('measuring text', () => {
  it('breaks into lines that are the text again when joined', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        expect(wrap(text, 2, faces.text).join('')).toBe(text)
      }),
    )
  })

  it('gives capitals and wide letters more room', () => {
    const lines = (letter: string) =>
      wrap(letter.repeat(200), body.width, faces.text).length

    expect(lines('W')).toBeGreaterThan(lines('n'))
    expect(lines('漢')).toBeGreaterThan(lines('W'))
  })

  it('shortens after a whole word, and only what is too long', () => {
    expect(shortened('one two three four', 1, faces.text, 1)).toBe('one…')
    expect(shortened('short', 4, faces.text, 1)).toBe('short')
  })
})

describe('the columns of a table', () => {
  it('share the width, none narrower than its longest word', () => {
    const shares = columnShares(routes)

    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1)
    expect(shares.indexOf(Math.max(...shares))).toBe(1)
  })

  it('set figures flush right, hidden ones among them', () => {
    const rows = [
      ['North', '12', '40 000'],
      ['South', 'not shown', '9 000'],
      ['Yard', '7–9 %', '–'],
    ]

    const table = { ...routes, head: ['Unit', 'Share', 'Cost'], rows }

    expect(figureColumns(table)).toEqual([false, true, true])
  })
})
