import type { Paper, PaperBlock } from '#analysis/orientation/document.ts'
import { barsInWords, scaleEnd, shareOf } from './bars.ts'
import { languageTags } from './language-tags.ts'
import { qrOutline } from './qr-code.ts'
import { columnShares, evenRows, figureColumns } from './table-shape.ts'
import { fonts, light } from './theme.ts'

const lettersInColumn = 44

/** What `page.typ` is given to set: the document's words, and every length already worked out. */
export function pageInput(document: Paper, layout: string, size: number): object {
  const { locale, title, subtitle, footer, sections } = document
  const inColumns = layout === 'handout' && !hasWideTable(document)
  const letters = inColumns ? lettersInColumn : undefined
  return {
    layout,
    inColumns,
    size,
    lang: locale,
    region: languageTags[locale].slice(-2),
    title,
    subtitle,
    footer,
    sections: sections.map((section) => ({
      title: section.title,
      blocks: section.blocks.map((block) => blockInput(block, letters)),
    })),
    look: { ...light, ...fonts, track: light.line },
  }
}

/** Half a page's width suits sentences, not a table of three columns. */
function hasWideTable({ sections }: Paper): boolean {
  const blocks = sections.flatMap((section) => section.blocks)
  return blocks.some((block) => block.kind === 'table' && block.head.length > 2)
}

function blockInput(block: PaperBlock, letters: number | undefined): object {
  switch (block.kind) {
    case 'paragraph':
    case 'list':
    case 'callout':
    case 'contacts':
    case 'cards':
    case 'lines':
    case 'checks':
      return block
    case 'square':
      return squareInput(block)
    case 'bars':
      return barsInput(block)
    case 'table':
      return tableInput(block, letters)
  }
}

function barsInput(block: Extract<PaperBlock, { kind: 'bars' }>): object {
  const end = scaleEnd(block)
  return {
    kind: block.kind,
    alt: barsInWords(block),
    bars: block.bars.map((bar) => ({
      label: bar.label,
      text: bar.text,
      share: shareOf(bar, end),
    })),
  }
}

/** The address was made printable; the square carries it as it is. */
function squareInput({
  kind,
  link,
  alt,
}: Extract<PaperBlock, { kind: 'square' }>): object {
  return { kind, link, alt, square: qrOutline(link.replaceAll('\u200b', '')) }
}

function tableInput(
  block: Extract<PaperBlock, { kind: 'table' }>,
  letters: number | undefined,
): object {
  const { kind, head, caption } = block
  return {
    kind,
    head,
    caption,
    rows: evenRows(block),
    shares: columnShares(block, letters),
    figures: figureColumns(block),
  }
}
