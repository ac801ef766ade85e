import { type Bytes, fromBase64url, sha256 } from './bytes.ts'
import { canonicalJson } from './canonical.ts'

/** The right to answer once, in one reporting unit. It names nobody. */
export interface Ballot extends BallotName {
  /** 32 random bytes before the signed words (RFC 9474), base64url */
  readonly prefix: string
  /** the registrar's RSA signature, made without seeing the serial, base64url */
  readonly signature: string
}

/** Which ballot it is: what its envelope is bound to. */
export interface BallotName {
  readonly assessment: string
  readonly unit: string
  /** 32 bytes, base64url: drawn by the employee's own browser */
  readonly serial: string
}

/**
 * What the registrar signs unseen and the ballot box checks. One text for one ballot: no two
 * names share it, whatever characters they hold.
 */
export function signedWords({ assessment, unit, serial }: BallotName): string {
  return canonicalJson(['groundwork ballot 2', assessment, unit, serial])
}

/**
 * By what the ballot box knows that a ballot was used: SHA-256 of the serial, 32 bytes.
 *
 * @throws RangeError for a serial that is not 32 bytes in base64url
 */
export async function nullifierOf(serial: string): Promise<Bytes> {
  const bytes = fromBase64url(serial)
  if (bytes?.length !== 32) throw new RangeError('a serial has 32 bytes in base64url')
  return sha256(bytes)
}
