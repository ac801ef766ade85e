import { parentPort, workerData } from 'node:worker_threads'
import { openSqliteFile } from './sqlite-file.ts'
import type { Answer, OpenedFile, Question } from './sqlite-thread.ts'

/** The thread that waits for the disk: runs one statement after another and answers each. */
if (!parentPort) throw new Error('sqlite.worker belongs in a thread')
const port = parentPort
const { path, pageBytes }: OpenedFile = workerData
const database = openSqliteFile(path, pageBytes)

port.on('message', (question: Question) => {
  const answer = answerTo(question)
  port.postMessage(answer, 'rows' in answer ? bytesIn(answer.rows) : [])
  if (question.sql === null) port.close()
})

function answerTo({ id, sql, parameters }: Question): Answer {
  try {
    if (sql === null) {
      database.close()
      return { id, rows: [], changes: 0 }
    }
    const statement = database.prepare(sql)
    if (statement.reader) return { id, rows: statement.all(parameters), changes: 0 }
    return { id, rows: [], changes: Number(statement.run(parameters).changes) }
  } catch (error) {
    return { id, failure: error instanceof Error ? error.message : 'SQLite failed' }
  }
}

/** Bytes are handed over instead of copied: nothing here needs them any more. */
function bytesIn(rows: readonly unknown[]): readonly ArrayBuffer[] {
  return rows.flatMap((row) =>
    Object.values(row ?? {}).flatMap((value) =>
      value instanceof Uint8Array && value.buffer instanceof ArrayBuffer
        ? [value.buffer]
        : [],
    ),
  )
}
