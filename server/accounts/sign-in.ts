import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import type { Noticed } from './access.ts'
import type { ProveSecondFactor, SignIn, SignInStep } from './contract.ts'
import { findByEmail, findMembership } from './store.ts'

type Reach = Pick<Services, 'db' | 'authentication' | 'clock' | 'guessing'>

export interface SignInResult extends SignInStep {
  readonly cookies: readonly string[]
}

/**
 * Signs a person in, or half-way where a second factor is asked for. Whoever guesses has to wait
 * longer and longer; a browser in which this person signed in before is counted apart, so that
 * nobody can keep people out of their own account. The no is the same whether or not there is
 * such an account.
 *
 * @param headers what the browser says: only whether it is known
 * @param notice hears of an account at which somebody guesses
 */
export async function signIn(
  { db, authentication, clock, guessing }: Reach,
  headers: Headers,
  { email, password }: SignIn,
  notice: (noticed: Noticed) => void,
): Promise<SignInResult> {
  const browser = guessing.knownAs(headers, email) ?? 'a stranger'
  const subject = `password of ${email.toLowerCase()} from ${browser}`
  const now = clock.now().getTime()
  if (!guessing.mayTry(subject, now)) throw new Refusal('too-many-attempts')
  const signedIn = await authentication.signIn(email, password)
  if (signedIn) {
    guessing.succeeded(subject, now)
    const { cookies, waitsForSecondFactor } = signedIn
    const known = [...cookies, guessing.cookieFor(email)]
    return waitsForSecondFactor
      ? { cookies, next: 'second-factor' }
      : { cookies: known, next: 'done' }
  }
  if (guessing.failed(subject, now)) {
    const owner = await findByEmail(db, email)
    if (owner) notice({ ...owner, what: 'sign-in-slowed' })
  }
  throw new Refusal('wrong-password')
}

/** Ends a sign-in that waits for the second factor; each code works once. */
export async function provePerson(
  { db, authentication, guessing }: Pick<Reach, 'db' | 'authentication' | 'guessing'>,
  headers: Headers,
  proof: ProveSecondFactor,
): Promise<readonly string[]> {
  const proven = await authentication.proveSecondFactor(headers, proof)
  if (!proven) throw new Refusal('second-factor-wrong')
  const email = await emailOf(db, proven.userId)
  return [...proven.cookies, ...(email ? [guessing.cookieFor(email)] : [])]
}

async function emailOf(db: Reach['db'], userId: string): Promise<string | undefined> {
  return (await findMembership(db, userId))?.email
}
