import { strFromU8, strToU8 } from 'fflate'
import { mendPart } from './pptx-mend.ts'
import { entriesOf, zipped } from './steady-zip.ts'

/**
 * The deck as pptxgenjs wrote it, with every part mended and no trace of when it was made:
 * equal documents are equal files.
 */
export function repack(pptx: Uint8Array, language: string): Uint8Array {
  const entries = entriesOf(pptx)
  const numbers = chartNumbers(entries.map(([name]) => name))
  return zipped(
    entries.map(([name, bytes]) => {
      const own = renumbered(name, numbers)
      if (name.endsWith('.xlsx')) return [own, repackSheet(bytes)]
      const xml = strFromU8(bytes)
      const linked = /\.rels$|^\[Content/.test(name) ? renumbered(xml, numbers) : xml
      return [own, strToU8(mendPart(own, linked, language))]
    }),
  )
}

/** A chart's own workbook, which opens behind "Edit data". */
function repackSheet(xlsx: Uint8Array): Uint8Array {
  return zipped(
    entriesOf(xlsx).map(([name, bytes]) => [
      name,
      strToU8(mendPart(name, strFromU8(bytes), 'en')),
    ]),
  )
}

/** The library counts charts through the life of the process; a file counts its own. */
function chartNumbers(names: readonly string[]): ReadonlyMap<string, number> {
  const found = names.flatMap((name) => /charts\/chart(\d+)\.xml$/.exec(name)?.[1] ?? [])
  const inOrder = found.toSorted((a, b) => Number(a) - Number(b))
  return new Map(inOrder.map((number, index) => [number, index + 1]))
}

function renumbered(text: string, numbers: ReadonlyMap<string, number>): string {
  return text.replace(
    /(charts\/(?:_rels\/)?chart|embeddings\/Microsoft_Excel_Worksheet)(\d+)(?=\.x)/g,
    (_, stem: string, number: string) => `${stem}${numbers.get(number) ?? number}`,
  )
}
