import { nullifierOf } from '#surveys/ballot/ballot.ts'
import { toBase64url } from '#surveys/ballot/bytes.ts'
import type { Manifest } from '#surveys/ballot/manifest.ts'
import {
  type EnvelopeFault,
  type OpenedShare,
  openAnswers,
} from '#surveys/ballot/open-envelope.ts'
import type { Answers } from '#surveys/questionnaire.ts'
import type { ReadAnswers } from '#surveys/read-answers.ts'
import type { SealedForTally } from '../box.ts'
import { type BallotKeys, verifyBallot } from '../verify-ballot.ts'
import type { StopReason } from './contract.ts'

/** What the key holders delivered: by key holder, their share of each ballot. */
export type Delivered = ReadonlyMap<string, ReadonlyMap<string, OpenedShare>>

/** Stops the whole count: somebody or something is not what it should be. */
export class CountStopped extends Error {
  readonly reason: StopReason
  /** id of the key holder whose shares stopped it */
  readonly trustee: string | null

  constructor(reason: StopReason, trustee: string | null = null) {
    super(reason)
    this.name = 'CountStopped'
    this.reason = reason
    this.trustee = trustee
  }
}

/** Opens envelopes with what was delivered, each ballot checked again as if it were new. */
export class Opener {
  readonly #manifest: Manifest
  readonly #keys: BallotKeys
  readonly #delivered: Delivered
  readonly #readAnswers: (body: unknown) => ReadAnswers
  readonly #seen = new Set<string>()
  readonly #perUnit = new Map<string, number>()
  #opened = 0
  #notAnswers = 0
  #missing = 0

  constructor(
    manifest: Manifest,
    keys: BallotKeys,
    delivered: Delivered,
    readAnswers: (body: unknown) => ReadAnswers,
  ) {
    this.#manifest = manifest
    this.#keys = keys
    this.#delivered = delivered
    this.#readAnswers = readAnswers
  }

  /** envelopes that held answers */
  get opened(): number {
    return this.#opened
  }

  /** envelopes opened in vain: what was put in them is not answers to this survey */
  get notAnswers(): number {
    return this.#notAnswers
  }

  /** envelopes left shut: too few of the key holders could open their share */
  get missing(): number {
    return this.#missing
  }

  /**
   * Opens the ballots of one unit, or some of them.
   *
   * @returns the answers of those that hold any
   * @throws CountStopped
   */
  async open(
    unit: string,
    ballots: readonly SealedForTally[],
  ): Promise<readonly Answers[]> {
    this.#refuseTooMany(unit, ballots.length)
    for (const { ballot } of ballots) {
      const isOurs = ballot.unit === unit && verifyBallot(ballot, this.#keys)
      if (!isOurs) throw new CountStopped('ballot-not-signed')
    }
    const answers = await Promise.all(ballots.map((one) => this.#openOne(one)))
    return answers.filter((one) => one !== null)
  }

  #refuseTooMany(unit: string, more: number): void {
    const people = this.#manifest.units.find(({ id }) => id === unit)?.headcount ?? 0
    const total = (this.#perUnit.get(unit) ?? 0) + more
    if (total > people) throw new CountStopped('more-ballots-than-people')
    this.#perUnit.set(unit, total)
  }

  async #openOne({ ballot, inner }: SealedForTally): Promise<Answers | null> {
    const nullifier = toBase64url(await nullifierOf(ballot.serial))
    if (this.#seen.has(nullifier)) throw new CountStopped('ballot-twice')
    this.#seen.add(nullifier)
    const delivered = [...this.#delivered.values()]
    const shares = delivered.flatMap((one) => one.get(nullifier) ?? [])
    const outcome = await openAnswers(inner, shares, ballot, this.#manifest)
    if (outcome.kind === 'fault') return this.#noteFault(outcome)
    const read = this.#readAnswers(outcome.answers)
    if (read.ok) this.#opened += 1
    else this.#notAnswers += 1
    return read.ok ? read.answers : null
  }

  /** Whose fault it is decides: a key holder's stops the count, an employee's is counted. */
  #noteFault(fault: EnvelopeFault): null {
    if ('trustee' in fault) throw new CountStopped('shares-wrong', fault.trustee)
    if (fault.fault === 'too-few-shares') this.#missing += 1
    else this.#notAnswers += 1
    return null
  }
}
