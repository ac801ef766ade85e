import type { RefusedLines } from './contract.ts'
import type { LineProblem } from './read-figures.ts'

const mostLines = 5
const mostReasons = 20

/**
 * One answer for each reason, however many lines it is the reason for: a list of ten thousand
 * complaints says less than one sentence.
 */
export function gatherProblems(problems: readonly LineProblem[]): {
  readonly refused: readonly RefusedLines[]
} {
  const alike = Map.groupBy(problems, ({ fault, column, words }) =>
    JSON.stringify([fault, column, words]),
  )
  const reasons = [...alike.values()]
    .flatMap((some) => (some[0] ? [{ first: some[0], some }] : []))
    .map(({ first: { fault, column, words }, some }) => {
      const lines = some.map(({ line }) => line).toSorted((a, b) => a - b)
      const more = Math.max(0, lines.length - mostLines)
      return { fault, column, words, lines: lines.slice(0, mostLines), more }
    })
    .toSorted((a, b) => (a.lines[0] ?? 0) - (b.lines[0] ?? 0))
  return { refused: reasons.slice(0, mostReasons) }
}
