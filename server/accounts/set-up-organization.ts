import { randomUUID } from 'node:crypto'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import { OrganizationId, type SetUp } from './contract.ts'
import { removeSetUpKeys, saveDoorKey, takeDoorKey } from './door-keys/store.ts'
import { refuseWeakPassword } from './password-rules.ts'
import { hashOf, newSecret } from './secrets.ts'
import { findOrganization, saveMembership, saveOrganization } from './store.ts'

const linkLivesMilliseconds = 7 * 24 * 3_600_000

/**
 * Makes the one-time link for the first organiser, in place of any earlier one.
 *
 * @returns null once an organization has been set up
 */
export async function offerSetUp({
  db,
  clock,
  config,
}: Pick<Services, 'db' | 'clock' | 'config'>): Promise<string | null> {
  if (await findOrganization(db, 'real')) return null
  const secret = newSecret()
  await removeSetUpKeys(db)
  await saveDoorKey(db, {
    secretHash: hashOf(secret),
    opens: 'set-up',
    organizationId: null,
    role: null,
    email: null,
    expiresAt: new Date(clock.now().getTime() + linkLivesMilliseconds).toISOString(),
  })
  return `${config.origin}/set-up#${secret}`
}

/** Sets up the organization and its first organiser, and signs that person in. */
export async function setUpOrganization(
  {
    db,
    clock,
    authentication,
    guessing,
  }: Pick<Services, 'db' | 'clock' | 'authentication' | 'guessing'>,
  { secret, organization, name, email, password }: SetUp,
): Promise<readonly string[]> {
  if (await findOrganization(db, 'real')) throw new Refusal('set-up-link-spent')
  refuseWeakPassword(password, { name, email, organization })
  if (await authentication.isTaken(email)) throw new Refusal('email-taken')
  const key = await takeDoorKey(db, hashOf(secret), 'set-up', clock.now())
  if (!key) throw new Refusal('set-up-link-spent')

  const id = OrganizationId.parse(randomUUID())
  const userId = await authentication.createUser({ name, email, password })
  await db.transaction().execute(async (transaction) => {
    await saveOrganization(transaction, { id, name: organization, example: false })
    await saveMembership(transaction, userId, id, 'organiser')
  })
  const signedIn = await authentication.signIn(email, password)
  if (!signedIn) throw new Refusal('wrong-password')
  return [...signedIn.cookies, guessing.cookieFor(email)]
}
