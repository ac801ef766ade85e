import type { Facts } from '#analysis/orientation/fact-fields.ts'
import type { Records } from '#analysis/orientation/records.ts'
import type { Findings } from '#analysis/orientation/tailoring.ts'
import type { Locale } from '#surveys/locale.ts'
import type { Member } from '../accounts/access.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import { releasedAssessmentOf } from '../assessments/find-assessment.ts'
import { runOffThread } from '../jobs/off-thread.ts'
import { componentsIn, programOf } from '../programs/decide.ts'
import { assess } from '../results/assess.ts'
import { storedReleaseOf } from '../results/whole-release.ts'
import type { Services } from '../services.ts'
import { findFacts } from './store.ts'

type Reach = Pick<Services, 'db'>

/** Everything material is made from, and whether the program it introduces was adopted. */
export interface Known {
  readonly records: Records
  readonly languages: readonly Locale[]
  readonly adopted: boolean
}

/** Gathers the program, the facts about it, and what was released. Nothing finer is read. */
export async function recordsOf(
  { db }: Reach,
  member: Member,
  id: AssessmentId,
): Promise<Known> {
  const assessment = await releasedAssessmentOf({ db }, member, id)
  const program = await programOf({ db }, member, id)
  const { outline, needs } = await assess({ db }, member, assessment)
  const facts: Facts = await findFacts(db, id)
  const ways = await waysOf({ db }, id)
  return {
    languages: assessment.languages,
    adopted: program.adopted !== null,
    records: {
      organization: member.organization.name,
      example: assessment.example,
      responseRate: outline.organization.responseRate,
      findings: { needs, wanted: outline.wanted, ways },
      components: componentsIn(program).map(({ component }) => component),
      facts,
      contacts: assessment.contacts,
    },
  }
}

const mostKept = 20
const kept = new Map<AssessmentId, Promise<Findings['ways']>>()

/** A release never changes; of a large organization it takes seconds to read. */
function waysOf({ db }: Reach, id: AssessmentId): Promise<Findings['ways']> {
  const reading = kept.get(id) ?? readWays({ db }, id)
  reading.catch(() => kept.delete(id))
  kept.set(id, reading)
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break
    kept.delete(oldest)
  }
  return reading
}

async function readWays({ db }: Reach, id: AssessmentId): Promise<Findings['ways']> {
  const stored = await storedReleaseOf({ db }, id)
  return runOffThread(new URL('./ways.worker.ts', import.meta.url), stored)
}
