import { randomUUID } from 'node:crypto'
import type { Member, Organiser } from '../accounts/access.ts'
import { hashOf, newSecret } from '../accounts/secrets.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import { askedAssessmentOf, assessmentOf } from '../assessments/find-assessment.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import {
  InterviewId,
  type InterviewLink,
  type InterviewOverview,
  type InviteManager,
  interviewStates,
} from './contract.ts'
import {
  findInterview,
  listInterviews,
  removeInterview,
  type StoredInterview,
  saveChange,
  savePlanned,
} from './store.ts'
import { namesOf, unitsLed } from './team.ts'
import { heardUntil, refuseWhenOver } from './until.ts'

type Timed = Pick<Services, 'db' | 'clock'>
type Reach = Timed & Pick<Services, 'config'>

/** The address a manager opens; the secret stays behind the #, which no server sees. */
export function linkTo({ config }: Pick<Services, 'config'>, secret: string): string {
  return `${config.origin}/interview#${secret}`
}

/** Plans an interview and makes the link with which a manager prepares it, shown once. */
export async function inviteManager(
  { db, config, clock }: Reach,
  organiser: Organiser,
  id: AssessmentId,
  { units, label }: InviteManager,
): Promise<InterviewLink> {
  const assessment = await askedAssessmentOf({ db }, organiser, id)
  refuseWhenOver({ clock }, assessment)
  const secret = newSecret()
  const planned = {
    id: InterviewId.parse(randomUUID()),
    assessment: id,
    units: unitsLed(assessment, units),
    label,
  }
  await savePlanned(db, planned, hashOf(secret))
  return { link: linkTo({ config }, secret) }
}

/**
 * A new link in place of one that went astray. Only while nothing was said: with a link of
 * their own the organiser could otherwise read what a manager handed in.
 */
export async function renewInvitation(
  { db, config, clock }: Reach,
  organiser: Organiser,
  id: AssessmentId,
  interview: InterviewId,
): Promise<InterviewLink> {
  const planned = await plannedOf({ db, clock }, organiser, id, interview)
  const secret = newSecret()
  if (!(await saveChange(db, planned, { linkHash: hashOf(secret) }))) {
    throw new Refusal('interview-handed-in')
  }
  return { link: linkTo({ config }, secret) }
}

/** Takes an invitation back that nobody has used. */
export async function withdrawInvitation(
  { db, clock }: Timed,
  organiser: Organiser,
  id: AssessmentId,
  interview: InterviewId,
): Promise<void> {
  const planned = await plannedOf({ db, clock }, organiser, id, interview)
  if (!(await removeInterview(db, planned))) throw new Refusal('interview-handed-in')
}

async function plannedOf(
  { db, clock }: Timed,
  organiser: Organiser,
  id: AssessmentId,
  interview: InterviewId,
): Promise<StoredInterview> {
  const assessment = await askedAssessmentOf({ db }, organiser, id)
  refuseWhenOver({ clock }, assessment)
  const found = await findInterview(db, id, interview)
  if (!found) throw new Refusal('interview-not-found')
  if (found.state !== 'planned') throw new Refusal('interview-handed-in')
  return found
}

/** How many interviews there are in each state, and for the organiser which links are out. */
export async function interviewsOf(
  { db }: Pick<Services, 'db'>,
  member: Member,
  id: AssessmentId,
): Promise<InterviewOverview> {
  const assessment = await assessmentOf({ db }, member, id)
  const all = await listInterviews(db, id)
  const counts = interviewStates.map((state) => [
    state,
    all.filter((one) => one.state === state).length,
  ])
  const planned = member.role === 'organiser' ? all : []
  return {
    states: Object.fromEntries(counts),
    planned: planned
      .filter(({ state }) => state === 'planned')
      .map((one) => ({
        id: one.id,
        label: one.label ?? '',
        units: namesOf(assessment, one.units),
      })),
    heardUntil: heardUntil(assessment),
  }
}
