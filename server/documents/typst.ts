import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { fontFiles } from './font-files.ts'

/** A page description of this folder, and the data it sets. */
export interface Page {
  readonly file: `${string}.typ`
  readonly inputs: Readonly<Record<string, string>>
}

const here = dirname(fileURLToPath(import.meta.url))

let compiler: NodeCompiler | undefined

/**
 * Sets a page as a tagged PDF/UA-1, byte for byte the same for the same data. Work of the
 * processor: call it in a worker.
 *
 * @throws Error in Typst's own words when the page cannot be set, as without a title
 */
export function setPage(page: Page): Uint8Array {
  const typst = theCompiler()
  try {
    return new Uint8Array(typst.pdf(asked(page), { pdfStandard: 'ua-1' }))
  } catch (cause) {
    throw new Error(`the page cannot be set: ${reasonIn(cause)}`, { cause })
  }
}

/** How many pages it takes; infinitely many when it cannot be set. */
export function countPages(page: Page): number {
  return theCompiler().compile(asked(page)).result?.numOfPages ?? Infinity
}

/** Typst remembers what it has set; one organization's words are not kept for the next. */
export function forgetPages(): void {
  compiler?.evictCache(0)
}

/** The fonts come as bytes, so that the same page is set wherever the server runs. */
function theCompiler(): NodeCompiler {
  compiler ??= NodeCompiler.create({
    workspace: here,
    fontArgs: [{ fontBlobs: [...fontFiles()] }],
  })
  return compiler
}

const asked = ({ file, inputs }: Page) => ({
  mainFilePath: join(here, file),
  inputs: { ...inputs },
})

/** Typst says what is wrong in the error's code and leaves its message empty. */
function reasonIn(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
