import { nullifierOf } from '#surveys/ballot/ballot.ts'
import { openClaim } from '#surveys/ballot/box-message.ts'
import { sha256 } from '#surveys/ballot/bytes.ts'
import { Refusal } from '../refusal.ts'
import type { BoxServices } from './box-services.ts'
import type { Sealed } from './contract.ts'
import { hasBallot, withdrawBallot } from './slots/keep-ballots.ts'

/** Whether the ballot that a check value belongs to is in the box, until the closing. */
export async function checkBallot(
  services: BoxServices,
  sealed: Sealed,
): Promise<boolean> {
  return claiming(services, 'check', sealed, ({ unit, nullifier, check }) =>
    hasBallot(services.slots, sealed.assessment, unit, nullifier, check),
  )
}

/**
 * Takes a ballot back out of the box, until the closing. It may be cast again.
 *
 * @returns false when it was not there, or the check value is another's
 */
export async function withdrawOwnBallot(
  services: BoxServices,
  sealed: Sealed,
): Promise<boolean> {
  return claiming(services, 'withdraw', sealed, ({ unit, nullifier, check }) =>
    withdrawBallot(services.slots, sealed.assessment, unit, nullifier, check),
  )
}

interface OpenedClaim {
  readonly unit: string
  readonly nullifier: Uint8Array
  /** SHA-256 of the check value */
  readonly check: Uint8Array
}

function claiming(
  { doors }: BoxServices,
  wish: 'check' | 'withdraw',
  { assessment, sealed }: Sealed,
  answer: (claim: OpenedClaim) => Promise<boolean>,
): Promise<boolean> {
  return doors.whileOpen(assessment, async ({ manifest, key }) => {
    const outer = Buffer.from(sealed, 'base64url')
    const claim = await openClaim(wish, key, outer, manifest)
    if (!claim) throw new Refusal('ballot-not-valid')
    return answer({
      unit: claim.unit,
      nullifier: await nullifierOf(claim.serial),
      check: await sha256(claim.check),
    })
  })
}
