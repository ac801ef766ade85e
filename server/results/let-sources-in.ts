import { fewestGroups } from '#analysis/sources/focus-groups.ts'
import { areEnough } from '#analysis/sources/interviews.ts'
import type { Answers } from '#surveys/questionnaire.ts'
import {
  type Assessment,
  type AssessmentId,
  isReleased,
  type ReleasedAssessment,
} from '../assessments/contract.ts'
import { everyAssessmentIn } from '../assessments/find-assessment.ts'
import { codedAnswers } from '../coding/lock-study.ts'
import { groupAnswers } from '../focus-groups/record-session.ts'
import type { HeardBatch, HeardSource, Voice } from '../heard/batch.ts'
import { heardOf, letIn, waitingOf } from '../heard/let-in.ts'
import {
  asHeard,
  closeApproved,
  finishedInterviews,
  type ManagerSaid,
} from '../interviews/hear-managers.ts'
import type { Services } from '../services.ts'
import type { Sources } from './contract.ts'

type Timed = Pick<Services, 'db' | 'clock'>

/** What was heard up to the release is in it, where it is enough to tell of; the rest waits. */
export async function letInAtRelease(
  services: Timed,
  assessment: ReleasedAssessment,
): Promise<void> {
  await closeApproved(services, assessment)
  await letSourcesIn(services, assessment, 'release')
}

/**
 * Lets in what came after a release and is enough by now: at least three groups, or three
 * closed interviews about different teams. The clock asks, so that nobody chooses the moment.
 */
export async function letInLatecomers(services: Timed): Promise<void> {
  const ended = [
    ...(await everyAssessmentIn(services, 'released')),
    ...(await everyAssessmentIn(services, 'shredded')),
  ]
  for (const assessment of ended.filter(isReleased)) {
    await letSourcesIn(services, assessment, 'later')
  }
}

async function letSourcesIn(
  services: Timed,
  assessment: ReleasedAssessment,
  at: 'release' | 'later',
): Promise<void> {
  const { id } = assessment
  const { source, ready } = await groupsToHear(services, id)
  await letIn<Answers>(services, id, source, {
    ready,
    areEnough: (groups) => groups.length >= fewestGroups,
    at,
  })
  await letIn<ManagerSaid>(services, id, 'managers', {
    ready: await finishedInterviews(services, assessment),
    areEnough: (said) => areEnough(said.map((one) => asHeard(assessment, one).team)),
    at,
  })
}

/**
 * The groups that may be let in. Once facilitators have locked their coding these are its groups
 * alone, whatever was typed in: pooled with forms that an organiser adds and takes out, results
 * would tell what one coded group said.
 */
async function groupsToHear(
  { db }: Pick<Services, 'db'>,
  id: AssessmentId,
): Promise<{
  readonly source: HeardSource
  readonly ready: readonly Voice<Answers>[]
}> {
  const coded = await codedAnswers({ db }, id)
  if (!coded) return { source: 'groups', ready: await groupAnswers({ db }, id) }
  const voices = coded.map((said, place) => ({ id: `${place}`, said }))
  return { source: 'coded-groups', ready: voices }
}

/** What groups told, in batches: coded groups alone, once they are in. */
export async function heardGroups(
  { db }: Pick<Services, 'db'>,
  id: AssessmentId,
): Promise<readonly HeardBatch<Answers>[]> {
  const coded = await heardOf<Answers>({ db }, id, 'coded-groups')
  return coded.length > 0 ? coded : heardOf<Answers>({ db }, id, 'groups')
}

/** How far the sources beside the survey are: counts, whatever the state, and never a score. */
export async function sourcesSoFar(
  { db }: Pick<Services, 'db'>,
  assessment: Assessment,
): Promise<Sources> {
  const { id } = assessment
  const { source, ready } = await groupsToHear({ db }, id)
  return {
    focusGroups: soFar(ready, await heardOf<Answers>({ db }, id, source)),
    interviews: soFar(
      await finishedInterviews({ db }, assessment),
      await heardOf<ManagerSaid>({ db }, id, 'managers'),
    ),
  }
}

function soFar<Said>(
  ready: Parameters<typeof waitingOf<Said>>[0],
  batches: Parameters<typeof waitingOf<Said>>[1],
): Sources['interviews'] {
  const counted = batches.map(({ number, month, voices }) => ({
    number,
    month,
    count: voices.length,
  }))
  return {
    heard: counted.reduce((sum, { count }) => sum + count, 0),
    waiting: waitingOf(ready, batches).length,
    later: counted
      .filter(({ number }) => number > 0)
      .map(({ month, count }) => ({ month, count })),
  }
}
