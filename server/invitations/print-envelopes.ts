import type { Locale } from '#surveys/locale.ts'
import type { Organiser } from '../accounts/access.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import { runOffThread } from '../jobs/off-thread.ts'
import { Refusal } from '../refusal.ts'
import { drawCodes, type IssuedCode, keepCodes } from '../registrar/issue-codes.ts'
import { assessmentToInviteTo } from './assessment-to-invite-to.ts'
import type { PrintEnvelopes } from './contract.ts'
import { isFew } from './few-people.ts'
import type { InvitationServices } from './invitation-services.ts'
import {
  type Envelope,
  envelopesOf,
  settleWays,
  type UnitToInvite,
  unitsToInvite,
} from './invited-units.ts'
import type { UnitEnvelopes } from './lay-out-envelopes.ts'
import { refuseWhileSending } from './refuse-while-sending.ts'
import { factsOf, type SurveyFacts } from './survey-facts.ts'

/**
 * Prints envelopes of some units, before the opening or after it. Each printing draws new codes, and the earlier ones of the
 * same envelopes stop working: codes cannot be printed twice, because they are kept nowhere.
 * They are kept (as hashes) when the pages are done, so that a printing that fails revokes
 * nothing.
 *
 * @returns the pages, and whether an hour beside them would tell of one of few people: they
 * are opened soon after
 * @throws Refusal `envelopes-printed-before` unless whoever prints says that they know
 */
export async function printEnvelopes(
  services: InvitationServices,
  organiser: Organiser,
  id: AssessmentId,
  printing: PrintEnvelopes,
): Promise<{ readonly file: PrintedEnvelopes; readonly isAboutFew: boolean }> {
  const { db } = services
  const assessment = await assessmentToInviteTo(services, organiser, id)
  await refuseWhileSending(db, id)
  const asked = new Set(printing.units)
  const chosen = (await unitsToInvite(db, assessment))
    .filter(({ unit }) => asked.has(unit.id))
    .map((one) => withEnvelopes(one, printing))
    .filter(({ envelopes }) => envelopes.length > 0)
  refuseUnasked(chosen, printing)

  const toPrint: ToPrint = {
    facts: factsOf(services.config, assessment),
    language: printing.language,
  }
  const codes = await drawCodes(chosen.flatMap(({ envelopes }) => envelopes))
  const file = await runOffThread<PrintedEnvelopes>(
    new URL('./envelopes.worker.ts', import.meta.url),
    toPrint,
    inUnits(chosen, codes),
  )
  await db.transaction().execute(async (transaction) => {
    await refuseWhileSending(transaction, id)
    await keepCodes(transaction, id, codes)
    await settleWays(transaction, assessment, chosen, 1)
  })
  const isAboutFew =
    printing.person !== undefined || (assessment.state === 'open' && isFew(codes.length))
  return { file, isAboutFew }
}

/** What a printing says; the envelopes are handed over unit by unit. */
export interface ToPrint {
  readonly facts: SurveyFacts
  /** of the cover sheets */
  readonly language: Locale
}

/** The envelopes of a unit, and a code for each. */
export interface UnitToPrint {
  readonly unit: UnitEnvelopes
  readonly codes: readonly IssuedCode[]
}

/** One file to download. */
export interface PrintedEnvelopes {
  readonly type: 'application/pdf' | 'application/zip'
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

function* inUnits(
  chosen: readonly Chosen[],
  codes: readonly IssuedCode[],
): Generator<UnitToPrint> {
  let first = 0
  for (const { unit, way, languages, envelopes } of chosen) {
    const last = first + envelopes.length
    const ofUnit = { unit, way, languages, envelopes }
    yield { unit: ofUnit, codes: codes.slice(first, last) }
    first = last
  }
}

type Chosen = UnitToInvite & UnitEnvelopes

function withEnvelopes(one: UnitToInvite, { person }: PrintEnvelopes): Chosen {
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
