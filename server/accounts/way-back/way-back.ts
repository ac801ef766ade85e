import { Refusal } from '../../refusal.ts'
import type { Services } from '../../services.ts'
import type { Member } from '../access.ts'
import { colleagueNamed } from '../colleagues.ts'
import type { HalfWayBack, TakeWayBack } from '../contract.ts'
import { refuseWeakPassword } from '../password-rules.ts'
import { hashOf, newSecret } from '../secrets.ts'
import { findMembership, type Membership } from '../store.ts'
import { findHalf, removeHalves, saveHalf, takeHalf } from './store.ts'

const halfLivesMilliseconds = 24 * 3_600_000

/**
 * One side grants a colleague a way back in, and gets half of it to hand over. It takes a half of
 * each side: neither side alone, nor an administrator, can enter somebody else's account. A side
 * that grants again makes its earlier half worthless.
 *
 * @returns the half, shown once; only its hash is kept
 */
export async function grantWayBack(
  { db, clock, config }: Pick<Services, 'db' | 'clock' | 'config'>,
  member: Member,
  user: string,
): Promise<{ readonly half: HalfWayBack; readonly colleague: Membership }> {
  if (user === member.userId) throw new Refusal('way-back-for-others')
  if (member.organization.example) throw new Refusal('not-in-example')
  const colleague = await colleagueNamed({ db }, member, user)
  const secret = newSecret()
  const expiresAt = new Date(clock.now().getTime() + halfLivesMilliseconds).toISOString()
  await saveHalf(db, {
    userId: user,
    side: member.role,
    grantedBy: member.userId,
    halfHash: hashOf(secret),
    expiresAt,
  })
  return {
    half: { half: `${config.origin}/way-back#${secret}`, expiresAt },
    colleague,
  }
}

/** Takes back what was granted, by either side. */
export async function refuseWayBack(
  { db }: Pick<Services, 'db'>,
  member: Member,
  user: string,
): Promise<Membership> {
  const colleague = await colleagueNamed({ db }, member, user)
  await removeHalves(db, user)
  return colleague
}

/**
 * Takes the way back with the halves of both sides: a new password, no second factor, and every
 * earlier session ended. Works once, however many try at the same moment.
 */
export async function takeWayBack(
  { db, clock, authentication }: Pick<Services, 'db' | 'clock' | 'authentication'>,
  { halves, password }: TakeWayBack,
): Promise<Membership> {
  const hashes = halves.map(hashOf)
  const [one, other] = await Promise.all(
    hashes.map((hash) => findHalf(db, hash, clock.now())),
  )
  const fit = one && other && one.userId === other.userId && one.side !== other.side
  const person = fit && (await findMembership(db, one.userId))
  if (!person) throw new Refusal('way-back-closed')
  refuseWeakPassword(password, {
    name: person.name,
    email: person.email,
    organization: person.organization.name,
  })
  await db.transaction().execute(async (transaction) => {
    for (const hash of hashes) {
      if (!(await takeHalf(transaction, hash))) throw new Refusal('way-back-closed')
    }
  })
  await authentication.resetUser(person.userId, password)
  return person
}
