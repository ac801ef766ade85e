import type { Block } from '#analysis/orientation/document.ts'
import type { Divided } from './pack.ts'
import { body, type Face, faces, heightOf, shortened, wrap } from './slide-type.ts'
import { columnShares, evenRows } from './table-shape.ts'

export const insets = {
  callout: 0.22,
  cell: 0.07,
  cellSide: 0.1,
  item: 0.12,
  bullet: 0.36,
  bar: 0.16,
  contact: 0.12,
} as const

/** Shares of the body's width: the bar's label, the bar, the words beside it. */
export const barColumns = { label: 0.32, bar: 0.28, words: 0.38 } as const

/** Shares of a reading width. */
export const contactColumns = { name: 0.6, phone: 0.4 } as const

export const mostLinesBesideBar = 3

/** Lines of a title, head or caption that stands above what may be cut. */
const mostLinesAbove = 3

/** How a block is measured and cut; nothing here is drawn. */
export function divide(block: Block): Divided {
  switch (block.kind) {
    case 'paragraph':
      return divideParagraph(block)
    case 'list':
      return divideList(block)
    case 'callout':
      return divideCallout(block)
    case 'bars':
      return divideBars(block)
    case 'table':
      return divideTable(block)
    case 'contacts':
      return divideContacts(block)
  }
}

type Of<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>

function divideParagraph(block: Of<'paragraph'>): Divided {
  const pieces = cut(block.text, body.reading, faces.text, body.height)
  const heights = pieces.map((text) => heightIn(text, body.reading, faces.text))
  return {
    heights,
    overhead: 0,
    keptWhole: 1,
    introduces: pieces.length === 1 && (heights[0] ?? 0) < 1,
    part: (from, to) => ({ ...block, text: pieces.slice(from, to).join('') }),
  }
}

function divideList(block: Of<'list'>): Divided {
  const width = body.reading - insets.bullet
  const items = block.items.flatMap((item) =>
    cut(item, width, faces.text, body.height - 1),
  )
  return {
    heights: items.map((item) => heightIn(item, width, faces.text) + insets.item),
    overhead: 0,
    keptWhole: 0.6,
    introduces: false,
    part: (from, to) => ({ ...block, items: items.slice(from, to) }),
  }
}

function divideCallout(block: Of<'callout'>): Divided {
  const width = body.width - 2 * insets.callout
  const title = shortened(block.title, width, faces.strong, mostLinesAbove)
  const text = title === block.title ? block.text : `${block.title}\n${block.text}`
  const overhead = heightIn(title, width, faces.strong) + 2 * insets.callout
  const pieces = cut(text, width, faces.text, body.height - overhead)
  return {
    heights: pieces.map((piece) => heightIn(piece, width, faces.text)),
    overhead,
    keptWhole: 1,
    introduces: false,
    part: (from, to) => ({ ...block, title, text: pieces.slice(from, to).join('') }),
  }
}

/** All bars of a chart are equally high, so one long label makes room around every bar. */
function divideBars(block: Of<'bars'>): Divided {
  const lines = block.bars.flatMap(({ label, text }) => [
    wrap(label, barColumns.label * body.width - 0.2, faces.detail).length,
    wrap(text, barColumns.words * body.width, faces.detail).length,
  ])
  const most = Math.min(mostLinesBesideBar, Math.max(1, ...lines))
  const height = heightOf(most, faces.detail) + insets.bar
  return {
    heights: block.bars.map(() => height),
    overhead: 0,
    keptWhole: 1,
    introduces: false,
    part: (from, to) => ({ ...block, bars: block.bars.slice(from, to) }),
  }
}

function divideTable(block: Of<'table'>): Divided {
  const widths = columnShares(block).map(
    (share) => share * body.width - 2 * insets.cellSide,
  )
  const head = block.head.map((cell, column) =>
    shortened(cell, widths[column] ?? 1, faces.detail, mostLinesAbove),
  )
  const caption = shortened(block.caption, body.width, faces.detail, mostLinesAbove)
  const overhead = captionHeight(caption) + heightOfRow(head, widths)
  const most = linesIn(body.height - overhead - 2 * insets.cell)
  const rows = evenRows(block).flatMap((row) => cutRow(row, widths, most))
  return {
    heights: rows.map((row) => heightOfRow(row, widths)),
    overhead,
    keptWhole: 0.8,
    introduces: false,
    part: (from, to) => ({ ...block, head, caption, rows: rows.slice(from, to) }),
  }
}

function heightOfRow(row: readonly string[], widths: readonly number[]): number {
  const lines = row.map(
    (cell, column) => wrap(cell, widths[column] ?? 1, faces.detail).length,
  )
  return heightOf(Math.max(1, ...lines), faces.detail) + 2 * insets.cell
}

export function captionHeight(caption: string): number {
  return caption === '' ? 0 : heightIn(caption, body.width, faces.detail) + 0.08
}

function divideContacts(block: Of<'contacts'>): Divided {
  const widthOf = (share: number) => share * body.reading - 2 * insets.cellSide
  const name = widthOf(contactColumns.name)
  const phone = widthOf(contactColumns.phone)
  const contacts = block.contacts.map((one) => ({
    name: shortened(one.name, name, faces.text, mostLinesAbove),
    phone: shortened(one.phone, phone, faces.strong, mostLinesAbove),
  }))
  return {
    heights: contacts.map((one) => {
      const left = heightIn(one.name, name, faces.text)
      const right = heightIn(one.phone, phone, faces.strong)
      return Math.max(left, right) + 2 * insets.contact
    }),
    overhead: 0,
    keptWhole: 1,
    introduces: false,
    part: (from, to) => ({ ...block, contacts: contacts.slice(from, to) }),
  }
}

function linesIn(inches: number): number {
  return Math.max(1, Math.floor((inches * 72) / faces.detail.leading))
}

function heightIn(text: string, inches: number, face: Face): number {
  return heightOf(wrap(text, inches, face).length, face)
}

/** A text is left whole unless it alone is higher than a slide; then any line may be the last. */
function cut(text: string, inches: number, face: Face, room: number): readonly string[] {
  const lines = wrap(text, inches, face)
  return heightOf(lines.length, face) <= room ? [text] : lines
}

/** A row higher than a slide as several rows, each cell going on where it was cut. */
function cutRow(
  row: readonly string[],
  widths: readonly number[],
  most: number,
): readonly (readonly string[])[] {
  const cells = row.map((cell, column) => wrap(cell, widths[column] ?? 1, faces.detail))
  const count = Math.ceil(Math.max(1, ...cells.map((lines) => lines.length)) / most)
  if (count === 1) return [row]
  return Array.from({ length: count }, (_, index) =>
    cells.map((lines) => lines.slice(index * most, (index + 1) * most).join('')),
  )
}
