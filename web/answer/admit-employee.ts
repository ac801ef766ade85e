import { type Bytes, fromBase64url, toBase64url } from '#surveys/ballot/bytes.ts'
import type { Manifest } from '#surveys/ballot/manifest.ts'
import { readUnitKey } from '#surveys/ballot/unit-key.ts'
import type { Answers } from '#surveys/questionnaire.ts'
import type { Admission, Collected, Device, Entered, Sent } from './admission.ts'
import { type EnvelopeState, isBoxClosed, sendClaim, sendEnvelope } from './ballot-box.ts'
import { type CarriedBallot, readCarriedBallot } from './carried-ballot.ts'
import { type KeptBallot, type KeptBallots, tagOf } from './kept-ballots.ts'
import { lookAtCode, signBlinded } from './registrar.ts'
import type { OwnBallot, Sealing } from './sealing.ts'
import { readTypedCode } from './typed-code.ts'

/** What somebody comes with, and to what. */
export interface Arrival {
  readonly manifest: Manifest
  readonly code: string
  readonly carried: string
  readonly kept: KeptBallots
  readonly loadSealing: () => Promise<Sealing>
}

/** Meets an employee with a code, with a ballot from elsewhere, or with neither. */
export async function admitEmployee(arrival: Arrival): Promise<Admission> {
  const { code, carried, kept } = arrival
  const typed = readTypedCode(code)
  const secret = carried || (typed.kind === 'code' ? typed.code : '')
  const tag = secret ? await tagOf(secret) : kept.onlyTag()
  return new EmployeesAdmission(arrival, tag, typed.kind === 'code')
}

class EmployeesAdmission implements Admission {
  code: string
  readonly #arrival: Arrival
  #carried: string
  #device: Device
  #tag: string | null
  #unit: string | null = null
  /** held to the manifest; null where a ballot is at hand without it */
  #unitKey: string | null = null
  #seed: Bytes | null = null
  #own: OwnBallot | null = null
  #sealing: Sealing | null = null

  constructor(arrival: Arrival, tag: string | null, hasCode: boolean) {
    this.#arrival = arrival
    this.#carried = arrival.carried
    this.#tag = tag
    this.code = arrival.code
    this.#device = hasCode || this.holdsBallot() ? 'own' : 'shared'
  }

  get device(): Device {
    return this.#device
  }

