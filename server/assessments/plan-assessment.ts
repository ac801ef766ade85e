import { randomUUID } from 'node:crypto'
import { locales } from '#surveys/locale.ts'
import type { Organiser } from '../accounts/access.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import {
  type Assessment,
  AssessmentId,
  type ChangeableAssessment,
  type Plan,
  type Questions,
} from './contract.ts'
import { assessmentOf, draftOf } from './find-assessment.ts'
import { readUnits } from './read-units.ts'
import {
  removeAssessments,
  saveChange,
  saveNewDraft,
  savePlan,
  saveQuestions,
  saveUnits,
} from './store.ts'

type Reach = Pick<Services, 'db'>

/** Begins an assessment as a draft, in all languages. */
export async function planAssessment(
  { db }: Reach,
  organiser: Organiser,
  name: string,
): Promise<Assessment> {
  const id = AssessmentId.parse(randomUUID())
  await saveNewDraft(db, organiser, { id, name, languages: [...locales] })
  return assessmentOf({ db }, organiser, id)
}

/** Changes what a draft says. An approval that was given lapses. */
export async function revisePlan(
  { db }: Reach,
  organiser: Organiser,
  id: AssessmentId,
  plan: Plan,
): Promise<Assessment> {
  const draft = await draftOf({ db }, organiser, id)
  if (!(await savePlan(db, draft, plan)))
    throw new Refusal('assessment-changed-meanwhile')
  return assessmentOf({ db }, organiser, id)
}

/** Changes what is asked beside the core. An approval that was given lapses. */
export async function chooseQuestions(
  { db }: Reach,
  organiser: Organiser,
  id: AssessmentId,
  questions: Questions,
): Promise<Assessment> {
  const draft = await draftOf({ db }, organiser, id)
  if (!(await saveQuestions(db, draft, questions)))
    throw new Refusal('assessment-changed-meanwhile')
  return assessmentOf({ db }, organiser, id)
}

/** Takes the units from a CSV file. Nothing of a file with a mistake is kept. */
export async function importUnits(
  { db }: Reach,
  organiser: Organiser,
  id: AssessmentId,
  csv: string,
): Promise<Assessment> {
  const draft = await draftOf({ db }, organiser, id)
  const units = readUnits(csv)
  if (!(await saveUnits(db, draft, units)))
    throw new Refusal('assessment-changed-meanwhile')
  return assessmentOf({ db }, organiser, id)
}

/**
 * Something that belongs to a draft changed elsewhere, such as who holds the keys: what was
 * approved is no longer what stands there.
 */
export async function noteChange(
  { db }: Reach,
  draft: ChangeableAssessment,
): Promise<void> {
  if (!(await saveChange(db, draft))) throw new Refusal('assessment-changed-meanwhile')
}

/** Removes every assessment of an example organization. No real one can be removed this way. */
export async function discardAssessments(
  { db }: Reach,
  organiser: Organiser,
): Promise<void> {
  if (!organiser.organization.example) throw new Refusal('organisers-only')
  await removeAssessments(db, organiser)
}
