import { surveyNumber } from '#surveys/ballot/survey-number.ts'
import type { Locale } from '#surveys/locale.ts'
import type { Member } from '../accounts/access.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import { assessmentOf } from '../assessments/find-assessment.ts'
import { frozenManifestOf } from '../assessments/publication-plan.ts'
import { runOffThread } from '../jobs/off-thread.ts'
import type { Services } from '../services.ts'
import type { Paper } from './impact-assessment.worker.ts'

/**
 * The draft of a data protection impact assessment, from the frozen manifest and nothing else.
 * Organisers and the employee side get the same.
 */
export async function assessImpact(
  { db }: Pick<Services, 'db'>,
  member: Member,
  id: AssessmentId,
  form: 'pdf' | 'txt',
  locale: Locale,
): Promise<Uint8Array> {
  await assessmentOf({ db }, member, id)
  const { manifest } = await frozenManifestOf({ db }, { id })
  const paper: Paper = {
    frozen: { manifest, number: await surveyNumber(manifest) },
    form,
    locale,
  }
  return runOffThread(new URL('./impact-assessment.worker.ts', import.meta.url), paper)
}
