import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StoreBackups } from '#server/archive/store-backups.ts'
import { officeBackups } from '#server/backup/office-backups.ts'
import { boxBackups } from '#server/ballot-box/backup/box-backups.ts'
import { openDatabase } from '#server/database/engine.ts'
import { completeExample } from '#server/example/complete-example.ts'
import { anOpenSurvey, answersAll, cast, release } from '../journey.ts'
import { fitToOpen, type PostgresServer, postgresServer } from '../postgres.ts'
import { testServer } from '../test-server.ts'
import { rowsOf, storesOf } from './a-backup.ts'

describe('a backup on PostgreSQL', () => {
  let postgres: PostgresServer
  let folder: string

  beforeAll(async () => {
    postgres = await postgresServer(fitToOpen)
    folder = mkdtempSync(join(tmpdir(), 'groundwork-engines-'))
  })

  afterAll(async () => {
    await postgres?.[Symbol.asyncDispose]()
    rmSync(folder, { recursive: true, force: true })
  })

  /** Loses everything in a database. */
  async function empty(address: string): Promise<void> {
    const db = openDatabase(address)
    await sql`drop schema public cascade`.execute(db)
    await sql`create schema public`.execute(db)
    await db.destroy()
  }

  it('is made while people cast, and takes a survey to its release', async () => {
    const [ofOffice, ofBox] = [await postgres.newDatabase(), await postgres.newDatabase()]
    await using server = await testServer(undefined, {
      GROUNDWORK_DATABASE: ofOffice,
      GROUNDWORK_BALLOT_DATABASE: ofBox,
    })
    const survey = await anOpenSurvey(server)
    const { id, codes } = survey
    for (const code of codes.slice(0, 10)) {
      await cast(server, survey, code, answersAll('often'))
    }
    const dataFolder = server.folder
    const office = officeBackups({ database: ofOffice, dataFolder })
    const box = boxBackups({
      database: ofBox,
      dataFolder: join(dataFolder, 'ballot-box'),
    })
    const [officeFile, boxFile] = [join(folder, 'office'), join(folder, 'box')]
    const casting = codes
      .slice(10, 16)
      .map((code) => cast(server, survey, code, answersAll('often')))
    await Promise.all([office.backUp(officeFile, false), box.backUp(boxFile, false)])
    await Promise.all(casting)

    await server.restart(async () => {
      await expect(office.putBack(officeFile)).rejects.toThrow(/empty place/)
      await Promise.all([ofOffice, ofBox].map(empty))
      await office.putBack(officeFile)
      await box.putBack(boxFile)
    })

    const organiser = await server.example()
    const counted = [...(await server.running.services.box.count(id)).values()]
    await release(server, { ...survey, organiser })
    const { body } = await organiser.get(`/api/office/assessments/${id}`)
    expect(counted.reduce((sum, count) => sum + count)).toBeGreaterThanOrEqual(10)
    expect(body).toMatchObject({ state: 'shredded' })
  })

  it('takes what was made on SQLite, and gives it back', async () => {
    await using server = await testServer()
    await completeExample(server.running.services, () => undefined)
    const survey = await anOpenSurvey(server)
    await cast(server, survey, survey.codes[0], answersAll('often'))
    const { office, box } = storesOf(server)
    const moved: readonly (readonly [string, StoreBackups, StoreBackups])[] = [
      [
        'office',
        office,
        officeBackups({
          database: await postgres.newDatabase(),
          dataFolder: server.folder,
        }),
      ],
      [
        'ballot-box',
        box,
        boxBackups({
          database: await postgres.newDatabase(),
          dataFolder: join(server.folder, 'ballot-box'),
        }),
      ],
    ]

    for (const [name, here, there] of moved) {
      const [first, second] = [join(folder, `${name}-1`), join(folder, `${name}-2`)]
      await here.backUp(first, false)
      await there.putBack(first)
      await there.backUp(second, false)

      expect(await withoutSealed(second)).toEqual(await withoutSealed(first))
    }
    const copied = await rowsOf(join(folder, 'office-1'))
    for (const table of ['coding_given', 'group_segment', 'heard_batch', 'release']) {
      expect([table, copied.get(table)?.length ?? 0]).not.toEqual([table, 0])
    }
  })
})

const sealedColumns = ['sealed', 'private_key', 'wishes', 'email', 'name', 'places']

/** Tables by name, rows without what is sealed anew each time. */
async function withoutSealed(path: string) {
  const tables = await rowsOf(path)
  return [...tables].map(([table, rows]) => [
    table,
    rows
      .map((row) =>
        JSON.stringify(
          Object.entries(row)
            .filter(([column]) => !sealedColumns.includes(column))
            .toSorted(([a], [b]) => (a < b ? -1 : 1)),
        ),
      )
      .toSorted(),
  ])
}
