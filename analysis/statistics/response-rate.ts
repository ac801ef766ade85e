/**
 * The response rate: valid returns of the people invited.
 *
 *   RR = n / N
 *
 * @param valid n, whole, 0 to N; what makes a return valid is for the caller to say
 * @param invited N, whole, above 0
 * @returns 0 to 1
 * @throws RangeError otherwise
 * @see AAPOR (2023), Standard Definitions, RR1 for a list on which everybody is eligible.
 */
export function responseRate(valid: number, invited: number): number {
  if (![valid, invited].every(Number.isInteger) || invited < 1) {
    throw new RangeError(
      `expected people, at least one invited, got ${valid} of ${invited}`,
    )
  }
  if (valid < 0 || valid > invited) {
    throw new RangeError(`expected 0 to ${invited} valid returns, got ${valid}`)
  }
  return valid / invited
}
