/** What became of answers that were sent. */
export type CastOutcome =
  | 'arrived'
  /** the ballot had been used before, by whoever had the code */
  | 'used-before'
  | 'closed'
  /** refused before anything was stored, and would be again */
  | 'refused'
  /** refused for now */
  | 'busy'
  /** the answers may have arrived or not: sending again is safe, a ballot counts once */
  | 'unclear'

/**
 * Reads the ballot box's answer.
 *
 * @param status null when none came
 * @param mayHaveArrived an earlier try of ours ended unclear: a spent ballot is then ours
 */
export function castOutcome(status: number | null, mayHaveArrived: boolean): CastOutcome {
  switch (status) {
    case 204:
      return 'arrived'
    case 409:
      return mayHaveArrived ? 'arrived' : 'used-before'
    case 410:
      return 'closed'
    case 429:
      return 'busy'
    default:
      return status !== null && status >= 400 && status < 500 ? 'refused' : 'unclear'
  }
}
