import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { Document } from '#analysis/orientation/document.ts'
import { drawable } from './coverage.ts'
import { fontFiles } from './font-files.ts'
import { pageInput } from './page-input.ts'
import { breakable, printable, withTexts } from './printable.ts'

/** A sheet to hand out, in two narrow columns; or a report with numbered, comfortable pages. */
export type PdfLayout = 'handout' | 'report'

const here = dirname(fileURLToPath(import.meta.url))

/** Type sizes in points; a handout takes the first that makes one sheet, else the first. */
const handoutSizes = [10.5, 10, 9.5]
const reportSize = 11
const sidesOfASheet = 2

let compiler: NodeCompiler | undefined

/**
 * The document as a tagged PDF/UA-1, byte for byte the same for the same document.
 *
 * Setting the page is synchronous work of the processor (some 0.2 s at first, 20 to 100 ms
 * after): call it in a worker.
 *
 * @throws Error in Typst's own words when the page cannot be set, as without a title
 */
export async function renderPdf(
  document: Document,
  layout: PdfLayout,
): Promise<Uint8Array> {
  compiler ??= startCompiler()
  const typst = compiler
  const texts = withTexts(document, (text) => drawable(breakable(printable(text))))
  try {
    const size = layout === 'report' ? reportSize : fittingSize(typst, texts)
    return new Uint8Array(typst.pdf(page(texts, layout, size), { pdfStandard: 'ua-1' }))
  } catch (cause) {
    throw new Error(`the page cannot be set: ${reasonIn(cause)}`, { cause })
  } finally {
    // Typst remembers what it has set; one organization's words are not kept for the next.
    typst.evictCache(0)
  }
}

/** Typst says what is wrong in the error's code and leaves its message empty. */
function reasonIn(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}

/** The fonts come as bytes, so that the same page is set wherever the server runs. */
function startCompiler(): NodeCompiler {
  return NodeCompiler.create({
    workspace: here,
    fontArgs: [{ fontBlobs: [...fontFiles()] }],
  })
}

function fittingSize(typst: NodeCompiler, document: Document): number {
  const sidesAt = (size: number) =>
    typst.compile(page(document, 'handout', size)).result?.numOfPages ?? Infinity
  const [comfortable = reportSize, ...smaller] = handoutSizes
  const sides = sidesAt(comfortable)
  const hopeless = sides > sidesOfASheet * 1.5
  if (sides <= sidesOfASheet || hopeless) return comfortable
  return smaller.find((size) => sidesAt(size) <= sidesOfASheet) ?? comfortable
}

function page(document: Document, layout: PdfLayout, size: number) {
  return {
    mainFilePath: join(here, 'page.typ'),
    inputs: { document: JSON.stringify(pageInput(document, layout, size)) },
  }
}
