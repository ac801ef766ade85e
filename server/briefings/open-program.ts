import type { Locale } from '#surveys/locale.ts'
import { AssessmentId } from '../assessments/contract.ts'
import { type PlanForGroups, planForSeats } from '../assessments/plan-for-groups.ts'
import { languagesOfProgram } from '../orientation/show-program.ts'
import type { Services } from '../services.ts'
import { beginOf } from './describe-briefing.ts'
import { listBriefings, type StoredBriefing } from './store.ts'

/** What everybody may know of the sessions about a published program. */
export interface OpenProgram {
  readonly id: AssessmentId
  readonly plan: PlanForGroups
  /** languages in which the program was published */
  readonly offered: readonly [Locale, ...Locale[]]
  /** every session, also those that are over */
  readonly all: readonly StoredBriefing[]
  /** those that have not begun, cancelled ones among them */
  readonly coming: readonly StoredBriefing[]
}

/** @returns null where nothing was published: then nobody outside knows of the assessment */
export async function openProgram(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  assessment: string,
): Promise<OpenProgram | null> {
  const offered = await languagesOfProgram({ db }, assessment)
  if (!offered) return null
  const id = AssessmentId.parse(assessment)
  const plan = await planForSeats({ db }, id)
  if (!plan?.isReleased) return null
  const all = await listBriefings(db, id)
  const now = clock.now()
  return { id, plan, offered, all, coming: all.filter((one) => beginOf(one) > now) }
}
