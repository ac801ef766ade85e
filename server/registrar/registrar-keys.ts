import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { AssessmentId } from '../assessments/contract.ts'
import { createOrRead, eraseFile, readFile } from '../erasable-file.ts'

const algorithm = 'aes-256-gcm'

/**
 * Seals what the registrar keeps in the database. One key file an assessment, outside the
 * database and its backups: erasing it ends whatever was sealed, whatever copies there are.
 */
export class RegistrarKeys {
  readonly #folder: string

  /** @param folder where the key files are */
  constructor(folder: string) {
    this.#folder = folder
  }

  /** Draws a key, durable on return; an assessment that has one keeps it. */
  create(assessment: AssessmentId): void {
    createOrRead(this.#path(assessment), randomBytes(32).toString('base64url'))
  }

  has(assessment: AssessmentId): boolean {
    return readFile(this.#path(assessment)) !== null
  }

  destroy(assessment: AssessmentId): void {
    eraseFile(this.#path(assessment))
  }

  /**
   * @param place what the bytes are; they open as that and nothing else
   * @returns nonce, ciphertext and tag, base64url
   * @throws Error when the key is gone
   */
  seal(assessment: AssessmentId, place: string, bytes: Uint8Array): string {
    const nonce = randomBytes(12)
    const cipher = createCipheriv(algorithm, this.#key(assessment), nonce)
    cipher.setAAD(Buffer.from(`${assessment} ${place}`))
    const sealed = Buffer.concat([nonce, cipher.update(bytes), cipher.final()])
    return Buffer.concat([sealed, cipher.getAuthTag()]).toString('base64url')
  }

  /** @throws Error when the key is gone, or the text was altered or belongs elsewhere */
  open(assessment: AssessmentId, place: string, text: string): Buffer {
    const sealed = Buffer.from(text, 'base64url')
    const nonce = sealed.subarray(0, 12)
    const decipher = createDecipheriv(algorithm, this.#key(assessment), nonce)
    decipher.setAAD(Buffer.from(`${assessment} ${place}`))
    decipher.setAuthTag(sealed.subarray(-16))
    return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()])
  }

  #key(assessment: AssessmentId): Uint8Array {
    const text = readFile(this.#path(assessment))
    if (text === null) throw new Error('the key of the registrar is gone')
    return Buffer.from(text, 'base64url')
  }

  #path(assessment: AssessmentId): string {
    return join(this.#folder, `${assessment}.registrar.key`)
  }
}
