import { randomUUID } from 'node:crypto'
import { isGroup } from '#analysis/sources/focus-groups.ts'
import { focusGroupForm } from '#surveys/focus-group-form.ts'
import type { Answers } from '#surveys/questionnaire.ts'
import { compileReader } from '#surveys/read-answers.ts'
import type { Member, Organiser } from '../accounts/access.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import { askedAssessmentOf, assessmentOf } from '../assessments/find-assessment.ts'
import { acceptAnswers } from '../doors.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import { FocusGroupId, type FocusGroupSession, type NewSession } from './contract.ts'
import { listSessions, removeSession, type StoredSession, saveSession } from './store.ts'

type Reach = Pick<Services, 'db'>

const readForm = compileReader(focusGroupForm)

/** Keeps the intake form of one session. */
export async function recordSession(
  { db }: Reach,
  organiser: Organiser,
  assessment: AssessmentId,
  { month, answers }: NewSession,
): Promise<FocusGroupSession> {
  await askedAssessmentOf({ db }, organiser, assessment)
  const session = {
    id: FocusGroupId.parse(randomUUID()),
    month,
    answers: acceptAnswers(readForm, answers),
  }
  await saveSession(db, assessment, session)
  return summaryOf(session)
}

export async function sessionsOf(
  { db }: Reach,
  member: Member,
  assessment: AssessmentId,
): Promise<readonly FocusGroupSession[]> {
  await assessmentOf({ db }, member, assessment)
  return (await listSessions(db, assessment)).map(summaryOf)
}

/** What each counted group said, for the analysis over all of them. */
export async function groupAnswers(
  { db }: Reach,
  assessment: AssessmentId,
): Promise<readonly { readonly id: string; readonly said: Answers }[]> {
  return (await listSessions(db, assessment))
    .filter(({ answers }) => isGroup(answers))
    .map(({ id, answers }) => ({ id, said: answers }))
}

/**
 * Takes out a session that was entered by mistake. Results that it was let into stay as they are.
 */
export async function discardSession(
  { db }: Reach,
  organiser: Organiser,
  assessment: AssessmentId,
  id: FocusGroupId,
): Promise<void> {
  await askedAssessmentOf({ db }, organiser, assessment)
  if (!(await removeSession(db, assessment, id))) throw new Refusal('not-found')
}

function summaryOf({ id, month, answers }: StoredSession): FocusGroupSession {
  const participants = Number(answers['participants'])
  return { id, month, participants, counted: isGroup(answers) }
}
