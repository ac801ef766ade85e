/** A unit as a survey shows it, and the parts of the organization whose people it counts. */
export interface WaveUnit {
  readonly id: string
  readonly name: string
  /** the unit above; null directly below the organization */
  readonly parent: string | null
  readonly headcount: number
  /** ids of the parts with people in them, as they were imported */
  readonly holds: readonly string[]
}

/**
 * What a unit is to the survey before.
 *
 * - `same`, `renamed`: the same people but for who came and went; compared
 * - `changed`: people were moved, units merged or split; not compared
 * - `new`, `gone`: it is in one of the two surveys only
 */
export type Identity = 'same' | 'renamed' | 'changed' | 'new' | 'gone'

/** Why a unit does not count as the same: people said so, its parts are others, or its size is. */
export type OtherBecause = 'said' | 'parts' | 'headcount'

export interface UnitPair {
  readonly identity: Identity
  /** null for a new unit */
  readonly before: WaveUnit | null
  /** null for one that is gone */
  readonly after: WaveUnit | null
  /** null where it is not `changed` */
  readonly because: OtherBecause | null
  /** the same unit below another one */
  readonly moved: boolean
  /** somebody said so; otherwise it follows from ids, parts and head counts */
  readonly said: boolean
}

/** What somebody said of a unit of the later survey. */
export interface SaidOfUnit {
  readonly unit: string
  /** the unit of the earlier survey that had the same people; null where none had */
  readonly earlier: string | null
}

/** Two ids of one unit. */
export interface SameUnit {
  readonly before: string
  readonly after: string
}

/**
 * With more than a fifth more or fewer people it is not mostly the same people who answer,
 * which the comparison rests on: whatever anybody says.
 */
const mostOthers = 0.2

/**
 * Puts the units of two surveys side by side (rule R11). Left to itself a unit is the same
 * when its id and the parts it counts are the same and its head count is about the same;
 * where it stands does not matter, because a unit moved as a whole has the same people. What
 * people say counts instead, but for the head count.
 *
 * @param said at most once of a unit, and of an earlier one; what speaks of units that are
 *   not there is passed over
 * @returns the later units in their order, then those that are gone
 */
export function pairUnits(
  before: readonly WaveUnit[],
  after: readonly WaveUnit[],
  said: readonly SaidOfUnit[],
): readonly UnitPair[] {
  const earlier = new Map(before.map((unit) => [unit.id, unit]))
  const known = said.filter((one) => one.earlier === null || earlier.has(one.earlier))
  const word = new Map(known.map((one) => [one.unit, one.earlier]))
  const there = new Set(after.map(({ id }) => id))
  const taken = new Set(
    known.flatMap((one) => (one.earlier && there.has(one.unit) ? [one.earlier] : [])),
  )
  const renamed = after.flatMap((unit): readonly Renamed[] => {
    const old = earlier.get(word.get(unit.id) ?? '')
    return old && isAlike(old, unit) ? [{ later: unit.holds, earlier: old.holds }] : []
  })
  const pairs = after.map((unit): UnitPair => {
    const spoken = word.get(unit.id)
    if (spoken !== undefined) return asSaid(unit, spoken, earlier)
    const old = taken.has(unit.id) ? undefined : earlier.get(unit.id)
    return old ? byItself(old, unit, renamed) : newUnit(unit, false)
  })
  const found = new Set(pairs.map((pair) => pair.before?.id))
  const gone = before.filter(({ id }) => !found.has(id))
  return [...pairs, ...gone.map(goneUnit)]
}

/** The units that may be compared. */
export function sameUnits(pairs: readonly UnitPair[]): readonly SameUnit[] {
  return pairs.flatMap(({ identity, before, after }) => {
    const isSame = identity === 'same' || identity === 'renamed'
    return isSame && before && after ? [{ before: before.id, after: after.id }] : []
  })
}

function asSaid(
  unit: WaveUnit,
  spoken: string | null,
  earlier: ReadonlyMap<string, WaveUnit>,
): UnitPair {
  const old = earlier.get(spoken ?? unit.id)
  if (!old) return newUnit(unit, true)
  if (spoken === null) return pairOf(old, unit, 'said', true)
  return pairOf(old, unit, isAlike(old, unit) ? null : 'headcount', true)
}

/** Parts that were said to be the same people under other names. */
interface Renamed {
  readonly later: readonly string[]
  readonly earlier: readonly string[]
}

function byItself(old: WaveUnit, unit: WaveUnit, renamed: readonly Renamed[]): UnitPair {
  const before = new Set(old.holds)
  const now = asBefore(unit.holds, renamed)
  if (now.symmetricDifference(before).size > 0) return pairOf(old, unit, 'parts', false)
  return pairOf(old, unit, isAlike(old, unit) ? null : 'headcount', false)
}

/** Parts by their earlier names, as far as all of a renamed unit is among them. */
function asBefore(
  parts: readonly string[],
  renamed: readonly Renamed[],
): ReadonlySet<string> {
  const all = new Set(parts)
  const found = renamed.filter(({ later }) => later.every((part) => all.has(part)))
  const other = new Set(found.flatMap(({ later }) => later))
  return new Set([
    ...parts.filter((part) => !other.has(part)),
    ...found.flatMap(({ earlier }) => earlier),
  ])
}

function pairOf(
  before: WaveUnit,
  after: WaveUnit,
  because: OtherBecause | null,
  said: boolean,
): UnitPair {
  const kept = before.name === after.name ? 'same' : 'renamed'
  const moved = before.parent !== after.parent
  return { identity: because ? 'changed' : kept, before, after, because, moved, said }
}

const newUnit = (after: WaveUnit, said: boolean): UnitPair => {
  return { identity: 'new', before: null, after, because: null, moved: false, said }
}

const goneUnit = (before: WaveUnit): UnitPair => ({
  identity: 'gone',
  before,
  after: null,
  because: null,
  moved: false,
  said: false,
})

function isAlike(before: WaveUnit, after: WaveUnit): boolean {
  const most = Math.max(before.headcount, after.headcount)
  return Math.abs(before.headcount - after.headcount) <= mostOthers * most
}
