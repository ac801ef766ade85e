import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { layOut } from '#server/ballot-box/slots/layout.ts'
import { openBucket } from '#server/ballot-box/slots/sealed-bucket.ts'
import { StoreKeys } from '#server/ballot-box/slots/store-keys.ts'
import type { SlotTables } from '#server/ballot-box/slots/tables.ts'
import { openSqlite } from '#server/database/sqlite.ts'
import { ParticipationKeys } from '#server/registrar/participation/participation-keys.ts'
import { openBlob } from '#server/registrar/participation/sealed-blob.ts'
import type { ParticipationTables } from '#server/registrar/participation/tables.ts'
import { openForBox } from '#surveys/ballot/box-message.ts'
import type { Manifest } from '#surveys/ballot/manifest.ts'
import {
  readyToOpen,
  type SealingKey,
  sealingKeyFrom,
} from '#surveys/ballot/sealing-key.ts'
import { everythingIn } from './marks.ts'
import { Ledger, type Tried } from './tried.ts'

/** What is left to an attacker after a survey, and what he put aside while it went on. */
export interface Remains {
  /** copies of the whole data folder, by stage */
  readonly copies: string
  /** the data folder as it is after shredding */
  readonly folder: string
  readonly assessment: string
  readonly manifest: Manifest
  /** even all key holders give theirs away */
  readonly trusteeKeys: readonly SealingKey[]
  /** what a proxy recorded on the way to the ballot box */
  readonly recorded: readonly Uint8Array[]
}

const stages = ['open', 'unsealing', 'counted'] as const

/**
 * Claim 37. After shredding, whatever was once copied of the databases is tried with every
 * key that is left in any file: none opens a slot, a note of who collected, or a recorded
 * request. That the copies do open with the keys that were destroyed is tried as well.
 */
export async function openAfterShredding(remains: Remains): Promise<Tried> {
  const candidates = await keysLeft(remains)
  const ledger = new Ledger()
  for (const stage of stages) {
    for (const { name, opens, opensWithItsKey } of await locksIn(remains, stage)) {
      ledger.note(!opensWithItsKey, () => `${name} proves nothing: no key opens it`)
      for (const key of candidates) {
        ledger.note(opens(key), () => `${name} of the copy "${stage}" opens`)
      }
    }
  }
  await openRecorded(remains, candidates, ledger)
  for (const found of await destroyedKeysIn(remains)) ledger.note(true, () => found)
  return ledger.tried('Open old copies with every key that is left after shredding', [37])
}

async function openRecorded(
  { recorded, manifest }: Remains,
  candidates: readonly Buffer[],
  ledger: Ledger,
): Promise<void> {
  for (const key of candidates) {
    const pair = await readyToOpen(await sealingKeyFrom(new Uint8Array(key)))
    for (const outer of recorded) {
      const cast = await openForBox(pair, outer, manifest)
      ledger.note(cast !== null, () => 'a recorded request opens')
    }
  }
}

/** Every 32 bytes that a remaining key file can stand for, and the keys of the key holders. */
async function keysLeft({ folder, trusteeKeys }: Remains): Promise<readonly Buffer[]> {
  const files = await everythingIn(folder, '')
  const left = [...files]
    .filter(([path]) => /\.key$/.test(path))
    .map(([, bytes]) => bytes)
  const read = left.flatMap((bytes) => [
    bytes,
    ...(bytes.toString('latin1').match(/[\w-]{43,}/g) ?? []).map((text) =>
      Buffer.from(text, 'base64url'),
    ),
  ])
  const pieces = read.flatMap((bytes) =>
    Array.from({ length: Math.floor(bytes.length / 32) }, (_, at) =>
      bytes.subarray(32 * at, 32 * at + 32),
    ),
  )
  return [...pieces, ...trusteeKeys.map(({ privateKey }) => Buffer.from(privateKey))]
}

/** Something sealed, and whether a key opens it. */
interface Lock {
  readonly name: string
  readonly opens: (key: Uint8Array) => boolean
  readonly opensWithItsKey: boolean
}

async function locksIn(remains: Remains, stage: string): Promise<readonly Lock[]> {
  const { copies, assessment } = remains
  const folder = join(copies, stage)
  const slots = await slotLocks(join(folder, 'ballot-box'), assessment)
  // Who collected is destroyed at the closing already.
  const blobs = stage === 'open' ? await blobLocks(folder, remains) : []
  return [...slots, ...blobs]
}

async function slotLocks(folder: string, assessment: string): Promise<readonly Lock[]> {
  const db = openSqlite<SlotTables>(join(folder, 'ballots.sqlite'))
  const [box] = await db.selectFrom('slot_box').selectAll().execute()
  const buckets = await db.selectFrom('slot_bucket').selectAll().execute()
  await db.destroy()
  const { places, slotBytes } = layOut(
    JSON.parse(box?.units ?? '[]'),
    box?.slot_bytes ?? 0,
  )
  const real = new StoreKeys(join(folder, 'keys')).read(assessment)?.sealing
  return buckets.map(({ bucket, sealed }) =>
    lock(`bucket ${bucket}`, real, (sealing) => {
      const place = places[bucket]
      if (place) openBucket({ sealing, assessment, place, slotBytes }, sealed)
    }),
  )
}

async function blobLocks(
  folder: string,
  { assessment, manifest }: Remains,
): Promise<readonly Lock[]> {
  const db = openSqlite<ParticipationTables>(join(folder, 'office.sqlite'))
  const rows = await db.selectFrom('participation_blob').selectAll().execute()
  await db.destroy()
  const keys = new ParticipationKeys(join(folder, 'keys', 'registrar'))
  const real = keys.read(assessment)?.sealing
  return rows.map(({ unit_id, sealed }) =>
    lock(`who collected in ${unit_id}`, real, (sealing) => {
      const headcount = manifest.units.find(({ id }) => id === unit_id)?.headcount ?? 0
      const key = { sealing, marking: sealing, epoch: 0 }
      openBlob({ key, assessment, unit: { id: unit_id, headcount } }, sealed)
    }),
  )
}

function lock(
  name: string,
  real: Uint8Array | undefined,
  open: (key: Uint8Array) => void,
): Lock {
  const opens = (key: Uint8Array): boolean => {
    try {
      open(key)
      return true
    } catch {
      return false
    }
  }
  return { name, opens, opensWithItsKey: real !== undefined && opens(real) }
}

/** A key file that is gone must not be left in any other file: not even in a free page. */
async function destroyedKeysIn({ copies, folder }: Remains): Promise<readonly string[]> {
  const after = await everythingIn(folder, '')
  const found: string[] = []
  for (const stage of stages) {
    for (const [path] of await everythingIn(join(copies, stage), '')) {
      if (!/\.key$/.test(path) || after.has(path)) continue
      const text = await readFile(join(copies, stage, path), 'latin1')
      for (const key of text.match(/[\w-]{43,}/g) ?? []) {
        const places = [...after].filter(([, bytes]) => bytes.includes(key))
        found.push(...places.map(([place]) => `the destroyed ${path} is in ${place}`))
      }
    }
  }
  return found
}
