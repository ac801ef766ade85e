import type { Facts } from '#analysis/orientation/facts.ts'
import type { Locale } from '#surveys/locale.ts'
import type { Member, Organiser } from '../accounts/access.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import { releasedAssessmentOf } from '../assessments/find-assessment.ts'
import { runOffThread } from '../jobs/off-thread.ts'
import { componentsIn, programOf } from '../programs/decide.ts'
import { Refusal } from '../refusal.ts'
import { assess } from '../results/assess.ts'
import type { Services } from '../services.ts'
import type { AccessRoute, MaterialKind, Orientation } from './contract.ts'
import { findRoute, saveRoute } from './store.ts'

type Reach = Pick<Services, 'db'>

export interface ToProduce {
  readonly facts: Facts
  readonly kind: MaterialKind
  readonly locale: Locale
}

/** What is still missing before material can be made. */
export async function orientationOf(
  { db }: Reach,
  member: Member,
  id: AssessmentId,
): Promise<Orientation> {
  const { adopted } = await programOf({ db }, member, id)
  const route = await findRoute(db, id)
  return { route, ready: adopted !== null && route !== null }
}

/** Keeps how people reach the program. */
export async function describeRoute(
  { db }: Reach,
  organiser: Organiser,
  id: AssessmentId,
  route: AccessRoute,
): Promise<Orientation> {
  await releasedAssessmentOf({ db }, organiser, id)
  await saveRoute(db, id, route)
  return orientationOf({ db }, organiser, id)
}

/** Makes one material in one language from the adopted program and nothing else. */
export async function produceMaterial(
  { db }: Reach,
  member: Member,
  id: AssessmentId,
  kind: MaterialKind,
  locale: Locale,
): Promise<Uint8Array> {
  const assessment = await releasedAssessmentOf({ db }, member, id)
  const program = await programOf({ db }, member, id)
  if (!program.adopted) throw new Refusal('program-not-adopted')
  const route = await findRoute(db, id)
  if (!route) throw new Refusal('contact-details-missing')

  const { outline, needs } = await assess({ db }, member, assessment)
  const facts: Facts = {
    organization: member.organization.name,
    example: assessment.example,
    release: outline,
    needs,
    components: componentsIn(program).map(({ component }) => component),
    route,
    contacts: assessment.contacts,
  }
  const input: ToProduce = { facts, kind, locale }
  return runOffThread(new URL('./material.worker.ts', import.meta.url), input)
}
