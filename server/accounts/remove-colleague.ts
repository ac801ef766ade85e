import type { OfficeDatabase } from '../database/office.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import type { Member } from './access.ts'
import { colleagueNamed, sideFor } from './colleagues.ts'
import { Side } from './contract.ts'
import { removeEveryInvitation } from './door-keys/store.ts'
import { endAccount, listPeople, lockOrganization, type Membership } from './store.ts'
import { removeHalvesAround } from './way-back/store.ts'

/**
 * Ends somebody's account: password, second factor, sessions and roles go, the name stays theirs
 * in everything they did, and nobody else can join under it. Each side does it to its own people
 * alone, nobody to themselves, and somebody of either side remains. Links to join that were not
 * used end with it: whoever leaves could have kept one.
 *
 * What they hold outside of the account stays with them: a key holder's key above all.
 *
 * @throws Refusal 'remove-others', 'side-removes-its-own', 'last-of-side', 'colleague-not-found',
 *   'not-in-example'
 */
export async function removeColleague(
  { db }: Pick<Services, 'db'>,
  member: Member,
  user: string,
): Promise<Membership> {
  const { organization } = member
  if (organization.example) throw new Refusal('not-in-example')
  if (user === member.userId) throw new Refusal('remove-others')
  return db.transaction().execute(async (transaction) => {
    await lockOrganization(transaction, organization.id)
    const colleague = await colleagueNamed({ db: transaction }, member, user)
    if (sideFor(colleague) !== member.role) throw new Refusal('side-removes-its-own')
    await refuseLastOfSide(transaction, colleague)
    await removeEveryInvitation(transaction, organization.id)
    await removeHalvesAround(transaction, user)
    await endAccount(transaction, colleague)
    return colleague
  })
}

async function refuseLastOfSide(
  db: OfficeDatabase,
  { roles, organization }: Membership,
): Promise<void> {
  for (const side of Side.options.filter((one) => roles.includes(one))) {
    const people = await listPeople(db, organization.id, side)
    if (people.length < 2) throw new Refusal('last-of-side')
  }
}
