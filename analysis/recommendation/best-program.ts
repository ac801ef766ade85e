import {
  ceilingFromAbove,
  ceilingFromBelow,
  type OpenOption,
  type Position,
} from './coverage-bounds.ts'
import {
  gainOf,
  optionAt,
  type ProgramChoice,
  slackOf,
  takeAway,
  unmetIn,
} from './program-choice.ts'

/** The best program of a choice, and whether that is proven. */
export interface BestProgram {
  /** by index, ascending */
  readonly options: readonly number[]
  /** V, in points of need */
  readonly covered: number
  /** 0 where it is proven that no program covers more; else how much more at most */
  readonly missed: number
}

/** Programs that differ by less are equally good. */
const tolerance = 1e-9

/**
 * Steps after which the search stops, and says how much it may have missed. Some hundreds
 * are usual for the whole catalogue, five thousand the most that were seen.
 */
const mostSteps = 20_000

interface Search {
  readonly choice: ProgramChoice
  readonly chosen: Set<number>
  /** options that another requires: kept open although they add nothing */
  readonly required: ReadonlySet<number>
  best: { readonly options: readonly number[]; readonly covered: number } | null
  steps: number
  missed: number
}

/** A program under way, and the options not decided yet. */
interface Node extends Position {
  readonly rest: readonly number[]
}

/**
 * The program that takes away most of what is needed, step 10 of the method.
 *
 *   maximise V(X) = Σ N_c [1 − Π_{j∈X} (1 − η_jc)] with Σ cost ≤ budget
 *
 * X holds all that is locked, and keeps requirements and exclusions. Found by branch and
 * bound: a branch is left only when a bound of all it could reach is no better than the best
 * so far, so the result is proven. Of equal programs the one met first stays, in an order by
 * gain per cost, then by index.
 *
 * @throws RangeError when no program within the budget keeps the rules
 * @see Nemhauser & Wolsey (1981), Annals of Discrete Mathematics 11, 279–301.
 */
export function findBestProgram(choice: ProgramChoice): BestProgram {
  const search: Search = {
    choice,
    chosen: new Set(choice.locked),
    required: new Set(choice.requirements.flatMap(({ anyOf }) => anyOf)),
    best: null,
    steps: 0,
    missed: 0,
  }
  explore(search, startOf(choice))
  const { best, missed } = search
  if (!best) {
    throw new RangeError(
      `expected a budget for what is locked and all it requires, got ${choice.budget}`,
    )
  }
  return { ...best, missed: Math.max(0, missed - best.covered) }
}

/** Everything locked is in, also where it excludes each other: it is not ours to drop. */
function startOf(choice: ProgramChoice): Node {
  const rest = choice.free.filter((index) => !choice.locked.includes(index))
  const money = choice.budget + slackOf(choice.budget)
  const start: Node = {
    left: Float64Array.from(choice.needs),
    covered: 0,
    money,
    rest,
  }
  return choice.locked.reduce((node, index) => added(choice, node, index), start)
}

function added(choice: ProgramChoice, node: Node, index: number): Node {
  const option = optionAt(choice, index)
  const left = node.left.slice()
  takeAway(option, left)
  return {
    left,
    covered: node.covered + gainOf(option, node.left),
    money: node.money - option.cost,
    rest: node.rest.filter((one) => one !== index && !isExcluded(choice, one, index)),
  }
}

function isExcluded({ exclusions }: ProgramChoice, one: number, other: number): boolean {
  return exclusions.some((pair) => pair.includes(one) && pair.includes(other))
}

function explore(search: Search, node: Node): void {
  const { choice, chosen } = search
  const unmet = unmetIn(choice.requirements, (index) => chosen.has(index))
  if (!unmet) keepIfBetter(search, node)

  const open = openAt(search, node)
  const next = unmet ? open.find(({ index }) => unmet.anyOf.includes(index)) : open[0]
  if (!next || !isWorthwhile(search, node, open)) return

  const rest = open.map(({ index }) => index)
  chosen.add(next.index)
  explore(search, added(choice, { ...node, rest }, next.index))
  chosen.delete(next.index)
  explore(search, { ...node, rest: rest.filter((index) => index !== next.index) })
}

/** Whether a better program may lie beyond a node, and there is patience left to look. */
function isWorthwhile(search: Search, node: Node, open: readonly OpenOption[]): boolean {
  if (!isBetter(ceilingFromBelow(node, open), search)) return false
  const ceiling = ceilingFromAbove(node, open)
  if (!isBetter(ceiling, search)) return false
  if (search.steps >= mostSteps) {
    search.missed = Math.max(search.missed, ceiling)
    return false
  }
  search.steps += 1
  return true
}

function isBetter(covered: number, { best }: Search): boolean {
  return best === null || covered > best.covered + tolerance
}

function keepIfBetter(search: Search, { covered, money }: Node): void {
  if (money < 0 || !isBetter(covered, search)) return
  search.best = { options: [...search.chosen].sort((a, b) => a - b), covered }
}

/**
 * The options worth deciding on, the greatest gain per cost first: affordable, able to have
 * what they require, and adding something, or required by others.
 */
function openAt(search: Search, { rest, left, money }: Node): readonly OpenOption[] {
  const { choice, required } = search
  const affordable = rest.filter((index) => optionAt(choice, index).cost <= money)
  return affordable
    .filter((index) => canBeMet(search, index, affordable))
    .map((index) => {
      const option = optionAt(choice, index)
      return { index, option, gain: gainOf(option, left) }
    })
    .filter(({ index, gain }) => gain > tolerance || required.has(index))
    .sort((a, b) => b.gain / b.option.cost - a.gain / a.option.cost || a.index - b.index)
}

function canBeMet(
  { choice, chosen }: Search,
  index: number,
  affordable: readonly number[],
): boolean {
  return choice.requirements.every(
    ({ of, anyOf }) =>
      of !== index || anyOf.some((one) => chosen.has(one) || affordable.includes(one)),
  )
}
