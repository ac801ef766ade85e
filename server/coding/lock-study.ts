import { answersOfStudy, releaseThemes } from '#analysis/coding/locked-study.ts'
import type { Answers } from '#surveys/questionnaire.ts'
import type { Facilitator, Member } from '../accounts/access.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import { planForGroups } from '../assessments/plan-for-groups.ts'
import { lockSessions } from '../group-studies/move-coding.ts'
import { type Problem, Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import { changeStudy } from './change-study.ts'
import type { Obstacle, ReleasedThemes } from './contract.ts'
import { settle } from './finished-study.ts'
import { loadStudy } from './load-study.ts'
import { findAnswers, findStudy, saveLock } from './store.ts'

type Reach = Pick<Services, 'db'>

/**
 * Locks a study for good: its themes are tabled once, over all its groups, and both sides may
 * read them. Nothing of it is ever made again with more groups or fewer, since the difference
 * of two tables would tell what one group said.
 *
 * @throws Refusal 'coding-not-ready', naming everything that is left to do
 */
export async function lockStudy(
  { db }: Reach,
  facilitator: Facilitator,
  id: AssessmentId,
): Promise<void> {
  await changeStudy({ db }, facilitator, id, async ({ transaction }) => {
    const reach = { db: transaction }
    const loaded = await loadStudy(reach, facilitator, id)
    const { study, obstacles } = await settle(reach, facilitator, id, loaded)
    const locked = releaseThemes(study)
    if (obstacles.length > 0 || !locked) {
      throw new Refusal('coding-not-ready', obstacles.map(toProblem))
    }
    await saveLock(transaction, id, locked, inNoOrder(answersOfStudy(study)))
    await lockSessions(transaction, id)
  })
}

const toProblem = ({ what, count }: Obstacle): Problem => ({
  where: what,
  expected: `none, got ${count}`,
  say: `coding.obstacle.${what}`,
  words: { count },
})

/** What was kept of groups tells nothing of when each was held. */
function inNoOrder(answers: readonly Answers[]): readonly Answers[] {
  return answers
    .map((one) => ({ one, text: JSON.stringify(one) }))
    .toSorted((a, b) => (a.text < b.text ? -1 : 1))
    .map(({ one }) => one)
}

/** What both sides may read of the groups: nothing at all before the study is locked. */
export async function releasedThemesOf(
  { db }: Reach,
  member: Member,
  id: AssessmentId,
): Promise<ReleasedThemes> {
  await planForGroups({ db }, member, id)
  const locked = (await findStudy(db, id))?.locked
  return locked ? { state: 'locked', themes: locked } : { state: 'not-locked' }
}

/**
 * What the intake form of each coded group would say, for the analysis over all of them;
 * undefined before the study is locked.
 */
export async function codedAnswers(
  { db }: Reach,
  id: AssessmentId,
): Promise<readonly Answers[] | undefined> {
  return findAnswers(db, id)
}
