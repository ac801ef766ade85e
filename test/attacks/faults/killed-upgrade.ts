import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { openDatabase } from '#server/database/engine.ts'
import { migrate } from '#server/database/migrate.ts'
import { officeSchema, openOffice } from '#server/database/office.ts'
import { postgresServer } from '../../server/postgres.ts'
import type { Outcome } from '../attack.ts'

const first = '0002-assessments'

/**
 * Ends a server by kill −9 in the middle of an upgrade, before one statement after another, and
 * starts it again: what was there is there, and the schema is the newest, whole.
 *
 * @param every tries every so many statements
 */
export async function tryKilledUpgrades(
  engine: 'sqlite' | 'postgres',
  every: number,
): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'groundwork-upgrade-'))
  const postgres = engine === 'postgres' ? await postgresServer() : null
  const broken: string[] = []
  let [kills, statement] = [0, Math.floor(every / 2)]
  for (;;) {
    const address = (await postgres?.newDatabase()) ?? join(folder, `${statement}.sqlite`)
    await anOldOffice(address)
    const wasKilled = await upgradeUntil(address, statement)
    const fault = await upgradedWhole(address)
    if (fault) broken.push(`killed before statement ${statement}: ${fault}`)
    if (!wasKilled) break
    kills += 1
    statement += every
  }
  await postgres?.[Symbol.asyncDispose]()
  await rm(folder, { recursive: true, force: true })
  return {
    name: `kill -9 in the middle of an upgrade, ${engine} (25)`,
    expects: 'the next start finishes it, and nothing is lost',
    figures: { kills, 'lost or half done': broken.length },
    broken,
  }
}

/** An office of an early version, with an organization in it. */
async function anOldOffice(address: string): Promise<void> {
  const db = openDatabase<unknown>(address, officeSchema.pageBytes)
  await migrate(db, officeSchema.migrations, first)
  await sql`insert into organization (id, name, example) values ('one', 'Acme', 0)`.execute(
    db,
  )
  await db.destroy()
}

/** @returns whether it was ended before it was done */
async function upgradeUntil(address: string, statement: number): Promise<boolean> {
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      join(import.meta.dirname, 'upgrade.child.ts'),
      ...['office', address, `${statement}`],
    ],
    { stdio: 'ignore' },
  )
  const [, signal] = await once(child, 'close')
  return signal === 'SIGKILL'
}

/** @returns what is wrong after another start */
async function upgradedWhole(address: string): Promise<string | null> {
  try {
    const db = await openOffice(address)
    const rows = await db.selectFrom('organization').select(['id', 'name']).execute()
    const tables = await db.introspection.getTables()
    await db.destroy()
    if (JSON.stringify(rows) !== '[{"id":"one","name":"Acme"}]') return 'a row is lost'
    return tables.some(({ name }) => name === 'act_begun') ? null : 'a table is missing'
  } catch (error) {
    return String(error)
  }
}
