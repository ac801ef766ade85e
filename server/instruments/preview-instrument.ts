import { createHash } from 'node:crypto'
import type { ReadInstrument } from '#surveys/instruments/read-instrument.ts'
import type { Organiser } from '../accounts/access.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import { draftOf } from '../assessments/find-assessment.ts'
import { BeyondLimit, runOffThread, type WorkLimit } from '../jobs/off-thread.ts'
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
  return previewOf(organiser, file)
}

/** Three sheets of 250,000 tags each take two seconds, and half of this memory is enough. */
const limit: WorkLimit = { megabytes: 512, seconds: 30 }

/** Of which organizations a file is being read. */
const underWay = new Set<string>()

/**
 * Reads a file on a thread of its own, one at a time of an organization: who brings files made
 * to take long keeps one thread busy for seconds, and nobody else.
 *
 * @throws Refusal `instrument-unreadable`, saying what is wrong and where;
 *   `instrument-being-read` while another one is
 */
export async function previewOf(
  { organization }: Pick<Organiser, 'organization'>,
  file: Uint8Array,
): Promise<InstrumentPreview> {
  if (underWay.has(organization.id)) throw new Refusal('instrument-being-read')
  underWay.add(organization.id)
  try {
    return shown(await read(file))
  } finally {
    underWay.delete(organization.id)
  }
}

async function read(file: Uint8Array): Promise<ReadInstrument> {
  const worker = new URL('./read-file.worker.ts', import.meta.url)
  try {
    return await runOffThread<ReadInstrument>(worker, file, [], limit)
  } catch (error) {
    if (!(error instanceof BeyondLimit)) throw error
    return { kind: 'refused', fault: 'unpacks-too-large', where: '' }
  }
}

function shown(read: ReadInstrument): InstrumentPreview {
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
