import { Refusal } from '../refusal.ts'
import type { Proven, Services } from '../services.ts'
import type { Somebody } from './access.ts'
import type {
  ChangePassword,
  NewSecondFactor,
  ProveSecondFactor,
  WithPasswordAndCode,
} from './contract.ts'
import { refuseWeakPassword } from './password-rules.ts'
import { codesOf, slowed } from './slowed.ts'

type Reach = Pick<Services, 'authentication' | 'clock' | 'guessing'>

/** What a browser sends along; it carries the session. */
type Asking = Headers

/**
 * Begins to set up a second factor. It is asked for once a code has been given back: nobody is
 * shut out by an app that never worked.
 */
export async function beginSecondFactor(
  reach: Reach,
  person: Somebody,
  headers: Asking,
  password: string,
): Promise<NewSecondFactor> {
  if (person.secondFactor === 'on') throw new Refusal('second-factor-on-already')
  const { address, backupCodes } = await guarded(reach, person, () =>
    reach.authentication.beginSecondFactor(headers, password),
  )
  return { address, backupCodes: [...backupCodes] }
}

/**
 * Finishes setting it up with a first code; every other session ends, as one may be somebody
 * else's. @returns the cookies of a new session
 */
export async function confirmSecondFactor(
  reach: Reach,
  person: Somebody,
  headers: Asking,
  code: string,
): Promise<readonly string[]> {
  if (person.secondFactor === 'on') throw new Refusal('second-factor-on-already')
  const { cookies } = await proven(reach, person, headers, { kind: 'app', code })
  const cookie = cookies.map((each) => each.split(';')[0]).join('; ')
  await reach.authentication.endSessions(new Headers({ cookie }), 'others')
  return cookies
}

/** Takes the second factor away: with the password and a code of it. */
export async function dropSecondFactor(
  reach: Reach,
  person: Somebody,
  headers: Asking,
  { password, code }: WithPasswordAndCode,
): Promise<readonly string[]> {
  await provenTwice(reach, person, headers, { password, code })
  return guarded(reach, person, () =>
    reach.authentication.dropSecondFactor(headers, password),
  )
}

/** Ten new codes in place of the old ones: with the password and a code, as for taking it away. */
export async function newBackupCodes(
  reach: Reach,
  person: Somebody,
  headers: Asking,
  { password, code }: WithPasswordAndCode,
): Promise<readonly string[]> {
  if (person.secondFactor !== 'on') throw new Refusal('second-factor-off')
  await provenTwice(reach, person, headers, { password, code })
  return guarded(reach, person, () =>
    reach.authentication.newBackupCodes(headers, password),
  )
}

/** The password first: a code is spent by being proven. */
async function provenTwice(
  reach: Reach,
  person: Somebody,
  headers: Asking,
  { password, code }: WithPasswordAndCode,
): Promise<void> {
  await guarded(reach, person, async () =>
    (await reach.authentication.isOwnPassword(headers, password)) ? true : null,
  )
  const kind = /^\d{6}$/.test(code) ? 'app' : 'backup'
  await proven(reach, person, headers, { kind, code })
}

/** Counted apart from the password: whoever knows that one must not start anew with it. */
async function proven(
  reach: Reach,
  { userId }: Somebody,
  headers: Asking,
  proof: ProveSecondFactor,
): Promise<Proven> {
  const result = await slowed(reach, codesOf(userId), () =>
    reach.authentication.proveSecondFactor(headers, proof),
  )
  if (result === null) throw new Refusal('second-factor-wrong')
  return result
}

/** A new password; every other session ends. @returns the cookies of the one that goes on */
export async function changePassword(
  reach: Reach,
  person: Somebody,
  headers: Asking,
  change: ChangePassword,
): Promise<readonly string[]> {
  refuseWeakPassword(change.wanted, {
    name: person.name,
    email: person.email,
    organization: person.organization.name,
  })
  return guarded(reach, person, () =>
    reach.authentication.changePassword(headers, change),
  )
}

/** What a session left open must not let a stranger guess: slowed down as signing in is. */
async function guarded<Result>(
  reach: Reach,
  { userId }: Somebody,
  attempt: () => Promise<Result | null>,
): Promise<Result> {
  const result = await slowed(reach, `account ${userId}`, attempt)
  if (result === null) throw new Refusal('wrong-password-again')
  return result
}
