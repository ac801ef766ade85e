import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSqliteOnThread } from '#server/database/sqlite-thread.ts'

interface Tables {
  thing: { id: number; body: Uint8Array | null }
}

describe('SQLite on a thread of its own', () => {
  let folder: string
  let files = 0

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'groundwork-thread-'))
  })

  afterAll(() => rm(folder, { recursive: true, force: true }))

  const newPath = () => join(folder, `${files++}`, 'a.sqlite')

  async function aDatabase(path = newPath()): Promise<Kysely<Tables>> {
    const db = openSqliteOnThread<Tables>(path)
    await sql`create table thing (id integer primary key, body blob)`.execute(db)
    return db
  }

  it('gives back what was written, bytes and all', async () => {
    const db = await aDatabase()
    const body = Uint8Array.from({ length: 100_000 }, (_, index) => index % 251)

    await db.insertInto('thing').values({ id: 1, body }).execute()
    await db.insertInto('thing').values({ id: 2, body: null }).execute()

    const found = await db.selectFrom('thing').selectAll().orderBy('id').execute()
    expect(found[0]?.body).toEqual(body)
    expect(found[1]?.body).toBeNull()
    await db.destroy()
  })

  it('says how many rows a statement changed', async () => {
    const db = await aDatabase()
    await db
      .insertInto('thing')
      .values([{ id: 1 }, { id: 2 }] as never)
      .execute()

    const { numUpdatedRows } = await db
      .updateTable('thing')
      .set({ body: Uint8Array.of(1) })
      .executeTakeFirstOrThrow()

    expect(numUpdatedRows).toBe(2n)
    await db.destroy()
  })

  it('fails a wrong statement and carries out the next', async () => {
    const db = await aDatabase()

    await expect(sql`select 1 from nowhere`.execute(db)).rejects.toThrow(/no such table/)

    expect((await sql`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }])
    await db.destroy()
  })

  it('undoes a transaction that fails', async () => {
    const db = await aDatabase()

    const failing = db.transaction().execute(async (transaction) => {
      await transaction.insertInto('thing').values({ id: 1, body: null }).execute()
      throw new Error('no')
    })

    await expect(failing).rejects.toThrow('no')
    expect(await db.selectFrom('thing').selectAll().execute()).toEqual([])
    await db.destroy()
  })

  it('lets transactions of two connections wait for each other', async () => {
    const path = newPath()
    const db = await aDatabase(path)
    const other = openSqliteOnThread<Tables>(path)
    await db.insertInto('thing').values({ id: 0, body: null }).execute()
    const countUp = (through: Kysely<Tables>) =>
      through.transaction().execute(async (transaction) => {
        const { id } = await transaction
          .selectFrom('thing')
          .select('id')
          .executeTakeFirstOrThrow()
        await transaction
          .updateTable('thing')
          .set({ id: id + 1 })
          .execute()
      })

    await Promise.all(
      Array.from({ length: 20 }, (_, turn) => countUp(turn % 2 ? db : other)),
    )

    const [{ id } = { id: -1 }] = await db.selectFrom('thing').select('id').execute()
    expect(id).toBe(20)
    await db.destroy()
    await other.destroy()
  })

  it('refuses what is asked after the closing', async () => {
    const db = await aDatabase()
    await db.destroy()

    await expect(sql`select 1`.execute(db)).rejects.toThrow()
  })

  it('keeps no process from ending that forgot to close it', () => {
    const module = import.meta.resolve('#server/database/sqlite-thread.ts')
    const program = join(folder, 'forgets.mjs')
    writeFileSync(
      program,
      `import { openSqliteOnThread } from ${JSON.stringify(module)}
      const db = openSqliteOnThread(${JSON.stringify(newPath())})
      await db.selectFrom('sqlite_master').selectAll().execute()`,
    )

    const { status } = spawnSync(process.execPath, [program], { timeout: 60_000 })

    expect(status).toBe(0)
  })

  it('begins the count of writes anywhere, and the file is sound', async () => {
    const paths = [newPath(), newPath()]
    for (const path of paths) await (await aDatabase(path)).destroy()

    const counts = paths.map((path) => readFileSync(path).readUInt32BE(24))
    const sound = paths.map((path) => {
      const database = new DatabaseSync(path)
      const found = database.prepare('pragma integrity_check').get()
      database.close()
      return found
    })

    // Two counts that began at zero would be equal; two random ones are so once in 2³².
    expect(counts[0]).not.toBe(counts[1])
    expect(sound).toEqual([{ integrity_check: 'ok' }, { integrity_check: 'ok' }])
  })
})
