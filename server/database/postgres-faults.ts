import { type Kysely, sql } from 'kysely'

/** What a PostgreSQL server keeps that this product promises not to keep, or loses. */
export type PostgresFault =
  | 'archives-log'
  | 'replication-slot'
  | 'logical-log'
  | 'commit-times'
  | 'logs-statements'
  | 'logs-failed-statements'
  | 'logs-slow-statements'
  | 'logs-sampled-statements'
  | 'logs-connections'
  | 'can-lose-commits'

/** A fault, with the setting that makes it, what it is and what it should be. */
export interface FaultySetting {
  readonly fault: PostgresFault
  readonly setting: string
  readonly value: string
  readonly wanted: readonly string[]
}

/** Settings by what they give away. The first value wanted is the one to recommend. */
const rules: readonly (readonly [PostgresFault, string, readonly string[]])[] = [
  ['archives-log', 'archive_mode', ['off']],
  ['logical-log', 'wal_level', ['replica', 'minimal']],
  ['commit-times', 'track_commit_timestamp', ['off']],
  ['logs-statements', 'log_statement', ['none']],
  ['logs-statements', 'log_duration', ['off']],
  ['logs-failed-statements', 'log_min_error_statement', ['panic', 'fatal']],
  ['logs-failed-statements', 'log_parameter_max_length_on_error', ['0']],
  ['logs-slow-statements', 'log_min_duration_statement', ['-1']],
  ['logs-sampled-statements', 'log_min_duration_sample', ['-1']],
  ['logs-sampled-statements', 'log_transaction_sample_rate', ['0']],
  ['logs-connections', 'log_disconnections', ['off']],
  ['can-lose-commits', 'fsync', ['on']],
  ['can-lose-commits', 'full_page_writes', ['on']],
  ['can-lose-commits', 'synchronous_commit', ['on', 'remote_apply', 'remote_write']],
]

/**
 * Reads how a PostgreSQL server is set up and names what would let somebody replay who came
 * when: archives and replicas of its log, times of commits, statements in its text log. And
 * what would let an acknowledged answer be lost. Settings a server does not have are no fault.
 */
export async function postgresFaults<Tables>(
  db: Kysely<Tables>,
): Promise<readonly FaultySetting[]> {
  const { rows } = await sql<{ name: string; setting: string }>`
    select name, setting from pg_settings`.execute(db)
  const settings = new Map(rows.map(({ name, setting }) => [name, setting]))
  const found = rules.flatMap(([fault, setting, wanted]) => {
    const value = settings.get(setting)
    const isRight = value === undefined || wanted.includes(value)
    return isRight ? [] : [{ fault, setting, value, wanted }]
  })
  return [...found, ...(await replicationSlots(db))]
}

/** A slot keeps the log for somebody who reads it later. */
async function replicationSlots<Tables>(
  db: Kysely<Tables>,
): Promise<readonly FaultySetting[]> {
  const { rows } = await sql<{ slot_name: string }>`
    select slot_name from pg_replication_slots order by slot_name`.execute(db)
  const names = rows.map(({ slot_name }) => slot_name).join(', ')
  return names === ''
    ? []
    : [
        {
          fault: 'replication-slot',
          setting: 'pg_replication_slots',
          value: names,
          wanted: ['none'],
        },
      ]
}
