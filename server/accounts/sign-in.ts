import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import type { Noticed } from './access.ts'
import type { ProveSecondFactor, SignIn, SignInStep } from './contract.ts'
import { codesOf, slowed } from './slowed.ts'
import { findByEmail, findMembership } from './store.ts'

type Reach = Pick<Services, 'db' | 'authentication' | 'clock' | 'guessing'>

type Notice = (noticed: Noticed) => void

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
  reach: Reach,
  headers: Headers,
  { email, password }: SignIn,
  notice: Notice,
): Promise<SignInResult> {
  const { db, authentication, guessing } = reach
  const browser = guessing.knownAs(headers, email) ?? 'a stranger'
  const subject = `password of ${email.toLowerCase()} from ${browser}`
  const signedIn = await slowed(
    reach,
    subject,
    () => authentication.signIn(email, password),
    async () => {
      const owner = await findByEmail(db, email)
      if (owner) notice({ ...owner, what: 'sign-in-slowed' })
    },
  )
  if (!signedIn) throw new Refusal('wrong-password')
  const { cookies, waitsForSecondFactor } = signedIn
  return waitsForSecondFactor
    ? { cookies, next: 'second-factor' }
    : { cookies: [...cookies, guessing.cookieFor(email)], next: 'done' }
}

/**
 * Ends a sign-in that waits for the second factor; each code works once, and guesses are slowed
 * down for each account, however many sign-ins wait.
 */
export async function provePerson(
  reach: Reach,
  headers: Headers,
  proof: ProveSecondFactor,
  notice: Notice,
): Promise<readonly string[]> {
  const { db, authentication, guessing } = reach
  const userId = await authentication.waitingUser(headers)
  const owner = userId === null ? undefined : await findMembership(db, userId)
  if (!owner) throw new Refusal('second-factor-wrong')
  const proven = await slowed(
    reach,
    codesOf(owner.userId),
    () => authentication.proveSecondFactor(headers, proof),
    async () => notice({ ...owner, what: 'codes-slowed' }),
  )
  if (!proven) throw new Refusal('second-factor-wrong')
  return [...proven.cookies, guessing.cookieFor(owner.email)]
}
