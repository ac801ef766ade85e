import type { AssessmentId } from '../assessments/contract.ts'
import type { Services } from '../services.ts'
import type { Program } from './contract.ts'
import { findAdoption, listDecisions } from './store.ts'

/** What was decided so far, and whether it was adopted; nobody in particular asks. */
export async function programSoFar(
  { db }: Pick<Services, 'db'>,
  id: AssessmentId,
): Promise<Pick<Program, 'decisions' | 'adopted'>> {
  return {
    decisions: await listDecisions(db, id),
    adopted: await findAdoption(db, id),
  }
}
