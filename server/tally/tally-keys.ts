import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { fromBase64url, toBase64url } from '#surveys/ballot/bytes.ts'
import {
  createSealingKey,
  type SealingKey,
  sealingKeyFrom,
} from '#surveys/ballot/sealing-key.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import type { Config } from '../config.ts'
import { createFile, eraseFile, readFile } from '../erasable-file.ts'

/** The key files of one count: outside the database, so that no copy of it opens anything. */

/** The key that opened shares are sealed to; made once for the one count. */
export async function makeTallyKey(
  config: Config,
  id: AssessmentId,
): Promise<SealingKey> {
  const made = await readTallyKey(config, id)
  if (made) return made
  const key = await createSealingKey()
  createFile(tallyFile(config, id), toBase64url(key.privateKey))
  return key
}

/** @returns null when there is none, or none any more */
export async function readTallyKey(
  config: Config,
  id: AssessmentId,
): Promise<SealingKey | null> {
  const privateKey = fromBase64url(readFile(tallyFile(config, id)) ?? '')
  return privateKey?.length === 32 ? sealingKeyFrom(privateKey) : null
}

/**
 * What shares are encrypted with in backups: 32 bytes, gone with the tally key.
 *
 * @returns null when there is none, or none any more
 */
export function keyForCopiesOfShares(
  config: Pick<Config, 'dataFolder'>,
  id: AssessmentId,
): Uint8Array | null {
  const privateKey = fromBase64url(readFile(tallyFile(config, id)) ?? '')
  if (privateKey?.length !== 32) return null
  return new Uint8Array(
    hkdfSync('sha256', privateKey, '', 'groundwork shares in backups 1', 32),
  )
}

/** What was delivered can be read by nobody from here on. Can be repeated. */
export function eraseTallyKey(config: Config, id: AssessmentId): void {
  eraseFile(tallyFile(config, id))
}

/** Seals figures from view: AES-256-GCM under a key in a file of its own. */
export function withhold(config: Config, id: AssessmentId, figures: string): string {
  const path = withheldFile(config, id)
  if (readFile(path) === null) createFile(path, randomBytes(32).toString('base64url'))
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', withheldKey(config, id), nonce)
  cipher.setAAD(Buffer.from(id))
  const sealed = Buffer.concat([cipher.update(figures, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64url')
}

/** @throws Error when it was altered, or its key is gone */
export function showWithheld(config: Config, id: AssessmentId, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url')
  const key = withheldKey(config, id)
  const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
  cipher.setAAD(Buffer.from(id))
  cipher.setAuthTag(bytes.subarray(-16))
  const figures = [cipher.update(bytes.subarray(12, -16)), cipher.final()]
  return Buffer.concat(figures).toString('utf8')
}

/** Can be repeated. */
export function eraseWithheldKey(config: Config, id: AssessmentId): void {
  eraseFile(withheldFile(config, id))
}

function withheldKey(config: Config, id: AssessmentId): Buffer {
  return Buffer.from(readFile(withheldFile(config, id)) ?? '', 'base64url')
}

function tallyFile({ dataFolder }: Pick<Config, 'dataFolder'>, id: AssessmentId): string {
  return join(dataFolder, 'keys', 'tally', `${id}.key`)
}

function withheldFile({ dataFolder }: Config, id: AssessmentId): string {
  return join(dataFolder, 'keys', 'tally', `${id}.figures.key`)
}
