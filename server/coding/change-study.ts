import type { Facilitator } from '../accounts/access.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import { planForHeldGroups } from '../assessments/plan-for-groups.ts'
import type { OfficeDatabase } from '../database/office.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import { type Coder, findStudy, holdOpen, listCoders, type StoredStudy } from './store.ts'

/** What one of the two coders changes, and nobody else meanwhile. */
export interface Change {
  readonly transaction: OfficeDatabase
  readonly study: StoredStudy
  readonly coder: Coder
}

/**
 * Lets a coder change an open study: all of it, or nothing.
 *
 * @throws Refusal 'coding-not-begun', 'coding-locked', or 'coders-only' for a facilitator who
 *   does not code here
 */
export async function changeStudy<Outcome>(
  { db }: Pick<Services, 'db'>,
  facilitator: Facilitator,
  id: AssessmentId,
  change: (change: Change) => Promise<Outcome>,
): Promise<Outcome> {
  await planForHeldGroups({ db }, facilitator, id)
  return db.transaction().execute(async (transaction) => {
    const isOpen = await holdOpen(transaction, id)
    const study = await findStudy(transaction, id)
    if (!study) throw new Refusal('coding-not-begun')
    if (!isOpen) throw new Refusal('coding-locked')
    const coders = await listCoders(transaction, id)
    const coder = coders.find(({ userId }) => userId === facilitator.userId)
    if (!coder) throw new Refusal('coders-only')
    return change({ transaction, study, coder })
  })
}
