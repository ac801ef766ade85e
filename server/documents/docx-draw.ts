import {
  BorderStyle,
  type FileChild,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { PaperBlock } from '#analysis/orientation/document.ts'
import { barsInWords } from './bars.ts'
import { columnShares } from './table-shape.ts'
import { light } from './theme.ts'

const colour = (hex: string): string => hex.slice(1)
const text = (words: string): Paragraph => new Paragraph({ text: words })

/**
 * A block as an office program knows it.
 *
 * @param list the number of this block in the document: each list counts from one
 */
export function drawBlock(block: PaperBlock, list: number): readonly FileChild[] {
  switch (block.kind) {
    case 'paragraph':
      return [text(block.text)]
    case 'list':
      return block.items.map((item) => listItem(item, block.ordered, list))
    case 'callout':
      return [boxed(block.title, true), boxed(block.text, false)]
    case 'bars':
      return [text(barsInWords(block))]
    case 'table':
      return drawTable(block)
    case 'contacts':
      return block.contacts.map(({ name, phone }) => named(name, phone))
    case 'square':
      return [text(block.alt)]
    case 'cards':
      return [cardSheet(block.cards)]
    case 'lines':
      return block.labels.map((label) => named(label, '_'.repeat(40)))
    case 'checks':
      return block.items.map((item) => text(`\u2610 ${item}`))
  }
}

const listItem = (words: string, ordered: boolean, instance: number): Paragraph =>
  new Paragraph({
    text: words,
    ...(ordered
      ? { numbering: { reference: 'numbers', level: 0, instance } }
      : { bullet: { level: 0 } }),
  })

function boxed(words: string, bold: boolean): Paragraph {
  const edge = {
    style: BorderStyle.SINGLE,
    size: 18,
    color: colour(light.accent),
    space: 8,
  }
  return new Paragraph({
    children: [new TextRun({ text: words, bold })],
    shading: { type: ShadingType.CLEAR, fill: colour(light.accentSoft) },
    border: { left: edge },
    keepNext: bold,
  })
}

const named = (name: string, words: string): Paragraph =>
  new Paragraph({
    children: [
      new TextRun({ text: `${name}  ` }),
      new TextRun({ text: words, bold: true }),
    ],
  })

type Tabular = Extract<PaperBlock, { kind: 'table' }>

const tableWidth = 9_000

function drawTable(block: Tabular): readonly FileChild[] {
  const widths = columnShares(block).map((share) => Math.round(share * tableWidth))
  const row = (cells: readonly string[], isHead: boolean): TableRow =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map((cell, column) => cellOf(cell, isHead, widths[column] ?? 0)),
    })
  return [
    new Paragraph({ text: block.caption, keepNext: true }),
    new Table({
      columnWidths: widths,
      width: { size: tableWidth, type: WidthType.DXA },
      rows: [row(block.head, true), ...block.rows.map((cells) => row(cells, false))],
    }),
    text(''),
  ]
}

const cellOf = (words: string, bold: boolean, width: number): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    ...(bold ? { shading: { fill: colour(light.accentSoft) } } : {}),
    children: [new Paragraph({ children: [new TextRun({ text: words, bold })] })],
  })

/** Cards to cut out, two beside each other. */
function cardSheet(cards: readonly string[]): Table {
  const half = tableWidth / 2
  const rows = Array.from({ length: Math.ceil(cards.length / 2) }, (_, index) =>
    cards.slice(2 * index, 2 * index + 2),
  )
  return new Table({
    columnWidths: [half, half],
    width: { size: tableWidth, type: WidthType.DXA },
    rows: rows.map(
      (pair) =>
        new TableRow({
          cantSplit: true,
          height: { value: 1_700, rule: 'atLeast' },
          children: pair.map((card) => cellOf(card, false, half)),
        }),
    ),
  })
}
