import type { BallotName } from './ballot.ts'
import { type Bytes, concat, sha256, utf8 } from './bytes.ts'
import { canonicalJson } from './canonical.ts'

/** What opens one envelope, and the proof that it is the key the envelope was made with. */
export interface AnswerKey {
  readonly key: CryptoKey
  /** 32 bytes: AES-GCM alone would let an envelope be made that two keys open differently */
  readonly commitment: Bytes
}

/** Of a 32-byte secret: the AES-256-GCM key and its commitment, by HKDF-SHA-256. */
export async function answerKeyFrom(secret: Uint8Array): Promise<AnswerKey> {
  const source = await crypto.subtle.importKey('raw', concat(secret), 'HKDF', false, [
    'deriveBits',
    'deriveKey',
  ])
  const how = (info: string) => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: utf8('groundwork answers 1'),
    info: utf8(info),
  })
  return {
    key: await crypto.subtle.deriveKey(
      how('key'),
      source,
      { name: 'AES-GCM', length: 256 },
      false,
      ['encrypt', 'decrypt'],
    ),
    commitment: new Uint8Array(
      await crypto.subtle.deriveBits(how('commitment'), source, 256),
    ),
  }
}

/**
 * AES-GCM under a key that encrypts nothing else, hence with a fixed nonce, bound to the
 * ballot and to everything else in the envelope.
 */
export function gcmFor({ assessment, unit, serial }: BallotName, head: Uint8Array) {
  const words = utf8(canonicalJson(['groundwork answers 1', assessment, unit, serial]))
  return { name: 'AES-GCM', iv: new Uint8Array(12), additionalData: concat(head, words) }
}

/** What a trustee's share is sealed for: this survey, this trustee, this ballot. */
export function sharePurpose(
  assessment: string,
  trustee: string,
  nullifier: string,
): readonly string[] {
  return ['groundwork share 1', assessment, trustee, nullifier]
}

/** 16 bytes by which a share is recognised; they tell nothing about it. */
export async function fingerprintOf(share: Uint8Array): Promise<Bytes> {
  return (await sha256(utf8('groundwork share fingerprint 1'), share)).slice(0, 16)
}
