import { type Batch, readInTurn } from '#analysis/sources/batches.ts'
import { areEnough, type Interview } from '#analysis/sources/interviews.ts'
import type { Answers } from '#surveys/questionnaire.ts'
import type { Member } from '../accounts/access.ts'
import {
  type Assessment,
  type AssessmentId,
  isReleased,
} from '../assessments/contract.ts'
import {
  everyAssessmentIn,
  releasedAssessmentOf,
} from '../assessments/find-assessment.ts'
import { heardOf, waitingOf } from '../heard/let-in.ts'
import type { Services } from '../services.ts'
import { type LetOut, type ManagerVoices, sentenceKinds } from './contract.ts'
import {
  listInterviews,
  removeInterview,
  removeInterviews,
  type StoredInterview,
  saveChange,
} from './store.ts'
import { teamOf } from './team.ts'
import { isOver } from './until.ts'

type Reach = Pick<Services, 'db'>
type Sentence = LetOut['sentences'][number]

/** What a manager said and approved, as it is let in: with the team and the sentences let out. */
export interface ManagerSaid {
  readonly units: readonly string[]
  readonly answers: Answers
  readonly sentences: readonly Sentence[]
}

/**
 * The interviews that may be let in: before the release what managers approved, after it what
 * is closed as well, so that nothing in them changes any more.
 */
export async function finishedInterviews(
  { db }: Reach,
  assessment: Assessment,
): Promise<readonly { readonly id: string; readonly said: ManagerSaid }[]> {
  const isFinished = isReleased(assessment)
    ? ({ state }: StoredInterview) => state === 'locked'
    : isApproved
  return (await listInterviews(db, assessment.id)).filter(isFinished).map((one) => ({
    id: one.id,
    said: {
      units: one.units,
      answers: one.content?.answers ?? {},
      sentences: one.letOut ?? [],
    },
  }))
}

/** An interview as the analysis reads it. */
export function asHeard(
  assessment: Pick<Assessment, 'units'>,
  { units, answers }: ManagerSaid,
): Interview {
  return { team: teamOf(assessment, units), answers }
}

/**
 * At the release: of what managers approved, words that were not let out are gone, and nothing
 * changes any more. Where too few approved for anything to be told, they stay open and wait.
 */
export async function closeApproved(
  { db }: Reach,
  assessment: Assessment,
): Promise<void> {
  const approved = (await listInterviews(db, assessment.id)).filter(isApproved)
  if (!areEnough(approved.map(({ units }) => teamOf(assessment, units)))) return
  for (const interview of approved) {
    if (interview.state === 'locked') continue
    const answers = interview.content?.answers ?? {}
    const content = { answers, texts: {}, harmless: [] }
    await saveChange(db, interview, { state: 'locked', content, letOut: [] })
  }
}

/**
 * The sentences that were let out, once the figures are. Each kind comes from at least three
 * interviews about different teams that were not told of before, or is not told; in
 * alphabetical order: that of the interviews would put the sentences of one manager together.
 */
export async function managerVoices(
  { db }: Reach,
  member: Member,
  id: AssessmentId,
): Promise<ManagerVoices> {
  const assessment = await releasedAssessmentOf({ db }, member, id)
  const batches = await heardOf<ManagerSaid>({ db }, id, 'managers')
  const said = batches.map(({ voices }) => voices.map((voice) => voice.said))
  const sentences = sentenceKinds.flatMap((kind) => {
    const ofKind = said.map((batch) => batch.map((one) => onlyOf(kind, one)))
    const readings = readInTurn(ofKind, (heard) => tell(assessment, heard))
    return readings.flatMap(({ told }) => told)
  })
  return { sentences: sentences.toSorted((a, b) => (a.text < b.text ? -1 : 1)) }
}

function onlyOf(kind: Sentence['kind'], said: ManagerSaid): ManagerSaid {
  return { ...said, sentences: said.sentences.filter((one) => one.kind === kind) }
}

function tell(
  assessment: Pick<Assessment, 'units'>,
  heard: Batch<ManagerSaid>,
): readonly Sentence[] | null {
  const telling = heard.filter(({ sentences }) => sentences.length > 0)
  if (!areEnough(telling.map(({ units }) => teamOf(assessment, units)))) return null
  return telling.flatMap(({ sentences }) => sentences)
}

/**
 * What managers said of an assessment that was given up is of no use to anybody; and half a
 * year after a release what nobody was let in with is not waited for any longer.
 */
export async function forgetInterviews({
  db,
  clock,
}: Reach & Pick<Services, 'clock'>): Promise<void> {
  const ended = [
    ...(await everyAssessmentIn({ db }, 'aborted')),
    ...(await everyAssessmentIn({ db }, 'shredded')),
  ]
  for (const assessment of ended) {
    if (!isReleased(assessment)) await removeInterviews(db, assessment.id)
    else if (isOver({ clock }, assessment)) await removeWaiting({ db }, assessment.id)
  }
}

async function removeWaiting({ db }: Reach, id: AssessmentId): Promise<void> {
  const voices = (await listInterviews(db, id)).map((one) => ({ id: one.id, said: one }))
  const waiting = waitingOf(voices, await heardOf({ db }, id, 'managers'))
  for (const { said } of waiting) await removeInterview(db, said)
}

const isApproved = ({ state }: StoredInterview): boolean =>
  state === 'approved' || state === 'locked'
