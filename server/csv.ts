/** What spreadsheets take for a formula, also behind apostrophes that were there already. */
const formula = /^'*[=+\-@\t\r＝＋－＠]/
const guarded = /^'+[=+\-@\t\r＝＋－＠]/
/** A figure below nought begins with a sign, and computes nothing. */
const plainNumber = /^-?\d+(?:[.,]\d+)?$/

/**
 * The text of a CSV file (RFC 4180). Begins with the mark by which Excel knows UTF-8. A text
 * that begins like a formula gets an apostrophe before it, which `withoutGuard` takes off again.
 *
 * @param mark what stands between cells
 */
export function csvOf(lines: Iterable<readonly string[]>, mark = ','): string {
  const written: string[] = []
  for (const line of lines) {
    written.push(line.map((cell) => writeCell(cell, mark)).join(mark))
  }
  return `\uFEFF${written.join('\r\n')}\r\n`
}

/** A text as a spreadsheet computes nothing of it, in whatever form it is saved again. */
export function guardedText(cell: string): string {
  const isFormula = formula.test(cell) && !plainNumber.test(cell)
  return isFormula ? `'${cell}` : cell
}

function writeCell(cell: string, mark: string): string {
  const safe = guardedText(cell)
  const isPlain = !safe.includes(mark) && !/["\r\n]/.test(safe)
  return isPlain ? safe : `"${safe.replaceAll('"', '""')}"`
}

/** A cell as it was before it was written, or typed into a spreadsheet as text. */
export function withoutGuard(cell: string): string {
  return guarded.test(cell) ? cell.slice(1) : cell
}
