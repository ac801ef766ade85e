import { randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'

/**
 * Small files that must survive a power cut from the moment they are written, and whose
 * content must be gone from the disk once they are erased: they are changed in place only,
 * so that no earlier copy is left in free space. File systems that copy on write, and the
 * spare area of flash disks, can keep one all the same.
 */

/** Writes a file that only its owner can read. @throws when the file exists */
export function createFile(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const draft = `${path}.${randomBytes(6).toString('hex')}.new`
  const file = openSync(draft, 'wx', 0o600)
  writeWhole(file, Buffer.from(text))
  try {
    linkSync(draft, path)
  } finally {
    unlinkSync(draft)
  }
  syncFolder(dirname(path))
}

/**
 * Writes a file unless it is there. Of several processes that make one at the same moment, all
 * get what the first has written.
 *
 * @returns what stands in it
 */
export function createOrRead(path: string, text: string): string {
  const known = readFile(path)
  if (known !== null) return known
  try {
    createFile(path, text)
    return text
  } catch (error) {
    const other = readFile(path)
    if (other !== null) return other
    throw error
  }
}

/** @returns null when there is no such file */
export function readFile(path: string): string | null {
  return existsSync(path) ? readFileSync(path, 'utf8') : null
}

/** Replaces a file's content in place. @throws RangeError unless the length is the same */
export function overwriteFile(path: string, text: string): void {
  const file = openSync(path, 'r+')
  const bytes = Buffer.from(text)
  const { size } = fstatSync(file)
  if (size !== bytes.length) {
    closeSync(file)
    throw new RangeError(
      `expected ${size} bytes to overwrite a file, got ${bytes.length}`,
    )
  }
  writeWhole(file, bytes)
}

/** Overwrites a file with noise, then removes it. @returns false when there was none */
export function eraseFile(path: string): boolean {
  if (!existsSync(path)) return false
  const file = openSync(path, 'r+')
  writeWhole(file, randomBytes(fstatSync(file).size))
  unlinkSync(path)
  syncFolder(dirname(path))
  return true
}

function writeWhole(file: number, bytes: Uint8Array): void {
  try {
    writeSync(file, bytes, 0, bytes.length, 0)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** A new or removed name lasts once its folder has reached the disk. Windows has no way to ask. */
function syncFolder(path: string): void {
  if (process.platform === 'win32') return
  const folder = openSync(path, 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}
