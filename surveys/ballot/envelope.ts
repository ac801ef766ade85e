import { split } from 'shamir-secret-sharing'
import type { Answers } from '../questionnaire.ts'
import { answerKeyFrom, fingerprintOf, gcmFor, sharePurpose } from './answer-key.ts'
import { type BallotName, nullifierOf } from './ballot.ts'
import { type Bytes, concat, toBase64url } from './bytes.ts'
import { envelopeVersion } from './envelope-layout.ts'
import type { Manifest } from './manifest.ts'
import { padAnswers } from './padded-answers.ts'
import { sealTo } from './sealing-key.ts'

/**
 * Seals answers so that `trusteesNeeded` trustees together can open them and nobody else:
 * AES-256-GCM under a key used once, the key split by Shamir, a share sealed to each trustee.
 * The envelope is bound to its ballot: beside another it does not open.
 *
 * @param manifest one in which `faultOf` finds none
 * @returns `innerSize(manifest)` bytes, whatever was said
 * @throws AnswersTooLong
 */
export async function sealAnswers(
  answers: Answers,
  ballot: BallotName,
  manifest: Manifest,
): Promise<Bytes> {
  const padded = padAnswers(answers, manifest.answersBytes)
  const secret = crypto.getRandomValues(new Uint8Array(32))
  const { key, commitment } = await answerKeyFrom(secret)
  const head = concat(
    Uint8Array.of(envelopeVersion),
    commitment,
    ...(await sealShares(secret, ballot, manifest)),
  )
  secret.fill(0)
  const sealed = await crypto.subtle.encrypt(gcmFor(ballot, head), key, padded)
  return concat(head, new Uint8Array(sealed))
}

async function sealShares(
  secret: Uint8Array,
  { assessment, serial }: BallotName,
  { trustees, trusteesNeeded }: Manifest,
): Promise<readonly Bytes[]> {
  const shares = await split(secret, trustees.length, trusteesNeeded)
  const nullifier = toBase64url(await nullifierOf(serial))
  return Promise.all(
    trustees.map(async ({ id, publicKey }, at) => {
      const share = shares[at] ?? new Uint8Array()
      const purpose = sharePurpose(assessment, id, nullifier)
      return concat(await fingerprintOf(share), await sealTo(publicKey, purpose, share))
    }),
  )
}
