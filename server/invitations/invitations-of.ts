import type { Member } from '../accounts/access.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import { askedAssessmentOf } from '../assessments/find-assessment.ts'
import type { Invitations, InvitedUnit } from './contract.ts'
import type { InvitationServices } from './invitation-services.ts'
import {
  envelopesOf,
  mailPeople,
  type UnitToInvite,
  unitsToInvite,
} from './invited-units.ts'
import { dayOf, remindFrom } from './reminder-days.ts'
import { findRound, type MailRound } from './store.ts'

type Reach = Pick<InvitationServices, 'db' | 'clock' | 'post' | 'mailroom'>

/**
 * How people are invited, for both sides to see: numbers by unit that come from the list and
 * from what was printed and sent, and none from what was answered.
 */
export async function invitationsOf(
  { db, clock, post, mailroom }: Reach,
  member: Member,
  id: AssessmentId,
): Promise<Invitations> {
  const assessment = await askedAssessmentOf({ db }, member, id)
  const units = await unitsToInvite(db, assessment)
  const round = await findRound(db, id)
  const today = dayOf(clock.now())
  const from = remindFrom(round, units, today)
  return {
    post: post.kind,
    units: units.map(toContract),
    round: round ? stateOf(round, await mailroom.progressOf(id)) : null,
    remindFrom: from,
    mayRemind: from !== null && from <= today,
  }
}

function toContract(one: UnitToInvite): InvitedUnit {
  const { unit, way, languages, printings, people, withCode, settled } = one
  return {
    unit: unit.id,
    name: unit.name,
    headcount: unit.headcount,
    way,
    languages,
    listed: people.length,
    withAddress: people.filter(({ email }) => email !== null).length,
    toInvite: mailPeople(one).filter(({ place }) => !withCode.has(place)).length,
    envelopes: envelopesOf(one).length,
    settled,
    printings,
  }
}

function stateOf(
  { kind, dated, toSend }: MailRound,
  progress: number | null,
): Invitations['round'] {
  const on = dated.slice(0, 10)
  if (progress !== null) return { kind, on, state: 'sending', done: progress }
  return toSend === null
    ? { kind, on, state: 'finished', done: 1 }
    : { kind, on, state: 'unfinished', done: 0 }
}
