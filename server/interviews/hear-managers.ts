import type { Interview } from '#analysis/sources/interviews.ts'
import type { Member } from '../accounts/access.ts'
import type { Assessment, AssessmentId } from '../assessments/contract.ts'
import {
  everyAssessmentIn,
  releasedAssessmentOf,
} from '../assessments/find-assessment.ts'
import type { Services } from '../services.ts'
import { type ManagerVoices, sentenceKinds } from './contract.ts'
import {
  listInterviews,
  removeInterviews,
  type StoredInterview,
  saveChange,
} from './store.ts'
import { teamOf } from './team.ts'

type Reach = Pick<Services, 'db'>

/** Nothing is heard of fewer: with two, one manager knows the other's words. */
const fewestVoices = 3

/** What managers said and approved, each with the team it is about. */
export async function managerAnswers(
  { db }: Reach,
  assessment: Assessment,
): Promise<readonly Interview[]> {
  return (await listInterviews(db, assessment.id))
    .filter(isApproved)
    .map(({ units, content }) => ({
      team: teamOf(assessment, units),
      answers: content?.answers ?? {},
    }))
}

/**
 * The sentences that were let out, once the figures are. Each kind comes from at least three
 * interviews about different teams or is not told, in alphabetical order: that of the
 * interviews would put the sentences of one manager together.
 */
export async function managerVoices(
  { db }: Reach,
  member: Member,
  id: AssessmentId,
): Promise<ManagerVoices> {
  await releasedAssessmentOf({ db }, member, id)
  const locked = (await listInterviews(db, id)).filter(({ state }) => state === 'locked')
  const sentences = sentenceKinds.flatMap((kind) => {
    const telling = locked.filter(({ letOut }) =>
      letOut?.some((one) => one.kind === kind),
    )
    const teams = new Set(telling.map(({ units }) => JSON.stringify(units)))
    if (teams.size < fewestVoices) return []
    return telling
      .flatMap(({ letOut }) => letOut ?? [])
      .filter((one) => one.kind === kind)
  })
  return { sentences: sentences.toSorted((a, b) => (a.text < b.text ? -1 : 1)) }
}

/**
 * At the release: what no manager approved is gone, and so are words that were not let out.
 * From here on nothing changes, so that no two looks at the results differ by one manager.
 */
export async function endInterviews({ db }: Reach, id: AssessmentId): Promise<void> {
  await removeInterviews(db, id, 'not-approved')
  for (const interview of await listInterviews(db, id)) {
    const isWritten = Object.keys(interview.content?.texts ?? {}).length > 0
    if (interview.state !== 'approved' || !isWritten) continue
    const answers = interview.content?.answers ?? {}
    await saveChange(db, interview, { content: { answers, texts: {}, harmless: [] } })
  }
}

/**
 * What managers said of an assessment that was given up is of no use to anybody; and what a
 * release could not end at its moment ends now.
 */
export async function forgetInterviews({ db }: Reach): Promise<void> {
  const ended = [
    ...(await everyAssessmentIn({ db }, 'aborted')),
    ...(await everyAssessmentIn({ db }, 'shredded')),
  ]
  for (const assessment of ended) {
    if ('abortedOn' in assessment) await removeInterviews(db, assessment.id, 'all')
    else await endInterviews({ db }, assessment.id)
  }
}

const isApproved = ({ state }: StoredInterview): boolean =>
  state === 'approved' || state === 'locked'
