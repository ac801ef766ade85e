/** Inches of a wide slide: where the body stands between its title and the footer. */
export const page = {
  width: 13.333,
  height: 7.5,
  left: 0.9,
  top: 1.62,
  bottom: 6.75,
} as const
export const body = {
  width: page.width - 2 * page.left,
  height: page.bottom - page.top,
  /** beyond this a line is hard to follow with the eye */
  reading: 10.6,
} as const

/** A size of type; `em` is the mean width of a letter, generous enough for substitutes. */
export interface Face {
  readonly points: number
  readonly leading: number
  readonly em: number
}

/** Fixed, never shrunk to fit: a slide is read from the last row. */
export const faces = {
  opening: { points: 40, leading: 46, em: 0.55 },
  title: { points: 28, leading: 33, em: 0.55 },
  longTitle: { points: 24, leading: 29, em: 0.55 },
  text: { points: 20, leading: 27, em: 0.52 },
  strong: { points: 20, leading: 27, em: 0.55 },
  detail: { points: 16, leading: 21, em: 0.52 },
  footer: { points: 12, leading: 15, em: 0.54 },
} as const satisfies Readonly<Record<string, Face>>

const wide = /[\u1100-\u11ff\u2e80-\u{fffff}]/u
const broad = /[\p{Lu}MWmw@%—…]/u

/** The text as the lines it takes in a box, measured on the safe side; joined they are the text. */
export function wrap(text: string, inches: number, face: Face): readonly string[] {
  const room = Math.max(2, (inches * 72) / (face.points * face.em))
  const words = (text.match(/[^ \n]* *\n?/g) ?? []).flatMap((word) =>
    fragments(word, room),
  )
  const lines: string[] = ['']
  for (const word of words) {
    const line = lines.at(-1) ?? ''
    const full = line !== '' && lettersOf(line + word.trimEnd()) > room
    if (full || line.endsWith('\n')) lines.push(word)
    else lines[lines.length - 1] = line + word
  }
  return lines
}

export function heightOf(lines: number, face: Face): number {
  return (lines * face.leading) / 72
}

/** The text cut to so many lines, after a whole word and with an ellipsis. */
export function shortened(
  text: string,
  inches: number,
  face: Face,
  most: number,
): string {
  const lines = wrap(text, inches, face)
  if (lines.length <= most) return text
  const kept = lines.slice(0, most).join('').trimEnd()
  const wholeWords = kept.replace(/\s+\S+$/u, '')
  const fits = (cut: string) => wrap(`${cut}…`, inches, face).length <= most
  return `${[kept, wholeWords].find(fits) ?? [...kept].slice(0, -2).join('')}…`
}

/** A word no line can hold, as programs break it: anywhere. */
function fragments(word: string, room: number): readonly string[] {
  if (lettersOf(word.trimEnd()) <= room) return [word]
  const letters = [...word]
  const size = Math.max(1, Math.floor(room / 2))
  const count = Math.ceil(letters.length / size)
  return Array.from({ length: count }, (_, index) =>
    letters.slice(index * size, (index + 1) * size).join(''),
  )
}

function lettersOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + widthOf(letter), 0)
}

function widthOf(letter: string): number {
  if (wide.test(letter)) return 2
  return broad.test(letter) ? 1.3 : 1
}
