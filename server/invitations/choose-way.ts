import type { z } from 'zod'
import type { Organiser } from '../accounts/access.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import { Refusal } from '../refusal.ts'
import { withdrawCodes } from '../registrar/issue-codes.ts'
import { assessmentToInviteTo } from './assessment-to-invite-to.ts'
import type { ChooseWay, Invitations } from './contract.ts'
import type { InvitationServices } from './invitation-services.ts'
import { invitationsOf } from './invitations-of.ts'
import { placesIn, settleWays, unitsToInvite } from './invited-units.ts'
import { refuseWhileSending } from './refuse-while-sending.ts'

/**
 * Decides how the people of a unit are invited, and in which languages.
 *
 * Between list and lot there is no way back once codes of the unit work: whoever has used one
 * has had that place, and it would be given to a second person. Before the opening, envelopes
 * that were printed the other way simply stop being good.
 */
export async function chooseWay(
  services: InvitationServices,
  organiser: Organiser,
  id: AssessmentId,
  { unit, way, languages }: z.infer<typeof ChooseWay>,
): Promise<Invitations> {
  await services.db.transaction().execute(async (db) => {
    const assessment = await assessmentToInviteTo({ db }, organiser, id)
    await refuseWhileSending(db, id)
    const units = await unitsToInvite(db, assessment)
    const chosen = units.find((one) => one.unit.id === unit)
    if (!chosen) throw new Refusal('unit-not-found')
    const changesSides = (chosen.way === 'lot') !== (way === 'lot')
    const isNew = assessment.state === 'frozen' && chosen.way !== way
    if (chosen.settled && changesSides) throw new Refusal('way-settled')
    if (!languages.every((locale) => assessment.languages.includes(locale))) {
      throw new Refusal('malformed-request')
    }
    if (isNew) await withdrawCodes(db, id, placesIn(chosen))
    await settleWays(db, assessment, [{ ...chosen, way, languages }])
  })
  return invitationsOf(services, organiser, id)
}
