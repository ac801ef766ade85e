/** Brings a database up to date, and ends itself by force before one of the statements. */
import type { Kysely, KyselyPlugin } from 'kysely'
import { ballotSchema } from '#server/database/ballots.ts'
import { openDatabase } from '#server/database/engine.ts'
import { migrate } from '#server/database/migrate.ts'
import { officeSchema } from '#server/database/office.ts'

const [store = '', address = '', statement = ''] = process.argv.slice(2)
const schema = store === 'office' ? officeSchema : ballotSchema
let left = Number(statement)

const killing: KyselyPlugin = {
  transformQuery({ node }) {
    left -= 1
    if (left < 0) process.kill(process.pid, 'SIGKILL')
    return node
  },
  transformResult: async ({ result }) => result,
}
const db: Kysely<unknown> = openDatabase(address, schema.pageBytes)
await migrate(db.withPlugin(killing), schema.migrations)
await db.destroy()
process.stdout.write('upgraded\n')
