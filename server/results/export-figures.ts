import type { Locale } from '#surveys/locale.ts'
import type { Member } from '../accounts/access.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import { releasedAssessmentOf } from '../assessments/find-assessment.ts'
import { runOffThread } from '../jobs/off-thread.ts'
import type { Services } from '../services.ts'
import { storedReleaseOf } from './whole-release.ts'

export interface ToExport {
  /** as it is stored */
  readonly release: string
  /** what the names in the file mean, in this language, instead of the figures; null for these */
  readonly codebookIn: Locale | null
}

/**
 * Everything that was published, as a CSV file to compute with elsewhere; or its codebook. The
 * same for both sides. Of many units it takes seconds to write: another thread does.
 */
export async function figuresCsv(
  { db }: Pick<Services, 'db'>,
  member: Member,
  id: AssessmentId,
  codebookIn: Locale | null = null,
): Promise<Uint8Array<ArrayBuffer>> {
  await releasedAssessmentOf({ db }, member, id)
  const release = await storedReleaseOf({ db }, id)
  const input: ToExport = { release, codebookIn }
  return runOffThread(new URL('./export.worker.ts', import.meta.url), input)
}
