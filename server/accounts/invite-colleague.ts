import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import type { Member } from './access.ts'
import type {
  AcceptInvitation,
  Invitation,
  InviteColleague,
  Invited,
  Role,
} from './contract.ts'
import { refuseWeakPassword } from './password-rules.ts'
import { hashOf, newSecret } from './secrets.ts'
import {
  findInvitation,
  listPeople,
  saveDoorKey,
  saveMembership,
  takeDoorKey,
} from './store.ts'

const linkLivesMilliseconds = 7 * 24 * 3_600_000

/**
 * Makes a one-time link with which a colleague joins in a role. Once somebody speaks for the
 * employees, only the employee side calls in others who do: an organiser with a second account
 * there would be both sides.
 */
export async function inviteColleague(
  { db, clock, config }: Pick<Services, 'db' | 'clock' | 'config'>,
  member: Member,
  { role, email }: InviteColleague,
): Promise<Invitation> {
  if (!(await mayInvite({ db }, member, role))) {
    throw new Refusal('side-calls-its-own')
  }
  const secret = newSecret()
  const expiresAt = new Date(clock.now().getTime() + linkLivesMilliseconds).toISOString()
  await saveDoorKey(db, {
    secretHash: hashOf(secret),
    opens: 'invitation',
    organizationId: member.organization.id,
    role,
    email: email.toLowerCase(),
    expiresAt,
  })
  return { link: `${config.origin}/join#${secret}`, role, expiresAt }
}

async function mayInvite(
  { db }: Pick<Services, 'db'>,
  { role: mine, organization }: Member,
  role: Role,
): Promise<boolean> {
  if (role !== 'employee-side') return mine === 'organiser'
  if (mine === 'employee-side') return true
  return (await listPeople(db, organization.id, 'employee-side')).length === 0
}

/** What a link is for. The same no for every link that does not hold. */
export async function lookAtInvitation(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  secret: string,
): Promise<Invited> {
  const found = await findInvitation(db, hashOf(secret), clock.now())
  if (!found) throw new Refusal('invitation-spent')
  return { email: found.email, role: found.role, organization: found.organization.name }
}

/** Joins the organization that the link names, by the address it names, and signs the person in. */
export async function acceptInvitation(
  { db, clock, authentication }: Pick<Services, 'db' | 'clock' | 'authentication'>,
  { secret, name, password }: AcceptInvitation,
): Promise<readonly string[]> {
  const invited = await findInvitation(db, hashOf(secret), clock.now())
  if (!invited) throw new Refusal('invitation-spent')
  const { email, organization } = invited
  refuseWeakPassword(password, { name, email, organization: organization.name })
  if (await authentication.isTaken(email)) throw new Refusal('invitation-spent')
  const key = await takeDoorKey(db, hashOf(secret), 'invitation', clock.now())
  if (!key?.organizationId || !key.role) throw new Refusal('invitation-spent')

  const userId = await authentication.createUser({ name, email, password })
  await saveMembership(db, userId, key.organizationId, key.role)
  const signedIn = await authentication.signIn(email, password)
  if (!signedIn) throw new Refusal('wrong-password')
  return signedIn.cookies
}
