import type { Organiser } from '../accounts/access.ts'
import { Refusal, type RefusalCode } from '../refusal.ts'
import type { Clock, Services } from '../services.ts'
import type {
  Assessment,
  ClosedAssessment,
  DraftAssessment,
  OpenAssessment,
} from './contract.ts'
import { assessmentOf } from './find-assessment.ts'
import { planFrom } from './publication-plan.ts'
import { savePublicationPlan, saveStep } from './store.ts'

type Reach = Pick<Services, 'db' | 'clock'>

const contactsLiveMonths = 6

/**
 * What still keeps a draft from opening.
 *
 * Only examples open: until the full anonymity protocol stands, nobody's real answers may
 * depend on this door.
 */
export function obstacleTo(draft: DraftAssessment, clock: Clock): RefusalCode | null {
  if (!draft.example) return 'only-examples-can-open'
  if (draft.units.length === 0) return 'units-missing'
  if (draft.counted.length === 0) return 'too-few-people'
  const spoken = draft.languages.every((locale) => draft.contacts[locale]?.length)
  if (!spoken || !draft.resultsBy) return 'contacts-missing'
  if (!areFresh(draft.contactsCheckedOn, clock)) return 'contacts-not-checked'
  return draft.approvedBy === null ? 'assessment-not-approved' : null
}

function areFresh(checkedOn: string | null, clock: Clock): boolean {
  if (checkedOn === null) return false
  const oldest = clock.now()
  oldest.setUTCMonth(oldest.getUTCMonth() - contactsLiveMonths)
  return checkedOn >= dayOf(oldest)
}

/** Opens an approved draft; from here nothing about it changes. */
export async function openAssessment(
  reach: Reach,
  organiser: Organiser,
  draft: DraftAssessment,
): Promise<Assessment> {
  const obstacle = obstacleTo(draft, reach.clock)
  if (obstacle) throw new Refusal(obstacle)
  const { db, clock } = reach
  return db.transaction().execute(async (transaction) => {
    await savePublicationPlan(transaction, draft.id, planFrom(draft))
    return step({ db: transaction, clock }, organiser, draft, 'open')
  })
}

/** Ends the asking for good. */
export async function markClosed(
  reach: Reach,
  organiser: Organiser,
  assessment: OpenAssessment,
): Promise<Assessment> {
  return step(reach, organiser, assessment, 'closed')
}

/** The one release has been made. */
export async function markReleased(
  reach: Reach,
  organiser: Organiser,
  assessment: ClosedAssessment,
): Promise<Assessment> {
  return step(reach, organiser, assessment, 'released')
}

async function step(
  { db, clock }: Reach,
  organiser: Organiser,
  assessment: Assessment,
  to: 'open' | 'closed' | 'released',
): Promise<Assessment> {
  if (!(await saveStep(db, assessment, to, dayOf(clock.now())))) {
    throw new Refusal('assessment-changed-meanwhile')
  }
  return assessmentOf({ db }, organiser, assessment.id)
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10)
}
