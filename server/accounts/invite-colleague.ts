import type { OfficeDatabase } from '../database/office.ts'
import { Refusal } from '../refusal.ts'
import type { NewUser, Services } from '../services.ts'
import type { Member } from './access.ts'
import type {
  AcceptInvitation,
  Invitation,
  InviteColleague,
  Invited,
  Role,
} from './contract.ts'
import { findInvitation } from './door-keys/invitations.ts'
import { saveDoorKey } from './door-keys/store.ts'
import { joinOrganization } from './join-organization.ts'
import { refuseWeakPassword } from './password-rules.ts'
import { hashOf, newSecret } from './secrets.ts'
import { hasEmployeeSide, lockOrganization } from './store.ts'

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
  const secret = newSecret()
  const expiresAt = new Date(clock.now().getTime() + linkLivesMilliseconds).toISOString()
  await db.transaction().execute(async (transaction) => {
    await lockOrganization(transaction, member.organization.id)
    if (!(await mayInvite(transaction, member, role))) {
      throw new Refusal('side-calls-its-own')
    }
    await saveDoorKey(transaction, {
      secretHash: hashOf(secret),
      opens: 'invitation',
      organizationId: member.organization.id,
      role,
      email: email.toLowerCase(),
      expiresAt,
    })
  })
  return { link: `${config.origin}/join#${secret}`, role, expiresAt }
}

async function mayInvite(
  db: OfficeDatabase,
  { role: mine, organization }: Member,
  role: Role,
): Promise<boolean> {
  if (role !== 'employee-side') return mine === 'organiser'
  if (mine === 'employee-side') return true
  return !(await hasEmployeeSide(db, organization.id))
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
  {
    db,
    clock,
    authentication,
    guessing,
  }: Pick<Services, 'db' | 'clock' | 'authentication' | 'guessing'>,
  { secret, name, password }: AcceptInvitation,
): Promise<readonly string[]> {
  const invited = await findInvitation(db, hashOf(secret), clock.now())
  if (!invited) throw new Refusal('invitation-spent')
  const { email, organization } = invited
  refuseWeakPassword(password, { name, email, organization: organization.name })
  if (await authentication.isTaken(email)) throw new Refusal('invitation-spent')

  const userId = await newUser(authentication, { name, email, password })
  const joining = { userId, name, secretHash: hashOf(secret), now: clock.now() }
  const joined = await joinOrganization(db, organization.id, joining)
  if (joined !== 'joined') {
    await authentication.removeUser(userId)
    throw new Refusal(joined)
  }
  const signedIn = await authentication.signIn(email, password)
  if (!signedIn) throw new Refusal('wrong-password')
  return [...signedIn.cookies, guessing.cookieFor(email)]
}

/** Two who take one link at the same moment both find the address free; one is then told no. */
async function newUser(
  authentication: Services['authentication'],
  person: NewUser,
): Promise<string> {
  try {
    return await authentication.createUser(person)
  } catch (error) {
    if (await authentication.isTaken(person.email)) throw new Refusal('invitation-spent')
    throw error
  }
}
