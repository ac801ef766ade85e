import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import {
  accounts,
  anOffice,
  codeIn,
  joined,
  password,
  signIn,
  withSecondFactor,
} from './an-office.ts'
import { type TestServer, testServer } from './test-server.ts'

const wanted = 'some quite other words'

/** As if every session had been used last, and begun, so long ago. */
async function letPass(
  server: TestServer,
  minutes: number,
  column: 'updatedAt' | 'expiresAt',
) {
  const { db } = server.running.services
  const then = new Date(Date.now() - minutes * 60_000).toISOString()
  await sql`update session set ${sql.ref(column)} = ${then}`.execute(db)
}

const sessionsOf = async (visitor: { get(path: string): Promise<{ body: unknown }> }) =>
  (await visitor.get(`${accounts}/me/sessions`)).body as readonly {
    readonly id: string
    readonly isThis: boolean
  }[]

describe('a session', () => {
  it('ends when it was not used for half an hour', async () => {
    await using server = await testServer()
    const ada = await anOffice(server)
    await letPass(server, 29, 'updatedAt')
    const used = await ada.get('/api/office/assessments')
    await letPass(server, 31, 'updatedAt')

    const idle = await ada.get('/api/office/assessments')

    expect([used.status, idle.status]).toEqual([200, 401])
    expect((await ada.get('/api/office/assessments')).status).toBe(401)
  })

  it('is kept alive by being used, but never beyond twelve hours', async () => {
    await using server = await testServer()
    const ada = await anOffice(server)
    await letPass(server, 20, 'updatedAt')
    await ada.get('/api/office/assessments')
    const { rows } = await sql<{
      createdAt: string
      updatedAt: string
      expiresAt: string
    }>`select * from session`.execute(server.running.services.db)
    const [session] = rows
    const lives =
      Date.parse(session?.expiresAt ?? '') - Date.parse(session?.createdAt ?? '')

    await letPass(server, 0, 'expiresAt')

    expect(Date.now() - Date.parse(session?.updatedAt ?? '')).toBeLessThan(60_000)
    expect(Math.round(lives / 60_000)).toBe(12 * 60)
    expect((await ada.get('/api/office/assessments')).status).toBe(401)
  })

  it('is listed, and every other one can be ended', async () => {
    await using server = await testServer()
    const ada = await anOffice(server)
    const lost = server.visitor()
    await signIn(lost, 'Ada')

    const before = await sessionsOf(ada)
    await ada.delete(`${accounts}/me/sessions/others`)
    const after = await sessionsOf(ada)

    expect([before.length, after.length]).toEqual([2, 1])
    expect(after[0]?.isThis).toBe(true)
    expect((await lost.get('/api/office/assessments')).status).toBe(401)
  })

  it('of somebody else is not ended by its number', async () => {
    await using server = await testServer()
    const ada = await anOffice(server)
    const bo = await joined(server, ada, 'employee-side', 'Bo')
    const [hers] = await sessionsOf(ada)

    await bo.delete(`${accounts}/me/sessions/${hers?.id}`)

    const { body } = await ada.get('/api/office/audit/trail')
    expect(JSON.stringify(body)).not.toContain('sessions-ended')
    expect((await ada.get('/api/office/assessments')).status).toBe(200)
  })

  it('cannot be chosen by whoever hands a browser its cookies', async () => {
    await using server = await testServer()
    const ada = await anOffice(server)
    await ada.post(`${accounts}/sign-out`)
    const planted = await sessionsOf(ada)

    const again = await signIn(ada, 'Ada')

    expect(planted).toMatchObject({ code: 'sign-in-first' })
    const [cookie] = again.headers.getSetCookie()
    expect(cookie).toMatch(/^groundwork\.session_token=.*; HttpOnly; SameSite=Lax$/)
  })
})

describe('a new password', () => {
  it('needs the present one, and ends every other session', async () => {
    await using server = await testServer()
    const ada = await anOffice(server)
    const lost = server.visitor()
    await signIn(lost, 'Ada')

    const wrong = await ada.post(`${accounts}/me/password`, {
      current: 'no idea',
      wanted,
    })
    const right = await ada.post(`${accounts}/me/password`, { current: password, wanted })

    expect(codeIn(wrong)).toBe('wrong-password-again')
    expect(right.status).toBe(200)
    expect((await ada.get('/api/office/assessments')).status).toBe(200)
    expect((await lost.get('/api/office/assessments')).status).toBe(401)
    expect((await signIn(server.visitor(), 'Ada')).status).toBe(401)
    expect((await signIn(server.visitor(), 'Ada', wanted)).status).toBe(200)
  })

  it('does not take the second factor away', async () => {
    await using server = await testServer()
    const ada = await anOffice(server)
    await withSecondFactor(ada)
    await ada.post(`${accounts}/me/password`, { current: password, wanted })

    const { body } = await signIn(server.visitor(), 'Ada', wanted)

    expect(body).toEqual({ next: 'second-factor' })
  })
})
