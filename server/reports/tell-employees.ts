import { createHash } from 'node:crypto'
import { type Awaited, awaitingPage } from '#analysis/report/employee-page.ts'
import type { Locale } from '#surveys/locale.ts'
import {
  type Assessment,
  type AssessmentId,
  isChangeable,
  isReleased,
  type ReleasedAssessment,
} from '../assessments/contract.ts'
import { anyAssessment } from '../assessments/find-assessment.ts'
import { runOffThread } from '../jobs/off-thread.ts'
import { type AdoptedProgram, adoptedProgram } from '../programs/adopted-program.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import { ToldPage } from './contract.ts'
import { type ReleaseFacts, releaseFactsOf } from './published-facts.ts'
import { findTold, saveTold } from './store.ts'

type Reach = Pick<Services, 'db' | 'clock'>

export interface ToTell {
  readonly facts: ReleaseFacts
  /** as it was adopted; null before */
  readonly program: AdoptedProgram | null
}

/** A number up for every change of what pages say: those of before are made anew. */
const edition = 2

const underWay = new Map<string, Promise<readonly ToldPage[]>>()

/**
 * The page for all employees, who are not signed in, as JSON: when results come; with the
 * release what was found; with the adoption of a program what will be done. Nobody publishes
 * it and nobody can hold it back: it follows from what both sides decided.
 */
export async function toldPage(
  reach: Reach,
  id: AssessmentId,
  locale: Locale,
): Promise<string> {
  const assessment = await anyAssessment(reach, id)
  if (isReleased(assessment)) return releasedPage(reach, assessment, locale)
  const page = awaitingPage(assessment, awaitedOf(assessment, reach), locale)
  return JSON.stringify(ToldPage.parse(page))
}

/** @throws Refusal for a plan: what was never frozen, given up or not, is nobody's to know of */
function awaitedOf(assessment: Assessment, { clock }: Pick<Reach, 'clock'>): Awaited {
  if (isChangeable(assessment)) throw new Refusal('assessment-not-found')
  const { state } = assessment
  if (state === 'aborted' || (state === 'shredded' && assessment.ended === 'aborted')) {
    if (assessment.frozenOn === null) throw new Refusal('assessment-not-found')
    return { kind: 'ended', because: assessment.abortedFor }
  }
  const by = assessment.resultsBy
  if (by === null) throw new Refusal('assessment-not-found')
  return { kind: 'promised', by, isLate: clock.now().toISOString().slice(0, 10) > by }
}

async function releasedPage(
  { db }: Pick<Reach, 'db'>,
  assessment: ReleasedAssessment,
  locale: Locale,
): Promise<string> {
  const { id } = assessment
  const program = await adoptedProgram({ db }, id)
  const known = JSON.stringify([edition, program])
  const madeFrom = createHash('sha256').update(known).digest('hex')
  const kept = await findTold(db, id, locale, madeFrom)
  if (kept) return kept
  const key = `${id} ${madeFrom}`
  const making =
    underWay.get(key) ??
    makePages({ db }, assessment, program)
      .then(async (pages) => {
        await saveTold(db, id, madeFrom, pages)
        return pages
      })
      .finally(() => underWay.delete(key))
  underWay.set(key, making)
  const pages = await making
  return JSON.stringify(pages.find((page) => page.locale === locale))
}

/** In all languages at once: it takes a second, and everybody comes when results are out. */
async function makePages(
  { db }: Pick<Reach, 'db'>,
  assessment: ReleasedAssessment,
  program: AdoptedProgram | null,
): Promise<readonly ToldPage[]> {
  const input: ToTell = { facts: await releaseFactsOf({ db }, assessment), program }
  const worker = new URL('./told.worker.ts', import.meta.url)
  return runOffThread<readonly ToldPage[]>(worker, input)
}
