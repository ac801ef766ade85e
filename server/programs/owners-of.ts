import type { AssessmentId } from '../assessments/contract.ts'
import type { Services } from '../services.ts'
import type { Owned } from './log/contract.ts'
import { standingAfter } from './log/read-log.ts'
import { listEntries } from './store.ts'

/** Who answers for each component, and when it is looked at again. Nobody in particular asks. */
export async function ownersOf(
  { db }: Pick<Services, 'db'>,
  id: AssessmentId,
): Promise<readonly Pick<Owned, 'component' | 'reviewed'>[]> {
  return standingAfter(await listEntries(db, id)).owners
}
