import writeXlsxFile from 'write-excel-file/node'
import type { Block, Document } from '#analysis/orientation/document.ts'
import { guardedText } from '../csv.ts'
import { printable } from '../documents/printable.ts'

type Row = readonly ReturnType<typeof cell>[]

/** What a sheet may be called: short, and without what spreadsheets keep for themselves. */
const longestName = 31

/**
 * A document as a workbook: everything that is said on the first sheet, and each table on one
 * of its own. Texts are texts: nothing in it is computed, here or saved as CSV.
 */
export async function yearWorkbook(document: Document): Promise<Uint8Array> {
  const { title, subtitle, footer, sections } = document
  const words: Row[] = [[head(title)], [cell(subtitle)]]
  for (const section of sections) {
    words.push([], [head(section.title)])
    words.push(...section.blocks.flatMap(linesOf).map((line) => [wrapped(line)]))
  }
  const tables = sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'table' ? [block] : []))
  const sheets = [
    { name: title, columns: [{ width: 100 }], data: [...words, [], [cell(footer)]] },
    ...tables.map(({ caption, head: names, rows }) => ({
      name: caption,
      columns: names.map((_, at) => ({ width: at === 0 ? 50 : 30 })),
      data: [names.map(head), ...rows.map((row) => row.map(cell))],
    })),
  ]
  const written = sheets.map(({ name, columns, data }, at) => ({
    sheet: `${at + 1} ${name.replace(/[[\]:*?/\\]/g, ' ')}`.slice(0, longestName),
    columns,
    data: data.map((row) => [...row]),
  }))
  return new Uint8Array(await writeXlsxFile(written).toBuffer())
}

function linesOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'paragraph':
      return [block.text]
    case 'list':
      return block.items
    case 'callout':
      return [block.title, block.text]
    default:
      return []
  }
}

const head = (text: string) => ({ ...cell(text), fontWeight: 'bold' as const })
const wrapped = (text: string) => ({ ...cell(text), wrap: true })

function cell(text: string) {
  return { value: guardedText(printable(text)), type: String }
}
