import { type Bytes, concat, toBigInt, utf8 } from './bytes.ts'
import { canonicalJson } from './canonical.ts'
import type { ManifestUnit } from './manifest.ts'
import { inverse } from './modular.ts'
import type { RsaKey } from './rsa-key.ts'

/** Everything random about one ballot. */
export interface BallotSecrets {
  /** 32 bytes: names the ballot */
  readonly serial: Bytes
  /** 32 bytes before the signed words */
  readonly prefix: Bytes
  /** 48 bytes: the salt of the signature */
  readonly salt: Bytes
  /** 32 bytes: whoever shows them may check and withdraw what was cast */
  readonly check: Bytes
}

/** Where a ballot belongs: it is another one under another key. */
export type UnitOfBallot = Pick<ManifestUnit, 'id' | 'keyHash'>

/** 128 random bits, from which a ballot is derived: kept by one person, told to nobody. */
export function drawSeed(): Bytes {
  return crypto.getRandomValues(new Uint8Array(16))
}

/**
 * Derives a ballot from a seed by HKDF-SHA-256: the same seed gives the same ballot in the
 * same unit under the same key, so that a lost tab or an interrupted request can be repeated.
 * Another assessment, unit or key gives values that have nothing to do with these.
 */
export async function deriveBallot(
  seed: Uint8Array,
  assessment: string,
  unit: UnitOfBallot,
): Promise<BallotSecrets> {
  const derive = await deriverOf(seed, assessment, unit)
  return {
    serial: await derive('serial', 32),
    prefix: await derive('prefix', 32),
    salt: await derive('salt', 48),
    check: await derive('check', 32),
  }
}

/**
 * Derives the blinding factor of the same ballot. Only collecting it takes the key itself.
 * Blinding one ballot under two keys with one factor would tell more than either.
 *
 * @param key the one whose hash is the unit's
 * @returns uniform among the numbers below n that have an inverse
 * @throws RangeError for a key that leaves none
 */
export async function deriveFactor(
  seed: Uint8Array,
  assessment: string,
  unit: UnitOfBallot,
  { n, bits, bytes }: RsaKey,
): Promise<bigint> {
  const derive = await deriverOf(seed, assessment, unit)
  const spare = BigInt(8 * bytes - bits)
  for (let attempt = 0; attempt < 256; attempt += 1) {
    // By rejection, so that every factor is as likely as every other.
    const r = toBigInt(await derive(`factor ${attempt}`, bytes)) >> spare
    if (r > 0n && r < n && inverse(r, n) !== null) return r
  }
  throw new RangeError('the key leaves no blinding factor')
}

type Derive = (purpose: string, bytes: number) => Promise<Bytes>

async function deriverOf(
  seed: Uint8Array,
  assessment: string,
  { id, keyHash }: UnitOfBallot,
): Promise<Derive> {
  if (seed.length !== 16) throw new RangeError(`a seed has 16 bytes, got ${seed.length}`)
  const key = await crypto.subtle.importKey('raw', concat(seed), 'HKDF', false, [
    'deriveBits',
  ])
  const salt = utf8('groundwork ballot seed 2')
  return async (purpose, bytes) => {
    const info = utf8(canonicalJson([purpose, assessment, id, keyHash]))
    const how = { name: 'HKDF', hash: 'SHA-256', salt, info }
    return new Uint8Array(await crypto.subtle.deriveBits(how, key, 8 * bytes))
  }
}
