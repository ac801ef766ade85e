import { constants, createPublicKey, type KeyObject, verify } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { type Ballot, signedWords } from '#surveys/ballot/ballot.ts'
import { fromBase64url } from '#surveys/ballot/bytes.ts'
import type { Manifest } from '#surveys/ballot/manifest.ts'
import { readUnitKey } from '#surveys/ballot/unit-key.ts'

/** A key takes a tenth of a millisecond, and there can be thousands. */
const keysATurn = 50

/** The keys of all units of one manifest, each the very one it names. None is made but here. */
export class BallotKeys {
  readonly assessment: string
  readonly #keys: ReadonlyMap<string, KeyObject>

  private constructor(assessment: string, keys: ReadonlyMap<string, KeyObject>) {
    this.assessment = assessment
    this.#keys = keys
  }

  /**
   * Reads the keys of a manifest, which came beside it.
   *
   * @param unitKeys SPKI in base64, in the order of the manifest's units
   * @returns null unless they are the keys whose hashes it lists, no more and no fewer
   */
  static async of(
    { assessment, units }: Manifest,
    unitKeys: readonly string[],
  ): Promise<BallotKeys | null> {
    if (unitKeys.length !== units.length) return null
    const keys = new Map<string, KeyObject>()
    for (const [at, unit] of units.entries()) {
      const spki = unitKeys[at] ?? ''
      if (typeof (await readUnitKey(unit, spki)) === 'string') return null
      const key = Buffer.from(spki, 'base64')
      keys.set(unit.id, createPublicKey({ key, format: 'der', type: 'spki' }))
      if (at % keysATurn === 0) await setImmediate()
    }
    return new BallotKeys(assessment, keys)
  }

  find(unit: string): KeyObject | undefined {
    return this.#keys.get(unit)
  }
}

/**
 * Whether the registrar of these keys signed the ballot for its unit: RSASSA-PSS with
 * SHA-384 over prefix and signed words, as RFC 9474 has it. Who holds it cannot be told.
 */
export function verifyBallot(ballot: Ballot, keys: BallotKeys): boolean {
  const key = keys.find(ballot.unit)
  if (!key || ballot.assessment !== keys.assessment) return false
  const serial = fromBase64url(ballot.serial)
  const prefix = fromBase64url(ballot.prefix)
  const signature = fromBase64url(ballot.signature)
  if (serial?.length !== 32 || prefix?.length !== 32 || !signature) return false
  const message = Buffer.concat([prefix, Buffer.from(signedWords(ballot))])
  const padding = constants.RSA_PKCS1_PSS_PADDING
  return verify('sha384', message, { key, padding, saltLength: 48 }, signature)
}
