import type { Member } from '../../accounts/access.ts'
import type { OfficeDatabase } from '../../database/office.ts'
import type { AssessmentId, DraftAssessment, Plan, Questions, Unit } from '../contract.ts'
import { saveNewDraft } from '../store.ts'

/** What a draft takes over from the assessment it follows. */
interface TakenOver extends Pick<DraftAssessment, 'id' | 'name'> {
  readonly follows: AssessmentId
  readonly plan: Plan
  readonly units: readonly Unit[]
  readonly questions: Questions
}

/**
 * A draft with what it takes over.
 *
 * @returns false when another assessment that was not given up follows the same one already
 */
export async function saveFollowing(
  db: OfficeDatabase,
  member: Pick<Member, 'organization'>,
  { id, name, follows, plan, units, questions }: TakenOver,
): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    // Held until the draft is there: whoever comes second finds it.
    await transaction
      .updateTable('assessment')
      .set((set) => ({ revision: set.ref('revision') }))
      .where('id', '=', follows)
      .execute()
    const other = await transaction
      .selectFrom('assessment')
      .select('id')
      .where('follows', '=', follows)
      .where('aborted_on', 'is', null)
      .executeTakeFirst()
    if (other) return false
    const { languages } = plan
    await saveNewDraft(transaction, member, { id, name, languages })
    await transaction
      .updateTable('assessment')
      .set({
        follows,
        units: JSON.stringify(units),
        contacts: JSON.stringify(plan.contacts),
        questions: JSON.stringify(questions),
        duties: JSON.stringify(plan.duties),
      })
      .where('id', '=', id)
      .execute()
    return true
  })
}
