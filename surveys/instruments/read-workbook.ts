import type { XmlElement } from '@rgrove/parse-xml'
import { decodeText } from './decode-text.ts'
import { UnreadableFile } from './left-out.ts'
import { unpack } from './unpack.ts'
import { attributeOf, childrenOf, localName, parseDocument } from './xml.ts'

/** Rows of cells as text; rows and cells that are left empty are empty. */
export type Sheet = readonly (readonly string[])[]

/** A form has three; people keep notes and lists beside them. */
const mostSheets = 50
const mostRows = 5_000
const mostColumns = 300

const isPart = (name: string): boolean =>
  /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|worksheets\/[^/]+\.xml)$/.test(
    name,
  )

/**
 * The wanted sheets of an Excel workbook (.xlsx, ECMA-376) by name in small letters. Formulas
 * count as what they came to when the file was saved; formats, links and macros are not looked
 * at. However many sheets name the same part, none is read that is not wanted, and none twice.
 *
 * @throws UnreadableFile
 */
export function readWorkbook(
  file: Uint8Array,
  wanted: readonly string[],
): ReadonlyMap<string, Sheet> {
  const parts = unpack(file, isPart)
  const documentOf = (name: string): XmlElement | undefined => {
    const bytes = parts.get(name)
    return bytes && parseDocument(decodeText(bytes), name)
  }
  const workbook = documentOf('xl/workbook.xml')
  const links = documentOf('xl/_rels/workbook.xml.rels')
  if (!workbook || !links) throw new UnreadableFile('kind-unknown')
  const targets = targetsOf(workbook, links, wanted)
  const shared = sharedStrings(documentOf('xl/sharedStrings.xml'))
  const read = new Map<string, Sheet | undefined>()
  const sheets = new Map<string, Sheet>()
  for (const [name, target] of targets) {
    if (!read.has(target)) {
      const found = documentOf(target)
      read.set(target, found && rowsOf(found, shared, name))
    }
    const sheet = read.get(target)
    if (sheet) sheets.set(name, sheet)
  }
  return sheets
}

/** In which part each wanted sheet stands; of two sheets of one name the first counts. */
function targetsOf(
  workbook: XmlElement,
  links: XmlElement,
  wanted: readonly string[],
): ReadonlyMap<string, string> {
  const linked = new Map(
    childrenOf(links).map((link) => [
      attributeOf(link, 'Id'),
      attributeOf(link, 'Target'),
    ]),
  )
  const listed = childrenOf(workbook, 'sheets').flatMap((list) => childrenOf(list))
  if (listed.length > mostSheets) {
    throw new UnreadableFile('unpacks-too-large', 'xl/workbook.xml')
  }
  const targets = new Map<string, string>()
  for (const sheet of listed) {
    const name = attributeOf(sheet, 'name').trim().toLowerCase()
    if (!wanted.includes(name) || targets.has(name)) continue
    const target = linked.get(attributeOf(sheet, 'r:id')) ?? ''
    targets.set(name, `xl/${target.replace(/^\/?(?:xl\/)?/, '')}`)
  }
  return targets
}

function sharedStrings(root: XmlElement | undefined): readonly string[] {
  return root ? childrenOf(root, 'si').map(richText) : []
}

/** The text of a cell; readings of Asian characters beside it are not part of it. */
function richText(parent: XmlElement): string {
  return childrenOf(parent)
    .map((child) => {
      const name = localName(child)
      if (name === 't') return child.text
      return name === 'r'
        ? childrenOf(child, 't')
            .map(({ text }) => text)
            .join('')
        : ''
    })
    .join('')
}

function rowsOf(root: XmlElement, shared: readonly string[], where: string): Sheet {
  const rows = childrenOf(root, 'sheetData').flatMap((found) => childrenOf(found, 'row'))
  if (rows.length > mostRows) throw new UnreadableFile('too-many-items', where)
  return rows.map((row) => {
    const cells: string[] = []
    for (const [index, cell] of childrenOf(row, 'c').entries()) {
      const column = columnOf(attributeOf(cell, 'r')) ?? index
      if (column >= mostColumns) continue
      while (cells.length < column) cells.push('')
      cells[column] = textOfCell(cell, shared)
    }
    return cells
  })
}

/** `B7` is column 1. */
function columnOf(reference: string): number | undefined {
  const [, letters] = /^([A-Z]{1,3})\d{1,7}$/.exec(reference) ?? []
  if (letters === undefined) return undefined
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function textOfCell(cell: XmlElement, shared: readonly string[]): string {
  const value = childrenOf(cell, 'v')[0]?.text ?? ''
  switch (attributeOf(cell, 't')) {
    case 's':
      return shared[Number(value)] ?? ''
    case 'inlineStr':
      return childrenOf(cell, 'is').map(richText).join('')
    case 'b':
      return value === '1' ? 'TRUE' : 'FALSE'
    case 'e':
      return ''
    default:
      return value
  }
}
