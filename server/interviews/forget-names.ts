import { anyAssessment, stateOf } from '../assessments/find-assessment.ts'
import { forgetRosterNames, listRosterNames } from '../roster-names/roster-names.ts'
import type { Services } from '../services.ts'
import { isOver } from './until.ts'

/**
 * Forgets the filter of an assessment's names when nothing is noted of it any more: it was
 * given up, or managers are no longer heard. Part of the clock; can be repeated.
 */
export async function forgetListedNames({
  db,
  config,
  clock,
}: Pick<Services, 'db' | 'config' | 'clock'>): Promise<void> {
  for (const id of listRosterNames({ config })) {
    const isKnown = (await stateOf({ db }, id)) !== undefined
    if (isKnown && !isOver({ clock }, await anyAssessment({ db }, id))) continue
    forgetRosterNames({ config }, id)
  }
}
