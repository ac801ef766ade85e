import { at } from '../statistics/at.ts'

/** What may be taken into a program: its cost, above 0, and η, 0–1, by index of the need. */
export interface Option {
  readonly cost: number
  readonly shares: readonly { readonly need: number; readonly share: number }[]
}

/** The option `of` goes only together with one of `anyOf`. */
export interface OptionRequirement {
  readonly of: number
  readonly anyOf: readonly number[]
}

/** Which options make the best program: a question without names, all by index. */
export interface ProgramChoice {
  /** N, 0–100 */
  readonly needs: readonly number[]
  readonly options: readonly Option[]
  /** in the program whatever is said of them elsewhere */
  readonly locked: readonly number[]
  /** what may be added */
  readonly free: readonly number[]
  readonly requirements: readonly OptionRequirement[]
  /** pairs of which a program holds one at most */
  readonly exclusions: readonly (readonly [number, number])[]
  /** in the unit of the costs; Infinity where there is no limit */
  readonly budget: number
}

/** What may be spent beyond a budget, so that thirds add up to a whole. */
export function slackOf(budget: number): number {
  return Number.isFinite(budget) ? 1e-9 * budget : 0
}

export function optionAt({ options }: ProgramChoice, index: number): Option {
  const option = options[index]
  if (!option) {
    throw new RangeError(
      `expected an option from 0 to ${options.length - 1}, got ${index}`,
    )
  }
  return option
}

/**
 * What an option adds to a program, in points of need: Σ left · η.
 *
 * @param left what the program leaves of each need
 */
export function gainOf({ shares }: Option, left: Float64Array): number {
  let gain = 0
  for (const { need, share } of shares) gain += at(left, need) * share
  return gain
}

/** Takes away from `left` what an option takes away of each need. */
export function takeAway({ shares }: Option, left: Float64Array): void {
  for (const { need, share } of shares) left[need] = at(left, need) * (1 - share)
}

/** The first requirement that a set of options does not keep. */
export function unmetIn(
  requirements: readonly OptionRequirement[],
  isIn: (index: number) => boolean,
): OptionRequirement | undefined {
  return requirements.find(({ of, anyOf }) => isIn(of) && !anyOf.some(isIn))
}

/**
 * What a set of options costs with the cheapest others it requires.
 *
 * @returns null where no others can be added that keep the rules
 */
export function leastCost(
  choice: ProgramChoice,
  chosen: readonly number[],
): number | null {
  const unmet = unmetIn(choice.requirements, (index) => chosen.includes(index))
  if (!unmet) return chosen.reduce((sum, index) => sum + optionAt(choice, index).cost, 0)
  const costs = unmet.anyOf.flatMap((one) => leastCostWith(choice, chosen, one) ?? [])
  return costs.length > 0 ? Math.min(...costs) : null
}

/** The same with one option more; null also where the set excludes it. */
export function leastCostWith(
  choice: ProgramChoice,
  chosen: readonly number[],
  added: number,
): number | null {
  if (chosen.includes(added)) return leastCost(choice, chosen)
  const isExcluded = choice.exclusions.some(
    (pair) => pair.includes(added) && pair.some((one) => chosen.includes(one)),
  )
  return isExcluded ? null : leastCost(choice, [...chosen, added])
}
