import type { Paper } from '#analysis/orientation/document.ts'
import { drawable } from './coverage.ts'
import { pageInput } from './page-input.ts'
import { breakable, printable, withTexts } from './printable.ts'
import { countPages, forgetPages, type Page, setPage } from './typst.ts'

/**
 * A sheet to hand out, in two narrow columns; a report with numbered, comfortable pages; or
 * posters, one section a page in letters to be read from across a room.
 */
export type PdfLayout = 'handout' | 'report' | 'poster'

/** Type sizes in points; a handout takes the first that makes one sheet, else the first. */
const handoutSizes = [10.5, 10, 9.5]
const reportSize = 11
const posterSize = 24
const sidesOfASheet = 2

/**
 * The document as a tagged PDF/UA-1, byte for byte the same for the same document.
 *
 * Setting the page is synchronous work of the processor (some 0.2 s at first, 20 to 100 ms
 * after): call it in a worker.
 *
 * @throws Error in Typst's own words when the page cannot be set, as without a title
 */
export async function renderPdf(document: Paper, layout: PdfLayout): Promise<Uint8Array> {
  const texts = withTexts(document, (text) => drawable(breakable(printable(text))))
  try {
    return setPage(page(texts, layout, sizeFor(texts, layout)))
  } finally {
    forgetPages()
  }
}

function sizeFor(document: Paper, layout: PdfLayout): number {
  if (layout === 'poster') return posterSize
  return layout === 'report' ? reportSize : fittingSize(document)
}

function fittingSize(document: Paper): number {
  const sidesAt = (size: number) => countPages(page(document, 'handout', size))
  const [comfortable = reportSize, ...smaller] = handoutSizes
  const sides = sidesAt(comfortable)
  const hopeless = sides > sidesOfASheet * 1.5
  if (sides <= sidesOfASheet || hopeless) return comfortable
  return smaller.find((size) => sidesAt(size) <= sidesOfASheet) ?? comfortable
}

function page(document: Paper, layout: PdfLayout, size: number): Page {
  return {
    file: 'page.typ',
    inputs: { document: JSON.stringify(pageInput(document, layout, size)) },
  }
}
