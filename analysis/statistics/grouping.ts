/** Which group each row belongs to. */
export interface Grouping {
  /** the groups that occur, ascending */
  readonly groups: readonly number[]
  /** for each row the place of its group in `groups`, −1 where it is unknown */
  readonly places: Int32Array
}

/**
 * Sorts rows into groups.
 *
 * @param groups the group of each row: a whole number of 0 or more, NaN where unknown
 * @throws RangeError when a group is anything else
 */
export function groupingOf(groups: ArrayLike<number>): Grouping {
  const found = new Set<number>()
  for (let row = 0; row < groups.length; row++) {
    const group = groups[row] ?? Number.NaN
    if (Number.isNaN(group)) continue
    if (!Number.isInteger(group) || group < 0) {
      throw new RangeError(`expected a group of 0 or more, got ${group}`)
    }
    found.add(group)
  }
  const sorted = [...found].sort((a, b) => a - b)
  const placeOf = new Map(sorted.map((group, place) => [group, place]))
  const places = Int32Array.from(groups, (group) => placeOf.get(group) ?? -1)
  return { groups: sorted, places }
}

/**
 * The rows of each group, ascending.
 *
 * @param rows which rows count; a row of unknown group belongs to none
 */
export function rowsByGroup(
  { groups, places }: Grouping,
  rows: Uint32Array,
): readonly Uint32Array[] {
  const members = groups.map((): number[] => [])
  for (const row of rows) members[places[row] ?? -1]?.push(row)
  return members.map((group) => Uint32Array.from(group))
}
