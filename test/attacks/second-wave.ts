import type { Random } from '#analysis/statistics/random.ts'
import type { Answerer } from './answerer.ts'
import type { RandomOrganization } from './random-organization.ts'

/** Somebody in one of two waves or in both; null where they were not there. */
export interface InBoth {
  readonly before: Answerer | null
  readonly after: Answerer | null
}

/** How many left, are new, and work elsewhere now. */
export interface Moves {
  readonly leavers: number
  readonly joiners: number
  readonly movers: number
}

/**
 * The same organization a year later: some left, some are new, some work in another unit.
 * Everybody else answers exactly as before, which is the best an attacker could hope for.
 */
export function secondWave(
  { people, plan }: RandomOrganization,
  { leavers, joiners, movers }: Moves,
  random: Random,
): readonly InBoth[] {
  const drawn = people
    .map((one) => ({ one, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ one }) => one)
  const room = new Map(
    plan.units.map(({ id, headcount }) => {
      const answered = people.filter(({ unit }) => unit === id).length
      return [id, (headcount ?? Infinity) - answered] as const
    }),
  )
  /** Moves somebody to another unit, where that has a place. */
  const moved = (one: Answerer): Answerer => {
    const { reportingUnits: units } = plan
    const unit = units[Math.floor(random() * units.length)] ?? one.unit
    const left = room.get(unit) ?? 0
    if (left < 1) return one
    room.set(unit, left - 1)
    return { ...one, unit }
  }
  const left = drawn.slice(0, leavers)
  const gone = drawn.slice(leavers, leavers + movers)
  return [
    ...left.map((one) => ({ before: one, after: null })),
    ...gone.map((one) => ({ before: one, after: moved(one) })),
    ...drawn.slice(leavers + movers).map((one) => ({ before: one, after: one })),
    ...drawn.slice(0, joiners).map((one) => ({
      before: null,
      after: { ...one, needs: one.needs.map((need) => (need < 0 ? need : 100 - need)) },
    })),
  ]
}

/** Who answered in one of the waves. */
export const answeredIn = (
  wave: keyof InBoth,
  people: readonly InBoth[],
): readonly Answerer[] => people.flatMap((one) => one[wave] ?? [])

/** Whoever did not stay where they were. */
export const hasMoved = ({ before, after }: InBoth): boolean =>
  before?.unit !== after?.unit
