import type { Face } from './slide-type.ts'
import { light, type Token } from './theme.ts'

/** Inches on a slide. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/** As PowerPoint writes a colour. */
export function colour(token: Token): string {
  return light[token].slice(1).toUpperCase()
}

/** Line heights are fixed in points, so that a substituted font keeps the measured height. */
export function typed(face: Face, token: Token = 'ink') {
  return { fontSize: face.points, lineSpacing: face.leading, color: colour(token) }
}

export function textBox(box: Box) {
  return { ...box, margin: 0, valign: 'top', align: 'left', isTextBox: true } as const
}

export const descriptionMark = '|'
export const hiddenName = 'Not shown'

/** Leaves a description for screen readers, for which pptxgenjs has no place of its own. */
export function described(name: string, description: string) {
  return { objectName: `${name}${descriptionMark}${description}` }
}

/** The one look of everything that is not shown. */
export function hatched(description: string) {
  return { ...described(hiddenName, description), fill: { color: colour('card') } }
}
