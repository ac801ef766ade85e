import { type Segment, type Tone, tones } from '#surveys/focus-groups/segment.ts'
import type { CodeId } from './codebook.ts'
import type { FinalCoding } from './reconciliation.ts'
import {
  countedSessions,
  isProbed,
  raises,
  type Session,
  segmentsWith,
} from './session.ts'

/** Nothing is said of fewer groups, or of a theme that came up in only one of them. */
const fewestGroups = 3
const fewestGroupsWithTheme = 2

/** What the groups together said of one code. */
export interface Theme {
  readonly code: CodeId
  /** groups where it was asked about or raised */
  readonly groupsProbed: number
  /** groups that raised it: what is counted first */
  readonly groupsRaised: number
  /** frequency: segments that raise it */
  readonly timesSaid: number
  /** sum of the different speakers of those segments; who spoke twice counts twice */
  readonly extensiveness: number
  /** 1–3, over those segments */
  readonly meanIntensity: number
  /** the tones heard in two groups or more */
  readonly tones: readonly Tone[]
  /** approved paraphrases, in order of their text */
  readonly examples: readonly string[]
}

export type ThemeTable =
  | {
      readonly kind: 'themes'
      readonly groups: number
      readonly themes: readonly Theme[]
    }
  | { readonly kind: 'too-few-groups'; readonly groups: number }

/**
 * What the groups said, theme by theme: by groups, then frequency, the most first.
 *
 * A theme that one group alone raised is left out, as is one that none raised, so that being
 * left out tells neither. The table is made once, over all groups that were held: two tables,
 * with and without a group, would tell what that group said.
 *
 * @param approved ids of the segments whose paraphrase may be shown
 */
export function tabulateThemes(
  codes: readonly CodeId[],
  sessions: readonly Session[],
  segments: readonly Segment[],
  final: readonly FinalCoding[],
  approved: ReadonlySet<string>,
): ThemeTable {
  const counted = countedSessions(sessions)
  const groups = counted.length
  if (groups < fewestGroups) return { kind: 'too-few-groups', groups }
  const themes = codes
    .map((code) => themeOf(code, counted, segments, final, approved))
    .filter(({ groupsRaised }) => groupsRaised >= fewestGroupsWithTheme)
    .toSorted((a, b) => b.groupsRaised - a.groupsRaised || b.timesSaid - a.timesSaid)
  return { kind: 'themes', groups, themes }
}

function themeOf(
  code: CodeId,
  counted: readonly Session[],
  segments: readonly Segment[],
  final: readonly FinalCoding[],
  approved: ReadonlySet<string>,
): Theme {
  const ids = new Set(counted.map(({ id }) => id))
  const spoken = segmentsWith(code, segments, final).filter(({ group }) => ids.has(group))
  const raising = spoken.filter((segment) => raises(code, segment))
  const sum = (of: (segment: Segment) => number): number =>
    raising.reduce((total, segment) => total + of(segment), 0)
  return {
    code,
    groupsProbed: counted.filter(
      (session) =>
        isProbed(code, session) || spoken.some(({ group }) => group === session.id),
    ).length,
    groupsRaised: groupsOf(raising),
    timesSaid: raising.length,
    extensiveness: sum(({ speakers }) => speakers),
    meanIntensity: sum(({ intensity }) => intensity) / Math.max(1, raising.length),
    tones: tones.filter((tone) => {
      return groupsOf(spoken.filter((one) => one.tone === tone)) >= fewestGroupsWithTheme
    }),
    examples: raising
      .filter(({ id }) => approved.has(id))
      .map(({ text }) => text)
      .toSorted(),
  }
}

function groupsOf(segments: readonly Segment[]): number {
  return new Set(segments.map(({ group }) => group)).size
}
