import PptxGenJS from 'pptxgenjs'
import type { Document } from '#analysis/orientation/document.ts'
import { languageTags } from './language-tags.ts'
import { drawParts } from './pptx-draw.ts'
import { layOut, openingWords } from './pptx-layouts.ts'
import { repack } from './pptx-package.ts'
import { typed } from './pptx-style.ts'
import { printable, withTexts } from './printable.ts'
import { faces } from './slide-type.ts'
import { onOneLine, type Slide, slidesOf } from './slides.ts'
import { fonts } from './theme.ts'

/**
 * The document as an editable deck: a title slide, then each section on one slide or as many
 * as it takes, with native text, tables and charts, and the presenter's words as notes. Equal
 * documents give equal bytes.
 */
export async function renderPptx(document: Document): Promise<Uint8Array> {
  const words = withTexts(document, printable)
  const texts = { ...words, title: onOneLine(words.title) }
  const deck = new PptxGenJS()
  describeDeck(deck, texts)
  layOut(deck, onOneLine(texts.footer))
  addOpening(deck, texts)
  for (const slide of slidesOf(texts)) addSection(deck, slide)
  const written = await deck.write({ outputType: 'uint8array' })
  if (!(written instanceof Uint8Array)) throw new TypeError('a deck is written as bytes')
  return repack(written, languageTags[document.locale])
}

/**
 * Fonts cannot travel inside the file. They are the theme's two, so that an organization sets
 * its own in one place; without them PowerPoint shows its nearest sans serif, for which the
 * slides are measured: they hold the text even in the widest usual one.
 */
function describeDeck(deck: PptxGenJS, { title, subtitle, footer }: Document): void {
  deck.layout = 'LAYOUT_WIDE'
  deck.theme = { headFontFace: fonts.heading, bodyFontFace: fonts.text }
  deck.title = title
  deck.subject = subtitle
  deck.author = 'Groundwork'
  // The one property that the library does not escape.
  deck.company = footer.replace(/[&<>]/g, ' ')
}

/** Words that find no room on the first slide stand in its notes. */
function addOpening(deck: PptxGenJS, { title, subtitle }: Document): void {
  const slide = deck.addSlide({ masterName: 'Opening' })
  const shown = openingWords(title, subtitle)
  slide.addText(shown.title, { placeholder: 'title' })
  slide.addText(shown.subtitle, { placeholder: 'subtitle' })
  const lost = [
    ...(shown.title === title ? [] : [title]),
    ...(shown.subtitle === subtitle ? [] : [subtitle]),
  ]
  if (lost.length > 0) slide.addNotes(lost.join('\n'))
}

function addSection(deck: PptxGenJS, section: Slide): void {
  const { title, titleFace, parts, notes } = section
  const slide = deck.addSlide({ masterName: 'Section' })
  const options = titleFace === faces.title ? {} : typed(titleFace)
  slide.addText([{ text: title, options }], { placeholder: 'title' })
  drawParts(slide, parts)
  if (notes.length > 0) slide.addNotes(notes.join('\n'))
}
