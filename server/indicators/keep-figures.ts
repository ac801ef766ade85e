import type { Organiser } from '../accounts/access.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import { askedAssessmentOf } from '../assessments/find-assessment.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import type { Figures, KeepFigures } from './contract.ts'
import { previewOf } from './preview-figures.ts'
import { listFigures, saveFigures } from './store.ts'

/**
 * Keeps what a preview of this file showed. Lines that were refused are left out; figures that
 * the file does not name stay as they are.
 */
export async function keepFigures(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  organiser: Organiser,
  id: AssessmentId,
  { csv, outcome, checked }: KeepFigures,
): Promise<Figures> {
  const today = clock.now().toISOString().slice(0, 10)
  return db.transaction().execute(async (transaction) => {
    const scope = await askedAssessmentOf({ db: transaction }, organiser, id)
    const preview = await previewOf(transaction, scope, csv, today)
    if (preview.outcome !== outcome) throw new Refusal('figures-changed-meanwhile')
    if (!checked && preview.kept.some(({ doubt }) => doubt !== null)) {
      throw new Refusal('figures-not-checked')
    }
    const changed = preview.kept.filter(({ change }) => change !== 'same')
    await saveFigures(
      transaction,
      id,
      changed.map(({ figure }) => figure),
    )
    return { figures: await listFigures(transaction, id) }
  })
}
