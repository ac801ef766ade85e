import type { Answers } from '#surveys/questionnaire.ts'
import type { Batch } from './batches.ts'
import type { Testimony } from './evidence.ts'
import { readFocusGroups } from './focus-groups.ts'
import { type Interview, readInterviews } from './interviews.ts'

/**
 * What was heard beside the survey: from focus groups, and from managers. Each in batches, in
 * the order they came: at the release, and since.
 */
export function gatherTestimony(
  focusGroups: readonly Batch<Answers>[],
  interviews: readonly Batch<Interview>[],
  headcount: number | null,
): Testimony {
  const groups = readFocusGroups(focusGroups)
  const managers = readInterviews(interviews, headcount)
  return {
    groups: groups.groups,
    focusGroups: groups.byConstruct,
    interviews: managers.interviews,
    managerCoverage: managers.coverage,
    managers: managers.byConstruct,
  }
}

/** Where nobody was heard beside the survey. */
export const noTestimony: Testimony = gatherTestimony([], [], null)
