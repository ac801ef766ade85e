/** One who answered. */
export interface Answerer {
  /** where the person works; the survey does not ask */
  readonly team: string
  /** reporting unit */
  readonly unit: string
  /** index of the answer to each background question; −1 without one */
  readonly background: readonly number[]
  /** need by construct, 0–100; −1 without a score */
  readonly needs: readonly number[]
}
