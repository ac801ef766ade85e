import type PptxGenJS from 'pptxgenjs'
import type { Block } from '#analysis/orientation/document.ts'
import { captionHeight, contactColumns, insets } from './divide.ts'
import { type Box, colour, described, textBox, typed } from './pptx-style.ts'
import { faces, heightOf } from './slide-type.ts'
import { columnShares, figureColumns } from './table-shape.ts'

type Of<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>
type Four<T> = [T, T, T, T]
type Borders = Four<PptxGenJS.BorderProps>

const none = { type: 'none' } as const
const thin = { type: 'solid', pt: 0.75, color: colour('line') } as const
const strong = { type: 'solid', pt: 1.5, color: colour('accent') } as const

/** A native table under its caption; `whole` says how wide the columns are on every slide. */
export function drawTable(
  slide: PptxGenJS.Slide,
  block: Of<'table'>,
  whole: Block,
  box: Box,
): void {
  const shape = whole.kind === 'table' ? whole : block
  const widths = columnShares(shape).map((share) => share * box.w)
  const figures = figureColumns(shape)
  const h = captionHeight(block.caption)
  if (h > 0) {
    const options = { ...textBox({ ...box, h }), ...typed(faces.detail, 'inkQuiet') }
    slide.addText(block.caption, options)
  }
  const lines = [block.head, ...block.rows]
  const rows = lines.map((line, index) =>
    line.map((text, column) => cell(text, index === 0, figures[column] === true)),
  )
  slide.addTable(rows, {
    x: box.x,
    y: box.y + h,
    w: box.w,
    colW: widths,
    h: box.h - h,
    // The least; programs make a row as high as its text, which is rarely as high as feared.
    rowH: heightOf(1, faces.detail) + 2 * insets.cell,
    ...described('Table', block.caption || block.head.join(', ')),
  })
}

function cell(text: string, isHead: boolean, isFigure: boolean): PptxGenJS.TableCell {
  const options = {
    ...typed(faces.detail),
    bold: isHead,
    align: isFigure ? ('right' as const) : ('left' as const),
    valign: 'top' as const,
    margin: [insets.cell, insets.cellSide, insets.cell, insets.cellSide] as Four<number>,
    border: [none, none, isHead ? strong : thin, none] as Borders,
  }
  return { text, options }
}

/** Names and numbers to be found from the last row, as a table without a head. */
export function drawContacts(
  slide: PptxGenJS.Slide,
  { contacts }: Of<'contacts'>,
  box: Box,
): void {
  const shared = {
    valign: 'middle' as const,
    margin: [0.02, insets.cellSide, 0.02, insets.cellSide] as Four<number>,
    border: [none, none, thin, none] as Borders,
  }
  const rows = contacts.map(({ name, phone }) => [
    { text: name, options: { ...typed(faces.text), ...shared } },
    { text: phone, options: { ...typed(faces.strong, 'accent'), bold: true, ...shared } },
  ])
  const inWords = contacts.map(({ name, phone }) => `${name}: ${phone}`).join('. ')
  slide.addTable(rows, {
    ...box,
    colW: [box.w * contactColumns.name, box.w * contactColumns.phone],
    rowH: box.h / contacts.length,
    ...described('Contacts', inWords),
  })
}
