import { Worker } from 'node:worker_threads'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import { inShortTurns } from './short-turns.ts'

/** What the thread is started with. */
export interface OpenedFile {
  readonly path: string
  readonly pageBytes: number
}

/** A statement for the thread; null closes the file. */
export interface Question {
  readonly id: number
  readonly sql: string | null
  readonly parameters: readonly unknown[]
}

export type Answer =
  | { readonly id: number; readonly rows: readonly unknown[]; readonly changes: number }
  | { readonly id: number; readonly failure: string }

/**
 * Opens an SQLite file like `openSqlite`, on a thread of its own: a commit waits for the disk,
 * and other requests do not wait with it.
 */
export function openSqliteOnThread<Tables>(
  path: string,
  pageBytes = 4_096,
): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new WholeMigrations(),
      createDriver: () => new ThreadDriver({ path, pageBytes }),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  })
}

/** SQLite can undo a schema change like any other: an upgrade happens whole or not at all. */
class WholeMigrations extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

/** One connection, which Kysely lends to one borrower at a time. */
class ThreadDriver implements Driver {
  readonly #file: OpenedFile
  #connection: ThreadConnection | undefined

  constructor(file: OpenedFile) {
    this.#file = file
  }

  async init(): Promise<void> {
    this.#connection = new ThreadConnection(this.#file)
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    if (!this.#connection) throw new Error('the database is not open')
    return this.#connection
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin'))
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'))
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback'))
  }

  async releaseConnection(): Promise<void> {}

  async destroy(): Promise<void> {
    await this.#connection?.close()
  }
}

interface Asking {
  readonly resolve: (answer: Extract<Answer, { readonly changes: number }>) => void
  readonly reject: (reason: Error) => void
}

class ThreadConnection implements DatabaseConnection {
  readonly #worker: Worker
  readonly #asking = new Map<number, Asking>()
  readonly #inTurn = inShortTurns()
  #asked = 0
  #ended: Error | undefined

  constructor(file: OpenedFile) {
    this.#worker = new Worker(new URL('./sqlite.worker.ts', import.meta.url), {
      workerData: file,
    })
    // The last answer comes before the end, also where it waits for its turn.
    this.#worker.on('message', (answer: Answer) => {
      this.#inTurn(() => this.#hear(answer))
    })
    this.#worker.on('error', (error) => this.#inTurn(() => this.#end(error)))
    this.#worker.on('exit', () => {
      this.#inTurn(() => this.#end(new Error('the database is closed')))
    })
    this.#worker.unref()
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const { rows, changes } = await this.#ask(sql, parameters)
    return { rows: rows as Row[], numAffectedRows: BigInt(changes) }
  }

  async *streamQuery<Row>(query: CompiledQuery): AsyncGenerator<QueryResult<Row>> {
    yield await this.executeQuery<Row>(query)
  }

  async close(): Promise<void> {
    if (!this.#ended) await this.#ask(null, [])
  }

  /** While an answer is outstanding, the process does not end. */
  #ask(sql: string | null, parameters: readonly unknown[]) {
    return new Promise<Extract<Answer, { readonly changes: number }>>(
      (resolve, reject) => {
        if (this.#ended) return reject(this.#ended)
        const id = this.#asked++
        this.#asking.set(id, { resolve, reject })
        this.#worker.ref()
        this.#worker.postMessage({ id, sql, parameters } satisfies Question)
      },
    )
  }

  #hear(answer: Answer): void {
    const asking = this.#asking.get(answer.id)
    this.#asking.delete(answer.id)
    if (this.#asking.size === 0) this.#worker.unref()
    if ('failure' in answer) asking?.reject(new Error(answer.failure))
    else asking?.resolve(answer)
  }

  #end(error: Error): void {
    this.#ended ??= error
    for (const { reject } of this.#asking.values()) reject(this.#ended)
    this.#asking.clear()
  }
}
