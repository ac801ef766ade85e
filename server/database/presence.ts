import { createHash, randomUUID } from 'node:crypto'
import pg from 'pg'
import { isPostgres } from './engine.ts'

/** Whether what was taken is still held: another may have it once the database is lost. */
export type IsHeld = () => boolean

/**
 * Which processes work on one database, and what only one of them does at a time. Nothing of it
 * is stored and no clock is read: whoever ends, however hard, is gone for the others at once.
 */
export interface Presence extends AsyncDisposable {
  /** this process, as the others know it */
  readonly id: string
  /** whether the process of that id is there */
  isThere(id: string): Promise<boolean>
  /** Does something when everybody who does it now has done it, here or elsewhere. */
  inTurn<Outcome>(
    name: string,
    work: (isHeld: IsHeld) => Promise<Outcome>,
  ): Promise<Outcome>
  /** Does something unless it is being done. @returns false when somebody else does it */
  unlessUnderWay(name: string, work: (isHeld: IsHeld) => Promise<void>): Promise<boolean>
  /** whether it is being done, by anybody */
  isUnderWay(name: string): Promise<boolean>
}

/**
 * The presence of this process at a database. On SQLite there is no other process (see
 * `claimFile`). On PostgreSQL what is done by one is held by an advisory lock, on a connection of
 * its own that ends with the work, or with the process.
 *
 * @param address as for `openDatabase`
 */
export async function openPresence(address: string): Promise<Presence> {
  if (!isPostgres(address)) return new LonePresence()
  const presence = new SharedPresence(address)
  await presence.begin()
  return presence
}

/** Turns within a process: a row of work by its name. */
class Turns {
  readonly #last = new Map<string, Promise<unknown>>()

  isTaken(name: string): boolean {
    return this.#last.has(name)
  }

  async take<Outcome>(name: string, work: () => Promise<Outcome>): Promise<Outcome> {
    const before = this.#last.get(name) ?? Promise.resolve()
    const turn = before.then(work, work) // who asked for the one before hears of its failure
    this.#last.set(name, turn)
    try {
      return await turn
    } finally {
      if (this.#last.get(name) === turn) this.#last.delete(name)
    }
  }
}

/** The only process there is. */
export class LonePresence implements Presence {
  readonly id = randomUUID()
  readonly #turns = new Turns()

  async isThere(id: string): Promise<boolean> {
    return id === this.id
  }

  inTurn<Outcome>(
    name: string,
    work: (isHeld: IsHeld) => Promise<Outcome>,
  ): Promise<Outcome> {
    return this.#turns.take(name, () => work(() => true))
  }

  async unlessUnderWay(
    name: string,
    work: (isHeld: IsHeld) => Promise<void>,
  ): Promise<boolean> {
    if (this.#turns.isTaken(name)) return false
    await this.#turns.take(name, () => work(() => true))
    return true
  }

  async isUnderWay(name: string): Promise<boolean> {
    return this.#turns.isTaken(name)
  }

  async [Symbol.asyncDispose](): Promise<void> {}
}

const onceMoreMilliseconds = 1_000

/** One of several processes at a PostgreSQL database. */
class SharedPresence implements Presence {
  readonly id = randomUUID()
  readonly #address: string
  readonly #turns = new Turns()
  #own: Lock | null = null
  #isEnding = false

  constructor(address: string) {
    this.#address = address
  }

  /** From here on the others see this process, as long as it can reach the database. */
  async begin(): Promise<void> {
    this.#own = await Lock.take(this.#address, presenceOf(this.id), 'wait', () => {
      if (!this.#isEnding) this.#beginAgain()
    })
  }

  #beginAgain(): void {
    setTimeout(() => {
      if (!this.#isEnding) this.begin().catch(() => this.#beginAgain())
    }, onceMoreMilliseconds).unref()
  }

  async isThere(id: string): Promise<boolean> {
    return id === this.id || isLocked(this.#address, presenceOf(id))
  }

  inTurn<Outcome>(
    name: string,
    work: (isHeld: IsHeld) => Promise<Outcome>,
  ): Promise<Outcome> {
    return this.#turns.take(name, async () => {
      const lock = await Lock.take(this.#address, name, 'wait')
      if (!lock) throw new Error('expected a lock that was waited for')
      await using held = lock
      return await work(() => held.isHeld)
    })
  }

  async unlessUnderWay(
    name: string,
    work: (isHeld: IsHeld) => Promise<void>,
  ): Promise<boolean> {
    if (this.#turns.isTaken(name)) return false
    return this.#turns.take(name, async () => {
      const lock = await Lock.take(this.#address, name, 'try')
      if (!lock) return false
      await using held = lock
      await work(() => held.isHeld)
      return true
    })
  }

  async isUnderWay(name: string): Promise<boolean> {
    return this.#turns.isTaken(name) || isLocked(this.#address, name)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isEnding = true
    await this.#own?.[Symbol.asyncDispose]()
  }
}

const presenceOf = (id: string): string => `process ${id}`

/** An advisory lock, and the connection it lives with. */
class Lock implements AsyncDisposable {
  readonly #client: pg.Client
  isHeld = true

  private constructor(client: pg.Client) {
    this.#client = client
  }

  /**
   * @param whenLost told when the database ended the connection, or could not be reached
   * @returns null when it was only tried, and somebody has it
   */
  static async take(
    address: string,
    name: string,
    how: 'wait' | 'try',
    whenLost: () => void = () => undefined,
  ): Promise<Lock | null> {
    const client = new pg.Client({ connectionString: address, keepAlive: true })
    const lock = new Lock(client)
    const lose = (): void => {
      if (lock.isHeld) whenLost()
      lock.isHeld = false
    }
    client.on('error', lose)
    client.on('end', lose)
    try {
      await client.connect()
      const key = [String(keyOf(name))]
      if (how === 'wait') {
        await client.query('select pg_advisory_lock($1::bigint)', key)
        return lock
      }
      const { rows } = await client.query<{ taken: boolean }>(
        'select pg_try_advisory_lock($1::bigint) as taken',
        key,
      )
      if (rows[0]?.taken) return lock
      await lock[Symbol.asyncDispose]()
      return null
    } catch (error) {
      await lock[Symbol.asyncDispose]()
      throw error
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.isHeld = false
    await this.#client.end().catch(() => undefined)
  }
}

async function isLocked(address: string, name: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: address })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const bits = BigInt.asUintN(64, keyOf(name))
    const { rowCount } = await client.query(
      `select 1 from pg_locks where locktype = 'advisory' and granted and objsubid = 1
       and database = (select oid from pg_database where datname = current_database())
       and classid::bigint = $1::bigint and objid::bigint = $2::bigint`,
      [String(bits >> 32n), String(bits & 0xffff_ffffn)],
    )
    return (rowCount ?? 0) > 0
  } finally {
    await client.end().catch(() => undefined)
  }
}

function keyOf(name: string): bigint {
  return createHash('sha256')
    .update(`groundwork office\n${name}`)
    .digest()
    .readBigInt64BE(0)
}
