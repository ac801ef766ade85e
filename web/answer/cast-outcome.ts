/** What became of answers that were sent. */
export type CastOutcome =
  | 'arrived'
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
 */
export function castOutcome(status: number | null): CastOutcome {
  switch (status) {
    case 204:
      return 'arrived'
    case 410:
      return 'closed'
    case 429:
      return 'busy'
    default:
      return status !== null && status >= 400 && status < 500 ? 'refused' : 'unclear'
  }
}
