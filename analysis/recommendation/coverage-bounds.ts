import { at } from '../statistics/at.ts'
import { type Option, takeAway } from './program-choice.ts'

/** An option that may still be added, and what it would add now. */
export interface OpenOption {
  readonly index: number
  readonly option: Option
  readonly gain: number
}

/** A program under way. */
export interface Position {
  /** what it leaves of each need */
  readonly left: Float64Array
  /** V so far */
  readonly covered: number
  /** not yet spent */
  readonly money: number
}

/**
 * A bound of V over all programs that can be reached from here, from below: adding up what
 * each option would add by itself. Together they add no more, because V is submodular. So it
 * is the best that money can buy of these gains, the last option in part.
 *
 * @param open the greatest gain per cost first
 */
export function ceilingFromBelow(
  { covered, money }: Position,
  open: readonly OpenOption[],
): number {
  const gains = open.map(({ option, gain }) => ({ cost: option.cost, worth: gain }))
  return covered + takeInOrder(gains, money)
}

/**
 * Such a bound from above: taking everything, and leaving out again what cannot be paid.
 * Options left out together lose at least what each would lose alone. So it is the smallest
 * loss that brings the cost down to the money, the last option in part.
 */
export function ceilingFromAbove(
  { left, covered, money }: Position,
  open: readonly OpenOption[],
): number {
  const least = left.slice()
  for (const { option } of open) takeAway(option, least)
  const all = left.reduce((sum, rest, need) => sum + rest - at(least, need), covered)
  const excess = open.reduce((sum, { option }) => sum + option.cost, 0) - money
  if (excess <= 0) return all
  const losses = open
    .map(({ option }) => ({ cost: option.cost, worth: lossOf(option, least) }))
    .sort((a, b) => a.worth / a.cost - b.worth / b.cost)
  return all - takeInOrder(losses, excess)
}

/** What would be uncovered again without the option, where `least` is left with it. */
function lossOf({ shares }: Option, least: Float64Array): number {
  let loss = 0
  for (const { need, share } of shares) {
    // Without an option that covers all, what is left cannot be told from here: 0 is safe.
    if (share < 1) loss += (at(least, need) * share) / (1 - share)
  }
  return loss
}

/** The worth of what an amount of money takes, in the given order, the last in part. */
function takeInOrder(
  offers: readonly { readonly cost: number; readonly worth: number }[],
  amount: number,
): number {
  let rest = amount
  let worth = 0
  for (const offer of offers) {
    if (rest <= 0) break
    worth += offer.worth * Math.min(1, rest / offer.cost)
    rest -= offer.cost
  }
  return worth
}
