import type { ConstructId } from '#surveys/constructs.ts'
import { countsAs, midpointOf } from '../disclosure/bands.ts'
import type { Cell, Disclosed, Figure, Release } from '../disclosure/disclosed.ts'
import { responseRate } from '../statistics/response-rate.ts'
import { parameters } from './parameters.ts'

/**
 * Released figures of one group on one construct, read as counts at the middle of the band
 * of n. They are as coarse as the release and so need not be whole.
 */
export interface Counted {
  /** N; null where unknown */
  readonly headcount: number | null
  /** whole, at most N */
  readonly n: number
  /** elevated, 0 to n */
  readonly k: number
  /** high, 0 to k */
  readonly m: number
  /** the share elevated itself, not only a bound of it */
  readonly isExact: boolean
}

export interface CountedGroup extends Counted {
  /** id of a unit, or of a group by background */
  readonly unit: string
}

/** What the survey says of one construct. */
export interface SurveyEvidence {
  readonly organization: Counted
  /** lower end of the band of n in the organization */
  readonly answered: number
  /** every unit, and every group by background, with a released share; by id */
  readonly groups: readonly CountedGroup[]
  /** those of them that make up the whole of N; none where the organization stands for itself */
  readonly strata: readonly CountedGroup[]
  /** only an upper bound of the share is known */
  readonly isUpperBound: boolean
  /** imp, 0–1; null where it was not released or not asked of this construct */
  readonly workImpact: number | null
}

/**
 * Reads what the survey says of a construct; null where its share is not released, and
 * where there are too few people for a survey to say anything.
 */
export function readEvidence(
  release: Disclosed<Release>,
  construct: ConstructId,
): SurveyEvidence | null {
  const cells = release.constructs[construct]
  const { headcount } = release.organization
  if (!cells || (headcount ?? Infinity) < parameters.leastPeople) return null
  const organization = counted(cells.organization, headcount)
  if (!organization) return null

  const headcounts = new Map(release.units.map((unit) => [unit.id, unit.headcount]))
  const units = countedGroups(cells.units, (id) => headcounts.get(id) ?? null)
  const byBackground = countedGroups(cells.groups, () => null)
  return {
    organization,
    answered: countsAs(cells.organization.answered),
    groups: [...units, ...byBackground].sort((a, b) => (a.unit < b.unit ? -1 : 1)),
    strata: strataAmong(units, release),
    isUpperBound: cells.organization.shareElevated.kind === 'at-most',
    workImpact: workImpactOf(release, construct),
  }
}

/**
 * How much a construct goes together with not being able to work well: its released weight
 * among the key drivers, of the greatest one.
 *
 * @returns 0–1; null where it is none of them, or where they are not released
 */
function workImpactOf({ drivers }: Release, construct: ConstructId): number | null {
  if (drivers.kind === 'hidden') return null
  const greatest = Math.max(...drivers.weights.map(({ weight }) => weight))
  const own = drivers.weights.find((one) => one.construct === construct)
  return own && greatest > 0 ? own.weight / greatest : null
}

function countedGroups(
  cells: Readonly<Record<string, Cell>>,
  peopleIn: (id: string) => number | null,
): readonly CountedGroup[] {
  return Object.entries(cells)
    .flatMap(([unit, cell]) => {
      const count = counted(cell, peopleIn(unit))
      return count ? [{ ...count, unit }] : []
    })
    .sort((a, b) => (a.unit < b.unit ? -1 : 1))
}

/**
 * RR, valid returns of all people, at the middle of the released band; null where either is
 * unknown.
 *
 * @returns 0–1
 */
export function responseRateOf({
  organization: { returns, headcount },
}: Pick<Release, 'organization'>): number | null {
  if (returns.kind === 'hidden' || !headcount) return null
  return responseRate(midpointOf(returns, headcount), headcount)
}

/**
 * The released units of the lowest level, if together they are everybody. Not where one of
 * them shows a bound only: read as half of "at most 20 %", a true 18 % in every unit would
 * turn into 10 %, although the organization's own figure says 18 %.
 */
function strataAmong(
  groups: readonly CountedGroup[],
  { units, organization }: Release,
): readonly CountedGroup[] {
  const released = new Set(groups.map(({ unit }) => unit))
  const parents = new Set(
    units.filter(({ id }) => released.has(id)).map(({ parent }) => parent),
  )
  const lowest = groups.filter(({ unit }) => !parents.has(unit))
  const people = lowest.reduce((sum, { headcount }) => sum + (headcount ?? 0), 0)
  const isWhole = lowest.length > 1 && people === organization.headcount
  return isWhole && lowest.every(({ isExact }) => isExact) ? lowest : []
}

function counted(cell: Cell, headcount: number | null): Counted | null {
  const { answered, shareElevated, shareHigh } = cell
  const elevated = readShare(shareElevated)
  if (answered.kind === 'hidden' || elevated === null) return null
  const n = midpointOf(answered, headcount)
  return {
    headcount,
    n,
    k: n * elevated,
    m: n * Math.min(elevated, readHigh(shareHigh, elevated)),
    isExact: shareElevated.kind === 'shown',
  }
}

/**
 * The one number a released share is read as: a bound as the middle of what it leaves open.
 *
 * @returns 0–1; null where hidden
 */
export function readShare(figure: Figure): number | null {
  switch (figure.kind) {
    case 'shown':
      return figure.value
    case 'at-most':
      return figure.value / 2
    case 'at-least':
      return (1 + figure.value) / 2
    case 'hidden':
      return null
  }
}

/** Where little is known of the high ones, no more than the usual part of the elevated. */
function readHigh(figure: Figure, elevated: number): number {
  const usual = 0.3 * elevated
  const found = readShare(figure) ?? usual
  return figure.kind === 'at-most' ? Math.min(found, usual) : found
}
