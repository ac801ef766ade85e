import { fewestGroupsFor } from '#surveys/focus-group-guide.ts'
import type { SignedIn } from '../accounts/access.ts'
import { facilitatorsFor } from '../accounts/facilitators.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import { studyOf } from '../assessments/find-assessment.ts'
import { planForGroups } from '../assessments/plan-for-groups.ts'
import type { Services } from '../services.ts'
import type { GroupsOfAssessment } from './contract.ts'
import { conductsOf } from './readiness.ts'
import { findStudy, listSessions, type StoredSession } from './store.ts'

type Reach = Pick<Services, 'db'>

/** What is planned, for both sides and for whoever holds it. */
export async function groupsOf(
  { db }: Reach,
  person: SignedIn,
  id: AssessmentId,
): Promise<GroupsOfAssessment> {
  const assessment = await studyOf({ db }, person, id)
  const { people: headcount } = await planForGroups({ db }, person, id)
  const people = await facilitatorsFor({ db }, person)
  const conducts = await conductsOf(
    { db },
    people.map((one) => one.id),
  )
  const names = new Map(people.map(({ id: one, name }) => [one, name]))
  const sessions = await listSessions(db, id)
  return {
    assessment,
    study: (await findStudy(db, id)) ?? null,
    fewestGroups: fewestGroupsFor(headcount),
    sessions: sessions.map(({ facilitator, ...session }) => ({
      ...session,
      facilitator: { id: facilitator, name: names.get(facilitator) ?? '' },
    })),
    facilitators: people.map((one) => ({
      ...one,
      conduct: conducts.get(one.id) ?? null,
    })),
    me: person.role === 'facilitator' ? person.userId : null,
  }
}

/** Every session of an assessment, whoever asks: for seats, which employees take without an account. */
export async function sessionsFor(
  { db }: Reach,
  assessment: AssessmentId,
): Promise<readonly StoredSession[]> {
  return listSessions(db, assessment)
}