  set device(device: Device) {
    this.#device = device
    if (device === 'shared') this.#unkeep()
    else if (this.#seed) this.#keep(this.#seed)
  }

  holdsBallot(): boolean {
    return this.#own !== null || this.#carried !== '' || Boolean(this.#kept?.signature)
  }

  isCarried(): boolean {
    return this.#carried !== ''
  }

  dropCarried(): void {
    this.#carried = ''
    this.#tag = null
    this.#device = 'shared'
  }

  async enter(): Promise<Entered> {
    const typed = readTypedCode(this.code)
    if (typed.kind === 'code') this.#belongTo(await tagOf(typed.code))
    if (this.holdsBallot()) {
      const met = await this.#meetAgain()
      if (met) return met
    }
    if (typed.kind !== 'code') return { kind: 'not-a-code', typed }
    const looked = await lookAtCode(this.#arrival.manifest.assessment, typed.code)
    if (looked.kind !== 'unit') return looked
    this.#unit = looked.unit
    const counted = this.#counted()
    if (counted.kind !== 'in') return counted
    const key = await readUnitKey(counted.unit, looked.key)
    if (typeof key === 'string') return { kind: 'stopped', fault: key }
    this.#unitKey = looked.key
    return counted
  }

  async collect(): Promise<Collected> {
    const { manifest } = this.#arrival
    if (this.#own) {
      this.#keep(this.#own.seed)
      return { kind: 'collected' }
    }
    const [unit, unitKey] = [this.#unit, this.#unitKey]
    const typed = readTypedCode(this.code)
    if (unit === null || unitKey === null || typed.kind !== 'code') {
      return { kind: 'unknown' }
    }
    const sealing = await this.#load()
    if (!sealing) return { kind: 'unreachable' }
    this.#seed ??= this.#keptSeed(unit) ?? sealing.drawSeed()
    const seed = this.#seed
    // Kept before it is used: an answer that gets lost can then be asked for again.
    this.#keep(seed)
    const collecting = await sealing.prepare(manifest, unit, unitKey, seed)
    const signed = await signBlinded(manifest.assessment, typed.code, collecting.blinded)
    if (signed.kind === 'taken') {
      this.#seed = null
      this.#unkeep()
    }
    if (signed.kind !== 'signed') return signed
    this.#own = await collecting.finish(signed.signature)
    if (!this.#own) return { kind: 'stopped', fault: 'ballot-not-of-the-unit' }
    this.#keep(seed)
    return { kind: 'collected' }
  }

  useSeed(seed: Bytes): void {
    this.#seed = seed
  }

  ballotCode(): string | null {
    return (this.#own && this.#sealing?.code(this.#own.seed)) ?? null
  }

  carriedBallot(): string | null {
    return (this.#own && this.#sealing?.carry(this.#arrival.manifest, this.#own)) ?? null
  }

  async cast(answers: Answers): Promise<Sent> {
    const { manifest } = this.#arrival
    const collected = await this.collect()
    if (collected.kind !== 'collected') return collected
    if (!this.#own || !this.#sealing) return { kind: 'refused' }
    const sealed = await this.#sealing.envelope(manifest, this.#own, answers)
    const kind = await sendEnvelope(manifest, sealed)
    if (kind === 'arrived') {
      this.#unkeep()
      this.code = ''
    }
    return { kind }
  }

  async claim(wish: 'check' | 'withdraw'): Promise<EnvelopeState> {
    const { manifest } = this.#arrival
    if (!this.#own || !this.#sealing) return 'unreachable'
    const { ballot, seed } = this.#own
    const sealed = await this.#sealing.claim(manifest, wish, ballot.unit, seed)
    return sendClaim(manifest, wish, sealed)
  }

  leave(): void {
    this.#seed?.fill(0)
    this.#seed = null
    this.#own = null
    this.#unit = null
    this.#unitKey = null
    this.#carried = ''
    this.code = ''
  }

  forget(): void {
    this.#unkeep()
    this.#tag = null
    this.leave()
  }

  get #kept(): KeptBallot | null {
    return this.#tag === null ? null : this.#arrival.kept.find(this.#tag)
  }

  /** Another code is another person: nothing of the one before goes along. */
  #belongTo(tag: string): void {
    if (tag === this.#tag) return
    this.#tag = tag
    this.#carried = ''
    this.#dropBallot()
  }

  /**
   * Who has a ballot does not ask the registrar, and so learns of the closing from the box.
   *
   * @returns null where the ballot that was kept is none
   */
  async #meetAgain(): Promise<Entered | null> {
    const sealing = await this.#load()
    if (!sealing) return { kind: 'unreachable' }
    const wasCarried = this.#carried !== ''
    if (!this.#own && !(await this.#restore(sealing))) {
      return wasCarried ? { kind: 'unreadable' } : null
    }
    const isClosed = await isBoxClosed(this.#arrival.manifest)
    return isClosed ? { kind: 'closed' } : this.#counted()
  }

  /** @returns null where it cannot be loaded just now */
  async #load(): Promise<Sealing | null> {
    this.#sealing ??= await this.#arrival.loadSealing().catch(() => null)
    return this.#sealing
  }

  #counted(): Entered {
    const { units } = this.#arrival.manifest
    const unit = units.find(({ id }) => id === this.#unit)
    return unit
      ? { kind: 'in', unit }
      : { kind: 'stopped', fault: 'unit-not-in-manifest' }
  }

  /** Takes up the ballot that came along or was kept. @returns whether there is one now */
  async #restore(sealing: Sealing): Promise<boolean> {
    const { manifest } = this.#arrival
    const written = this.#carried
      ? readCarriedBallot(this.#carried, manifest)
      : carriedFrom(this.#kept, manifest)
    this.#carried = ''
    this.#own = written && (await sealing.restore(manifest, written))
    if (!this.#own) return false
    this.#unit = this.#own.ballot.unit
    this.#seed = this.#own.seed
    // What was kept was kept by somebody who said so; what was carried, on a phone.
    this.#device = 'own'
    return true
  }

  #keptSeed(unit: string): Bytes | null {
    const kept = this.#kept
    return kept?.unit === unit ? fromBase64url(kept.seed) : null
  }

  #keep(seed: Bytes): void {
    if (this.#device === 'shared' || this.#tag === null || this.#unit === null) return
    this.#arrival.kept.keep(this.#tag, {
      unit: this.#unit,
      seed: toBase64url(seed),
      signature: this.#own?.ballot.signature ?? '',
      mark: this.#own ? toBase64url(this.#own.mark) : '',
    })
  }

  #unkeep(): void {
    if (this.#tag !== null) this.#arrival.kept.remove(this.#tag)
  }

  #dropBallot(): void {
    this.#seed = null
    this.#own = null
    this.#unit = null
    this.#unitKey = null
  }
}

function carriedFrom(kept: KeptBallot | null, { units }: Manifest): CarriedBallot | null {
  const seed = kept && fromBase64url(kept.seed)
  const signature = kept?.signature ? fromBase64url(kept.signature) : null
  const mark = kept && fromBase64url(kept.mark)
  if (!kept || !seed || !signature || !mark) return null
  return units.some(({ id }) => id === kept.unit)
    ? { unit: kept.unit, seed, signature, mark }
    : null
}
