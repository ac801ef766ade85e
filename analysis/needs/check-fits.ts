import { type ConstructId, constructIds, constructOf } from '#surveys/constructs.ts'
import {
  type ComponentId,
  componentIds,
  componentOf,
} from '../recommendation/components.ts'
import type { Fits } from './method-parameters.ts'
import { parameters } from './parameters.ts'

const { levelFit, hazardFit } = parameters.rules

/** No component that leaves the work as it is may pass for an answer to it. */
const mostFitOfOthers = 0.3

/** Talking it over between the two is no answer to harm (R7). */
const talkingTogether: readonly ComponentId[] = [
  'mediation_early',
  'counselling_couples_family',
]
const harms: readonly ConstructId[] = ['work.harass', 'work.violence', 'soc.safety']

/**
 * What every catalogue must hold, so that no need is left without an answer at its cause:
 * for each need a component of fit .7 or more, for each need of the work one of .6 or more
 * that changes the work, and nothing else above .3 there.
 *
 * @throws RangeError naming the fit that is missing or too great
 */
export function checkFits(fits: Fits): void {
  for (const construct of constructIds) {
    const isAnswered = componentIds.some((id) => fitIn(fits, id, construct) >= levelFit)
    if (!isAnswered) throw fitError(`one of ${levelFit} or more to ${construct}`)
    if (constructOf(construct).domain === 'work') checkWork(fits, construct)
  }
  for (const id of talkingTogether) {
    const harm = harms.find((construct) => fitIn(fits, id, construct) > 0)
    if (harm) throw fitError(`none of ${id} to ${harm}`)
  }
}

function checkWork(fits: Fits, construct: ConstructId): void {
  const isChanged = primary.some((id) => fitIn(fits, id, construct) >= hazardFit)
  if (!isChanged) {
    throw fitError(`one of ${hazardFit} or more to ${construct} that changes the work`)
  }
  const tooMuch = others.find((id) => fitIn(fits, id, construct) > mostFitOfOthers)
  if (tooMuch) throw fitError(`at most ${mostFitOfOthers} of ${tooMuch} to ${construct}`)
}

const isPrimary = (id: ComponentId): boolean => componentOf(id).level === 'primary'
const primary = componentIds.filter(isPrimary)
const others = componentIds.filter((id) => !isPrimary(id))

function fitIn(fits: Fits, id: ComponentId, construct: ConstructId): number {
  return fits[id][construct] ?? 0
}

function fitError(expected: string): RangeError {
  return new RangeError(`expected a fit: ${expected}, got fits without it`)
}
