import type { Facilitator } from '../accounts/access.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import type { GroupSession, GroupSessionId } from '../group-studies/contract.ts'
import { sessionsFor } from '../group-studies/groups-of.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'

/**
 * A session, for the facilitator who holds it.
 *
 * @throws Refusal 'session-not-found' or 'not-your-session'
 */
export async function ownSession(
  { db }: Pick<Services, 'db'>,
  { userId }: Facilitator,
  id: AssessmentId,
  session: GroupSessionId,
): Promise<Omit<GroupSession, 'facilitator'>> {
  const found = (await sessionsFor({ db }, id)).find((one) => one.id === session)
  if (!found) throw new Refusal('session-not-found')
  if (found.facilitator !== userId) throw new Refusal('not-your-session')
  return found
}
