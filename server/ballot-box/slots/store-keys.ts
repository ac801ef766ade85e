import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { createFile, eraseFile, overwriteFile, readFile } from '../../erasable-file.ts'

/** What opens the slots of one assessment, and how often its store was moved on. */
export interface StoreKey {
  /** seals and opens buckets, 32 bytes */
  readonly sealing: Uint8Array
  /** says in which bucket a ballot belongs, 32 bytes */
  readonly placing: Uint8Array
  /** see `isRestored` */
  readonly epoch: number
}

const heading = 'groundwork-store-key-1'
const keyBytes = 32
const epochDigits = 12

/**
 * One key file an assessment, in a folder outside the database and its backups. Erasing the
 * file shreds every copy of the slots there is: the database, its journal, old backups.
 */
export class StoreKeys {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  /** Draws a key, durable on return; an assessment that has one keeps it. */
  create(assessment: string): StoreKey {
    const known = this.read(assessment)
    if (known) return known
    const key = {
      sealing: new Uint8Array(randomBytes(keyBytes)),
      placing: new Uint8Array(randomBytes(keyBytes)),
      epoch: 0,
    }
    return this.#firstOf(assessment, key)
  }

  /** Of two processes that draw one at the same time, the first to write it wins. */
  #firstOf(assessment: string, key: StoreKey): StoreKey {
    try {
      createFile(this.#path(assessment), written(key))
      return key
    } catch (error) {
      const other = this.read(assessment)
      if (other) return other
      throw error
    }
  }

  /** Reads the file each time: a key that was destroyed is not remembered anywhere. */
  read(assessment: string): StoreKey | null {
    const text = readFile(this.#path(assessment))
    return text === null ? null : readKey(text)
  }

  saveEpoch(assessment: string, epoch: number): void {
    const key = this.read(assessment)
    if (key) overwriteFile(this.#path(assessment), written({ ...key, epoch }))
  }

  /** @returns false when there was no key */
  destroy(assessment: string): boolean {
    return eraseFile(this.#path(assessment))
  }

  #path(assessment: string): string {
    if (!/^[\w-]{1,80}$/.test(assessment)) {
      throw new RangeError('expected an assessment id of letters, digits and hyphens')
    }
    return join(this.#folder, `${assessment}.key`)
  }
}

/** Always the same length, so that the file can be overwritten in place. */
function written({ sealing, placing, epoch }: StoreKey): string {
  const keys = Buffer.concat([sealing, placing]).toString('base64url')
  return `${heading} ${keys} ${String(epoch).padStart(epochDigits, '0')}\n`
}

function readKey(text: string): StoreKey {
  const [, keys = '', epoch = ''] =
    text.match(/^groundwork-store-key-1 ([\w-]{86}) (\d{12})\n$/) ?? []
  const bytes = new Uint8Array(Buffer.from(keys, 'base64url'))
  if (bytes.length !== 2 * keyBytes) throw new Error('a store key file is damaged')
  return {
    sealing: bytes.subarray(0, keyBytes),
    placing: bytes.subarray(keyBytes),
    epoch: Number(epoch),
  }
}
