import { questionsOfManifest } from '#surveys/compose.ts'
import type { Locale } from '#surveys/locale.ts'
import type { OwnQuestion } from '#surveys/own-question.ts'
import type { Member } from '../accounts/access.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import { releasedAssessmentOf } from '../assessments/find-assessment.ts'
import { frozenManifestOf } from '../assessments/publication-plan.ts'
import { runOffThread } from '../jobs/off-thread.ts'
import type { Services } from '../services.ts'
import { storedReleaseOf } from './whole-release.ts'

export interface ToExport {
  /** as it is stored */
  readonly release: string
  /** what the names in the file mean, in this language, instead of the figures; null for these */
  readonly codebookIn: Locale | null
  /** what the organization asked beside ours, in its words */
  readonly own: readonly OwnQuestion[]
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
  const assessment = await releasedAssessmentOf({ db }, member, id)
  const release = await storedReleaseOf({ db }, id)
  const { manifest } = await frozenManifestOf({ db }, assessment)
  const { own } = questionsOfManifest(manifest)
  const input: ToExport = { release, codebookIn, own }
  return runOffThread(new URL('./export.worker.ts', import.meta.url), input)
}
