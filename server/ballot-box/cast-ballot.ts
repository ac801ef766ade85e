import { nullifierOf } from '#surveys/ballot/ballot.ts'
import { openForBox } from '#surveys/ballot/box-message.ts'
import { Refusal } from '../refusal.ts'
import { verifyBallot } from '../verify-ballot.ts'
import type { BoxServices } from './box-services.ts'
import type { Sealed } from './contract.ts'
import { writePayload } from './kept-ballot.ts'
import { putBallot } from './slots/keep-ballots.ts'

/**
 * Keeps what a valid ballot brings, in place of what it brought before. Whatever is wrong,
 * nothing is stored, and nobody learns what it was.
 *
 * @throws Refusal 'ballot-not-valid', 'survey-closed', or 'box-full' when more ballots come for
 *   a unit than it has people
 */
export async function castBallot(
  { doors, slots, tell }: BoxServices,
  { assessment, sealed }: Sealed,
): Promise<void> {
  await doors.whileOpen(assessment, async ({ manifest, key, ballotKeys }) => {
    const cast = await openForBox(key, Buffer.from(sealed, 'base64url'), manifest)
    if (!cast || !verifyBallot(cast.ballot, ballotKeys)) {
      throw new Refusal('ballot-not-valid')
    }
    const { ballot, check } = cast
    const nullifier = await nullifierOf(ballot.serial)
    const payload = writePayload(cast)
    const kept = { nullifier, check, payload }
    const outcome = await putBallot(slots, assessment, ballot.unit, kept)
    if (outcome !== 'full') return
    tell({ event: 'box-overfull', assessment })
    throw new Refusal('box-full')
  })
}
