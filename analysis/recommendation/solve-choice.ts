import type { ConstructId } from '#surveys/constructs.ts'
import type { AssembledChoice, Situation } from './assemble-choice.ts'
import { findBestProgram } from './best-program.ts'
import type { ComponentId } from './components.ts'
import { coverHighNeeds } from './high-needs.ts'
import type { UncoveredNeed } from './portfolio.ts'
import { lastInLine } from './prerequisites.ts'
import {
  leastCost,
  leastCostWith,
  type ProgramChoice,
  unmetIn,
} from './program-choice.ts'

/** The program for one budget. */
export interface Solution {
  /** by id */
  readonly program: readonly ComponentId[]
  readonly covers: ReadonlyMap<ConstructId, ComponentId>
  readonly uncovered: readonly UncoveredNeed[]
  /** points of need a better program could cover at most; 0 where proven best */
  readonly missed: number
}

/**
 * The best program for a budget: core and duties with all they require, even where they cost
 * more than it; then what covers the high needs; then whatever adds most.
 *
 * @param budget Infinity for no limit: then everything on offer that keeps the rules
 */
export function solveChoice(
  assembled: AssembledChoice,
  situation: Situation,
  budget: number,
): Solution {
  const { ids, choice } = assembled
  const least = leastCost(choice, choice.locked) ?? budget
  const money = Math.max(budget, least)
  const { covers, uncovered } = coverHighNeeds(assembled, situation, money)

  const waits = (index: number): boolean =>
    lastInLine.some(({ component }) => component === ids[index])
  const limited: ProgramChoice = {
    ...choice,
    locked: [...new Set([...choice.locked, ...covers.values()])],
    free: uncovered.length > 0 ? choice.free.filter((one) => !waits(one)) : choice.free,
    budget: money,
  }
  const { options, missed } = findBestProgram(limited)
  const chosen = budget === Infinity ? addWhatGoes(limited, options) : options
  const nameOf = (index: number): ComponentId => idAt(ids, index)
  return {
    program: chosen.map(nameOf).sort(),
    covers: new Map([...covers].map(([need, index]) => [need, nameOf(index)])),
    uncovered,
    missed,
  }
}

function idAt(ids: readonly ComponentId[], index: number): ComponentId {
  const id = ids[index]
  if (!id) throw new RangeError(`expected an index below ${ids.length}, got ${index}`)
  return id
}

/** Adds what answers no need that is known, too, where it keeps the rules. */
function addWhatGoes(
  choice: ProgramChoice,
  options: readonly number[],
): readonly number[] {
  const next = choice.free.find((index) => {
    if (options.includes(index)) return false
    const together = [...options, index]
    const lacks = unmetIn(choice.requirements, (one) => together.includes(one))
    return !lacks && leastCostWith(choice, options, index) !== null
  })
  return next === undefined ? options : addWhatGoes(choice, [...options, next])
}
