import { unzipSync, zipSync } from 'fflate'

export type Entry = readonly [name: string, bytes: Uint8Array]

/** The files in a ZIP archive, without its folders. */
export function entriesOf(zip: Uint8Array): readonly Entry[] {
  return Object.entries(unzipSync(zip)).filter(([name]) => !name.endsWith('/'))
}

/** ZIP knows no time zone: the same local minute is the same bytes anywhere. */
const mtime = new Date(1980, 0, 1)

/** A ZIP archive that is the same for the same files, whenever it is made. */
export function zipped(entries: readonly Entry[]): Uint8Array {
  const inOrder = entries.toSorted(([a], [b]) => (a < b ? -1 : 1))
  return zipSync(Object.fromEntries(inOrder), { mtime })
}
