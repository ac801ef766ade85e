import type { SealingKey } from '#surveys/ballot/sealing-key.ts'
import {
  createTrusteeKey,
  lockKey,
  unlockKey,
  writeRecoveryCode,
} from '#surveys/ballot/trustee-key.ts'

/** Shorter ones can be guessed by a machine that has the file. */
export const shortestPassphrase = 12

/** A key as it was just made: what is saved, what is printed, and its public half. */
export interface NewKey {
  readonly publicKey: string
  /** the key file's text */
  readonly file: string
  readonly recoveryCode: string
}

/** Makes a key here, in this browser. Nothing of it has left the page. */
export async function makeKey(passphrase: string): Promise<NewKey> {
  const key = await createTrusteeKey()
  const file = JSON.stringify(await lockKey(key, passphrase), null, 2)
  const { publicKey } = key
  return { publicKey, file, recoveryCode: await writeRecoveryCode(key) }
}

/** Saves a text as a file on the holder's own device. */
export function saveFile(name: string, text: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}

/** @returns the key of a file; or what is wrong with file or passphrase */
export async function readKeyFile(
  file: Blob,
  passphrase: string,
): Promise<SealingKey | 'not-a-key-file' | 'wrong-passphrase'> {
  try {
    return await unlockKey(JSON.parse(await file.text()), passphrase)
  } catch {
    return 'not-a-key-file'
  }
}
