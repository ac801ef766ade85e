import type { RefusalCode } from '../refusal.ts'
import type { Clock } from '../services.ts'
import type { ChangeableAssessment } from './contract.ts'

const contactsLiveMonths = 6

/** What still keeps a draft from being frozen, beside its key holders. */
export function obstacleToFreezing(
  draft: ChangeableAssessment,
  clock: Clock,
): RefusalCode | null {
  if (draft.units.length === 0) return 'units-missing'
  if (draft.counted.length === 0) return 'too-few-people'
  const spoken = draft.languages.every((locale) => draft.contacts[locale]?.length)
  if (!spoken || !draft.resultsBy) return 'contacts-missing'
  if (!areFresh(draft.contactsCheckedOn, clock)) return 'contacts-not-checked'
  if (draft.closesOn === null) return 'last-day-missing'
  return draft.state === 'draft' ? 'assessment-not-approved' : null
}

function areFresh(checkedOn: string | null, clock: Clock): boolean {
  if (checkedOn === null) return false
  const oldest = clock.now()
  oldest.setUTCMonth(oldest.getUTCMonth() - contactsLiveMonths)
  return checkedOn >= oldest.toISOString().slice(0, 10)
}
