import type { Paper, PaperBlock, PaperSection } from '#analysis/orientation/document.ts'
import { printable, withTexts } from './printable.ts'

/** The document as readable plain text, speaker notes included, for terminals and golden files. */
export function renderPlainText(document: Paper): string {
  const { title, subtitle, sections, footer } = withTexts(document, printable)
  const parts = [`# ${title}`, subtitle, ...sections.flatMap(section), '---', footer]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

function section({ title, blocks, notes }: PaperSection): readonly string[] {
  const spoken = notes.map((note) => `» ${note}`).join('\n')
  return [`## ${title}`, ...blocks.map(lines), spoken]
}

function lines(block: PaperBlock): string {
  switch (block.kind) {
    case 'paragraph':
      return block.text
    case 'list':
      return block.items
        .map((item, index) => `${block.ordered ? `${index + 1}.` : '-'} ${item}`)
        .join('\n')
    case 'callout':
      return `> ${block.title}\n> ${block.text}`
    case 'bars':
      return [
        `[${block.alt}]`,
        ...columns(block.bars.map(({ label, text }) => [label, text])),
      ].join('\n')
    case 'table':
      return [block.caption, ...columns([block.head, ...block.rows])].join('\n')
    case 'square':
      return `[${block.alt}]\n${block.link}`
    case 'cards':
      return block.cards.map((card) => `[ ] ${card}`).join('\n')
    case 'checks':
      return block.items.map((item) => `[ ] ${item}`).join('\n')
    case 'lines':
      return block.labels.map((label) => `${label}: ____________________`).join('\n\n')
    case 'contacts':
      return columns(block.contacts.map(({ name, phone }) => [name, phone])).join('\n')
  }
}

/** Rows with their cells one below the other, two spaces between the columns. */
function columns(rows: readonly (readonly string[])[]): readonly string[] {
  const widthOf = (column: number) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0))
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widthOf(column)))
      .join('  ')
      .trimEnd(),
  )
}
