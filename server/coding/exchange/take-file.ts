import { reconcile } from '#analysis/coding/reconciliation.ts'
import type { Locale } from '#surveys/locale.ts'
import type { Facilitator } from '../../accounts/access.ts'
import type { AssessmentId } from '../../assessments/contract.ts'
import type { CodedStudy } from '../../coding-files/write-project.ts'
import { runOffThread } from '../../jobs/off-thread.ts'
import type { Services } from '../../services.ts'
import { codingsFor, doubleCodingOf, type LoadedStudy, loadStudy } from '../load-study.ts'
import { listDecisions } from '../settled/store.ts'
import { foundIn, type Outcome } from './tried.ts'
import type { ToWrite } from './write-file.worker.ts'

type Reach = Pick<Services, 'db'>
type Bytes = Uint8Array<ArrayBuffer>

/** The codebook as other programs read it (QDC). */
export async function takeCodebook(
  { db }: Reach,
  facilitator: Facilitator,
  id: AssessmentId,
  locale: Locale,
): Promise<Bytes> {
  const { codebook } = await loadStudy({ db }, facilitator, id)
  return write({ kind: 'codebook', codebook, locale })
}

/**
 * What was said and coded as other programs read it (QDPX), as far as whoever asks may see
 * the codes.
 *
 * @throws Refusal 'groups-too-few-to-export'
 */
export async function takeProject(
  { db }: Reach,
  facilitator: Facilitator,
  id: AssessmentId,
  locale: Locale,
): Promise<Bytes> {
  const study = await loadStudy({ db }, facilitator, id)
  return write({ kind: 'project', study: visible(study, facilitator), locale })
}

/** The same as a table (CSV), with the codes that are final or one's own. */
export async function takeTable(
  { db }: Reach,
  facilitator: Facilitator,
  id: AssessmentId,
): Promise<Bytes> {
  const loaded = await loadStudy({ db }, facilitator, id)
  const study = visible(loaded, facilitator)
  const decisions = await listDecisions(db, id)
  const { final } = reconcile(doubleCodingOf(loaded), study.codings, decisions)
  return write({ kind: 'table', study, final })
}

function visible(study: LoadedStudy, facilitator: Facilitator): CodedStudy {
  const { codebook, sessions, segments } = study
  return { codebook, sessions, segments, codings: codingsFor(study, facilitator) }
}

async function write(input: ToWrite): Promise<Bytes> {
  const worker = new URL('./write-file.worker.ts', import.meta.url)
  return foundIn(await runOffThread<Outcome<Bytes>>(worker, input))
}
