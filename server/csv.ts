/**
 * The text of a CSV file. Begins with the mark by which Excel knows UTF-8.
 *
 * @param mark what stands between cells
 */
export function csvOf(lines: Iterable<readonly string[]>, mark = ','): string {
  const written: string[] = []
  for (const line of lines)
    written.push(line.map((cell) => quoted(cell, mark)).join(mark))
  return `\uFEFF${written.join('\r\n')}\r\n`
}

/** An apostrophe keeps a spreadsheet from computing a name that begins with a sign. */
function quoted(cell: string, mark: string): string {
  const plain = /^[=+@\t\r-]/.test(cell) ? `'${cell}` : cell
  const isPlain = !plain.includes(mark) && !/["\r\n]/.test(plain)
  return isPlain ? plain : `"${plain.replaceAll('"', '""')}"`
}
