import type { Block } from '#analysis/orientation/document.ts'

type Table = Extract<Block, { kind: 'table' }>

const figure = /^[\d\s.,:%()–−+-]*\d[\d\s.,:%()–−+-]*$/

/** The rows with exactly one cell under each head, and figures that do not break in two. */
export function evenRows({ head, rows }: Table): readonly (readonly string[])[] {
  return rows.map((row) => head.map((_, column) => inOnePiece(row[column] ?? '')))
}

function inOnePiece(cell: string): string {
  return figure.test(cell) ? cell.replaceAll(' ', '\u00a0') : cell
}

/** Which columns hold figures, to be set flush right; a "not shown" among them changes nothing. */
export function figureColumns(table: Table): readonly boolean[] {
  return table.head.map((_, column) => {
    const cells = evenRows(table).map((row) => row[column] ?? '')
    return cells.filter((cell) => figure.test(cell)).length * 2 > cells.length
  })
}

/** Letters a line of the page's whole width holds, on paper and on a slide. */
const lettersAcross = 84
const betweenColumns = 3
const shortCell = 14

/**
 * How the width is shared among the columns, summing to 1. No column gets less than its
 * longest word, short cell or figure takes; what is left of the `letters` that fit beside one
 * another goes where the longest cells are.
 */
export function columnShares(table: Table, letters = lettersAcross): readonly number[] {
  const figures = figureColumns(table)
  const columns = table.head.map((title, column) => {
    const body = evenRows(table).map((row) => row[column] ?? '')
    const cells = [title, ...body]
    const whole = [
      ...unbroken(title),
      ...(figures[column] ? body : body.flatMap(unbroken)),
    ]
    const least = Math.min(24, longestOf(whole)) + betweenColumns
    return { least, wish: Math.max(0, longestOf(cells) + betweenColumns - least) }
  })
  const free = Math.max(0, letters - sum(columns.map(({ least }) => least)))
  const wishes = sum(columns.map(({ wish }) => Math.min(wish, 50))) || 1
  const widths = columns.map(
    ({ least, wish }) => least + (free * Math.min(wish, 50)) / wishes,
  )
  return widths.map((width) => width / sum(widths))
}

function unbroken(cell: string): readonly string[] {
  return cell.length <= shortCell ? [cell] : cell.split(' ')
}

function longestOf(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => text.length))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
