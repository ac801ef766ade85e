import type { ConstructId } from '#surveys/constructs.ts'
import { groupTopics, type ThemeLevel, themeItem } from '#surveys/focus-group-form.ts'
import type { Segment } from '#surveys/focus-groups/segment.ts'
import type { Answers } from '#surveys/questionnaire.ts'
import type { FinalCoding } from './reconciliation.ts'
import { isProbed, raises, type Session, segmentsWith } from './session.ts'

type GroupTopic = (typeof groupTopics)[number]

const raised: readonly ThemeLevel[] = [
  'raised-mildly',
  'raised-clearly',
  'raised-strongly',
]

/**
 * How each construct came up in one session, from codings that are final.
 *
 * The level is the median intensity of the segments that raise it, rounded up. The strongest
 * would let one vivid sentence speak for the group, and grow with how much a group talks; the
 * mean would do the same more slowly. Halves go up, because half of the group's segments are
 * at least as strong, and a need understated is the worse error.
 *
 * A construct the session was asked about and did not raise is `not-raised`, and so is one it
 * spoke of only as a strength. One it was not asked about and did not raise is
 * `not-discussed`: silence about what nobody asked says nothing.
 */
export function themeLevelsOf(
  session: Session,
  segments: readonly Segment[],
  final: readonly FinalCoding[],
): Readonly<Record<GroupTopic, ThemeLevel>> {
  const own = segments.filter(({ group }) => group === session.id)
  const levels = groupTopics.map((construct) => {
    const code = `construct.${construct}` as const
    const spoken = segmentsWith(code, own, final)
    const raising = spoken.filter((segment) => raises(code, segment))
    const isTopic = spoken.length > 0 || isProbed(code, session)
    const silent: ThemeLevel = isTopic ? 'not-raised' : 'not-discussed'
    return [construct, raised[medianUp(raising) - 1] ?? silent]
  })
  return Object.fromEntries(levels)
}

/**
 * What the intake form of each session would say of its themes, for `readFocusGroups`: the
 * score of a construct is made there alone.
 */
export function themeAnswersOf(
  sessions: readonly Session[],
  segments: readonly Segment[],
  final: readonly FinalCoding[],
): readonly Answers[] {
  return sessions.map((session) => {
    const levels = Object.entries(themeLevelsOf(session, segments, final))
    return {
      participants: session.participants,
      ...Object.fromEntries(
        levels.map(([construct, level]) => [themeItem(construct as ConstructId), level]),
      ),
    }
  })
}

/** The median intensity, halves up; 0 without segments. */
function medianUp(segments: readonly Segment[]): number {
  const sorted = segments.map(({ intensity }) => intensity).toSorted((a, b) => a - b)
  const middle = (sorted.length - 1) / 2
  return Math.ceil(
    ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2,
  )
}
