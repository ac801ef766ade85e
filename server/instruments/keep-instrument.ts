import { randomUUID } from 'node:crypto'
import { type Instrument, itemsIn } from '#surveys/instruments/instrument.ts'
import { licenceProblems, withoutItems } from '#surveys/instruments/licence.ts'
import type { Organiser } from '../accounts/access.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import { draftOf } from '../assessments/find-assessment.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import {
  InstrumentId,
  type Instruments,
  type KeepInstrument,
  type LicenceRecord,
  mostInstruments,
} from './contract.ts'
import { previewOf } from './preview-instrument.ts'
import { listInstruments, saveInstrument } from './store.ts'

/**
 * Keeps what a preview of this file showed, with the record of its licence. Where the licence
 * allows no change, no question of it can be left out.
 *
 * @throws Refusal `instrument-changed`, `licence-incomplete`, `instrument-locked`,
 *   `too-many-instruments`, and those of a preview
 */
export async function keepInstrument(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  organiser: Organiser,
  id: AssessmentId,
  { file, outcome, without, licence }: KeepInstrument,
): Promise<Instruments> {
  await draftOf({ db }, organiser, id)
  const preview = await previewOf(organiser, Buffer.from(file, 'base64'))
  if (preview.outcome !== outcome) throw new Refusal('instrument-changed')
  const { source, leftOut } = preview
  const content = chosen(preview.content, without, licence)
  refuseIncomplete(licence, content)
  return db.transaction().execute(async (transaction) => {
    await draftOf({ db: transaction }, organiser, id)
    const before = await listInstruments(transaction, id)
    if (before.length >= mostInstruments) throw new Refusal('too-many-instruments')
    await saveInstrument(transaction, id, {
      id: InstrumentId.parse(randomUUID()),
      source,
      content,
      leftOut,
      licence,
      recordedBy: organiser.name,
      recordedOn: clock.now().toISOString().slice(0, 10),
    })
    return { instruments: await listInstruments(transaction, id) }
  })
}

function chosen(
  content: Instrument,
  without: readonly string[],
  { locked }: LicenceRecord,
): Instrument {
  if (without.length === 0) return content
  if (locked) throw new Refusal('instrument-locked')
  const rest = withoutItems(content, new Set(without))
  if (itemsIn(rest).length === 0) throw new Refusal('instrument-empty')
  return rest
}

function refuseIncomplete(licence: LicenceRecord, content: Instrument): void {
  const problems = licenceProblems(licence, content)
  if (problems.length === 0) return
  throw new Refusal(
    'licence-incomplete',
    problems.map((problem) => ({
      where: 'licence',
      expected: problem,
      say: `instruments.licence.${problem}`,
    })),
  )
}
