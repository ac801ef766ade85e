import { randomBytes } from 'node:crypto'
import pg from 'pg'

/** The address of a running PostgreSQL server: every test server then keeps its data there. */
export const testPostgres = 'GROUNDWORK_TEST_POSTGRES'

/**
 * Two new databases where the tests are run on PostgreSQL, as settings; none where they are run
 * on SQLite, as `npm test` does.
 */
export async function databasesOfTest(): Promise<Readonly<Record<string, string>>> {
  const server = process.env[testPostgres]
  if (server === undefined) return {}
  const [office, ballots] = [nameOf('office'), nameOf('ballots')]
  const client = new pg.Client({ connectionString: `${server}/postgres` })
  await client.connect()
  try {
    await client.query(`create database ${office}`)
    await client.query(`create database ${ballots}`)
  } finally {
    await client.end()
  }
  return {
    GROUNDWORK_DATABASE: `${server}/${office}`,
    GROUNDWORK_BALLOT_DATABASE: `${server}/${ballots}`,
  }
}

const nameOf = (store: string): string => `${store}_${randomBytes(6).toString('hex')}`
