import { DatabaseSync } from 'node:sqlite'
import { isPostgres } from './engine.ts'
import { makeSqliteFile } from './new-sqlite-file.ts'

/** Another process works on the same SQLite file. */
export class FileInUse extends Error {
  override readonly name = 'FileInUse'

  constructor(path: string) {
    super(
      `Another Groundwork works on ${path}: one process at a time can. Stop it first, or keep the data in PostgreSQL (GROUNDWORK_DATABASE and GROUNDWORK_BALLOT_DATABASE), which several can work on.`,
    )
  }
}

const ended: Disposable = { [Symbol.dispose]: () => undefined }

/**
 * Makes sure that no other process works on an SQLite file: two would each believe what they
 * remember. The claim is a lock of the operating system on a file beside it, and ends with the
 * process however that ends. On PostgreSQL nothing needs to be claimed.
 *
 * @throws FileInUse when another process has it
 */
export function claimFile(address: string): Disposable {
  if (isPostgres(address) || address === ':memory:') return ended
  const path = `${address}.in-use`
  makeSqliteFile(path, 512)
  const claim = new DatabaseSync(path)
  try {
    claim.exec('begin exclusive')
  } catch {
    claim.close()
    throw new FileInUse(address)
  }
  return { [Symbol.dispose]: () => claim.close() }
}
