import { type Validation, validationOf } from '#analysis/needs/validation.ts'
import type { Member, Organiser } from '../accounts/access.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import type { Examination, Examinations, OfKind } from './contract.ts'
import { listExaminations, removeExamination, saveExamination } from './store.ts'

type Reach = Pick<Services, 'db'>

export async function examinationsOf(
  { db }: Reach,
  member: Member,
): Promise<Examinations> {
  return { examinations: await listExaminations(db, member) }
}

/**
 * Puts a check of the questions on record, with who did it and when.
 *
 * @throws Refusal for a day that has not been yet
 */
export async function recordExamination(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  organiser: Organiser,
  examination: Examination,
): Promise<Examinations> {
  if (examination.on > clock.now().toISOString().slice(0, 10)) {
    throw new Refusal('day-not-yet')
  }
  await saveExamination(db, organiser, examination)
  return examinationsOf({ db }, organiser)
}

/** Takes a record back, as one entered by mistake. */
export async function withdrawExamination(
  { db }: Reach,
  organiser: Organiser,
  which: OfKind,
): Promise<Examinations> {
  await removeExamination(db, organiser, which)
  return examinationsOf({ db }, organiser)
}

/** How far the questions can be relied on, as results say it. */
export async function validationFor({ db }: Reach, member: Member): Promise<Validation> {
  return validationOf(await listExaminations(db, member))
}
