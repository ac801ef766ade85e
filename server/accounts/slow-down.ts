import { createHmac, randomBytes } from 'node:crypto'
import type { Attempt, Guessing } from '../services.ts'

const freeFailures = 4
const longestMilliseconds = 60_000
const rememberedMilliseconds = 3_600_000
const dayMilliseconds = 24 * 3_600_000
/** More accounts than anybody has; who floods us with invented ones forgets the oldest. */
const mostRemembered = 50_000

interface Failures {
  readonly count: number
  /** no attempt before this time is looked at */
  readonly waitUntil: number
  readonly forgottenAt: number
}

/**
 * Slows guessing down, by what is guessed at and never by who asks: no address is read. From the
 * fifth failure on, each has to wait for the one before: 1, 2, 4 … at most 60 seconds, so that
 * somebody guesses 1,440 times a day at most, and nothing is ever locked. An attempt counts from
 * its beginning, so that many at the same moment gain nothing, and the wait from its end. Kept in
 * memory only, under a key that is forgotten every day: what is kept names nobody. A restart
 * forgives.
 */
export class SlowDown implements Pick<Guessing, 'begin'> {
  readonly #failures = new Map<string, Failures>()
  #key = randomBytes(32)
  #keyUntil = 0

  begin(subject: string, now: number): Attempt | null {
    const name = this.#nameOf(subject, now)
    const found = this.#failuresOf(name, now)
    if (now < (found?.waitUntil ?? 0)) return null
    const count = (found?.count ?? 0) + 1
    const over = count - freeFailures
    this.#keep(name, count, over > 0 ? Number.POSITIVE_INFINITY : 0, now)
    return {
      failed: (end) => {
        const wait = over > 0 ? Math.min(1000 * 2 ** (over - 1), longestMilliseconds) : 0
        const kept = this.#failures.get(name)
        // Of those over the limit one runs at a time; a free one must not cut its wait short.
        const until = over > 0 ? end + wait : (kept?.waitUntil ?? 0)
        this.#keep(name, Math.max(count, kept?.count ?? 0), until, end)
        return over === 1
      },
      succeeded: () => void this.#failures.delete(name),
    }
  }

  #keep(name: string, count: number, waitUntil: number, now: number): void {
    this.#failures.delete(name)
    this.#failures.set(name, {
      count,
      waitUntil,
      forgottenAt: now + rememberedMilliseconds,
    })
    const [oldest] = this.#failures.keys()
    if (this.#failures.size > mostRemembered && oldest) this.#failures.delete(oldest)
  }

  #failuresOf(name: string, now: number): Failures | undefined {
    const found = this.#failures.get(name)
    if (!found || found.forgottenAt > now) return found
    this.#failures.delete(name)
    return undefined
  }

  #nameOf(subject: string, now: number): string {
    if (now >= this.#keyUntil) {
      this.#key = randomBytes(32)
      this.#keyUntil = now + dayMilliseconds
      this.#failures.clear()
    }
    return createHmac('sha256', this.#key).update(subject).digest('base64')
  }
}
