import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Row, Value } from '#server/archive/contents.ts'
import {
  type AnyDatabase,
  copied,
  putRows,
  readTables,
  type TableAsItWas,
} from '#server/archive/copy-tables.ts'
import { putBack } from '#server/archive/put-back.ts'
import { tablesIn } from '#server/archive/read-archive.ts'
import { writeArchive } from '#server/archive/write-archive.ts'
import { officeTables } from '#server/backup/office-rows.ts'
import { ballotSchema, openBallots } from '#server/database/ballots.ts'
import { openDatabase } from '#server/database/engine.ts'
import { migrate } from '#server/database/migrate.ts'
import { officeSchema, openOffice } from '#server/database/office.ts'
import { engines } from '../ballot-box/a-slot-store.ts'
import { type PostgresServer, postgresServer } from '../postgres.ts'

const stores = {
  office: {
    schema: officeSchema,
    open: openOffice,
    tables: { parents: officeTables.parents, leftOut: [] },
    /** what an upgrade takes away on purpose: the table, and the migration that does */
    dropped: {
      unit_key: '0004-doors',
      manager_interview: '0009-interviews',
      decision: '0015-program-log',
      program: '0015-program-log',
    },
  },
  'ballot-box': {
    schema: ballotSchema,
    open: openBallots,
    tables: { parents: ['box', 'slot_box'], leftOut: [] },
    dropped: { manifest: '0003-boxes', bucket: '0003-boxes' },
  },
} as const

type StoreName = keyof typeof stores

const levels = (Object.keys(stores) as StoreName[]).flatMap((store) =>
  Object.keys(stores[store].schema.migrations).map((level) => [store, level] as const),
)

/** Columns that must agree with another table; any other holds its own name. */
const agreed: Readonly<Record<string, string>> = {
  'organization.id': 'o',
  organization_id: 'o',
  'user.id': 'u',
  user_id: 'u',
  userId: 'u',
  granted_by: 'u',
  'assessment.id': 'a',
  assessment_id: 'a',
  'group_session.id': 's',
  session_id: 's',
  'group_segment.id': 'g',
  segment_id: 'g',
  'focus_group.answers': '{}',
  'manager_interview.units': '[]',
  'manager_interview.content': '{}',
  'manager_interview.let_out': '[]',
}

