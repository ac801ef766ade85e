import type PptxGenJS from 'pptxgenjs'
import type { Block } from '#analysis/orientation/document.ts'
import { insets } from './divide.ts'
import { gap } from './pack.ts'
import { drawBars } from './pptx-chart.ts'
import { type Box, colour, textBox, typed } from './pptx-style.ts'
import { drawContacts, drawTable } from './pptx-table.ts'
import { body, faces, page } from './slide-type.ts'
import type { Part } from './slides.ts'

type Of<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>
type Prose = Part & { readonly block: Of<'paragraph' | 'list'> }

/** Draws a slide's body with native text, tables and charts. */
export function drawParts(slide: PptxGenJS.Slide, parts: readonly Part[]): void {
  for (const [index, part] of parts.entries()) {
    const before = parts[index - 1]
    if (isProse(part) && before && isProse(before)) continue
    drawPart(slide, part, parts.slice(index))
  }
}

function drawPart(slide: PptxGenJS.Slide, part: Part, rest: readonly Part[]): void {
  const { block, whole, top, height } = part
  const box = { x: page.left, y: page.top + top, w: body.width, h: height }
  switch (block.kind) {
    case 'paragraph':
    case 'list':
      drawProse(slide, rest, box)
      break
    case 'callout':
      drawCallout(slide, block, box)
      break
    case 'bars':
      drawBars(slide, block, box)
      break
    case 'table':
      drawTable(slide, block, whole, box)
      break
    case 'contacts':
      drawContacts(slide, block, { ...box, w: body.reading })
      break
    default:
      block satisfies never
  }
}

function isProse(part: Part): part is Prose {
  return part.block.kind === 'paragraph' || part.block.kind === 'list'
}

/** Sentences and lists that follow one another flow in one box, as a person would write them. */
function drawProse(slide: PptxGenJS.Slide, rest: readonly Part[], box: Box): void {
  const end = rest.findIndex((part) => !isProse(part))
  const flowing = (end < 0 ? rest : rest.slice(0, end)).filter(isProse)
  const h = flowing.reduce((sum, { height }) => sum + height + gap, -gap)
  const options = { ...textBox({ ...box, w: body.reading, h }), ...typed(faces.text) }
  slide.addText(flowing.flatMap(paragraphsOf), options)
}

function paragraphsOf({ block, first }: Prose): PptxGenJS.TextProps[] {
  const space = { breakLine: true, paraSpaceAfter: gap * 72 }
  if (block.kind === 'paragraph') {
    const lines = block.text.replace(/\n$/, '').split('\n')
    return lines.map((text, index) => ({
      text,
      options: index === lines.length - 1 ? { ...space } : { breakLine: true },
    }))
  }
  const numbered = { type: 'number', numberStartAt: first } as const
  const bullet = { indent: insets.bullet * 72, ...(block.ordered ? numbered : {}) }
  const between = { bullet, breakLine: true, paraSpaceAfter: insets.item * 72 }
  return block.items.map((text, index) => ({
    text: text.replaceAll('\n', ' '),
    options: index === block.items.length - 1 ? { ...between, ...space } : { ...between },
  }))
}

function drawCallout(slide: PptxGenJS.Slide, { title, text }: Of<'callout'>, box: Box) {
  const paragraphs = [
    { text: title, options: { ...typed(faces.strong), bold: true, breakLine: true } },
    { text, options: typed(faces.text) },
  ]
  slide.addText(paragraphs, {
    ...textBox(box),
    margin: insets.callout * 72,
    valign: 'middle',
    fill: { color: colour('accentSoft') },
  })
}
