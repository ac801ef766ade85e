import type { Config } from './config.ts'
import type { OfficeDatabase } from './database/office.ts'
import type { Presence } from './database/presence.ts'
import type { Tell } from './events.ts'
import type { SigningKey } from './signing-key.ts'

/**
 * What the use cases of the office may reach. Answers are not among it: the ballot box
 * has a database of its own, which only the tally is handed besides.
 */
export interface Services {
  readonly config: Config
  readonly db: OfficeDatabase
  readonly clock: Clock
  /** this process among those that work on the same database */
  readonly presence: Presence
  readonly authentication: Authentication
  readonly guessing: Guessing
  readonly tell: Tell
  /** signs in the name of this installation */
  readonly signingKey: SigningKey
}

export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }

/** What slows down whoever guesses at secrets; see the slice of accounts. */
export interface Guessing {
  /**
   * Begins an attempt at something, which counts until it has succeeded.
   *
   * @returns null when it may not be looked at now
   */
  begin(subject: string, now: number): Promise<Attempt | null>
  /** Forgets what is long past. */
  forgetOld(now: number): Promise<void>
  /** @returns the number of a browser in which this person has signed in before, or null */
  knownAs(headers: Headers, email: string): string | null
  /** @returns the cookie that makes a browser known */
  cookieFor(email: string): string
}

export interface Attempt {
  /** @returns whether it is the first of its row after which one has to wait */
  failed(now: number): Promise<boolean>
  /** forgets those before, too */
  succeeded(): Promise<void>
}

/**
 * Passwords, second factors and sessions, kept by the sign-in library. What takes headers is
 * about the session they carry; `null` is the library's no, whatever its reason.
 */
export interface Authentication {
  /** @returns the id of the signed-in user, or null; a session unused for half an hour has ended */
  userOf(headers: Headers): Promise<string | null>
  isTaken(email: string): Promise<boolean>
  /** @returns the user's id; refuses an e-mail address that is taken */
  createUser(person: NewUser): Promise<string>
  /** Takes back somebody who was just made and could not join. */
  removeUser(userId: string): Promise<void>
  /** @returns null when e-mail or password are wrong */
  signIn(email: string, password: string): Promise<SignedIn | null>
  /** @returns the cookies that end the session */
  signOut(headers: Headers): Promise<readonly string[]>
  /** Whether this is the password of whoever is signed in. */
  isOwnPassword(headers: Headers, password: string): Promise<boolean>
  /** @returns the id of the user whose sign-in waits for its second factor, or null */
  waitingUser(headers: Headers): Promise<string | null>
  /** Proves the second factor, of a sign-in that waits for it or to finish setting it up. */
  proveSecondFactor(headers: Headers, proof: Proof): Promise<Proven | null>
  /** Begins to set a second factor up; it is asked for once it has been proven. */
  beginSecondFactor(headers: Headers, password: string): Promise<NewSecondFactor | null>
  dropSecondFactor(headers: Headers, password: string): Promise<readonly string[] | null>
  newBackupCodes(headers: Headers, password: string): Promise<readonly string[] | null>
  /** Changes a password and ends every session but a new one. */
  changePassword(
    headers: Headers,
    change: PasswordChange,
  ): Promise<readonly string[] | null>
  /** Every session of whoever asks. */
  sessionsOf(headers: Headers): Promise<readonly Session[]>
  /** Ends one session of a user, or all but that of whoever asks. @returns how many */
  endSessions(headers: Headers, which: string | 'others'): Promise<number>
  /** @returns how many there were */
  endSessionsOf(userId: string): Promise<number>
  /**
   * Begins to sign in with the organization's own accounts.
   *
   * @param invitation the secret of an invitation, for somebody who joins; null for others
   * @returns null where none is set up, or it would lead to another host than the one set
   */
  beginSingleSignOn(invitation: string | null): Promise<SingleSignOnBegun | null>
  /** What the provider sends people back with: cookies of a session, or the way to a no. */
  finishSingleSignOn(request: Request): Promise<Response>
  /** Gives a user a new password, takes the second factor away and ends every session. */
  resetUser(userId: string, password: string): Promise<void>
}

export interface NewUser {
  readonly name: string
  readonly email: string
  readonly password: string
  /** the password is a key of 32 random bytes, which nobody types */
  readonly isKey?: true
}

/** The cookies of a session, or of a sign-in that waits for its second factor. */
export interface SignedIn {
  readonly cookies: readonly string[]
  readonly waitsForSecondFactor: boolean
}

export interface SingleSignOnBegun {
  /** where the browser goes */
  readonly address: string
  readonly cookies: readonly string[]
}

export interface Proof {
  readonly kind: 'app' | 'backup'
  readonly code: string
}

export interface Proven {
  readonly userId: string
  readonly cookies: readonly string[]
}

export interface NewSecondFactor {
  /** `otpauth://…`, for an app */
  readonly address: string
  readonly backupCodes: readonly string[]
}

export interface PasswordChange {
  readonly current: string
  readonly wanted: string
}

export interface Session {
  readonly id: string
  readonly begunAt: string
  readonly usedAt: string
  /** the one that asks */
  readonly isThis: boolean
}