describe.each(engines)('a database of an earlier version on %s', (engine) => {
  let postgres: PostgresServer | null
  let folder: string
  let fresh: Readonly<Record<StoreName, readonly TableAsItWas[]>>
  let made = 0

  beforeAll(async () => {
    postgres = engine === 'postgres' ? await postgresServer() : null
    folder = mkdtempSync(join(tmpdir(), 'groundwork-upgrades-'))
    fresh = {
      office: await upgrade('office', await newAddress()),
      'ballot-box': await upgrade('ballot-box', await newAddress()),
    }
  })

  afterAll(async () => {
    await postgres?.[Symbol.asyncDispose]()
    rmSync(folder, { recursive: true, force: true })
  })

  async function newAddress(): Promise<string> {
    made += 1
    return (await postgres?.newDatabase()) ?? join(folder, `${made}.sqlite`)
  }

  /** A database as that version left it, with a row in every table. */
  async function aDatabaseAt(store: StoreName, level: string): Promise<string> {
    const address = await newAddress()
    const { schema, tables } = stores[store]
    const db: AnyDatabase = openDatabase(address, schema.pageBytes)
    await migrate(db, schema.migrations, level)
    for (const table of await readTables(db, tables))
      await putRows(db, table, [rowOf(table, await typesOf(db, table.name))])
    await db.destroy()
    return address
  }

  async function contentOf(store: StoreName, address: string) {
    const { schema, tables } = stores[store]
    const db: AnyDatabase = openDatabase(address, schema.pageBytes)
    const content = await readTables(db, tables)
    await db.destroy()
    return content
  }

  async function upgrade(store: StoreName, address: string) {
    const db = await stores[store].open(address)
    await db.destroy()
    return contentOf(store, address)
  }

  /** The same tables, through a backup made of them. */
  async function backedUp(
    store: StoreName,
    level: string,
    content: readonly TableAsItWas[],
  ) {
    const { schema } = stores[store]
    const names = Object.keys(schema.migrations)
    const heading = {
      archive: 'groundwork-backup-1',
      store,
      schema: names.slice(0, names.indexOf(level) + 1),
    } as const
    const path = join(folder, `${store}-${level}.backup`)
    async function* tables() {
      for (const table of content) yield copied(table, {})
    }
    await writeArchive(path, { heading, key: 'a key' }, tables())
    const restored = await newAddress()
    await putBack(restored, schema, heading, tablesIn(path))
    return contentOf(store, restored)
  }

  // Statements are the same on both; PostgreSQL shows what it understands otherwise.
  it.each(levels.filter((_, place) => engine === 'sqlite' || place % 3 === 0))(
    '%s at %s keeps its rows, upgraded or put back from a backup',
    async (store, level) => {
      const address = await aDatabaseAt(store, level)
      const before = await contentOf(store, address)

      const after = await upgrade(store, address)
      const restored = await backedUp(store, level, before)

      expect(shapeOf(after)).toEqual(shapeOf(fresh[store]))
      for (const table of before) {
        const now = after.find(({ name }) => name === table.name)?.rows ?? []
        expect([table.name, now.map((row) => only(table.columns, row))]).toEqual([
          table.name,
          isDropped(store, table.name, level)
            ? []
            : table.rows.map((row) => expected(store, level, row)),
        ])
      }
      expect(restored).toEqual(after)
    },
  )

  it('gives the codes of one unit places of their own', async () => {
    const address = await newAddress()
    const db: AnyDatabase = openDatabase(address, officeSchema.pageBytes)
    await migrate(db, officeSchema.migrations, '0004-doors')
    for (const table of await readTables(db, officeTables)) {
      if (!['organization', 'assessment'].includes(table.name)) continue
      await putRows(db, table, [rowOf(table, await typesOf(db, table.name))])
    }
    const codes = {
      name: 'access_code',
      columns: ['assessment_id', 'code_hash', 'unit_id'],
    }
    const rows = ['c', 'a', 'b'].map((code_hash) => ({
      assessment_id: 'a',
      code_hash,
      unit_id: code_hash === 'b' ? 'office' : 'works',
    }))
    await putRows(db, codes, rows)
    await db.destroy()

    const after = await upgrade('office', address)

    const placed = after.find(({ name }) => name === 'access_code')?.rows ?? []
    expect(placed.map((row) => [row['code_hash'], row['unit_id'], row['place']])).toEqual(
      [
        ['a', 'works', 0],
        ['b', 'office', 0],
        ['c', 'works', 1],
      ],
    )
  })

  it('leaves everybody the role they had', async () => {
    const address = await aDatabaseAt('office', '0012-coding')

    const after = await upgrade('office', address)

    expect(after.find(({ name }) => name === 'held_role')?.rows).toEqual([
      { user_id: 'u', role: 'membership role' },
    ])
  })

  it('of a later version is not put back', async () => {
    const heading = {
      archive: 'groundwork-backup-1',
      store: 'ballot-box',
      schema: [...Object.keys(ballotSchema.migrations), '9999-later'],
    } as const
    async function* nothing() {}

    const putting = putBack(await newAddress(), ballotSchema, heading, nothing())

    await expect(putting).rejects.toThrow(/later version/)
  })
})

async function typesOf(
  db: AnyDatabase,
  table: string,
): Promise<Readonly<Record<string, string>>> {
  const found = (await db.introspection.getTables()).find(({ name }) => name === table)
  return Object.fromEntries(
    (found?.columns ?? []).map(({ name, dataType }) => [name, dataType.toLowerCase()]),
  )
}

function rowOf(
  { name, columns }: TableAsItWas,
  types: Readonly<Record<string, string>>,
): Row {
  return Object.fromEntries(
    columns.map((column): [string, Value] => {
      const text = agreed[`${name}.${column}`] ?? agreed[column] ?? `${name} ${column}`
      const type = types[column] ?? ''
      if (type.startsWith('int')) return [column, 1]
      return [column, /blob|bytea/.test(type) ? new Uint8Array([1, 2, 3]) : text]
    }),
  )
}

function isDropped(store: StoreName, table: string, level: string): boolean {
  const by = Object.entries(stores[store].dropped).find(([name]) => name === table)?.[1]
  return by !== undefined && level < by
}

/** A row as an upgrade leaves it: first manifests are forgotten, roles stand elsewhere. */
function expected(store: StoreName, level: string, row: Row): Row {
  const isForgotten =
    store === 'ballot-box' && 'signed' in row && level < '0004-unit-keys'
  const isMembership = 'user_id' in row && 'organization_id' in row && 'role' in row
  if (isMembership && level < '0018-second-factor') return { ...row, role: null }
  return isForgotten ? { ...row, signed: null } : row
}

function only(columns: readonly string[], row: Row): Row {
  return Object.fromEntries(columns.map((column) => [column, row[column] ?? null]))
}

const shapeOf = (tables: readonly TableAsItWas[]) =>
  tables.map(({ name, columns }) => [name, columns.toSorted()])
