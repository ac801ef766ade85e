import type { AssessmentId } from '../assessments/contract.ts'
import type { Services } from '../services.ts'
import type { HeardBatch, HeardSource, Voice } from './batch.ts'
import { listBatches, saveBatch } from './store.ts'

type Reach = Pick<Services, 'db'>

/** The batches there are, in the order they were let in. */
export async function heardOf<Said>(
  { db }: Reach,
  id: AssessmentId,
  source: HeardSource,
): Promise<readonly HeardBatch<Said>[]> {
  return listBatches<Said>(db, id, source)
}

/** Those of the voices that no batch holds yet. */
export function waitingOf<Said>(
  voices: readonly Voice<Said>[],
  batches: readonly HeardBatch<unknown>[],
): readonly Voice<Said>[] {
  const heard = new Set(batches.flatMap((batch) => batch.voices.map(({ id }) => id)))
  return voices.filter(({ id }) => !heard.has(id))
}

/**
 * Lets everybody in who waits, as one batch that never changes again, once they are enough for
 * nobody to be made out among them. What is in a batch is a copy: whoever changes or takes out
 * what it was made from later on changes no result.
 *
 * @param at the release, or some time after it
 */
export async function letIn<Said>(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  id: AssessmentId,
  source: HeardSource,
  {
    ready,
    areEnough,
    at,
  }: {
    readonly ready: readonly Voice<Said>[]
    readonly areEnough: (said: readonly Said[]) => boolean
    readonly at: 'release' | 'later'
  },
): Promise<void> {
  const batches = await listBatches(db, id, source)
  const waiting = waitingOf(ready, batches).toSorted((a, b) => (a.id < b.id ? -1 : 1))
  if (!areEnough(waiting.map(({ said }) => said))) return
  const number = at === 'release' ? 0 : 1 + (batches.at(-1)?.number ?? 0)
  const month = clock.now().toISOString().slice(0, 7)
  await saveBatch(db, id, source, { number, month, voices: waiting })
}
