import type { Bar, Paper, PaperBlock, PaperSection } from './document.ts'

/** The same paper with other words in each place; everything that is no word stays. */
export function mapTexts<From, To>(
  paper: Paper<From>,
  change: (text: From) => To,
): Paper<To> {
  return {
    locale: paper.locale,
    title: change(paper.title),
    subtitle: change(paper.subtitle),
    footer: change(paper.footer),
    sections: paper.sections.map((section) => mapSection(section, change)),
  }
}

function mapSection<From, To>(
  section: PaperSection<From>,
  change: (text: From) => To,
): PaperSection<To> {
  return {
    title: change(section.title),
    blocks: section.blocks.map((block) => mapBlock(block, change)),
    notes: section.notes.map(change),
  }
}

function mapBlock<From, To>(
  block: PaperBlock<From>,
  change: (text: From) => To,
): PaperBlock<To> {
  switch (block.kind) {
    case 'paragraph':
      return { kind: 'paragraph', text: change(block.text) }
    case 'list':
      return { kind: 'list', ordered: block.ordered, items: block.items.map(change) }
    case 'callout':
      return { kind: 'callout', title: change(block.title), text: change(block.text) }
    case 'bars': {
      const bars = block.bars.map(({ label, value, text }): Bar<To> => {
        return { label: change(label), value, text: change(text) }
      })
      return { kind: 'bars', bars, unit: change(block.unit), alt: change(block.alt) }
    }
    case 'table':
      return {
        kind: 'table',
        head: block.head.map(change),
        rows: block.rows.map((row) => row.map(change)),
        caption: change(block.caption),
      }
    case 'contacts':
      return block
    case 'square':
      return { kind: 'square', link: block.link, alt: change(block.alt) }
    case 'cards':
      return { kind: 'cards', cards: block.cards.map(change) }
    case 'lines':
      return { kind: 'lines', labels: block.labels.map(change) }
    case 'checks':
      return { kind: 'checks', items: block.items.map(change) }
  }
}

/** Every text of a paper in reading order. */
export function textsOf<Text>(paper: Paper<Text>): readonly Text[] {
  const found: Text[] = []
  mapTexts(paper, (text) => found.push(text))
  return found
}

/** Every text of a section in reading order, its title first. */
export function textsInSection<Text>(section: PaperSection<Text>): readonly Text[] {
  const found: Text[] = []
  mapSection(section, (text) => found.push(text))
  return found
}
