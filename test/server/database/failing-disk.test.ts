import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '#server/app.ts'
import type { AuditPage } from '#server/audit/contract.ts'
import { claimFile } from '#server/database/claim-file.ts'
import { accounts, anOffice, emailOf } from '../an-office.ts'
import { failingAfter } from '../failing-database.ts'
import { plan, unitsCsv } from '../journey.ts'
import { type Reply, type TestServer, testServer, type Visitor } from '../test-server.ts'

describe('an office whose disk', () => {
  let server: TestServer
  let ada: Visitor

  beforeAll(async () => {
    server = await testServer()
    ada = await anOffice(server)
  })

  afterAll(() => server?.[Symbol.asyncDispose]())

  const assessments = async (): Promise<readonly unknown[]> => {
    const { body } = await ada.get('/api/office/assessments')
    return body as readonly unknown[]
  }

  it('is full says no, keeps all it had, and works again once there is room', async () => {
    const { db } = server.running.services
    await setPages(db, 'full')
    const full = await untilRefused(() =>
      ada.post('/api/office/assessments', { name: `Full ${'x'.repeat(60)}` }),
    )
    const listedWhileFull = (await assessments()).length
    await setPages(db, 'room')

    const { status } = await ada.post('/api/office/assessments', { name: 'Room' })

    expect(full.refused).toMatchObject({ status: 500, body: { code: 'internal-error' } })
    expect(listedWhileFull).toBe(full.acknowledged)
    expect(status).toBe(201)
    expect(await assessments()).toHaveLength(full.acknowledged + 1)
  })

  it('can only be read says no to what would write, and shows what is there', async () => {
    const { db } = server.running.services
    const before = await assessments()
    await sql`pragma query_only = on`.execute(db)
    const written = await ada.post('/api/office/assessments', { name: 'Read only' })
    const read = await assessments()
    await sql`pragma query_only = off`.execute(db)

    expect(written.status).toBe(500)
    expect(read).toEqual(before)
    expect((await ada.post('/api/office/assessments', { name: 'Now' })).status).toBe(201)
  })
})

describe('an act whose database fails', () => {
  it('at whatever statement, is done whole and on record, or not at all, and can be repeated', async () => {
    await using server = await testServer()
    const ada = await anOffice(server)
    const { body } = await ada.post('/api/office/assessments', { name: 'Failing' })
    const id = String(Object(body).id)
    await ada.put(`/api/office/assessments/${id}/plan`, plan)
    const cookie = await sessionOf(server)
    const acts: readonly (readonly [string, string, object])[] = [
      ['PUT', `/api/office/assessments/${id}/units`, { csv: unitsCsv }],
      ['POST', `/api/office/trustees/${id}`, { name: 'Holder', side: 'provider' }],
      [
        'POST',
        `${accounts}/invitations`,
        { role: 'facilitator', email: emailOf('Facilitator') },
      ],
    ]
    for (const [method, path, asked] of acts) {
      let [statement, failed] = [0, true]
      while (failed) {
        const failing = failingAfter(statement)
        const app = createApp({
          ...server.running.services,
          db: server.running.services.db.withPlugin(failing),
        })
        const { status } = await app.request(server.origin + path, {
          method,
          headers: {
            host: new URL(server.origin).host,
            origin: server.origin,
            'content-type': 'application/json',
            cookie,
          },
          body: JSON.stringify(asked),
        })
        failed = failing.hasFailed()
        if (failed) expect([path, statement, status]).toEqual([path, statement, 500])
        else expect([path, status < 300]).toEqual([path, true])
        statement += 2
      }
      expect(statement).toBeGreaterThan(4)
    }

    const trail = (await ada.get('/api/office/audit/trail')).body as AuditPage
    const begun = await server.running.services.db
      .selectFrom('act_begun')
      .selectAll()
      .execute()
    expect(trail.entries.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['plan-changed', 'key-holder-named', 'colleague-invited']),
    )
    // What was cut short is known, on record or still announced.
    const known = trail.entries.filter(({ action }) => action === 'outcome-unknown')
    expect(known.length + begun.length).toBeGreaterThan(0)
  })
})

describe('a second process on the same SQLite files', () => {
  it('is refused in a sentence that says what to do', async () => {
    await using server = await testServer()
    const { database } = server.running.services.config

    expect(() => claimFile(database)).toThrow(/one process at a time can.*PostgreSQL/)
  })

  it('may start once the first has ended', async () => {
    const server = await testServer()
    await server.restart()
    const { database } = server.running.services.config
    await server[Symbol.asyncDispose]()

    expect(() => claimFile(database)[Symbol.dispose]()).not.toThrow()
  })
})

/** A full disk, as SQLite meets it: the file can grow no further. */
async function setPages(db: Kysely<never> | unknown, as: 'full' | 'room'): Promise<void> {
  const store = db as Kysely<unknown>
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(store)
  const most = as === 'full' ? (rows[0]?.page_count ?? 0) : 1_000_000
  await sql.raw(`pragma max_page_count = ${most}`).execute(store)
}

/** Does it until there is no room left in the pages there are. */
async function untilRefused(
  act: () => Promise<Reply>,
): Promise<{ readonly acknowledged: number; readonly refused: Reply }> {
  for (let acknowledged = 0; ; acknowledged += 1) {
    const reply = await act()
    if (reply.status !== 201) return { acknowledged, refused: reply }
  }
}

async function sessionOf({ origin }: TestServer): Promise<string> {
  const reply = await fetch(`${origin}${accounts}/sign-in`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({ email: emailOf('Ada'), password: 'four plain words here' }),
  })
  return reply.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
}
