import { type Kysely, sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { engineOf, openDatabase } from '#server/database/engine.ts'
import { type FaultySetting, postgresFaults } from '#server/database/postgres-faults.ts'
import { postgresServer } from '../postgres.ts'

async function faultsOf(
  settings: readonly string[],
  prepare: (db: Kysely<unknown>) => Promise<unknown> = async () => {},
): Promise<readonly FaultySetting[]> {
  await using server = await postgresServer(settings)
  const db = openDatabase<unknown>(await server.newDatabase())
  await prepare(db)
  const faults = await postgresFaults(db)
  await db.destroy()
  return faults
}

describe('looking over a PostgreSQL server', () => {
  it('finds nothing wrong where nothing of the sort is kept', async () => {
    expect(await faultsOf(['log_min_error_statement=panic'])).toEqual([])
  })

  it('knows that an ordinary server writes failed statements into its log', async () => {
    const faults = await faultsOf([])

    expect(faults.map(({ fault, setting, value }) => [fault, setting, value])).toEqual([
      ['logs-failed-statements', 'log_min_error_statement', 'error'],
    ])
  })

  it('names each setting that lets somebody replay who came when', async () => {
    const faults = await faultsOf(
      [
        'wal_level=logical',
        'archive_mode=on',
        'archive_command=/bin/true',
        'track_commit_timestamp=on',
        'log_statement=all',
        'log_duration=on',
        'log_min_duration_statement=0',
        'log_min_duration_sample=10',
        'log_transaction_sample_rate=0.5',
        'log_parameter_max_length_on_error=-1',
        'log_disconnections=on',
        'fsync=off',
        'full_page_writes=off',
        'synchronous_commit=off',
      ],
      (db) => sql`select pg_create_physical_replication_slot('copy')`.execute(db),
    )

    expect(faults.map(({ fault, setting }) => `${setting} ${fault}`).toSorted()).toEqual(
      [
        'archive_mode archives-log',
        'wal_level logical-log',
        'track_commit_timestamp commit-times',
        'log_statement logs-statements',
        'log_duration logs-statements',
        'log_min_error_statement logs-failed-statements',
        'log_parameter_max_length_on_error logs-failed-statements',
        'log_min_duration_statement logs-slow-statements',
        'log_min_duration_sample logs-sampled-statements',
        'log_transaction_sample_rate logs-sampled-statements',
        'log_disconnections logs-connections',
        'fsync can-lose-commits',
        'full_page_writes can-lose-commits',
        'synchronous_commit can-lose-commits',
        'pg_replication_slots replication-slot',
      ].toSorted(),
    )
  })
})

describe('opening a database by its address', () => {
  it('tells a PostgreSQL server from an SQLite file', async () => {
    const engines = await Promise.all(
      ['postgres://a@127.0.0.1/b', 'postgresql://a@127.0.0.1/b', ':memory:'].map(
        async (address) => {
          const db = openDatabase<unknown>(address)
          const engine = engineOf(db)
          await db.destroy()
          return engine
        },
      ),
    )

    expect(engines).toEqual(['postgres', 'postgres', 'sqlite'])
  })
})
