import type { ComponentId } from '#analysis/recommendation/components.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import type { Services } from '../services.ts'
import { standingAfter } from './log/read-log.ts'
import { listEntries } from './store.ts'

/** A program as it was adopted, and stands. */
export interface AdoptedProgram {
  readonly on: string
  readonly components: readonly ComponentId[]
}

/** The program as it was adopted; null before, and after a change. Nobody in particular asks. */
export async function adoptedProgram(
  { db }: Pick<Services, 'db'>,
  id: AssessmentId,
): Promise<AdoptedProgram | null> {
  const { adopted } = standingAfter(await listEntries(db, id))
  return adopted && { on: adopted.on ?? '', components: adopted.components }
}
