import type { Locale } from '#surveys/locale.ts'
import type { Member } from '../accounts/access.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import { assessmentOf, releasedAssessmentOf } from '../assessments/find-assessment.ts'
import { runOffThread } from '../jobs/off-thread.ts'
import { adoptedProgram } from '../programs/adopted-program.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import type { ReportKind, Reports } from './contract.ts'
import { type ReleaseFacts, releaseFactsOf } from './published-facts.ts'
import { findFile, findMade } from './store.ts'

type Reach = Pick<Services, 'db'>

/** What there is of a release, the same for both sides; and where employees read it. */
export async function reportsOf(
  { db, config }: Pick<Services, 'db' | 'config'>,
  member: Member,
  id: AssessmentId,
): Promise<Reports> {
  await assessmentOf({ db }, member, id)
  const adopted = await adoptedProgram({ db }, id)
  return {
    made: await findMade(db, id),
    page: { address: `${config.origin}/results/${id}`, programOn: adopted?.on ?? null },
  }
}

/** One of the documents, to the byte what everybody gets. */
export async function reportFile(
  { db }: Reach,
  member: Member,
  id: AssessmentId,
  kind: ReportKind,
  locale: Locale,
): Promise<Uint8Array> {
  await refuseUnmade({ db }, member, id)
  const file = await findFile(db, id, kind, locale)
  if (!file) throw new Refusal('reports-not-made')
  return file
}

export interface SheetToMake {
  readonly facts: ReleaseFacts
  readonly unit: string
  readonly locale: Locale
}

/** The sheet for who leads one unit: too many to keep, and the same every time it is made. */
export async function unitSheet(
  { db }: Reach,
  member: Member,
  id: AssessmentId,
  unit: string,
  locale: Locale,
): Promise<Uint8Array> {
  const { units } = await refuseUnmade({ db }, member, id)
  if (!units.some((one) => one.id === unit)) throw new Refusal('unit-not-found')
  const assessment = await releasedAssessmentOf({ db }, member, id)
  const input: SheetToMake = {
    facts: await releaseFactsOf({ db }, assessment),
    unit,
    locale,
  }
  return runOffThread(new URL('./unit-sheet.worker.ts', import.meta.url), input)
}

async function refuseUnmade({ db }: Reach, member: Member, id: AssessmentId) {
  await releasedAssessmentOf({ db }, member, id)
  const made = await findMade(db, id)
  if (!made) throw new Refusal('reports-not-made')
  return made
}
