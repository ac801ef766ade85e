import type { RoomNotes } from '#surveys/focus-groups/room-notes.ts'
import type { Facilitator } from '../accounts/access.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import { planForGroups } from '../assessments/plan-for-groups.ts'
import type { GroupSessionId } from '../group-studies/contract.ts'
import type { Services } from '../services.ts'
import { listNotes } from './store.ts'

/** What was noted in every session of an assessment, for facilitators alone. */
export async function notesOfStudy(
  { db }: Pick<Services, 'db'>,
  facilitator: Facilitator,
  id: AssessmentId,
): Promise<ReadonlyMap<GroupSessionId, RoomNotes>> {
  await planForGroups({ db }, facilitator, id)
  return listNotes(db, id)
}
