import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** The little that both drivers have in common. */
interface Driver {
  exec(sql: string): unknown
  prepare(sql: string): { run(...values: unknown[]): unknown; all(): unknown[] }
  close(): void
}

const rows = 4_000
const rounds = 5

/**
 * Times Node's own SQLite against better-sqlite3 on rows of 2 KB, one transaction each, and
 * on reading them all. Installs better-sqlite3 into a folder of its own for the run.
 */
export async function compareSqliteDrivers(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'groundwork-bench-'))
  try {
    const openOther = installOther(folder)
    const drivers: Readonly<Record<string, (path: string) => Driver>> = {
      'node:sqlite': (path) => new DatabaseSync(path) as unknown as Driver,
      ...(openOther && { 'better-sqlite3': openOther }),
    }
    console.log(`SQLite drivers: ${rows} rows of 2 KB, best of ${rounds} rounds`)
    for (const [setting, pragmas] of Object.entries(settings)) {
      const results = Object.entries(drivers).map(([name, open]) => ({
        name,
        ...best(open, folder, pragmas),
      }))
      for (const { name, write, read } of results) {
        console.log(
          `  ${setting.padEnd(34)} ${name.padEnd(15)} ${Math.round(rows / write)} writes/s, ${Math.round(rows / read)} reads/s`,
        )
      }
      const [own, other] = results
      if (own && other) {
        console.log(
          `  ${setting.padEnd(34)} ratio           writes ${(other.write / own.write).toFixed(2)}, reads ${(other.read / own.read).toFixed(2)} (above 1: node:sqlite is faster)`,
        )
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const settings = {
  'WAL, synchronous=NORMAL (no disk)':
    'pragma journal_mode=wal; pragma synchronous=normal;',
  'truncate, synchronous=FULL (ours)':
    'pragma journal_mode=truncate; pragma synchronous=full; pragma secure_delete=on;',
} as const

function installOther(folder: string): ((path: string) => Driver) | undefined {
  writeFileSync(join(folder, 'package.json'), '{"private":true}')
  const { status } = spawnSync(
    'npm',
    ['install', '--ignore-scripts', '--no-audit', '--no-fund', 'better-sqlite3@13'],
    { cwd: folder, stdio: 'ignore' },
  )
  if (status !== 0) {
    console.log('  better-sqlite3 could not be installed: our side alone')
    return undefined
  }
  const Other = createRequire(join(folder, 'package.json'))('better-sqlite3')
  return (path) => new Other(path)
}

function best(open: (path: string) => Driver, folder: string, pragmas: string) {
  const times = Array.from({ length: rounds }, (_, round) => {
    const path = join(folder, `${round}.sqlite`)
    const driver = open(path)
    driver.exec(pragmas)
    driver.exec('create table kept (id text primary key, body text not null)')
    const write = timed(() => {
      const insert = driver.prepare('insert into kept values (?, ?)')
      for (let row = 0; row < rows; row += 1) insert.run(`row ${row}`, 'x'.repeat(2_000))
    })
    const read = timed(() => driver.prepare('select * from kept').all())
    driver.close()
    rmSync(path)
    return { write, read }
  })
  return {
    write: Math.min(...times.map(({ write }) => write)),
    read: Math.min(...times.map(({ read }) => read)),
  }
}

/** @returns seconds */
function timed(work: () => unknown): number {
  const start = performance.now()
  work()
  return (performance.now() - start) / 1_000
}
