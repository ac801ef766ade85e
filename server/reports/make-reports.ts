import { type Locale, locales } from '#surveys/locale.ts'
import type { Member } from '../accounts/access.ts'
import type { AssessmentId, ReleasedAssessment } from '../assessments/contract.ts'
import { releasedAssessmentOf } from '../assessments/find-assessment.ts'
import type { Job } from '../jobs/contract.ts'
import type { Jobs, Report } from '../jobs/jobs.ts'
import { runOffThread } from '../jobs/off-thread.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import type { ReportKind, Reports } from './contract.ts'
import { type ReleaseFacts, releaseFactsOf } from './published-facts.ts'
import { findMade, forgetFiles, saveFile, saveMade } from './store.ts'

type Reach = Pick<Services, 'db' | 'clock'>

export interface ToMake {
  readonly facts: ReleaseFacts
  readonly locale: Locale
}

/** Every document in one language. */
export interface MadeInLanguage {
  readonly files: Readonly<Record<ReportKind, Uint8Array>>
  readonly units: NonNullable<Reports['made']>['units']
}

/**
 * Either side has the documents made: once, in every language, in the background. Both sides
 * have them at the same moment, when the last one is there.
 */
export async function startReports(
  services: Reach & { readonly jobs: Jobs },
  member: Member,
  id: AssessmentId,
): Promise<Job> {
  const assessment = await releasedAssessmentOf(services, member, id)
  if (await findMade(services.db, id)) throw new Refusal('reports-already-made')
  return services.jobs.start(
    member.organization.id,
    (report) => makeReports(services, assessment, report),
    `reports ${id}`,
  )
}

async function makeReports(
  { db, clock }: Reach,
  assessment: ReleasedAssessment,
  report: Report,
): Promise<void> {
  const { id } = assessment
  // Another process may have made them since they were asked for.
  if (await findMade(db, id)) return
  const facts = await releaseFactsOf({ db }, assessment)
  await forgetFiles(db, id)
  let units: MadeInLanguage['units'] = []
  for (const [at, locale] of locales.entries()) {
    report(at / locales.length, locale)
    const input: ToMake = { facts, locale }
    const worker = new URL('./reports.worker.ts', import.meta.url)
    const made = await runOffThread<MadeInLanguage>(worker, input)
    for (const [kind, content] of Object.entries(made.files)) {
      await saveFile(db, id, { kind: kind as ReportKind, locale, content })
    }
    units = made.units
  }
  await saveMade(db, id, { on: clock.now().toISOString().slice(0, 10), units })
}
