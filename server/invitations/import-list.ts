import { randomInt, randomUUID } from 'node:crypto'
import type { Organiser } from '../accounts/access.ts'
import type {
  AssessmentId,
  FrozenAssessment,
  OpenAssessment,
} from '../assessments/contract.ts'
import type { OfficeDatabase } from '../database/office.ts'
import { issueCodes, type Place, withdrawCodes } from '../registrar/issue-codes.ts'
import { assessmentToInviteTo } from './assessment-to-invite-to.ts'
import type { Invitations, ListPreview } from './contract.ts'
import type { InvitationServices } from './invitation-services.ts'
import { invitationsOf } from './invitations-of.ts'
import { placesIn, type UnitToInvite, unitsToInvite } from './invited-units.ts'
import { type MergedList, mergeList } from './merge-list.ts'
import { readInvitees, refuseList } from './read-invitees.ts'
import { refuseWhileSending } from './refuse-while-sending.ts'
import { replaceInvitees } from './store.ts'

interface ToTake {
  readonly assessment: FrozenAssessment | OpenAssessment
  readonly units: readonly UnitToInvite[]
  readonly merged: MergedList
}

/** What a list would change. Changes nothing. */
export async function previewList(
  { db }: Pick<InvitationServices, 'db'>,
  organiser: Organiser,
  id: AssessmentId,
  csv: string,
): Promise<ListPreview> {
  const { units, merged } = await readList({ db }, organiser, id, csv)
  const countIn = (people: MergedList['invitees'], unit: string) =>
    people.filter((person) => person.unit === unit).length
  const withAddress = merged.invitees.filter(({ email }) => email !== null)
  return {
    units: units.map(({ unit: { id: unit, name, headcount } }) => {
      const listed = countIn(merged.invitees, unit)
      const added = countIn(merged.added, unit)
      return {
        unit,
        name,
        headcount,
        listed,
        withAddress: countIn(withAddress, unit),
        added,
        kept: listed - added,
        removed: countIn(merged.removed, unit),
      }
    }),
  }
}

/**
 * Takes a list in place of the one before. Who is no longer on it cannot use their invitation
 * any more; who stays keeps theirs.
 */
export async function takeList(
  services: InvitationServices,
  organiser: Organiser,
  id: AssessmentId,
  csv: string,
): Promise<Invitations> {
  await services.db.transaction().execute(async (db) => {
    await refuseWhileSending(db, id)
    const { assessment, units, merged } = await readList({ db }, organiser, id, csv)
    const codes = new Set(units.flatMap(placesIn).map(seatKey))
    await revoke(
      db,
      assessment,
      merged.removed.filter((invitee) => codes.has(seatKey(invitee))),
    )
    await replaceInvitees(db, id, merged.invitees)
  })
  return invitationsOf(services, organiser, id)
}

const seatKey = ({ unit, place }: Place): string => `${place} ${unit}`

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
  csv: string,
): Promise<ToTake> {
  const assessment = await assessmentToInviteTo({ db }, organiser, id)
  const units = await unitsToInvite(db, assessment)
  const drawn = units.filter(({ way, withCode }) => way === 'lot' && withCode.size > 0)
  const merged = mergeList({
    units: assessment.counted,
    people: readInvitees(csv, assessment),
    before: units.flatMap(({ people }) => people),
    used: assessment.state === 'frozen' ? [] : units.flatMap(placesIn),
    drawn: new Set(drawn.map(({ unit }) => unit.id)),
    random: (below) => randomInt(below),
    newId: randomUUID,
  })
  if ('invitees' in merged) return { assessment, units, merged }
  return refuseList(merged)
}
