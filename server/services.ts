import type { Config } from './config.ts'
import type { OfficeDatabase } from './database/office.ts'
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
  readonly authentication: Authentication
  readonly tell: Tell
  /** signs in the name of this installation */
  readonly signingKey: SigningKey
}

export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }

/** Passwords and sessions, kept by the sign-in library. */
export interface Authentication {
  /** @returns the id of the signed-in user, or null */
  userOf(headers: Headers): Promise<string | null>
  isTaken(email: string): Promise<boolean>
  /** @returns the user's id; refuses an e-mail address that is taken */
  createUser(person: NewUser): Promise<string>
  /** @returns the cookies of a new session, or null when e-mail or password are wrong */
  signIn(email: string, password: string): Promise<readonly string[] | null>
  /** @returns the cookies that end the session */
  signOut(headers: Headers): Promise<readonly string[]>
}

export interface NewUser {
  readonly name: string
  readonly email: string
  readonly password: string
}
