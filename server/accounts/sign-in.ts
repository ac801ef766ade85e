import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import type { SignIn } from './contract.ts'
import { hashOf } from './secrets.ts'

const mostFailures = 10
const windowMilliseconds = 15 * 60_000

interface Failures {
  readonly count: number
  readonly until: number
}

/**
 * Counts wrong passwords by account, not by address: addresses are never read here. Kept in
 * memory only; a restart forgives.
 */
const failuresByAccount = new Map<string, Failures>()

/** Signs a person in; after ten wrong passwords the account waits a quarter of an hour. */
export async function signIn(
  { authentication, clock }: Pick<Services, 'authentication' | 'clock'>,
  { email, password }: SignIn,
): Promise<readonly string[]> {
  const account = hashOf(email.toLowerCase())
  const now = clock.now().getTime()
  forgetOld(now)
  if ((failuresByAccount.get(account)?.count ?? 0) >= mostFailures) {
    throw new Refusal('too-many-attempts')
  }
  const cookies = await authentication.signIn(email, password)
  if (cookies) {
    failuresByAccount.delete(account)
    return cookies
  }
  const count = (failuresByAccount.get(account)?.count ?? 0) + 1
  failuresByAccount.set(account, { count, until: now + windowMilliseconds })
  throw new Refusal('wrong-password')
}

function forgetOld(now: number): void {
  for (const [account, { until }] of failuresByAccount) {
    if (until <= now) failuresByAccount.delete(account)
  }
}
