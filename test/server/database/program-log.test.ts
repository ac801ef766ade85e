import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { afterAll, expect, it } from 'vitest'
import { AssessmentId } from '#server/assessments/contract.ts'
import { openDatabase } from '#server/database/engine.ts'
import { migrate } from '#server/database/migrate.ts'
import { officeSchema, openOffice } from '#server/database/office.ts'
import { standingAfter } from '#server/programs/log/read-log.ts'
import { listEntries } from '#server/programs/store.ts'

const folder = mkdtempSync(join(tmpdir(), 'groundwork-program-log-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('reads what an earlier version decided and adopted from the log', async () => {
  const address = join(folder, 'office.sqlite')
  const id = AssessmentId.parse('8f8c1b0e-6a2b-4c0e-9d55-2f6f2f0c7a11')
  await decidedBefore(address, id)

  const db = await openOffice(address)
  const log = await listEntries(db, id)
  await db.destroy()

  const { decisions, adopted } = standingAfter(log)
  expect(decisions).toMatchObject([
    {
      component: 'perks_recreation',
      choice: { verdict: 'adopt', reason: 'They asked.' },
      by: 'Ada',
      on: null,
    },
    { component: 'sleep_programme', choice: { verdict: 'reject', reason: '' } },
  ])
  expect(adopted).toMatchObject({ by: 'Ada', on: '2026-11-21', number: 3 })
})

async function decidedBefore(address: string, id: string): Promise<void> {
  const db = openDatabase<Record<string, Record<string, unknown>>>(
    address,
    officeSchema.pageBytes,
  )
  await migrate(db, officeSchema.migrations, '0012-coding')
  await putAssessment(db, id)
  const decision = { assessment_id: id, decided_by: 'Ada' }
  await db
    .insertInto('decision')
    .values([
      { ...decision, component: 'sleep_programme', adopted: 0, reason: '' },
      { ...decision, component: 'perks_recreation', adopted: 1, reason: 'They asked.' },
    ])
    .execute()
  await db
    .insertInto('program')
    .values({ assessment_id: id, adopted_by: 'Ada', adopted_on: '2026-11-21' })
    .execute()
  await db.destroy()
}

async function putAssessment(
  db: Kysely<Record<string, Record<string, unknown>>>,
  id: string,
): Promise<void> {
  const tables = await db.introspection.getTables()
  const table = (name: string) => tables.find((one) => one.name === name)
  const rowOf = (name: string, known: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(
      (table(name)?.columns ?? [])
        .filter(({ isNullable, name: column }) => !isNullable || column in known)
        .map(({ name: column, dataType }) => [
          column,
          known[column] ?? (/int/i.test(dataType) ? 0 : 'x'),
        ]),
    )
  await db
    .insertInto('organization')
    .values(rowOf('organization', { id: 'o' }))
    .execute()
  await db
    .insertInto('assessment')
    .values(rowOf('assessment', { id, organization_id: 'o' }))
    .execute()
}
