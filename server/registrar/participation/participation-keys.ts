import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { createFile, eraseFile, overwriteFile, readFile } from '../../erasable-file.ts'

/** What opens the participation of one assessment, and how often it was moved on. */
export interface ParticipationKey {
  /** seals and opens blobs, 32 bytes */
  readonly sealing: Uint8Array
  /** marks what a place collected, 32 bytes */
  readonly marking: Uint8Array
  /** see `isParticipationRestored` */
  readonly epoch: number
}

const heading = 'groundwork-participation-key-1'
const keyBytes = 32
const epochDigits = 12

/**
 * One key file an assessment, in a folder outside the database and its backups. With it gone,
 * no copy of the database tells any more who collected a ballot.
 */
export class ParticipationKeys {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  /** Draws a key, durable on return; an assessment that has one keeps it. */
  create(assessment: string): ParticipationKey {
    const known = this.read(assessment)
    if (known) return known
    const key = {
      sealing: new Uint8Array(randomBytes(keyBytes)),
      marking: new Uint8Array(randomBytes(keyBytes)),
      epoch: 0,
    }
    return this.#firstOf(assessment, key)
  }

  /** Of two processes that draw one at the same time, the first to write it wins. */
  #firstOf(assessment: string, key: ParticipationKey): ParticipationKey {
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
  read(assessment: string): ParticipationKey | null {
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
    return join(this.#folder, `${assessment}.participation.key`)
  }
}

/** Always the same length, so that the file can be overwritten in place. */
function written({ sealing, marking, epoch }: ParticipationKey): string {
  const keys = Buffer.concat([sealing, marking]).toString('base64url')
  return `${heading} ${keys} ${String(epoch).padStart(epochDigits, '0')}\n`
}

function readKey(text: string): ParticipationKey {
  const [, keys = '', epoch = ''] =
    text.match(/^groundwork-participation-key-1 ([\w-]{86}) (\d{12})\n$/) ?? []
  const bytes = new Uint8Array(Buffer.from(keys, 'base64url'))
  if (bytes.length !== 2 * keyBytes) {
    throw new Error('a participation key file is damaged')
  }
  return {
    sealing: bytes.subarray(0, keyBytes),
    marking: bytes.subarray(keyBytes),
    epoch: Number(epoch),
  }
}
