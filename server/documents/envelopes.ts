import type { Locale } from '#surveys/locale.ts'
import { drawable } from './coverage.ts'
import { languageTags } from './language-tags.ts'
import { breakable, printable } from './printable.ts'
import { qrOutline } from './qr-code.ts'
import { fonts, light } from './theme.ts'
import { countPages, forgetPages, type Page, setPage } from './typst.ts'

/** What is told on the back of a sheet in one language, and how to begin on its front. */
export interface EnvelopeWords {
  readonly locale: Locale
  /** the language in its own words */
  readonly name: string
  readonly title: string
  readonly how: string
  /** paragraphs of the back */
  readonly back: readonly string[]
  readonly help: string
  readonly contacts: readonly { readonly name: string; readonly phone: string }[]
}

/** One sheet for one envelope: a front with the code, a back with all the words. */
export interface EnvelopeSheet {
  /** what shows in the window: a name and a unit, or the unit alone */
  readonly window: readonly string[]
  /** groups of letters and digits, as they are typed */
  readonly code: readonly string[]
  /** what the square leads to */
  readonly link: string
  /** which words of the printing it gets */
  readonly words: number
}

/** The envelopes of one unit, below a sheet that tells how to hand them out. */
export interface EnvelopeLot {
  /** what its files are called */
  readonly name: string
  readonly cover: EnvelopeCover
  readonly sheets: readonly EnvelopeSheet[]
}

interface EnvelopeCover {
  readonly title: string
  readonly count: string
  readonly steps: readonly string[]
}

/** Everything one printing holds. */
export interface EnvelopePrinting {
  /** of the cover sheets */
  readonly locale: Locale
  readonly title: string
  readonly organization: string
  /** where the code is typed */
  readonly address: string
  /** the square in words, for who cannot see it */
  readonly squareInWords: string
  readonly words: readonly (readonly EnvelopeWords[])[]
  readonly lots: readonly EnvelopeLot[]
}

/** Type sizes in points: the first at which the words of a sheet fill one back. */
const sizes = [10.5, 10, 9.5, 9, 8.5, 8]
const pagesOfSheet = 2

/** A file of one printing. */
export interface EnvelopeFile {
  readonly name: string
  readonly pdf: Uint8Array
}

/** A part of a lot that makes one file; only the first has the cover. */
interface Part {
  readonly name: string
  readonly cover: EnvelopeCover | null
  readonly sheets: readonly EnvelopeSheet[]
}

/** Setting a sheet takes about a megabyte while it lasts: so many at a time. */
const sheetsInFile = 150

/**
 * Sheets to fold into envelopes, as tagged PDF/UA-1: a file a unit, or several for a large
 * one. Each sheet has a front and a back, so that printing on both sides never puts two codes
 * on one sheet.
 *
 * Work of the processor, some 15 ms a sheet and language less or more: call it in a worker.
 * The codes pass through and are kept nowhere.
 */
export function renderEnvelopes(printing: EnvelopePrinting): readonly EnvelopeFile[] {
  try {
    const sizes = printing.words.map((set) => sizeFor(printing, set))
    return printing.lots.flatMap(partsOf).map((part) => {
      const pdf = setPage(page(printing, part, sizes))
      forgetPages()
      return { name: part.name, pdf }
    })
  } finally {
    forgetPages()
  }
}

function partsOf({ name, cover, sheets }: EnvelopeLot): readonly Part[] {
  const count = Math.ceil(sheets.length / sheetsInFile)
  return Array.from({ length: count }, (_, index) => ({
    name: count === 1 ? `${name}.pdf` : `${name}-${index + 1}.pdf`,
    cover: index === 0 ? cover : null,
    sheets: sheets.slice(index * sheetsInFile, (index + 1) * sheetsInFile),
  }))
}

function sizeFor(printing: EnvelopePrinting, set: readonly EnvelopeWords[]): number {
  const sheet: EnvelopeSheet = { window: [], code: [], link: '', words: 0 }
  const part: Part = { name: '', cover: null, sheets: [sheet] }
  const fits = (size: number) =>
    countPages(page({ ...printing, words: [set] }, part, [size])) <= pagesOfSheet
  return sizes.find(fits) ?? sizes.at(-1) ?? 8
}

function page(
  printing: EnvelopePrinting,
  { cover, sheets }: Part,
  sizesOfWords: readonly number[],
): Page {
  const { locale, title, organization, address, squareInWords, words } = printing
  const input = {
    look: { text: fonts.text, heading: fonts.heading, ...light },
    ...tagOf(locale),
    title: settable(title),
    organization: settable(organization),
    address: settable(address),
    squareInWords: settable(squareInWords),
    words: words.map((set, index) => ({
      size: sizesOfWords[index],
      languages: set.map(wordsInput),
    })),
    cover: cover && {
      title: settable(cover.title),
      count: settable(cover.count),
      steps: cover.steps.map(settable),
    },
    sheets: sheets.map(({ window, code, link, words: set }) => ({
      window: window.map(settable),
      code,
      square: qrOutline(link),
      words: set,
    })),
  }
  return { file: 'envelopes.typ', inputs: { printing: JSON.stringify(input) } }
}

function wordsInput({ locale, name, title, how, back, help, contacts }: EnvelopeWords) {
  return {
    ...tagOf(locale),
    name,
    title: settable(title),
    how: settable(how),
    back: back.map(settable),
    help: settable(help),
    contacts: contacts.map((one) => ({
      name: settable(one.name),
      phone: settable(one.phone),
    })),
  }
}

function tagOf(locale: Locale): { readonly lang: string; readonly region: string } {
  return { lang: locale, region: languageTags[locale].slice(-2) }
}

const settable = (text: string): string => drawable(breakable(printable(text)))
