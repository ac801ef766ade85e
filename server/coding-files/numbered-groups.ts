import { countedSessions, type Session } from '#analysis/coding/session.ts'
import type { Random } from '#analysis/statistics/random.ts'
import type { Segment } from '#surveys/focus-groups/segment.ts'
import { Refusal } from '../refusal.ts'

/** One group is one unit's voice to whoever knows when it met. */
const fewestGroups = 2

/** A group as it leaves: a number, and what it said. No unit, no month, no head count. */
export interface NumberedGroup {
  readonly number: number
  readonly segments: readonly Segment[]
}

/**
 * Numbers groups in random order, so that a number tells neither when a group met nor of
 * whom. Conversations of fewer than four people stay here: two people are easily recognized.
 *
 * @param random must not be foreseeable
 * @throws Refusal `groups-too-few-to-export` below two groups
 */
export function numberGroups(
  sessions: readonly Session[],
  segments: readonly Segment[],
  random: Random,
): readonly NumberedGroup[] {
  const counted = countedSessions(sessions)
  if (counted.length < fewestGroups) throw new Refusal('groups-too-few-to-export')
  return counted
    .map(({ id }) => ({ id, place: random() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ id }, index) => ({
      number: index + 1,
      segments: segments.filter(({ group }) => group === id),
    }))
}
