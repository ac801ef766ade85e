import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { copySlots } from '#server/ballot-box/slots/copy-slots.ts'
import { putBallot } from '#server/ballot-box/slots/keep-ballots.ts'
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
const buckets = 3

/** What a thief has of one backup. */
interface Backup {
  readonly size: number
  readonly blocks: ReadonlySet<string>
  /** how often SQLite says the file was written */
  readonly writes: number
}

/**
 * Compares backups taken while one unit answers and another does not (claim 6): no block of a
 * sealed bucket comes twice, no backup is larger, and the counts of writes do not rise.
 */
export async function tryBackups(stores: Stores, backups: number): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'groundwork-backups-'))
  const kept = await stores.newStore(units)
  const taken: Backup[] = []
  for (let backup = 0; backup < backups; backup++) {
    const ballot = aBallot(`person ${backup}`)
    if (backup % 2) await putBallot(kept.store, kept.assessment, 'office', ballot)
    taken.push(await backUp(kept, join(folder, `${backup}.sqlite`)))
  }
  await rm(folder, { recursive: true, force: true })
  const broken = [...repeated(taken), ...unequal(taken), ...counting(taken)]
  return {
    name: 'comparing backups (6)',
    expects: 'no two share a block',
    figures: { backups },
    broken,
  }
}

async function backUp(kept: TestStore, path: string): Promise<Backup> {
  const { store, assessment } = kept
  const copy = await openBallots(path)
  await copySlots(store, assessment, copy)
  const rows = await findBuckets(copy, assessment, [...Array(buckets).keys()])
  await copy.destroy()
  const file = readFileSync(path)
  const blocks = rows.flatMap(({ sealed }) => blocksOf(Buffer.from(sealed)))
  return { size: file.length, blocks: new Set(blocks), writes: file.readUInt32BE(24) }
}

function blocksOf(sealed: Buffer): readonly string[] {
  return Array.from({ length: Math.floor(sealed.length / 16) }, (_, block) =>
    sealed.toString('latin1', block * 16, block * 16 + 16),
  )
}

function repeated(taken: readonly Backup[]): readonly string[] {
  const all = taken.flatMap(({ blocks }) => [...blocks])
  const twice = all.length - new Set(all).size
  return twice === 0 ? [] : [`${twice} blocks come twice`]
}

function unequal(taken: readonly Backup[]): readonly string[] {
  const sizes = new Set(taken.map(({ size }) => size))
  return sizes.size === 1 ? [] : [`sizes ${[...sizes].join(', ')}`]
}

/** Counts that began anywhere differ by about half of all there are, not by a few. */
function counting(taken: readonly Backup[]): readonly string[] {
  const near = taken.filter(({ writes }, index) => {
    const before = taken[index - 1]
    return before && Math.abs(writes - before.writes) < 1_000
  })
  return near.map(({ writes }) => `a count of writes near the one before: ${writes}`)
}
