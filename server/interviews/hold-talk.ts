import { sizeOf } from '#analysis/sources/interviews.ts'
import { longestText } from '#surveys/manager-interview-texts.ts'
import { findPersonalDetails } from '#surveys/personal-details/find-personal-details.ts'
import type { Facilitator } from '../accounts/access.ts'
import { hashOf, newSecret } from '../accounts/secrets.ts'
import {
  type Assessment,
  type AssessmentId,
  isChangeable,
} from '../assessments/contract.ts'
import { anyAssessment, studyOf } from '../assessments/find-assessment.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import type {
  CompletedTalk,
  CompleteTalk,
  InterviewId,
  InterviewLink,
  LetOut,
  OpenTalk,
  Talk,
} from './contract.ts'
import { linkTo } from './invite-manager.ts'
import { acceptSaid } from './read-said.ts'
import { refuseListed } from './refuse-listed.ts'
import {
  findInterview,
  listInterviews,
  type StoredInterview,
  saveChange,
} from './store.ts'
import { namesOf, teamOf } from './team.ts'
import { refuseWhenOver } from './until.ts'

type Reach = Pick<Services, 'db'>
type Timed = Pick<Services, 'db' | 'clock'>
type Linking = Timed & Pick<Services, 'config'>

/** Every interview of an assessment, for whoever holds them. */
export async function talksOf(
  { db }: Reach,
  facilitator: Facilitator,
  id: AssessmentId,
): Promise<readonly Talk[]> {
  const assessment = await heldIn({ db }, facilitator, id)
  return (await listInterviews(db, id)).map((one) => asTalk(assessment, one))
}

export async function talkOf(
  { db }: Reach,
  facilitator: Facilitator,
  id: AssessmentId,
  interview: InterviewId,
): Promise<OpenTalk> {
  const assessment = await heldIn({ db }, facilitator, id)
  return asOpenTalk(assessment, await interviewIn({ db }, id, interview))
}

/**
 * Keeps what came out of the conversation, and gives it to the manager to read. Where the
 * manager did not prepare, the link the organiser made is spent and a new one takes its place,
 * which the facilitator hands over.
 */
export async function completeTalk(
  { db, config, clock }: Linking,
  facilitator: Facilitator,
  id: AssessmentId,
  interview: InterviewId,
  { version, ...said }: CompleteTalk,
): Promise<CompletedTalk> {
  const assessment = await heldIn({ db }, facilitator, id)
  refuseWhenOver({ clock }, assessment)
  const before = await interviewIn({ db }, id, interview)
  refuseApproved(before)
  const content = acceptSaid({ clock }, said)
  refuseListed({ config, clock }, id, said.texts)
  const secret = before.state === 'planned' ? newSecret() : null
  const isFirst = await saveChange(
    db,
    { ...before, version },
    { state: 'talked', content, ...(secret && { linkHash: hashOf(secret) }) },
  )
  if (!isFirst) throw new Refusal('interview-changed-meanwhile')
  return {
    talk: asOpenTalk(assessment, await interviewIn({ db }, id, interview)),
    link: secret && linkTo({ config }, secret),
  }
}

/** A new link to the summary, for a manager who lost the one before. */
export async function linkForTalk(
  { db, config, clock }: Linking,
  facilitator: Facilitator,
  id: AssessmentId,
  interview: InterviewId,
): Promise<InterviewLink> {
  refuseWhenOver({ clock }, await heldIn({ db }, facilitator, id))
  const before = await interviewIn({ db }, id, interview)
  refuseApproved(before)
  const secret = newSecret()
  if (!(await saveChange(db, before, { linkHash: hashOf(secret) }))) {
    throw new Refusal('interview-changed-meanwhile')
  }
  return { link: linkTo({ config }, secret) }
}

/**
 * Locks an approved interview: of its words only the sentences let out stay, each worded by the
 * facilitator; what the manager wrote is erased.
 */
export async function letOutSentences(
  { db, clock, config }: Linking,
  facilitator: Facilitator,
  id: AssessmentId,
  interview: InterviewId,
  { version, sentences, harmless }: LetOut,
): Promise<OpenTalk> {
  const assessment = await heldIn({ db }, facilitator, id)
  refuseWhenOver({ clock }, assessment)
  const before = await interviewIn({ db }, id, interview)
  if (before.state !== 'approved') throw new Refusal('interview-not-approved')
  const thisYear = clock.now().getUTCFullYear()
  sentences.forEach(({ text }, index) => {
    refuseText(text, harmless, thisYear, String(index + 1))
  })
  const numbered = sentences.map(({ text }, index) => [index + 1, text] as const)
  refuseListed({ config, clock }, id, Object.fromEntries(numbered))
  const content = { answers: before.content?.answers ?? {}, texts: {}, harmless: [] }
  const isFirst = await saveChange(
    db,
    { ...before, version },
    { state: 'locked', content, letOut: sentences },
  )
  if (!isFirst) throw new Refusal('interview-changed-meanwhile')
  return asOpenTalk(assessment, await interviewIn({ db }, id, interview))
}

function refuseText(
  text: string,
  harmless: readonly string[],
  thisYear: number,
  where: string,
): void {
  if (text.length > longestText) {
    throw new Refusal('malformed-answers', [
      {
        where,
        expected: `at most ${longestText} characters`,
        say: 'interview.too-long',
        words: { most: longestText },
      },
    ])
  }
  const open = findPersonalDetails(text, { thisYear }).filter(
    ({ certainty, start, end }) =>
      certainty === 'sure' || !harmless.includes(text.slice(start, end)),
  )
  if (open.length > 0) {
    throw new Refusal('points-to-a-person', [
      { where, expected: 'nothing that points to a person' },
    ])
  }
}

async function heldIn(
  { db }: Reach,
  facilitator: Facilitator,
  id: AssessmentId,
): Promise<Assessment> {
  await studyOf({ db }, facilitator, id)
  const assessment = await anyAssessment({ db }, id)
  if (isChangeable(assessment)) throw new Refusal('assessment-not-open')
  return assessment
}

async function interviewIn(
  { db }: Reach,
  id: AssessmentId,
  interview: InterviewId,
): Promise<StoredInterview> {
  const found = await findInterview(db, id, interview)
  if (!found) throw new Refusal('interview-not-found')
  return found
}

function refuseApproved({ state }: StoredInterview): void {
  if (state === 'approved' || state === 'locked') {
    throw new Refusal('interview-already-approved')
  }
}

function asTalk(assessment: Assessment, { id, units, state }: StoredInterview): Talk {
  const people = sizeOf(teamOf(assessment, units))
  return { id, team: namesOf(assessment, units), people, state }
}

function asOpenTalk(assessment: Assessment, interview: StoredInterview): OpenTalk {
  const { version, content } = interview
  return { ...asTalk(assessment, interview), version, content }
}
