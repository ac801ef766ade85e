import { randomUUID } from 'node:crypto'
import { managerInterviewForm } from '#surveys/manager-interview-form.ts'
import type { Answers } from '#surveys/questionnaire.ts'
import { compileReader } from '#surveys/read-answers.ts'
import type { Member, Organiser } from '../accounts/access.ts'
import type { Assessment, AssessmentId } from '../assessments/contract.ts'
import { askedAssessmentOf, assessmentOf } from '../assessments/find-assessment.ts'
import { acceptAnswers } from '../doors.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import { type Interview, InterviewId, type NewInterview } from './contract.ts'
import {
  listInterviews,
  removeInterview,
  type StoredInterview,
  saveInterview,
} from './store.ts'

type Reach = Pick<Services, 'db'>

const readForm = compileReader(managerInterviewForm)

/** Keeps what a manager said of a team. */
export async function recordInterview(
  { db }: Reach,
  organiser: Organiser,
  id: AssessmentId,
  { unit, month, answers }: NewInterview,
): Promise<Interview> {
  const { counted } = await askedAssessmentOf({ db }, organiser, id)
  if (!counted.some((each) => each.id === unit)) {
    throw new Refusal('malformed-answers', [
      { where: 'unit', expected: `one of: ${counted.map((each) => each.id).join(', ')}` },
    ])
  }
  const interview = {
    id: InterviewId.parse(randomUUID()),
    unit,
    month,
    answers: acceptAnswers(readForm, answers),
  }
  await saveInterview(db, id, interview)
  return summaryOf(interview)
}

export async function interviewsOf(
  { db }: Reach,
  member: Member,
  id: AssessmentId,
): Promise<readonly Interview[]> {
  await assessmentOf({ db }, member, id)
  return (await listInterviews(db, id)).map(summaryOf)
}

/** What managers said, each with the head count of the team it is about. */
export async function managerAnswers(
  { db }: Reach,
  { id, counted }: Assessment,
): Promise<readonly { readonly unitHeadcount: number; readonly answers: Answers }[]> {
  const headcounts = new Map(counted.map((unit) => [unit.id, unit.headcount]))
  return (await listInterviews(db, id)).map(({ unit, answers }) => ({
    unitHeadcount: headcounts.get(unit) ?? 0,
    answers,
  }))
}

/** Takes out an interview that was entered by mistake. */
export async function discardInterview(
  { db }: Reach,
  organiser: Organiser,
  assessment: AssessmentId,
  id: InterviewId,
): Promise<void> {
  await askedAssessmentOf({ db }, organiser, assessment)
  if (!(await removeInterview(db, assessment, id))) throw new Refusal('not-found')
}

function summaryOf({ id, unit, month }: StoredInterview): Interview {
  return { id, unit, month }
}
