import type { Member, Organiser } from '../accounts/access.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import { assessmentOf, draftOf } from '../assessments/find-assessment.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import type { InstrumentId, Instruments } from './contract.ts'
import { listInstruments, removeInstrument } from './store.ts'

type Reach = Pick<Services, 'db'>

/** The instruments that are kept: the same for organiser and employee side. */
export async function instrumentsOf(
  { db }: Reach,
  member: Member,
  id: AssessmentId,
): Promise<Instruments> {
  await assessmentOf({ db }, member, id)
  return { instruments: await listInstruments(db, id) }
}

/** Takes an instrument out of a draft: nothing of it can have been asked yet. */
export async function discardInstrument(
  { db }: Reach,
  organiser: Organiser,
  id: AssessmentId,
  instrument: InstrumentId,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await draftOf({ db: transaction }, organiser, id)
    if (!(await removeInstrument(transaction, id, instrument))) {
      throw new Refusal('instrument-not-found')
    }
  })
}
