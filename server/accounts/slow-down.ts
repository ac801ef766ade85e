import { createHmac } from 'node:crypto'
import type { OfficeDatabase } from '../database/office.ts'
import type { Attempt, Guessing } from '../services.ts'
import { addGuess, removeGuess, removeGuessesBefore, saveFailure } from './guesses.ts'

const freeFailures = 4
const longestMilliseconds = 60_000
const rememberedMilliseconds = 3_600_000
const dayMilliseconds = 24 * 3_600_000

/**
 * Slows guessing down, by what is guessed at and never by who asks: no address is read. From the
 * fifth failure on, each has to wait for the one before: 1, 2, 4 … at most 60 seconds, so that
 * somebody guesses 1,440 times a day at most, and nothing is ever locked. An attempt counts from
 * its beginning, so that many at the same moment gain nothing, and the wait from its end. Kept in
 * the database for an hour, so that every process counts alike and a restart forgives nothing:
 * under names that only the installation's key can make, and others every day.
 */
export class SlowDown implements Pick<Guessing, 'begin' | 'forgetOld'> {
  readonly #db: OfficeDatabase
  readonly #secret: string

  constructor(db: OfficeDatabase, secret: string) {
    this.#db = db
    this.#secret = secret
  }

  async begin(subject: string, now: number): Promise<Attempt | null> {
    const name = this.#nameOf(subject, now)
    const forgottenAt = now + rememberedMilliseconds
    // Of those over the limit one is looked at at a time, unless its process has ended meanwhile.
    const until = now + longestMilliseconds
    const count = await addGuess(this.#db, { name, forgottenAt }, now, {
      free: freeFailures,
      until,
    })
    if (count === null) return null
    const over = count - freeFailures
    return {
      failed: async (end) => {
        const wait = over > 0 ? Math.min(1000 * 2 ** (over - 1), longestMilliseconds) : 0
        await saveFailure(this.#db, {
          name,
          count,
          waitUntil: over > 0 ? end + wait : null,
          forgottenAt: end + rememberedMilliseconds,
        })
        return over === 1
      },
      succeeded: () => removeGuess(this.#db, name),
    }
  }

  forgetOld(now: number): Promise<void> {
    return removeGuessesBefore(this.#db, now)
  }

  #nameOf(subject: string, now: number): string {
    const day = Math.floor(now / dayMilliseconds)
    const key = createHmac('sha256', this.#secret).update(`guesses of ${day}`).digest()
    return createHmac('sha256', key).update(subject).digest('base64')
  }
}
