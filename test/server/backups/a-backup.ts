import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import type { Row } from '#server/archive/contents.ts'
import { tablesIn } from '#server/archive/read-archive.ts'
import type { StoreBackups } from '#server/archive/store-backups.ts'
import { officeBackups } from '#server/backup/office-backups.ts'
import { boxBackups } from '#server/ballot-box/backup/box-backups.ts'
import type { TestServer } from '../test-server.ts'

/** Steps of an operator that tests of backups take without caring how. */

export interface Stores {
  readonly office: StoreBackups
  readonly box: StoreBackups
}

type Placed = Pick<TestServer, 'folder'>

/** The stores of a server whose databases are files. */
export function storesOf({ folder }: Placed): Stores {
  const box = join(folder, 'ballot-box')
  return {
    office: officeBackups({
      database: join(folder, 'office.sqlite'),
      dataFolder: folder,
    }),
    box: boxBackups({ database: join(box, 'ballots.sqlite'), dataFolder: box }),
  }
}

/** Backups of both stores, made while the server runs. */
export interface Backups {
  readonly office: string
  readonly box: string
}

export async function backUp(server: Placed): Promise<Backups> {
  const folder = mkdtempSync(join(server.folder, 'backups-'))
  const backups = { office: join(folder, 'office'), box: join(folder, 'ballot-box') }
  const { office, box } = storesOf(server)
  await office.backUp(backups.office, false)
  await box.backUp(backups.box, false)
  return backups
}

/** Which stores are lost with their machine. */
export type Lost = keyof Stores

/**
 * Loses databases, and puts backups of them where they were; key files are those of the moment of
 * the loss. To be called while the server is stopped.
 */
export async function putBack(
  server: Placed,
  backups: Backups,
  lost: readonly Lost[] = ['office', 'box'],
): Promise<void> {
  const stores = storesOf(server)
  const files = {
    office: join(server.folder, 'office.sqlite'),
    box: join(server.folder, 'ballot-box', 'ballots.sqlite'),
  }
  for (const one of lost) {
    for (const ending of ['', '-journal'])
      rmSync(`${files[one]}${ending}`, { force: true })
    await stores[one].putBack(backups[one])
  }
}

/**
 * Loses the whole machine: on the next one there are the backups, and the keys as they were copied.
 *
 * @param keys folders of keys as `copyKeys` made them
 */
export async function onAnotherMachine(
  server: Placed,
  backups: Backups,
  keys: string,
): Promise<void> {
  const kept = mkdtempSync(join(server.folder, '..', 'groundwork-kept-'))
  try {
    renameSync(join(backups.office, '..'), join(kept, 'backups'))
    await cp(keys, join(kept, 'keys'), { recursive: true })
    rmSync(server.folder, { recursive: true })
    mkdirSync(server.folder)
    await cp(join(kept, 'keys'), server.folder, { recursive: true })
    const { office, box } = storesOf(server)
    await office.putBack(join(kept, 'backups', 'office'))
    await box.putBack(join(kept, 'backups', 'ballot-box'))
  } finally {
    rmSync(kept, { recursive: true, force: true })
  }
}

/** The two folders of keys, as an operator copies them. @returns where */
export async function copyKeys({ folder }: Placed): Promise<string> {
  const copies = mkdtempSync(join(folder, 'key-copies-'))
  for (const keys of ['keys', join('ballot-box', 'keys')]) {
    await cp(join(folder, keys), join(copies, keys), { recursive: true })
  }
  return copies
}

/** The rows of a backup, by table. */
export async function rowsOf(path: string): Promise<ReadonlyMap<string, readonly Row[]>> {
  const tables = new Map<string, readonly Row[]>()
  for await (const { name, rows } of tablesIn(path)) {
    const found: Row[] = []
    for await (const part of rows) found.push(...part)
    tables.set(name, found)
  }
  return tables
}
