/** Probabilities leave to .05. */
export function inTwentieths(probability: number): number {
  return Math.round(probability * 20) / 20
}
