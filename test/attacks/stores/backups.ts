import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { tablesIn } from '#server/archive/read-archive.ts'
import { boxBackups } from '#server/ballot-box/backup/box-backups.ts'
import { putBallot, withdrawBallot } from '#server/ballot-box/slots/keep-ballots.ts'
import { findBuckets } from '#server/ballot-box/slots/store.ts'
import { openBallots } from '#server/database/ballots.ts'
import {
  aBallot,
  type Stores,
  type TestStore,
} from '../../server/ballot-box/a-slot-store.ts'
import type { Outcome } from '../attack.ts'

const units = [
  { id: 'hall', headcount: 20 },
  { id: 'office', headcount: 60 },
]
const rows = [0, 1, 2]

/** What a thief has of one backup, and of a database that it was put back into. */
interface Stolen {
  /** the backup, with lengths in place of what is sealed */
  readonly open: string
  /** sixteen bytes each, of everything sealed in the backup and in the restored store */
  readonly blocks: readonly string[]
  /** how many of them are in the store at that moment as well */
  readonly inStore: number
  readonly file: FileFacts
}

/** What an SQLite file says besides its values. */
interface FileFacts {
  readonly size: number
  readonly freePages: number
  /** where each bucket lies in the file */
  readonly places: string
  /** how often SQLite says the file was written */
  readonly writes: number
}

/**
 * Compares backups made by the operator's command while one unit answers, changes its mind and
 * another does not (claim 6), with each other, with the store at that moment and with stores they
 * were put back into: no block of anything sealed comes twice, and nothing else differs at all.
 */
export async function tryBackups(stores: Stores, backups: number): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'groundwork-backups-'))
  const kept = await stores.newStore(units)
  const stolen: Stolen[] = []
  for (let backup = 0; backup < backups; backup += 1) {
    await answerSometimes(kept, backup)
    stolen.push(await steal(kept, join(folder, String(backup))))
  }
  await rm(folder, { recursive: true, force: true })
  const broken = [
    ...repeated(stolen),
    ...stolen.flatMap(({ inStore }) =>
      inStore ? [`${inStore} blocks of the store`] : [],
    ),
    ...differing('what is not sealed', stolen, ({ open }) => open),
    ...differing('the size of a file', stolen, ({ file }) => String(file.size)),
    ...differing('free pages', stolen, ({ file }) => String(file.freePages)),
    ...differing('where buckets lie', stolen, ({ file }) => file.places),
    ...counting(stolen),
  ]
  return {
    name: 'comparing backups (6)',
    expects: 'no two share a block, and nothing else tells them apart',
    figures: { backups },
    broken,
  }
}

/** Nobody before every third backup; somebody new, or somebody who takes it back, before others. */
async function answerSometimes({ store, assessment }: TestStore, backup: number) {
  const ballot = aBallot(`person ${backup}`)
  if (backup % 3 === 1) await putBallot(store, assessment, 'office', ballot)
  if (backup % 6 !== 5) return
  const { nullifier, check } = aBallot(`person ${backup - 1}`)
  await withdrawBallot(store, assessment, 'office', nullifier, check)
}

async function steal(kept: TestStore, path: string): Promise<Stolen> {
  const dataFolder = dirname(kept.keyFolder)
  const restored = `${path}.sqlite`
  await boxBackups({ database: kept.address, dataFolder }).backUp(path, false)
  await boxBackups({ database: restored, dataFolder }).putBack(path)
  const stored = await findBuckets(kept.store.ballots, kept.assessment, rows)
  const known = new Set(stored.flatMap(({ sealed }) => blocksOf(sealed)))
  const inBackup = await bucketsIn(path)
  const inRestored = await bucketsAt(restored, kept.assessment)
  const blocks = [...inBackup, ...inRestored].flatMap(blocksOf)
  return {
    open: withoutSealed(readFileSync(path, 'utf8')),
    blocks,
    inStore: blocks.filter((block) => known.has(block)).length,
    file: factsOf(readFileSync(restored), inRestored),
  }
}

/** Whatever is as long stands for it, so that a length would show. */
function withoutSealed(archive: string): string {
  return archive.replace(/"(bytes|digest|proof)":"[^"]*"/g, (text) => `${text.length}`)
}

async function bucketsIn(path: string): Promise<readonly Uint8Array[]> {
  const found: Uint8Array[] = []
  for await (const { rows: parts } of tablesIn(path)) {
    for await (const part of parts) {
      for (const { sealed } of part) if (sealed instanceof Uint8Array) found.push(sealed)
    }
  }
  return found
}

async function bucketsAt(address: string, assessment: string) {
  const db = await openBallots(address)
  const found = await findBuckets(db, assessment, rows)
  await db.destroy()
  return found.toSorted((a, b) => a.row - b.row).map(({ sealed }) => sealed)
}

function factsOf(file: Buffer, buckets: readonly Uint8Array[]): FileFacts {
  const places = buckets.map((sealed) => file.indexOf(sealed.subarray(0, 28)))
  return {
    size: file.length,
    freePages: file.readUInt32BE(36),
    places: places.join(' '),
    writes: file.readUInt32BE(24),
  }
}

function blocksOf(sealed: Uint8Array): readonly string[] {
  const bytes = Buffer.from(sealed)
  return Array.from({ length: Math.floor(bytes.length / 16) }, (_, block) =>
    bytes.toString('latin1', block * 16, block * 16 + 16),
  )
}

function repeated(stolen: readonly Stolen[]): readonly string[] {
  const all = stolen.flatMap(({ blocks }) => blocks)
  const twice = all.length - new Set(all).size
  if (all.length === 0) return ['nothing was compared']
  return twice === 0 ? [] : [`${twice} blocks come twice`]
}

function differing(
  what: string,
  stolen: readonly Stolen[],
  of: (one: Stolen) => string,
): readonly string[] {
  const kinds = new Set(stolen.map(of))
  return kinds.size === 1 ? [] : [`${what} differs: ${kinds.size} kinds`]
}

/** Counts that began anywhere differ by about half of all there are, not by a few. */
function counting(stolen: readonly Stolen[]): readonly string[] {
  const near = stolen.filter(({ file }, index) => {
    const before = stolen[index - 1]?.file
    return before && Math.abs(file.writes - before.writes) < 1_000
  })
  return near.map(({ file }) => `a count of writes near the one before: ${file.writes}`)
}
