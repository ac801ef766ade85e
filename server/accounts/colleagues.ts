import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import type { Administrator, Member, Somebody } from './access.ts'
import type { Colleagues, SecondRole, Side } from './contract.ts'
import { goTogether } from './roles.ts'
import {
  findMembership,
  listColleagues,
  type Membership,
  removeRole,
  saveRole,
  saveSecondFactorRule,
} from './store.ts'
import { listHalves } from './way-back/store.ts'

type Reach = Pick<Services, 'db' | 'clock'>

/** Who works here, in which roles, with which protection. */
export async function colleaguesOf(
  { db, clock }: Reach,
  person: Member | Administrator,
): Promise<Colleagues> {
  const { organization } = person
  const all = await listColleagues(db, organization.id)
  const users = all.map(({ userId }) => userId)
  const halves = await listHalves(db, users, clock.now())
  return {
    people: all.map(({ userId, name, email, roles, secondFactor }) => ({
      id: userId,
      name,
      email,
      roles: [...roles],
      secondFactor: secondFactor !== 'off',
      isMe: userId === person.userId,
      wayBack: halves.filter((half) => half.userId === userId).map(({ side }) => side),
    })),
    secondFactorFrom: all[0]?.secondFactorFrom ?? null,
  }
}

/**
 * Gives somebody a second role: from then on they see only what both roles may. That can switch
 * a person off, so each side does it to its own people, and nobody to themselves.
 *
 * @throws Refusal when the giver is that person, or of the other side
 */
export async function giveRole(
  { db }: Pick<Services, 'db'>,
  giver: Member,
  user: string,
  role: SecondRole,
): Promise<Membership> {
  if (user === giver.userId) throw new Refusal('role-for-others')
  const colleague = await colleagueNamed({ db }, giver, user)
  if (sideFor(colleague) !== giver.role) throw new Refusal('side-gives-its-own')
  if (!goTogether([...colleague.roles, role])) throw new Refusal('roles-apart')
  await saveRole(db, user, role)
  return colleague
}

/**
 * Takes a second role away; the last role of a person stays. Open to whoever holds it as well,
 * so that nobody is switched off for good.
 *
 * @throws Refusal when the taker is neither that person nor of their side
 */
export async function takeRole(
  { db }: Pick<Services, 'db'>,
  taker: Somebody,
  user: string,
  role: SecondRole,
): Promise<Membership> {
  const colleague = await colleagueNamed({ db }, taker, user)
  const isTheirs = user === taker.userId || sideFor(colleague) === taker.role
  if (!isTheirs) throw new Refusal('side-gives-its-own')
  if (colleague.roles.every((each) => each === role)) throw new Refusal('last-role')
  await removeRole(db, user, role)
  return colleague
}

/** The side that may give or take a colleague's second roles, and end their account. */
export function sideFor({ roles }: Membership): Side {
  return roles.includes('employee-side') ? 'employee-side' : 'organiser'
}

/** Ends every session of a colleague: a laptop was left somewhere. */
export async function endSessionsOf(
  { db, authentication }: Pick<Services, 'db' | 'authentication'>,
  person: Member | Administrator,
  user: string,
): Promise<{ readonly colleague: Membership; readonly ended: number }> {
  const colleague = await colleagueNamed({ db }, person, user)
  return { colleague, ended: await authentication.endSessionsOf(user) }
}

/**
 * From a day on nobody works here without a second factor; from then on whoever has none is led
 * to setting one up, and to nothing else. The example's people have none to lose.
 *
 * @param from null lets people work without one again
 */
export async function requireSecondFactor(
  { db, clock }: Reach,
  { organization }: Member | Administrator,
  from: string | null,
): Promise<void> {
  if (organization.example) throw new Refusal('not-in-example')
  const today = clock.now().toISOString().slice(0, 10)
  if (from !== null && from < today) throw new Refusal('day-in-the-past')
  await saveSecondFactorRule(db, organization.id, from)
}

/** @throws Refusal when nobody of that id works in the same organization */
export async function colleagueNamed(
  { db }: Pick<Services, 'db'>,
  { organization }: Somebody,
  user: string,
): Promise<Membership> {
  const found = await findMembership(db, user)
  if (found?.organization.id !== organization.id) throw new Refusal('colleague-not-found')
  return found
}
