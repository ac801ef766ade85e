import type { AssessmentId } from '../assessments/contract.ts'
import type { OfficeDatabase } from '../database/office.ts'
import { Refusal } from '../refusal.ts'
import { findRound } from './store.ts'

/** @throws Refusal while a batch of mail has not ended: codes must not change under it */
export async function refuseWhileSending(
  db: OfficeDatabase,
  id: AssessmentId,
): Promise<void> {
  const round = await findRound(db, id)
  if (round?.toSend) throw new Refusal('mail-under-way')
}
