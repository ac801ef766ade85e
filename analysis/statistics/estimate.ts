/** A statistic that could be computed. */
export interface Estimated {
  readonly kind: 'estimate'
  readonly value: number
}

/** A statistic that has no value here, and why: an outcome, not an error. */
export interface Refused<Reason extends string = string> {
  readonly kind: 'refused'
  readonly reason: Reason
}

export type Estimate<Reason extends string = string> = Estimated | Refused<Reason>

/** A statistic that has a value: in the unit its function says. */
export function estimated(value: number): Estimated {
  return { kind: 'estimate', value }
}

/** A statistic that has none. */
export function refused<Reason extends string>(reason: Reason): Refused<Reason> {
  return { kind: 'refused', reason }
}
