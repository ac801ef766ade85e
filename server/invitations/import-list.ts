import type { Organiser } from '../accounts/access.ts'
import type {
  AssessmentId,
  FrozenAssessment,
  OpenAssessment,
} from '../assessments/contract.ts'
import type { OfficeDatabase } from '../database/office.ts'
import { runOffThread } from '../jobs/off-thread.ts'
import { type Problem, Refusal } from '../refusal.ts'
import { issueCodes, type Place, withdrawCodes } from '../registrar/issue-codes.ts'
import { keepRosterNames, newNamesKey } from '../roster-names/roster-names.ts'
import { assessmentToInviteTo } from './assessment-to-invite-to.ts'
import type { Invitations, ListPreview } from './contract.ts'
import type { InvitationServices } from './invitation-services.ts'
import { invitationsOf } from './invitations-of.ts'
import { placesIn, type UnitToInvite, unitsToInvite } from './invited-units.ts'
import type { Invitee } from './merge-list.ts'
import type { ListBounds } from './read-invitees.ts'
import { refuseWhileSending } from './refuse-while-sending.ts'
import { replaceInvitees } from './store.ts'

/** A list that was brought. Who was on the one before is handed over unit by unit. */
export interface ToMerge {
  readonly csv: string
  readonly bounds: ListBounds
  /** units whose envelopes by lot are out */
  readonly drawn: readonly string[]
  /** codes work: whoever got one may have used it */
  readonly isOpen: boolean
  /** for the filter of their names; null where nothing is kept of them */
  readonly namesKey: Uint8Array | null
}

/** Who was on the list of a unit before, and which of its places have a code. */
export interface ListedBefore {
  readonly people: readonly Invitee[]
  readonly withCode: readonly Place[]
}

/** What becomes of a list of up to a hundred thousand people, counted by unit. */
export type Merging =
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | MergedCounts

/** What a list that fits becomes. */
export interface MergedCounts {
  readonly kind: 'merged'
  readonly listed: ReadonlyMap<string, number>
  readonly withAddress: ReadonlyMap<string, number>
  readonly added: ReadonlyMap<string, number>
  readonly removed: ReadonlyMap<string, number>
  /** JSON of a hundred invitees each, to be read one after the other */
  readonly invitees: readonly string[]
  /** the same of places whose code must no longer work */
  readonly revoked: readonly string[]
  /** their names as a filter; null where none was asked for, or nobody has a name */
  readonly names: Uint8Array | null
}

interface ToTake {
  readonly assessment: FrozenAssessment | OpenAssessment
  readonly units: readonly UnitToInvite[]
  readonly merged: MergedCounts
}

/** What a list would change. Changes nothing. */
export async function previewList(
  { db }: Pick<InvitationServices, 'db'>,
  organiser: Organiser,
  id: AssessmentId,
  csv: string,
): Promise<ListPreview> {
  const { units, merged } = await readList({ db }, organiser, id, { csv, namesKey: null })
  return {
    units: units.map(({ unit: { id: unit, name, headcount } }) => {
      const listed = merged.listed.get(unit) ?? 0
      const added = merged.added.get(unit) ?? 0
      const withAddress = merged.withAddress.get(unit) ?? 0
      const removed = merged.removed.get(unit) ?? 0
      const kept = listed - added
      return { unit, name, headcount, listed, withAddress, added, kept, removed }
    }),
  }
}

/**
 * Takes a list in place of the one before. Who is no longer on it cannot use their invitation
 * any more; who stays keeps theirs.
 *
 * @returns how people are invited now, and whether codes of the list work already
 */
export async function takeList(
  services: InvitationServices,
  organiser: Organiser,
  id: AssessmentId,
  csv: string,
): Promise<{ readonly invitations: Invitations; readonly isOpen: boolean }> {
  const namesKey = newNamesKey()
  const { names, isOpen } = await services.db.transaction().execute(async (db) => {
    await refuseWhileSending(db, id)
    const { assessment, merged } = await readList({ db }, organiser, id, {
      csv,
      namesKey,
    })
    for (const part of merged.revoked) await revoke(db, assessment, JSON.parse(part))
    await replaceInvitees(db, id, inviteesIn(merged))
    return { names: merged.names, isOpen: assessment.state === 'open' }
  })
  keepRosterNames(services, id, names && { filter: base64(names), key: base64(namesKey) })
  return { invitations: await invitationsOf(services, organiser, id), isOpen }
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

function* inviteesIn({ invitees }: MergedCounts): Generator<readonly Invitee[]> {
  for (const part of invitees) yield JSON.parse(part)
}

/** A code may have been used since the opening: one that nobody is told takes its place. */
async function revoke(
  db: OfficeDatabase,
  { id, state }: FrozenAssessment | OpenAssessment,
  places: readonly Place[],
): Promise<void> {
  if (state === 'frozen') await withdrawCodes(db, id, places)
  else await issueCodes(db, id, places)
}

async function readList(
  { db }: Pick<InvitationServices, 'db'>,
  organiser: Organiser,
  id: AssessmentId,
  brought: Pick<ToMerge, 'csv' | 'namesKey'>,
): Promise<ToTake> {
  const assessment = await assessmentToInviteTo({ db }, organiser, id)
  const units = await unitsToInvite(db, assessment)
  const drawn = units.filter(({ way, withCode }) => way === 'lot' && withCode.size > 0)
  const { counted, languages } = assessment
  const toMerge: ToMerge = {
    ...brought,
    bounds: { units: assessment.units, counted, languages },
    drawn: drawn.map(({ unit }) => unit.id),
    isOpen: assessment.state === 'open',
  }
  const worker = new URL('./merge-list.worker.ts', import.meta.url)
  const merged = await runOffThread<Merging>(worker, toMerge, listedBefore(units))
  if (merged.kind === 'merged') return { assessment, units, merged }
  throw new Refusal('malformed-invitees', merged.problems)
}

function* listedBefore(units: readonly UnitToInvite[]): Generator<ListedBefore> {
  for (const unit of units) yield { people: unit.people, withCode: placesIn(unit) }
}
