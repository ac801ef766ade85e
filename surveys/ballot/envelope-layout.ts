import type { Manifest } from './manifest.ts'
import { sealOverhead } from './sealing-key.ts'

export const envelopeVersion = 1
export const fingerprintBytes = 16
/** a fingerprint and the sealed share: 32 bytes and the place on the curve */
export const sealedShareBytes = fingerprintBytes + 33 + sealOverhead

type Sizes = Pick<Manifest, 'trustees' | 'answersBytes'>

/** Where the parts of an envelope lie: version, commitment, a share a trustee, answers. */
export interface Layout {
  readonly commitment: number
  readonly shares: number
  readonly answers: number
  readonly size: number
}

export function layoutOf({ trustees, answersBytes }: Sizes): Layout {
  const commitment = 1
  const shares = commitment + 32
  const answers = shares + trustees.length * sealedShareBytes
  return { commitment, shares, answers, size: answers + answersBytes + 16 }
}

/** The one length of every envelope of this survey. */
export function innerSize(manifest: Sizes): number {
  return layoutOf(manifest).size
}
