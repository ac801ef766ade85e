import type { Block } from '#analysis/orientation/document.ts'

/** A block as the pieces it may be cut into between two slides. */
export interface Divided {
  /** inches each piece takes */
  readonly heights: readonly number[]
  /** inches taken once on every slide that a part of it stands on */
  readonly overhead: number
  /** up to what share of a slide it is not cut at all */
  readonly keptWhole: number
  /** whether it only leads to what follows */
  readonly introduces: boolean
  readonly part: (from: number, to: number) => Block
}

interface Piece {
  readonly source: number
  readonly index: number
}

/** Neighbouring pieces of one block on one slide. */
export interface Run {
  readonly source: number
  readonly from: number
  readonly to: number
  readonly top: number
  readonly height: number
}

type Pieces = readonly Piece[]

/** Inches between two blocks. */
export const gap = 0.24
const levels = 20

/**
 * The pieces of each slide: the fewest slides that hold all blocks, and these filled about
 * equally, so that no single line is left over on the last.
 */
export function pack(divided: readonly Divided[], room: number): readonly Pieces[] {
  const units = unitsOf(divided, room)
  const fewest = packed(divided, units, room)
  for (let level = 1; level < levels; level += 1) {
    const slides = packed(divided, units, (room * level) / levels)
    const fit = slides.every((pieces) => heightOf(divided, pieces) <= room)
    if (fit && slides.length === fewest.length) return slides
  }
  return fewest
}

/** The blocks' runs on one slide, each below the one before. */
export function runsOf(divided: readonly Divided[], pieces: Pieces): readonly Run[] {
  const runs: Run[] = []
  for (const { source, index } of pieces) {
    const { heights = [], overhead = 0 } = divided[source] ?? {}
    const height = heights[index] ?? 0
    const last = runs.at(-1)
    if (last?.source === source) {
      runs[runs.length - 1] = { ...last, to: index + 1, height: last.height + height }
    } else {
      const top = last === undefined ? 0 : last.top + last.height + gap
      runs.push({ source, from: index, to: index + 1, top, height: overhead + height })
    }
  }
  return runs
}

function packed(
  divided: readonly Divided[],
  units: readonly Pieces[],
  room: number,
): readonly Pieces[] {
  const slides: Piece[][] = [[]]
  for (const unit of units) {
    const current = slides.at(-1) ?? []
    const full = current.length > 0 && heightOf(divided, [...current, ...unit]) > room
    if (full) slides.push([...unit])
    else current.push(...unit)
  }
  return slides
}

/**
 * The pieces that no two slides share: a small block whole, and a sentence that introduces a
 * list, a chart or a table with the beginning of it.
 */
function unitsOf(divided: readonly Divided[], room: number): readonly Pieces[] {
  const units: Piece[][] = []
  for (const [source, block] of divided.entries()) {
    const pieces = block.heights.map((_, index) => ({ source, index }))
    const small = heightOf(divided, pieces) <= room * block.keptWhole
    const [first = [], ...others] = small ? [pieces] : pieces.map((piece) => [piece])
    const before = units.at(-1)
    const led = divided[source - 1]?.introduces === true && !block.introduces
    const glued = led && before && heightOf(divided, [...before, ...first]) <= room
    if (glued) before.push(...first)
    else units.push(first)
    units.push(...others)
  }
  return units
}

function heightOf(divided: readonly Divided[], pieces: Pieces): number {
  const last = runsOf(divided, pieces).at(-1)
  return last === undefined ? 0 : last.top + last.height
}
