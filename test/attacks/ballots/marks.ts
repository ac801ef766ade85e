import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'

/** Something that must not turn up where it does not belong. */
export interface Mark {
  readonly name: string
  readonly bytes: Uint8Array
  /** @param path of a file, relative to the folder; or `log` */
  readonly mayBeIn: (path: string) => boolean
}

const nowhere = (): boolean => false

/** Sixteen bytes at least, or chance finds it too. */
export function markOf(
  name: string,
  value: string | Uint8Array,
  mayBeIn: (path: string) => boolean = nowhere,
): Mark {
  const bytes = typeof value === 'string' ? Buffer.from(value) : value
  if (bytes.length < 16) throw new RangeError(`expected a longer mark for ${name}`)
  return { name, bytes: bytes.subarray(0, 48), mayBeIn }
}

/** Every file below a folder, whole, and the log lines as one more. */
export async function everythingIn(
  folder: string,
  log: string,
): Promise<ReadonlyMap<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = new Map([['log', Buffer.from(log)]])
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name)
    files.set(relative(folder, path).replaceAll('\\', '/'), await readFile(path))
  }
  return files
}

/** How often something was looked for, and where it should not have been. */
export interface Search {
  readonly looked: number
  /** how often something was where it belongs */
  readonly expected: number
  readonly found: readonly string[]
}

/** Looks for every mark in every file, as it is and as it is commonly written. */
export function searchFor(
  marks: readonly Mark[],
  files: ReadonlyMap<string, Buffer>,
): Search {
  let looked = 0
  let expected = 0
  const found: string[] = []
  const patterns = marks.flatMap((mark) =>
    formsOf(mark.bytes).map(([form, pattern]) => ({ mark, form, pattern })),
  )
  for (const { mark, form, pattern } of patterns) {
    for (const [path, content] of files) {
      looked += 1
      if (!content.includes(pattern)) continue
      if (mark.mayBeIn(path)) expected += 1
      else found.push(`${mark.name} in ${path}, ${form}`)
    }
  }
  return { looked, expected, found }
}

type Form = readonly [form: string, pattern: Buffer]

function formsOf(bytes: Uint8Array): readonly Form[] {
  const raw = Buffer.from(bytes)
  const text = raw.toString('latin1')
  const base64 = [0, 1, 2].map((offset) => insideBase64(raw, offset))
  const forms: readonly Form[] = [
    ['as it is', raw],
    ['in hexadecimal', Buffer.from(raw.toString('hex'))],
    ['in capital hexadecimal', Buffer.from(raw.toString('hex').toUpperCase())],
    ['in UTF-16', Buffer.from(text, 'utf16le')],
    ['in UTF-16, big-endian', Buffer.from(text, 'utf16le').swap16()],
    ['backwards', Buffer.from(raw.toReversed())],
    ...base64.map((one): Form => ['in base64', Buffer.from(one)]),
    ...base64.map((one): Form => ['in base64url', Buffer.from(urlSafe(one))]),
  ]
  return forms.filter(([, pattern]) => pattern.length > 0)
}

/** What of its base64 does not depend on what stands before and after. */
function insideBase64(bytes: Buffer, offset: number): string {
  const whole = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64')
  return whole.replace(/=+$/, '').slice([0, 2, 3][offset], -2)
}

function urlSafe(base64: string): string {
  return base64.replaceAll('+', '-').replaceAll('/', '_')
}
