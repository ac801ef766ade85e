import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'

/** What codes of a second factor are counted by, at sign-in and in the own account alike. */
export const codesOf = (userId: string): string => `second factor of ${userId}`

/**
 * Looks at something that could be a guess. It counts before it is looked at.
 *
 * @param look gives null for a wrong guess
 * @param whenSlowed is told once a row of guesses, when the first has to wait
 * @throws Refusal when it is too early to look
 */
export async function slowed<Result>(
  { clock, guessing }: Pick<Services, 'clock' | 'guessing'>,
  subject: string,
  look: () => Promise<Result | null>,
  whenSlowed: () => Promise<void> = async () => undefined,
): Promise<Result | null> {
  const now = () => clock.now().getTime()
  const attempt = await guessing.begin(subject, now())
  if (!attempt) throw new Refusal('too-many-attempts')
  try {
    const result = await look()
    if (result !== null) await attempt.succeeded()
    else if (await attempt.failed(now())) await whenSlowed()
    return result
  } catch (error) {
    await attempt.failed(now())
    throw error
  }
}
