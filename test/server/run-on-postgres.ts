import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fitToOpen, postgresServer } from './postgres.ts'
import { testPostgres } from './test-databases.ts'

const root = join(import.meta.dirname, '../..')

/** Tests that read, copy or put back the files of SQLite themselves. */
const aboutFiles = [
  'backups/older',
  'backups/operator',
  'database/failing-disk',
  'invitations/traces',
  'restoring',
  'tally/shredding',
]

/**
 * Runs the tests of the server with every test server's data on PostgreSQL.
 *
 * @param named files or folders of tests; all of the server where there are none
 * @returns whether all of them passed
 */
export async function runOnPostgres(named: readonly string[]): Promise<boolean> {
  await using postgres = await postgresServer([...fitToOpen, 'max_connections=400'])
  const { status } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      ...(named.length > 0 ? named : ['test/server']),
      ...aboutFiles.map((name) => `--exclude=test/server/${name}.test.ts`),
    ],
    {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, [testPostgres]: postgres.address },
    },
  )
  return status === 0
}
