import type { Organiser } from '../accounts/access.ts'
import type { AssessmentId, OpenAssessment } from '../assessments/contract.ts'
import { everyAssessmentIn, openAssessmentOf } from '../assessments/find-assessment.ts'
import { Refusal } from '../refusal.ts'
import type { Invitations, RoundKind } from './contract.ts'
import { isFew } from './few-people.ts'
import type { InvitationServices } from './invitation-services.ts'
import { invitationsOf } from './invitations-of.ts'
import { mailPeople, settleWays, unitsToInvite } from './invited-units.ts'
import { seatsOf } from './place-set.ts'
import { recipientsOf } from './recipients.ts'
import { dayOf, remindFrom } from './reminder-days.ts'
import { sendRest } from './send-rest.ts'
import { findRound, listUnfinishedRounds, saveRound, saveToSend } from './store.ts'
import { sealToSend } from './to-send.ts'

/**
 * Sends an invitation to everybody who has had none, or a reminder to everybody alike.
 *
 * Only who is still to be written to is kept, encrypted and in no order; each code is drawn
 * when its mail is written and kept, as a hash, once the mail is handed over. So a crash takes
 * nobody's code away: at worst ten people get a second mail, whose link replaces the first.
 *
 * @returns how people are invited now, and whether the batch is for so few that its hour would
 * tell when they answer: one address on the list was mended
 */
export async function startRound(
  services: InvitationServices,
  organiser: Organiser,
  id: AssessmentId,
  kind: RoundKind,
): Promise<{ readonly invitations: Invitations; readonly isAboutFew: boolean }> {
  const assessment = await openAssessmentOf(services, organiser, id)
  if (kind === 'reminder') await refuseTooSoon(services, assessment)
  const units = await unitsToInvite(services.db, assessment)
  const recipients = await recipientsOf(services, assessment, kind)
  // Whether everybody has muted reminders is nobody's business: that batch is an empty one.
  const concerned = kind === 'reminder' ? units.flatMap(mailPeople) : recipients
  if (concerned.length === 0) throw new Refusal('nobody-to-write-to')
  await settleWays(services.db, assessment, units)
  const seats = seatsOf(assessment.counted)
  const toSend = sealToSend(services, assessment, recipients.map(seats.numberOf))
  const dated = `${services.clock.now().toISOString().slice(0, 16)}:00.000Z`
  if (!(await saveRound(services.db, id, { kind, dated, toSend }))) {
    throw new Refusal('mail-under-way')
  }
  services.mailroom.forget(id)
  sendRest(services, assessment)
  const invitations = await invitationsOf(services, organiser, id)
  return { invitations, isAboutFew: isFew(concerned.length) }
}

/** Goes on with a batch that stopped: the mail server was away, or the server was restarted. */
export async function resumeRound(
  services: InvitationServices,
  organiser: Organiser,
  id: AssessmentId,
): Promise<Invitations> {
  sendRest(services, await openAssessmentOf(services, organiser, id))
  return invitationsOf(services, organiser, id)
}

/** Ends a batch that stopped. Who has had no mail of it keeps the code of the mail before. */
export async function stopRound(
  services: InvitationServices,
  organiser: Organiser,
  id: AssessmentId,
): Promise<Invitations> {
  await openAssessmentOf(services, organiser, id)
  if ((await services.mailroom.progressOf(id)) !== null)
    throw new Refusal('mail-under-way')
  await saveToSend(services.db, id, null)
  return invitationsOf(services, organiser, id)
}

/** At the start of the server: the rest of every batch that a stop cut short. */
export async function resumeRounds(services: InvitationServices): Promise<void> {
  const unfinished = await listUnfinishedRounds(services.db)
  const open = await everyAssessmentIn(services, 'open')
  for (const id of unfinished) {
    const assessment = open.find((one) => one.id === id)
    if (assessment) sendRest(services, assessment)
    else await saveToSend(services.db, id, null)
  }
}

async function refuseTooSoon(
  { db, clock }: InvitationServices,
  assessment: OpenAssessment,
): Promise<void> {
  const round = await findRound(db, assessment.id)
  if (round && round.toSend !== null) throw new Refusal('mail-under-way')
  const today = dayOf(clock.now())
  const from = remindFrom(round, await unitsToInvite(db, assessment), today)
  if (from === null) throw new Refusal('invitations-first')
  if (from > today) throw new Refusal('reminder-too-soon')
}
