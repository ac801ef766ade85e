import { Unzip, type UnzipFile, UnzipInflate } from 'fflate'
import { instrumentLimits } from './instrument.ts'
import { UnreadableFile } from './left-out.ts'

/** Unpacked at a time: deflate makes at most about a thousandfold of it. */
const chunk = 8_192
/** A small file may be packed tighter than a large one. */
const ratioFrom = 1_000_000

/**
 * Unpacks the wanted entries of a zip file, and stops where they grow beyond bounds, whatever
 * sizes the file claims. Nothing is written to disk and names are only looked up: they lead
 * nowhere.
 *
 * @throws UnreadableFile `zip-damaged` or `unpacks-too-large`
 */
export function unpack(
  file: Uint8Array,
  isWanted: (name: string) => boolean,
): ReadonlyMap<string, Uint8Array> {
  const entries = new Map<string, Uint8Array[]>()
  const { zipEntries } = instrumentLimits
  const grow = growth(file.length)
  let seen = 0
  const unzip = new Unzip((entry) => {
    seen += 1
    if (seen > zipEntries) throw new UnreadableFile('unpacks-too-large')
    const name = entry.name.replaceAll('\\', '/')
    if (!isWanted(name) || entries.has(name)) return
    const parts: Uint8Array[] = []
    entries.set(name, parts)
    take(entry, (bytes) => {
      grow(bytes.length)
      parts.push(bytes)
    })
  })
  unzip.register(UnzipInflate)
  push(unzip, file)
  return new Map([...entries].map(([name, parts]) => [name, joined(parts)]))
}

/** Counts what comes out, and stops where it is more than a questionnaire can be. */
function growth(packed: number): (bytes: number) => void {
  const { unpackedBytes, unpackedRatio } = instrumentLimits
  const most = Math.min(unpackedBytes, Math.max(ratioFrom, packed * unpackedRatio))
  let unpacked = 0
  return (bytes) => {
    unpacked += bytes
    if (unpacked > most) throw new UnreadableFile('unpacks-too-large')
  }
}

function push(unzip: Unzip, file: Uint8Array): void {
  try {
    for (let from = 0; from < file.length; from += chunk) {
      unzip.push(file.subarray(from, from + chunk), from + chunk >= file.length)
    }
  } catch (error) {
    if (error instanceof UnreadableFile) throw error
    throw new UnreadableFile('zip-damaged')
  }
}

function take(entry: UnzipFile, keep: (bytes: Uint8Array) => void): void {
  entry.ondata = (error, bytes) => {
    if (error) throw error
    keep(bytes)
  }
  entry.start()
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
