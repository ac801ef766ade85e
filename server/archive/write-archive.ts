import { createHash, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { proofOf } from './archive-key.ts'
import {
  type ArchivedTable,
  ArchiveProblem,
  type Heading,
  writtenRow,
} from './contents.ts'

/** What an archive begins with, and what proves who made it. */
export interface NewArchive {
  readonly heading: Heading
  /** see `makeArchiveKey` */
  readonly key: string
}

/**
 * Writes an archive beside its place and puts it there once it has reached the disk whole: at its
 * name there is a whole archive or none. What a killed process leaves ends in `.unfinished`.
 *
 * @returns how many rows it has
 * @throws ArchiveProblem when something is there already
 */
export async function writeArchive(
  path: string,
  { heading, key }: NewArchive,
  tables: AsyncIterable<ArchivedTable>,
): Promise<number> {
  refuseTaken(path)
  const draft = `${path}.${randomBytes(4).toString('hex')}.unfinished`
  const file = await open(draft, 'wx', 0o600)
  try {
    const rows = await writeAll(file, heading, key, tables)
    await file.sync()
    await file.close()
    refuseTaken(path)
    await rename(draft, path)
    await settleFolder(dirname(path))
    return rows
  } catch (error) {
    await file.close().catch(() => undefined)
    await rm(draft, { force: true })
    throw error
  }
}

/** A name lasts once its folder has reached the disk. Windows has no way to ask. */
export async function settleFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  await folder.sync().finally(() => folder.close())
}

function refuseTaken(path: string): void {
  if (existsSync(path)) throw new ArchiveProblem(`There is something at ${path} already.`)
}

async function writeAll(
  file: FileHandle,
  heading: Heading,
  key: string,
  tables: AsyncIterable<ArchivedTable>,
): Promise<number> {
  const hash = createHash('sha256')
  const write = async (lines: readonly string[]): Promise<void> => {
    if (lines.length === 0) return
    const bytes = Buffer.from(`${lines.join('\n')}\n`)
    hash.update(bytes)
    await file.writeFile(bytes)
  }
  let count = 0
  await write([JSON.stringify(heading)])
  for await (const { name, columns, rows } of tables) {
    await write([JSON.stringify({ table: name, columns })])
    for await (const part of rows) {
      await write(part.map((row) => writtenRow(columns, row)))
      count += part.length
    }
  }
  const digest = hash.digest('hex')
  const ending = { rows: count, digest, proof: proofOf(key, digest) }
  await file.writeFile(`${JSON.stringify(ending)}\n`)
  return count
}
