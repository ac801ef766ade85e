import type { ConstructId } from '#surveys/constructs.ts'
import type { ComponentId } from '../recommendation/components.ts'
import { checkFits } from './check-fits.ts'
import {
  type Fits,
  type Parameters,
  standardParameters,
  type WeightChange,
} from './method-parameters.ts'

/** A source may count little, but one that was heard never counts nothing. */
const leastSource = 0.05

/** From where almost any burden is high to where almost none is. */
const burdenScales = { least: 0.05, most: 0.5 }

/**
 * The parameters with an organization's own weights in place of the defaults.
 *
 * The rules that put hazards first (R1, R2, R3, R3b) and the trust that comes first (R4)
 * judge by the default weights as well, so that no change here switches one of them off.
 *
 * @throws RangeError naming what was expected and got: for a change without a reason, a
 *   number out of its range, weights that do not add up to 1, the same weight changed twice,
 *   and fits that leave a need without the component it must have
 */
export function withChanges(changes: readonly WeightChange[]): Parameters {
  const seen = new Set<string>()
  for (const change of changes) {
    const what = nameOf(change)
    if (change.reason.trim() === '') {
      throw new RangeError(`expected a reason for the change of ${what}`)
    }
    if (seen.has(what)) throw new RangeError(`expected one change of ${what}, got two`)
    seen.add(what)
  }
  const changed = changes.reduce(applied, standardParameters)
  checkFits(changed.fits)
  return { ...changed, changes }
}

function nameOf(change: WeightChange): string {
  switch (change.kind) {
    case 'sources':
      return 'the weights of the sources'
    case 'match':
      return 'the weights λ of the match'
    case 'burden-scale':
      return 'the burden scale τ'
    case 'severity':
      return `the severity of ${change.construct}`
    case 'fit':
      return `the fit of ${change.component} to ${change.construct}`
  }
}

function applied(parameters: Parameters, change: WeightChange): Parameters {
  const what = nameOf(change)
  switch (change.kind) {
    case 'sources': {
      const { survey, focusGroups, managers } = change.to
      const weights = [survey, focusGroups, managers]
      for (const weight of weights) checkRange(what, weight, leastSource, 1)
      checkSum(what, weights)
      return { ...parameters, sources: { survey, focusGroups, managers } }
    }
    case 'match':
      checkMatch(what, change.to)
      return { ...parameters, match: { weights: change.to } }
    case 'burden-scale':
      checkRange(what, change.to, burdenScales.least, burdenScales.most)
      return { ...parameters, burdenScale: change.to }
    case 'severity': {
      checkRange(what, change.to, 0, 1)
      const severities = { ...parameters.severities, [change.construct]: change.to }
      return { ...parameters, severities }
    }
    case 'fit':
      checkRange(what, change.to, 0, 1)
      return { ...parameters, fits: withFit(parameters.fits, change) }
  }
}

/** The fits with one of them replaced; a fit of 0 is none. */
export function withFit(
  fits: Fits,
  change: {
    readonly component: ComponentId
    readonly construct: ConstructId
    readonly to: number
  },
): Fits {
  const { [change.construct]: _, ...others } = fits[change.component]
  const own = change.to === 0 ? others : { ...others, [change.construct]: change.to }
  return { ...fits, [change.component]: own }
}

function checkRange(what: string, value: number, least: number, most: number): void {
  if (value >= least && value <= most) return
  throw new RangeError(`expected ${what} from ${least} to ${most}, got ${value}`)
}

function checkSum(what: string, weights: readonly number[]): void {
  const sum = weights.reduce((total, weight) => total + weight, 0)
  if (Math.abs(sum - 1) <= 1e-9) return
  throw new RangeError(`expected ${what} to add up to 1, got ${sum}`)
}

/** The better answered need never counts less; each counts at least a little. */
function checkMatch(what: string, weights: readonly number[]): void {
  for (const weight of weights) checkRange(what, weight, 0.01, 1)
  checkSum(what, weights)
  const [best = 0, second = 0, third = 0] = weights
  if (weights.length !== 3 || best < second || second < third) {
    throw new RangeError(
      `expected ${what} to be three, the greatest first, got ${weights}`,
    )
  }
}
