import type { Finding } from './finding.ts'

/** A piece of a text; with the finding it is, where it is one. */
export interface Piece {
  readonly text: string
  readonly finding?: Finding
}

/**
 * A text cut at its findings. The pieces put together are the text.
 *
 * @param findings in order and not overlapping, as `findPersonalDetails` gives them
 */
export function piecesOf(text: string, findings: readonly Finding[]): readonly Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const finding of findings) {
    pieces.push({ text: text.slice(from, finding.start) })
    pieces.push({ text: text.slice(finding.start, finding.end), finding })
    from = finding.end
  }
  pieces.push({ text: text.slice(from) })
  return pieces.filter((piece) => piece.text !== '')
}

/** What stands where something was taken out, in every language. */
const takenOut = '[…]'

/** The text with every finding taken out, whatever its kind and length. */
export function maskFindings(text: string, findings: readonly Finding[]): string {
  return piecesOf(text, findings)
    .map((piece) => (piece.finding ? takenOut : piece.text))
    .join('')
}
