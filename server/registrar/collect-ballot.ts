import { createHmac, createPrivateKey, sign } from 'node:crypto'
import { readAccessCode } from '#surveys/ballot/access-code.ts'
import { signedWords } from '#surveys/ballot/ballot.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import type { CollectBallot, SignedBallot } from './contract.ts'
import { hashOfCode } from './open-collecting.ts'
import { findSigner } from './store.ts'

/**
 * Turns a code into a ballot. Changes nothing and remembers nothing: the same code gives the
 * same ballot every time, and the ballot box sees to it that a ballot counts once.
 *
 * The serial comes from the code by a one-way function, so that what the registrar keeps
 * (a hash of the code) and what the ballot box keeps (a hash of the serial) do not meet.
 * Somebody who has the codes themselves can make them meet: the blind signature that takes
 * this door's place will end that.
 */
export async function collectBallot(
  { db }: Pick<Services, 'db'>,
  { assessment, code }: CollectBallot,
): Promise<SignedBallot> {
  const bytes = readAccessCode(code)
  const signer = bytes && (await findSigner(db, assessment, hashOfCode(bytes)))
  if (!signer) throw new Refusal('code-unknown')

  const serial = createHmac('sha256', bytes)
    .update('groundwork ballot serial 1')
    .digest('base64url')
  const { unit } = signer
  const signature = sign(
    null,
    Buffer.from(signedWords({ assessment, unit, serial })),
    createPrivateKey({
      key: Buffer.from(signer.privateKey, 'base64'),
      format: 'der',
      type: 'pkcs8',
    }),
  ).toString('base64url')
  return { assessment, unit, serial, signature }
}
