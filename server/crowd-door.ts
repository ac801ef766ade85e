import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { isDone } from '#surveys/ballot/work.ts'
import { Refusal } from './refusal.ts'

/** Too many are at a door at once: whoever does the work of the challenge is let in. */
export class Crowded extends Refusal {
  /** base64url, 34 letters */
  readonly challenge: string

  constructor(challenge: string) {
    super('crowded')
    this.challenge = challenge
  }
}

/** Signs the challenges of a minute, and knows which of them were used here. */
interface Season {
  readonly number: number
  readonly key: Uint8Array
  readonly used: Set<string>
}

const nonceBytes = 8
const proofBytes = 16
/** Sixteen thousand hashes on average, and four times as many where it is full. */
const fewestZeros = 10
const mostMoreZeros = 2
const seasonMilliseconds = 60_000
/** Two seasons of these are a few megabytes, whoever comes; more are not let in in a minute. */
const mostUsed = 30_000
/** With work done, so many times as many are let in as without. */
const withWork = 4

/**
 * A door that everybody passes as long as few are inside, and under load only who did some work
 * for it. It counts who is inside now, and nothing else: no address, no cookie, no identity. A
 * challenge is signed and not stored, and works for a minute or two, at every process that has
 * the same secret: who is sent to another one the next time has not worked in vain. Each process
 * lets it in once.
 */
export class CrowdDoor {
  readonly #roomy: number
  readonly #secret: Uint8Array | string
  #seasons: readonly Season[] = []
  #inside = 0

  /**
   * @param roomy how many may be inside at once before work is asked for
   * @param secret of the doors that take each other's challenges; without one, this door alone
   */
  constructor(roomy: number, secret: Uint8Array | string = randomBytes(32)) {
    this.#roomy = roomy
    this.#secret = secret
  }

  /**
   * Does something once somebody was let in.
   *
   * @param work challenge and what was found for it, with a point between; where there is some
   * @throws Crowded with a challenge to do first
   */
  async pass<Outcome>(
    work: string | undefined,
    doing: () => Promise<Outcome>,
  ): Promise<Outcome> {
    if (!this.#letsIn(work)) throw new Crowded(this.#challenge())
    this.#inside += 1
    try {
      return await doing()
    } finally {
      this.#inside -= 1
    }
  }

  #letsIn(work: string | undefined): boolean {
    if (this.#inside < this.#roomy) return true
    const hasRoom = this.#inside < Math.max(1, this.#roomy) * withWork
    return hasRoom && work !== undefined && this.#accepts(work)
  }

  #accepts(work: string): boolean {
    const [challenge = '', found = ''] = work.split('.')
    const season = this.#now().find(({ key }) => isSigned(key, challenge))
    if (!season || season.used.has(challenge) || !isDone(challenge, found)) return false
    if (season.used.size >= mostUsed) return false
    season.used.add(challenge)
    return true
  }

  /** The fuller it is, the more is asked for. */
  #challenge(): string {
    const [{ key }] = this.#now()
    const times = Math.floor(this.#inside / Math.max(1, this.#roomy))
    const more = Math.min(Math.max(times - 1, 0), mostMoreZeros)
    const asked = Buffer.concat([Buffer.of(fewestZeros + more), randomBytes(nonceBytes)])
    return Buffer.concat([asked, proofOf(key, asked)]).toString('base64url')
  }

  /** This minute, and the one before. */
  #now(): readonly [Season, Season] {
    const now = Math.floor(Date.now() / seasonMilliseconds)
    const [latest, earlier] = [this.#season(now), this.#season(now - 1)]
    this.#seasons = [latest, earlier]
    return [latest, earlier]
  }

  #season(number: number): Season {
    const known = this.#seasons.find((one) => one.number === number)
    if (known) return known
    const words = `challenges of minute ${number}`
    const key = createHmac('sha256', this.#secret).update(words).digest()
    return { number, key, used: new Set() }
  }
}

function isSigned(key: Uint8Array, challenge: string): boolean {
  const bytes = Buffer.from(challenge, 'base64url')
  if (bytes.length !== 1 + nonceBytes + proofBytes) return false
  // One challenge, one spelling: another would count as unused.
  if (bytes.toString('base64url') !== challenge) return false
  const asked = bytes.subarray(0, 1 + nonceBytes)
  return timingSafeEqual(proofOf(key, asked), bytes.subarray(1 + nonceBytes))
}

function proofOf(key: Uint8Array, asked: Uint8Array): Buffer {
  return createHmac('sha256', key).update(asked).digest().subarray(0, proofBytes)
}
