import type { Organiser } from '../accounts/access.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import type { EnvelopeFile } from '../documents/envelopes.ts'
import { runOffThread } from '../jobs/off-thread.ts'
import { Refusal } from '../refusal.ts'
import { drawCode, keepCodes } from '../registrar/issue-codes.ts'
import { assessmentToInviteTo } from './assessment-to-invite-to.ts'
import type { PrintEnvelopes } from './contract.ts'
import type { InvitationServices } from './invitation-services.ts'
import {
  type Envelope,
  envelopesOf,
  settleWays,
  type UnitToInvite,
  unitsToInvite,
} from './invited-units.ts'
import { layOutEnvelopes, type UnitEnvelopes } from './lay-out-envelopes.ts'
import { refuseWhileSending } from './refuse-while-sending.ts'
import { factsOf } from './survey-facts.ts'

/**
 * Prints envelopes of some units, before the opening or after it. Each printing draws new codes, and the earlier ones of the
 * same envelopes stop working: codes cannot be printed twice, because they are kept nowhere.
 * They are kept (as hashes) when the pages are done, so that a printing that fails revokes
 * nothing.
 *
 * @throws Refusal `envelopes-printed-before` unless whoever prints says that they know
 */
export async function printEnvelopes(
  services: InvitationServices,
  organiser: Organiser,
  id: AssessmentId,
  printing: PrintEnvelopes,
): Promise<readonly EnvelopeFile[]> {
  const { db } = services
  const assessment = await assessmentToInviteTo(services, organiser, id)
  await refuseWhileSending(db, id)
  const chosen = (await unitsToInvite(db, assessment))
    .filter(({ unit }) => printing.units.includes(unit.id))
    .map((one) => toPrint(one, printing))
    .filter(({ envelopes }) => envelopes.length > 0)
  refuseUnasked(chosen, printing)

  const codes = chosen.flatMap(({ envelopes }) => envelopes.map(drawCode))
  const pages = layOutEnvelopes(factsOf(services.config, assessment), printing.language, {
    units: chosen,
    codes,
  })
  const files = await runOffThread<readonly EnvelopeFile[]>(
    new URL('./envelopes.worker.ts', import.meta.url),
    pages,
  )
  await db.transaction().execute(async (transaction) => {
    await refuseWhileSending(transaction, id)
    await keepCodes(transaction, id, codes)
    await settleWays(transaction, assessment, chosen, 1)
  })
  return files
}

type Chosen = UnitToInvite & UnitEnvelopes

function toPrint(one: UnitToInvite, { person }: PrintEnvelopes): Chosen {
  const envelopes = envelopesOf(one).filter(
    (envelope) => person === undefined || isFor(envelope, person),
  )
  return { ...one, envelopes }
}

const isFor = (envelope: Envelope, name: string): boolean =>
  envelope.person?.name?.toLowerCase() === name.toLowerCase()

function refuseUnasked(
  chosen: readonly Chosen[],
  { again, person }: PrintEnvelopes,
): void {
  if (chosen.length === 0) {
    throw new Refusal(person === undefined ? 'nothing-to-print' : 'not-on-list')
  }
  const hadCodes = chosen.some(({ envelopes, withCode }) =>
    envelopes.some(({ place }) => withCode.has(place)),
  )
  if (hadCodes && !again) throw new Refusal('envelopes-printed-before')
}
