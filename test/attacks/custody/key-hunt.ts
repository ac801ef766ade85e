import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { layOut } from '#server/ballot-box/slots/layout.ts'
import { openBucket } from '#server/ballot-box/slots/sealed-bucket.ts'
import { fromBase64url, toBase64url } from '#surveys/ballot/bytes.ts'
import { openOpenedPart } from '#surveys/ballot/opened-part.ts'
import {
  readyToOpen,
  type SealingKey,
  sealingKeyFrom,
} from '#surveys/ballot/sealing-key.ts'

/** Every file below a folder. */
export function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
}

/**
 * Everything of 32 bytes in any file that could be a key: what base64url, base64 or hex stands
 * for, at every sixteenth byte of it, and the plain bytes of small files at every byte.
 */
export function keysIn(folder: string): readonly Uint8Array[] {
  const found = new Map<string, Uint8Array>()
  const add = (bytes: Uint8Array, step = 16) => {
    for (let at = 0; at + 32 <= bytes.length; at += step) {
      const key = bytes.slice(at, at + 32)
      found.set(Buffer.from(key).toString('base64'), key)
    }
  }
  for (const path of filesIn(folder)) {
    const bytes = readFileSync(path)
    if (bytes.length < 4_096) add(bytes, 1)
    const text = bytes.toString('latin1')
    for (const [token] of text.matchAll(/[\w-]{43,700}/g)) {
      add(Buffer.from(token, 'base64url'))
    }
    for (const [token] of text.matchAll(/[A-Za-z0-9+/]{43,700}/g)) {
      add(Buffer.from(token, 'base64'))
    }
    for (const [token] of text.matchAll(/[\da-f]{64,200}/gi)) {
      add(Buffer.from(token, 'hex'))
    }
  }
  return [...found.values()]
}

/** What a search came to. */
export interface Opened {
  /** buckets of the ballot box that opened */
  readonly buckets: number
  /** parts that key holders delivered to the count */
  readonly parts: number
}

interface Rows {
  readonly boxes: readonly {
    readonly assessment_id: string
    readonly units: string
    readonly slot_bytes: number
  }[]
  readonly buckets: readonly {
    readonly assessment_id: string
    readonly bucket: number
    readonly sealed: Uint8Array
  }[]
  readonly delivered: readonly {
    readonly assessment_id: string
    readonly trustee_id: string
    readonly part: number
    readonly shares: string
  }[]
  readonly tallyKeys: readonly { readonly tally_key: string }[]
}

/** Tries every key on everything sealed in the databases of a folder. */
export async function openAll(
  folder: string,
  keys: readonly Uint8Array[],
): Promise<Opened> {
  const rows = readRows(folder)
  return {
    buckets: openBuckets(rows, keys),
    parts: await openParts(rows, keys),
  }
}

function readRows(folder: string): Rows {
  const office = new DatabaseSync(join(folder, 'office.sqlite'), { readOnly: true })
  const box = new DatabaseSync(join(folder, 'ballot-box', 'ballots.sqlite'), {
    readOnly: true,
  })
  const all = (db: DatabaseSync, table: string) =>
    db.prepare(`select * from ${table}`).all() as never
  const rows = {
    boxes: all(box, 'slot_box'),
    buckets: all(box, 'slot_bucket'),
    delivered: all(office, 'delivered_shares'),
    tallyKeys: all(office, 'unsealing'),
  }
  office.close()
  box.close()
  return rows
}

function openBuckets({ boxes, buckets }: Rows, keys: readonly Uint8Array[]): number {
  let opened = 0
  for (const { assessment_id: assessment, units, slot_bytes: slotBytes } of boxes) {
    const { places } = layOut(JSON.parse(units), slotBytes)
    for (const { bucket, sealed } of buckets) {
      const place = places.find(({ row }) => row === bucket)
      if (!place) continue
      const isOpen = keys.some((sealing) => {
        try {
          openBucket({ sealing, assessment, place, slotBytes }, sealed)
          return true
        } catch {
          return false
        }
      })
      if (isOpen) opened += 1
    }
  }
  return opened
}

/** A private key is found by its public half. */
async function openParts(
  { delivered, tallyKeys }: Rows,
  keys: readonly Uint8Array[],
): Promise<number> {
  const wanted = new Set(tallyKeys.map(({ tally_key }) => tally_key))
  const fitting = await findPrivate(keys, wanted)
  let opened = 0
  for (const { assessment_id, trustee_id, part, shares } of delivered) {
    const place = { assessment: assessment_id, trustee: trustee_id, part }
    for (const key of fitting) {
      const sealed = fromBase64url(shares) ?? new Uint8Array()
      if (await openOpenedPart(await readyToOpen(key), sealed, place)) opened += 1
    }
  }
  return opened
}

/** The private halves of public keys, where they are among the candidates. */
export async function findPrivate(
  keys: readonly Uint8Array[],
  wanted: ReadonlySet<string>,
): Promise<readonly SealingKey[]> {
  if (wanted.size === 0) return []
  const found: SealingKey[] = []
  for (const bytes of keys) {
    const key = await sealingKeyFrom(bytes)
    if (wanted.has(key.publicKey)) found.push(key)
  }
  return found
}

/** In which files some bytes stand, however they are written. */
export function filesWith(folder: string, secret: Uint8Array): readonly string[] {
  const bytes = Buffer.from(secret)
  const written = [
    bytes,
    ...[bytes.toString('base64url'), bytes.toString('hex'), toBase64url(secret)].map(
      (text) => Buffer.from(text),
    ),
  ]
  return filesIn(folder).filter((path) => {
    const content = readFileSync(path)
    return written.some((form) => content.includes(form))
  })
}
