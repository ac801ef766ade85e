import { Unzip, type UnzipFile, UnzipInflate } from 'fflate'
import { Refusal } from '../refusal.ts'

/** Of the file as it comes, of everything wanted in it, and how many entries it may have. */
const largestFile = 20_000_000
const largestUnpacked = 8_000_000
const mostEntries = 1_000

/** Unpacked at a time: deflate makes at most about a thousandfold of it. */
const chunk = 8_192

/** The parts of a QDPX file that are read: its project, and its plain texts. */
export interface UnpackedProject {
  readonly qde: string
  /** by file name without folder, in small letters */
  readonly texts: ReadonlyMap<string, string>
}

/**
 * Unpacks what is wanted of a QDPX file, and stops where it grows beyond bounds, whatever
 * sizes the file claims. Nothing is written to disk, so names lead nowhere.
 *
 * @throws Refusal `coding-file-not-packed`, `coding-file-too-large`, or
 *   `coding-file-without-project`
 */
export function unpackProject(file: Uint8Array): UnpackedProject {
  if (file.length > largestFile) throw new Refusal('coding-file-too-large')
  const [p, k] = file
  if (p !== 0x50 || k !== 0x4b) throw new Refusal('coding-file-not-packed')
  const entries = inflate(file)
  const project = entries.get('project.qde')
  if (!project) throw new Refusal('coding-file-without-project')
  const texts = [...entries].flatMap(([name, bytes]) => {
    const [, base] = /^sources\/([^/]+\.txt)$/.exec(name) ?? []
    return base ? [[base, decode(bytes)] as const] : []
  })
  return { qde: decode(project), texts: new Map(texts) }
}

function inflate(file: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const entries = new Map<string, Uint8Array[]>()
  let unpacked = 0
  let seen = 0
  const unzip = new Unzip((entry) => {
    seen += 1
    if (seen > mostEntries) throw new Refusal('coding-file-too-large')
    const name = entry.name.replaceAll('\\', '/').toLowerCase()
    if (!isWanted(name)) return
    const parts: Uint8Array[] = []
    entries.set(name, parts)
    take(entry, (bytes) => {
      unpacked += bytes.length
      if (unpacked > largestUnpacked) throw new Refusal('coding-file-too-large')
      parts.push(bytes)
    })
  })
  unzip.register(UnzipInflate)
  try {
    for (let from = 0; from < file.length; from += chunk) {
      unzip.push(file.subarray(from, from + chunk), from + chunk >= file.length)
    }
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal('coding-file-not-packed')
  }
  return new Map([...entries].map(([name, parts]) => [name, Buffer.concat(parts)]))
}

function take(entry: UnzipFile, keep: (bytes: Uint8Array) => void): void {
  entry.ondata = (error, bytes) => {
    if (error) throw error
    keep(bytes)
  }
  entry.start()
}

function isWanted(name: string): boolean {
  return name === 'project.qde' || /^sources\/[^/]+\.txt$/.test(name)
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Refusal('coding-file-not-refi')
  }
}
