import { join } from 'node:path'
import { fromBase64url, toBase64url } from '#surveys/ballot/bytes.ts'
import {
  createSealingKey,
  type SealingKey,
  sealingKeyFrom,
} from '#surveys/ballot/sealing-key.ts'
import { createOrRead, eraseFile, readFile } from '../erasable-file.ts'

/**
 * The keys ballots are sealed to on their way here, one an assessment, each in a file of its
 * own. A key is erased at the closing: what a proxy recorded can then be opened by nobody.
 */
export class OuterKeys {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  /** Draws a key, durable on return; an assessment that has one keeps it. */
  async create(assessment: string): Promise<SealingKey> {
    const known = await this.read(assessment)
    if (known) return known
    const key = await createSealingKey()
    createOrRead(this.#path(assessment), `${toBase64url(key.privateKey)}\n`)
    return (await this.read(assessment)) ?? key
  }

  async read(assessment: string): Promise<SealingKey | null> {
    const text = readFile(this.#path(assessment))
    const bytes = text === null ? null : fromBase64url(text.trim())
    return bytes && sealingKeyFrom(bytes)
  }

  destroy(assessment: string): void {
    eraseFile(this.#path(assessment))
  }

  #path(assessment: string): string {
    return join(this.#folder, `${assessment}.outer.key`)
  }
}
