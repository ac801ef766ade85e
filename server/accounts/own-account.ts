import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import type { Somebody } from './access.ts'
import type { ChangePassword, DropSecondFactor, NewSecondFactor } from './contract.ts'
import { refuseWeakPassword } from './password-rules.ts'

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

/** Finishes setting it up with a first code. @returns the cookies of a new session */
export async function confirmSecondFactor(
  reach: Reach,
  person: Somebody,
  headers: Asking,
  code: string,
): Promise<readonly string[]> {
  const { cookies } = await guarded(
    reach,
    person,
    () => reach.authentication.proveSecondFactor(headers, { kind: 'app', code }),
    'second-factor-wrong',
  )
  return cookies
}

/** Takes the second factor away: with the password and a code of it. */
export async function dropSecondFactor(
  reach: Reach,
  person: Somebody,
  headers: Asking,
  { password, code }: DropSecondFactor,
): Promise<readonly string[]> {
  const kind = /^\d{6}$/.test(code) ? 'app' : 'backup'
  await guarded(
    reach,
    person,
    () => reach.authentication.proveSecondFactor(headers, { kind, code }),
    'second-factor-wrong',
  )
  return guarded(reach, person, () =>
    reach.authentication.dropSecondFactor(headers, password),
  )
}

/** Ten new codes in place of the old ones. */
export async function newBackupCodes(
  reach: Reach,
  person: Somebody,
  headers: Asking,
  password: string,
): Promise<readonly string[]> {
  if (person.secondFactor !== 'on') throw new Refusal('second-factor-off')
  return guarded(reach, person, () =>
    reach.authentication.newBackupCodes(headers, password),
  )
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
  { clock, guessing }: Reach,
  { userId }: Somebody,
  attempt: () => Promise<Result | null>,
  no: 'wrong-password-again' | 'second-factor-wrong' = 'wrong-password-again',
): Promise<Result> {
  const subject = `account ${userId}`
  const now = clock.now().getTime()
  if (!guessing.mayTry(subject, now)) throw new Refusal('too-many-attempts')
  const result = await attempt()
  if (result === null) {
    guessing.failed(subject, now)
    throw new Refusal(no)
  }
  guessing.succeeded(subject, now)
  return result
}
