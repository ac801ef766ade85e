import type { Recommendation } from '#analysis/recommendation/recommendation.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import type { Assessed } from '../results/assess.ts'
import type { Services } from '../services.ts'
import { standingWith } from './record-deed.ts'
import { listEntries } from './store.ts'

/** What the method recommends, with every "no" of the gate and every tier people set. */
export async function recommendedFor(
  { db }: Pick<Services, 'db'>,
  id: AssessmentId,
  assessed: Pick<Assessed, 'recommendations'>,
): Promise<readonly Recommendation[]> {
  return standingWith(assessed, await listEntries(db, id)).recommendations
}
