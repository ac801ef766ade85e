import { strToU8, zipSync } from 'fflate'

/** A sheet to write: its name, and rows of cells as text. */
export interface SheetToWrite {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const links = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** The first day a zip file can name: the same sheets give the same bytes. */
const noDay = new Date(1980, 0, 1)

/**
 * An Excel workbook (.xlsx, ECMA-376) whose cells are all text, so that none is computed,
 * whatever sign it begins with.
 */
export function writeWorkbook(sheets: readonly SheetToWrite[]): Uint8Array<ArrayBuffer> {
  const parts = {
    '[Content_Types].xml': contentTypes(sheets.length),
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbook(sheets),
    'xl/_rels/workbook.xml.rels': relations(
      sheets.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`]),
    ),
    ...Object.fromEntries(
      sheets.map(({ rows }, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        sheetXml(rows),
      ]),
    ),
  }
  const packed = Object.entries(parts).map(([name, xml]) => [
    name,
    strToU8(declaration + xml),
  ])
  return zipSync(Object.fromEntries(packed), { mtime: noDay })
}

function contentTypes(count: number): string {
  const sheets = Array.from(
    { length: count },
    (_, index) =>
      `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${types}.worksheet+xml"/>`,
  )
  return `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>${sheets.join('')}</Types>`
}

function relations(targets: readonly (readonly [string, string])[]): string {
  const each = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${links}/${type}" Target="${target}"/>`,
  )
  return `<Relationships xmlns="${packages}/relationships">${each.join('')}</Relationships>`
}

function workbook(sheets: readonly SheetToWrite[]): string {
  const each = sheets.map(
    ({ name }, index) =>
      `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  )
  return `<workbook xmlns="${main}" xmlns:r="${links}"><sheets>${each.join('')}</sheets></workbook>`
}

function sheetXml(rows: readonly (readonly string[])[]): string {
  const each = rows.map((cells, row) => {
    const written = cells.map((cell, column) =>
      cell === '' ? '' : cellXml(`${columnName(column)}${row + 1}`, cell),
    )
    return `<row r="${row + 1}">${written.join('')}</row>`
  })
  return `<worksheet xmlns="${main}"><sheetData>${each.join('')}</sheetData></worksheet>`
}

const cellXml = (place: string, text: string): string =>
  `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`

/** 0 is A, 26 is AA. */
function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/** What XML 1.0 allows nowhere, not even escaped. */
const unspeakable = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu

const escaped = (text: string): string =>
  text
    .replace(unspeakable, '\u{fffd}')
    .replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign)
