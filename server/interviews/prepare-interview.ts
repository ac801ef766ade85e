import { sizeOf } from '#analysis/sources/interviews.ts'
import { hashOf } from '../accounts/secrets.ts'
import type { Assessment } from '../assessments/contract.ts'
import { anyAssessment } from '../assessments/find-assessment.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import type { ApproveSummary, Correct, HandIn, InterviewDoor } from './contract.ts'
import { acceptSaid } from './read-said.ts'
import { refuseListed } from './refuse-listed.ts'
import { findByLink, isSpent, type StoredInterview, saveChange } from './store.ts'
import { namesOf, teamOf } from './team.ts'
import { heardUntil, refuseWhenOver } from './until.ts'

type Reach = Pick<Services, 'db' | 'clock'>
type Writing = Reach & Pick<Services, 'config'>

interface AtDoor {
  readonly interview: StoredInterview
  readonly assessment: Assessment
}

/** What a manager finds behind the link. Looking changes nothing. */
export async function lookAtInterview(
  { db, clock }: Reach,
  secret: string,
): Promise<InterviewDoor> {
  return asDoor(await interviewBy({ db, clock }, secret))
}

/**
 * Takes what a manager prepared. From here on only the link that the manager's browser made
 * leads on; the one it came with is spent, because the organiser who made it knows it.
 */
export async function handIn(
  { db, clock, config }: Writing,
  { secret, next, ...said }: HandIn,
): Promise<InterviewDoor> {
  const { interview, assessment } = await interviewBy({ db, clock }, secret)
  if (interview.state !== 'planned') throw new Refusal('interview-link-spent')
  const content = acceptSaid({ clock }, said)
  refuseListed({ config, clock }, assessment.id, said.texts)
  const linkHash = hashOf(next)
  const isFirst = await saveChange(db, interview, {
    state: 'prepared',
    content,
    linkHash,
  })
  if (!isFirst) throw new Refusal('interview-link-spent')
  return lookAtInterview({ db, clock }, next)
}

/** The manager corrects what the facilitator completed; there is a new summary to approve. */
export async function correctSummary(
  { db, clock, config }: Writing,
  { secret, version, ...said }: Correct,
): Promise<InterviewDoor> {
  const { interview, assessment } = await interviewBy({ db, clock }, secret)
  refuseUnlessTalked(interview)
  const content = acceptSaid({ clock }, said)
  refuseListed({ config, clock }, assessment.id, said.texts)
  if (!(await saveChange(db, { ...interview, version }, { content }))) {
    throw new Refusal('interview-changed-meanwhile')
  }
  return lookAtInterview({ db, clock }, secret)
}

/** The manager approves the summary that was read, and no other. From here on it counts. */
export async function approveSummary(
  { db, clock }: Reach,
  { secret, version }: ApproveSummary,
): Promise<InterviewDoor> {
  const { interview } = await interviewBy({ db, clock }, secret)
  refuseUnlessTalked(interview)
  if (!(await saveChange(db, { ...interview, version }, { state: 'approved' }))) {
    throw new Refusal('interview-changed-meanwhile')
  }
  return lookAtInterview({ db, clock }, secret)
}

function refuseUnlessTalked({ state }: StoredInterview): void {
  if (state === 'approved' || state === 'locked') {
    throw new Refusal('interview-already-approved')
  }
  if (state !== 'talked') throw new Refusal('interview-not-talked')
}

async function interviewBy({ db, clock }: Reach, secret: string): Promise<AtDoor> {
  const hash = hashOf(secret)
  const interview = await findByLink(db, hash)
  if (!interview) {
    const isKnown = await isSpent(db, hash)
    throw new Refusal(isKnown ? 'interview-link-spent' : 'interview-link-unknown')
  }
  const assessment = await anyAssessment({ db }, interview.assessment)
  refuseWhenOver({ clock }, assessment)
  return { interview, assessment }
}

function asDoor({ interview, assessment }: AtDoor): InterviewDoor {
  const { name, organization, example, contacts } = assessment
  const { state, version, units, content } = interview
  return {
    assessment: { name, organization, example },
    team: namesOf(assessment, units),
    people: sizeOf(teamOf(assessment, units)),
    contacts,
    state: state === 'locked' ? 'approved' : state,
    version,
    content: state === 'talked' ? content : null,
    heardUntil: heardUntil(assessment),
  }
}
