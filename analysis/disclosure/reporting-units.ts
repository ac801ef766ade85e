import { sdc1 } from './rules.ts'
import { byUnitId, type ChildrenOf, growTree } from './unit-tree.ts'

/** A part of the organization as it sees itself, with the people who are directly in it. */
export interface Unit {
  readonly id: string
  readonly name: string
  readonly parent: string | null
  readonly headcount: number
}

/**
 * A group of people that may be shown: a reporting unit, which is all a ballot can say of
 * where it comes from, or a unit above several of them.
 */
export interface FormedUnit {
  readonly id: string
  readonly name: string
  /** the formed unit above; null directly below the organization */
  readonly parent: string | null
  /** everybody in it; null where nobody knows */
  readonly headcount: number | null
  readonly isReporting: boolean
}

export interface FormedUnits {
  readonly kind: 'formed'
  readonly headcount: number | null
  readonly units: readonly FormedUnit[]
  /** in which reporting unit the people directly in a unit are counted; by its id */
  readonly countedIn: Readonly<Record<string, string>>
}

/** Too small to be asked without being recognized (R14). */
export interface TooFewPeople {
  readonly kind: 'refused'
  readonly reason: 'too-few-people'
  readonly headcount: number
  readonly needed: number
}

/** The one reporting unit of an organization that is not divided. */
export const wholeOrganization = 'organization'

/**
 * Merges units before anybody is asked, until every reporting unit has at least 16 people
 * (rule R0): siblings, smallest first, each with the next smallest; a unit that has fewer
 * with all below it goes into its surroundings whole. A small unit that meets a divided one
 * joins the smallest part of it, and both names say so. Below 40 people nothing is divided.
 *
 * The outcome does not depend on the order of the list: equal sizes go by id. A unit
 * without people is left out.
 *
 * @param organization its name, which an undivided organization takes as that of its unit
 * @throws RangeError naming the unit: id twice, unknown unit above, circle, or a head count
 *   that is no whole number of 0 or more
 */
export function formReportingUnits(
  organization: string,
  units: readonly Unit[],
): FormedUnits | TooFewPeople {
  const childrenOf = growTree(units)
  for (const unit of units) checkHeadcount(unit)
  const headcount = totalOf(units)
  if (headcount < sdc1.organization) {
    const needed = sdc1.organization
    return { kind: 'refused', reason: 'too-few-people', headcount, needed }
  }

  const top = mergeSmall(gather(childrenOf(null), childrenOf))
  const [first, ...others] = top
  // A single unit at the top is the organization itself.
  const pieces = first && others.length === 0 ? first.parts : top
  if (headcount < sdc1.unitsFromHeadcount || pieces.length === 0) {
    return formed(headcount, [undivided(wholeOrganization, organization, top)])
  }
  return formed(headcount, pieces)
}

/**
 * Takes units as they come, for answers that were collected elsewhere and without head
 * counts: nothing can be merged any more, so that the later rules have more to hide.
 *
 * @throws RangeError naming the unit: id twice, unknown unit above, or circle
 */
export function keepUnits(units: readonly Omit<Unit, 'headcount'>[]): FormedUnits {
  growTree(units)
  return {
    kind: 'formed',
    headcount: null,
    units: units.map(({ id, name, parent }) => {
      return { id, name, parent, headcount: null, isReporting: true }
    }),
    countedIn: Object.fromEntries(units.map(({ id }) => [id, id])),
  }
}

/** People who may end up together: undivided, or divided into parts of at least 16. */
interface Piece {
  readonly id: string
  readonly name: string
  readonly headcount: number
  /** the units whose people it counts directly; none when it is divided */
  readonly members: readonly string[]
  /** none, or at least two */
  readonly parts: readonly Piece[]
}

function gather(units: readonly Unit[], childrenOf: ChildrenOf<Unit>): readonly Piece[] {
  return units
    .map((unit) => pieceOf(unit, childrenOf))
    .filter(({ headcount }) => headcount > 0)
}

function pieceOf(unit: Unit, childrenOf: ChildrenOf<Unit>): Piece {
  const { id, name } = unit
  const below = gather(childrenOf(id), childrenOf)
  if (below.length === 0) return undivided(id, name, [directlyIn(unit)])

  const all = unit.headcount > 0 ? [...below, directlyIn(unit)] : below
  if (totalOf(all) < sdc1.reportingUnit) return undivided(id, name, all)
  const pieces = mergeSmall(all)
  const [only, ...others] = pieces
  if (others.length > 0 || !only) {
    return { id, name, headcount: totalOf(all), members: [], parts: pieces }
  }
  return { ...only, id, name }
}

/** The people who are in a unit but in none below it. */
function directlyIn({ id, name, headcount }: Unit): Piece {
  return { id: `${id}.own`, name, headcount, members: [id], parts: [] }
}

function undivided(id: string, name: string, pieces: readonly Piece[]): Piece {
  return {
    id,
    name,
    headcount: totalOf(pieces),
    members: pieces.flatMap(membersOf),
    parts: [],
  }
}

function membersOf({ members, parts }: Piece): readonly string[] {
  return [...members, ...parts.flatMap(membersOf)]
}

function mergeSmall(pieces: readonly Piece[]): readonly Piece[] {
  const [smallest, next, ...others] = pieces.toSorted(bySize)
  if (!smallest || !next || smallest.headcount >= sdc1.reportingUnit) return pieces
  return mergeSmall([...others, join(next, smallest)])
}

/** `small` has fewer than 16 people and so is not divided itself. */
function join(large: Piece, small: Piece): Piece {
  const id = [...large.id.split('+'), ...small.id.split('+')].sort().join('+')
  const name = `${large.name} + ${small.name}`
  if (large.parts.length === 0) return undivided(id, name, [large, small])
  const headcount = large.headcount + small.headcount
  return { id, name, headcount, members: [], parts: mergeSmall([...large.parts, small]) }
}

function formed(headcount: number, pieces: readonly Piece[]): FormedUnits {
  const units = pieces.toSorted(byUnitId).flatMap((piece) => unitsOf(piece, null))
  growTree(units) // merged ids must not have met an id of the organization's own
  const countedIn = pieces.flatMap(countedInOf).sort(([a], [b]) => (a < b ? -1 : 1))
  return { kind: 'formed', headcount, units, countedIn: Object.fromEntries(countedIn) }
}

function unitsOf(piece: Piece, parent: string | null): readonly FormedUnit[] {
  const { id, name, headcount, parts } = piece
  const below = parts.toSorted(byUnitId).flatMap((part) => unitsOf(part, id))
  return [{ id, name, parent, headcount, isReporting: parts.length === 0 }, ...below]
}

function countedInOf(piece: Piece): readonly (readonly [string, string])[] {
  if (piece.parts.length > 0) return piece.parts.flatMap(countedInOf)
  return piece.members.map((member) => [member, piece.id] as const)
}

function bySize(a: Piece, b: Piece): number {
  return a.headcount - b.headcount || byUnitId(a, b)
}

function totalOf(groups: readonly { readonly headcount: number }[]): number {
  return groups.reduce((total, { headcount }) => total + headcount, 0)
}

function checkHeadcount({ id, headcount }: Unit): void {
  if (!Number.isInteger(headcount) || headcount < 0) {
    throw new RangeError(
      `expected a whole head count of 0 or more for ${id}, got ${headcount}`,
    )
  }
}
