/**
 * Logistic regression by gradient descent, on standardized columns.
 *
 * @param rows one for each example
 * @returns the score of a new row; the higher, the likelier true
 */
export function learn(
  rows: readonly (readonly number[])[],
  isTrue: readonly boolean[],
): (row: readonly number[]) => number {
  const width = rows[0]?.length ?? 0
  const columns = Array.from({ length: width }, (_, index) => {
    return standardized(rows.map((row) => row[index] ?? 0))
  })
  const turn = (row: readonly number[]): readonly number[] => [
    1,
    ...columns.map(({ mean, spread }, index) => ((row[index] ?? 0) - mean) / spread),
  ]
  const turned = rows.map(turn)
  const weights = new Float64Array(width + 1)
  const scoreOf = (row: readonly number[]): number =>
    row.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), 0)
  for (let round = 0; round < 300; round++) {
    const slopes = new Float64Array(width + 1)
    turned.forEach((row, example) => {
      const error = (isTrue[example] ? 1 : 0) - 1 / (1 + Math.exp(-scoreOf(row)))
      row.forEach((value, index) => {
        slopes[index] = (slopes[index] ?? 0) + error * value
      })
    })
    for (let index = 0; index <= width; index++) {
      const weight = weights[index] ?? 0
      weights[index] = weight + (slopes[index] ?? 0) / rows.length - 0.003 * weight
    }
  }
  return (row) => scoreOf(turn(row))
}

function standardized(values: readonly number[]): { mean: number; spread: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return { mean, spread: Math.sqrt(squares / values.length) || 1 }
}
