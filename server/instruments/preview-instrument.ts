import { createHash } from 'node:crypto'
import type { ReadInstrument } from '#surveys/instruments/read-instrument.ts'
import type { Organiser } from '../accounts/access.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import { draftOf } from '../assessments/find-assessment.ts'
import { runOffThread } from '../jobs/off-thread.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import type { InstrumentPreview } from './contract.ts'

/** What would be taken from a file of another tool. Keeps nothing. */
export async function previewInstrument(
  { db }: Pick<Services, 'db'>,
  organiser: Organiser,
  id: AssessmentId,
  file: Uint8Array,
): Promise<InstrumentPreview> {
  await draftOf({ db }, organiser, id)
  return previewOf(file)
}

/**
 * Reads a file on a thread of its own.
 *
 * @throws Refusal `instrument-unreadable`, saying what is wrong and where
 */
export async function previewOf(file: Uint8Array): Promise<InstrumentPreview> {
  const worker = new URL('./read-file.worker.ts', import.meta.url)
  const read = await runOffThread<ReadInstrument>(worker, file)
  if (read.kind === 'refused') {
    const { fault, where } = read
    const say = `instruments.fault.${fault}`
    throw new Refusal('instrument-unreadable', [
      { where, expected: fault, say, words: { where: where || '–' } },
    ])
  }
  const { source, instrument: content, leftOut } = read
  const outcome = createHash('sha256')
    .update(JSON.stringify([source, content, leftOut]))
    .digest('base64url')
  return { source, content, leftOut, outcome }
}
