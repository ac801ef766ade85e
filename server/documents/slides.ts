import type { Block, Document, Section } from '#analysis/orientation/document.ts'
import { divide } from './divide.ts'
import { type Divided, pack, type Run, runsOf } from './pack.ts'
import { body, type Face, faces, shortened, wrap } from './slide-type.ts'

/** What stands on one slide below its title. */
export interface Slide {
  readonly title: string
  readonly titleFace: Face
  readonly parts: readonly Part[]
  readonly notes: readonly string[]
}

/** A block, or the part of it that fits, at its place. */
export interface Part {
  readonly block: Block
  /** all of it: columns are as wide on every slide */
  readonly whole: Block
  /** the number of its first item, where a list goes on from the slide before */
  readonly first: number
  /** inches from the top of the slide's body */
  readonly top: number
  readonly height: number
}

const titleLines = 2
/** Inches the count of slides may take at the end of a title. */
const countWidth = 0.8

/** One slide a section, or as many as it takes at a size that can be read. */
export function slidesOf(document: Document): readonly Slide[] {
  return document.sections.flatMap(slidesOfSection)
}

function slidesOfSection({ title: written, blocks, notes }: Section): readonly Slide[] {
  const title = onOneLine(written)
  const divided = blocks.map(divide)
  const room = body.width - countWidth
  const fits = wrap(title, room, faces.title).length <= titleLines
  const titleFace = fits ? faces.title : faces.longTitle
  const short = shortened(title, room, titleFace, titleLines)
  const spoken = short === title ? notes : [title, ...notes]
  return pack(divided, body.height).map((pieces, index, all) => ({
    title: all.length > 1 ? `${short} (${index + 1}/${all.length})` : short,
    titleFace,
    parts: runsOf(divided, pieces).map((run) => partOf(blocks, divided, run)),
    notes: index === 0 ? spoken : [],
  }))
}

/** A title in outline view is one line. */
export function onOneLine(text: string): string {
  return text.replaceAll('\n', ' ')
}

function partOf(blocks: readonly Block[], divided: readonly Divided[], run: Run): Part {
  const { source, from, to, top, height } = run
  const whole = blocks[source]
  const block = divided[source]?.part(from, to)
  if (!whole || !block) throw new RangeError(`no block ${source} in this section`)
  return { block, whole, first: from + 1, top, height }
}
