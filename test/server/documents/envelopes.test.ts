import { describe, expect, it } from 'vitest'
import {
  type EnvelopePrinting,
  type EnvelopeSheet,
  type EnvelopeWords,
  renderEnvelopes,
} from '#server/documents/envelopes.ts'
import { layOutEnvelopes } from '#server/invitations/lay-out-envelopes.ts'
import { drawCode } from '#server/registrar/issue-codes.ts'
import { type Locale, locales } from '#surveys/locale.ts'
import { hostileTexts } from './sample-documents.ts'

const unit = { id: 'hall', name: 'Hall', headcount: 3, members: ['hall'] }

const facts = {
  organization: 'Fjord Logistics',
  example: true,
  surveyNumber: 'K7Q2-9MXD-04TB-WZ6E-3HNA',
  contacts: Object.fromEntries(
    locales.map((locale) => [
      locale,
      [
        { name: 'Emergency', phone: '112' },
        { name: 'Emotional support, day and night', phone: '116 123' },
      ],
    ]),
  ),
  resultsBy: '2027-01-15',
  address: 'https://needs.example.org/answer/8f14e45f-ceea-467f-a8e0-3f1c6b1f1a11',
  muteAddress: 'https://needs.example.org/mute/8f14e45f-ceea-467f-a8e0-3f1c6b1f1a11',
}

/** Three envelopes of one unit as they are printed. */
function aPrinting(languages: readonly Locale[], cover: Locale): EnvelopePrinting {
  const envelopes = [0, 1, 2].map((place) => ({ unit: 'hall', place, person: null }))
  return layOutEnvelopes(facts, cover, {
    units: [{ unit, way: 'lot', languages, envelopes }],
    codes: envelopes.map(drawCode),
  })
}

const latin = (pdf: Uint8Array | undefined): string =>
  Buffer.from(pdf ?? []).toString('latin1')

const pagesOf = (pdf: string): number => Number(/<xmpTPg:NPages>(\d+)</.exec(pdf)?.[1])

const tags = { en: 'en-GB', sv: 'sv-SE', nb: 'nb-NO', nl: 'nl-NL', ro: 'ro-RO' }

describe('sheets for envelopes', () => {
  it.each(locales)('have a cover in %s and name that language', (locale) => {
    const [file] = renderEnvelopes(aPrinting([locale], locale))

    const pdf = latin(file?.pdf)
    expect(pdf).toContain(`/Lang (${tags[locale]})`)
    expect(pdf).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(pagesOf(pdf)).toBe(2 + 3 * 2)
  })

  it('take one back even in five languages, each marked as what it is', () => {
    const [file] = renderEnvelopes(aPrinting(locales, 'en'))

    const pdf = latin(file?.pdf)
    expect(pagesOf(pdf)).toBe(2 + 3 * 2)
    for (const locale of ['sv', 'nb', 'nl', 'ro'])
      expect(pdf).toContain(`/Lang (${locale}`)
  })

  it('say in words what the square is, without the code', () => {
    const printing = aPrinting(['en'], 'en')

    const pdf = latin(renderEnvelopes(printing)[0]?.pdf)

    expect(pdf.match(/\/S \/Figure/g)).toHaveLength(3)
    expect(pdf.match(/\/Alt \(Square code that opens the survey/g)?.length).toBe(3)
  })

  it('fill one file for so many, and more for more', () => {
    const printing = aPrinting(['en'], 'en')
    const [lot] = printing.lots
    const sheets: readonly EnvelopeSheet[] = Array.from(
      { length: 151 },
      () => lot?.sheets[0] ?? { window: [], code: [], link: '', words: 0 },
    )

    const files = renderEnvelopes({
      ...printing,
      lots: lot ? [{ ...lot, sheets }] : [],
    })

    expect(files.map(({ name }) => name)).toEqual(['hall-1.pdf', 'hall-2.pdf'])
    expect(files.map(({ pdf }) => pagesOf(latin(pdf)))).toEqual([2 + 300, 2])
  })

  it('set hostile names as the words they are', () => {
    const printing = aPrinting(['en'], 'en')
    const hostile = printing.lots.map((lot) => ({
      ...lot,
      sheets: hostileTexts.map((text) => ({
        window: [text, text],
        code: ['ABCDE', 'ABCDE', 'ABCDE', 'ABCDE', 'ABCDEF'],
        link: 'https://needs.example.org',
        words: 0,
      })),
    }))
    const words = printing.words.map((set) =>
      set.map((one): EnvelopeWords => ({ ...one, back: hostileTexts.slice(0, 3) })),
    )

    const [file] = renderEnvelopes({ ...printing, lots: hostile, words })

    expect(latin(file?.pdf)).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(latin(file?.pdf)).not.toContain('root:')
  })
})
