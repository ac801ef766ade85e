import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import type { Organiser } from './access.ts'
import type { AcceptInvitation, Invitation, Role } from './contract.ts'
import { hashOf, newSecret } from './secrets.ts'
import { saveDoorKey, saveMembership, takeDoorKey } from './store.ts'

const linkLivesMilliseconds = 7 * 24 * 3_600_000

/** Makes a one-time link with which a colleague joins in a role. */
export async function inviteColleague(
  { db, clock, config }: Pick<Services, 'db' | 'clock' | 'config'>,
  organiser: Organiser,
  role: Role,
): Promise<Invitation> {
  const secret = newSecret()
  const expiresAt = new Date(clock.now().getTime() + linkLivesMilliseconds).toISOString()
  await saveDoorKey(db, {
    secretHash: hashOf(secret),
    opens: 'invitation',
    organizationId: organiser.organization.id,
    role,
    expiresAt,
  })
  return { link: `${config.origin}/join#${secret}`, role, expiresAt }
}

/** Joins the organization that the link names, and signs the person in. */
export async function acceptInvitation(
  { db, clock, authentication }: Pick<Services, 'db' | 'clock' | 'authentication'>,
  { secret, name, email, password }: AcceptInvitation,
): Promise<readonly string[]> {
  if (await authentication.isTaken(email)) throw new Refusal('email-taken')
  const key = await takeDoorKey(db, hashOf(secret), 'invitation', clock.now())
  if (!key?.organizationId || !key.role) throw new Refusal('invitation-spent')

  const userId = await authentication.createUser({ name, email, password })
  await saveMembership(db, userId, key.organizationId, key.role)
  const cookies = await authentication.signIn(email, password)
  if (!cookies) throw new Refusal('wrong-password')
  return cookies
}
