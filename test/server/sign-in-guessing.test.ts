import { describe, expect, it } from 'vitest'
import { SlowDown } from '#server/accounts/slow-down.ts'
import { openOffice } from '#server/database/office.ts'
import { accounts, anOffice, codeIn, emailOf, signIn } from './an-office.ts'
import { type TestServer, testServer, type Visitor } from './test-server.ts'

async function guess(thief: Visitor, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) await signIn(thief, 'Ada', `wrong ${time}`)
}

const after = (server: TestServer, seconds: number): void =>
  server.clock.set(
    new Date(Date.parse('2026-11-21T12:00:00Z') + seconds * 1000).toISOString(),
  )

/** What slows down, on a database of its own. */
async function aSlowDown() {
  const db = await openOffice(':memory:')
  const slowDown = new SlowDown(db, 'a secret')
  return {
    begin: (subject: string, now: number) => slowDown.begin(subject, now),
    fail: async (subject: string, now: number) =>
      (await slowDown.begin(subject, now))?.failed(now),
    forgetOld: (now: number) => slowDown.forgetOld(now),
    remembered: () => db.selectFrom('guess').selectAll().execute(),
    [Symbol.asyncDispose]: () => db.destroy(),
  }
}

describe('guessing at a password', () => {
  it('has to wait from the fifth wrong one on, even with the right one', async () => {
    await using server = await testServer()
    await anOffice(server)
    const thief = server.visitor()
    await guess(thief, 5)

    const atOnce = await signIn(thief, 'Ada')
    after(server, 1)
    const later = await signIn(thief, 'Ada')

    expect(codeIn(atOnce)).toBe('too-many-attempts')
    expect(later.status).toBe(200)
  })

  it('does not keep out whoever signed in before in their own browser', async () => {
    await using server = await testServer()
    await anOffice(server)
    const laptop = server.visitor()
    await signIn(laptop, 'Ada')
    await guess(server.visitor(), 8)

    const mine = await signIn(laptop, 'Ada')
    const strangers = await signIn(server.visitor(), 'Ada')

    expect(mine.status).toBe(200)
    expect(strangers.status).toBe(429)
  })

  it('does not keep out whoever joined in their browser, beside somebody else', async () => {
    await using server = await testServer()
    const desk = await anOffice(server)
    await signIn(server.visitor(), 'Ada')
    await guess(server.visitor(), 8)
    await signIn(desk, 'Bo')

    expect((await signIn(desk, 'Ada')).status).toBe(200)
  })

  it('is slowed down in a known browser as well: a stolen cookie is no way round', async () => {
    await using server = await testServer()
    await anOffice(server)
    const stolen = server.visitor()
    await signIn(stolen, 'Ada')
    await guess(stolen, 5)

    const right = await signIn(stolen, 'Ada')

    expect(right.status).toBe(429)
  })

  it('takes no made-up cookie and none of somebody else for a known browser', async () => {
    await using server = await testServer()
    await anOffice(server)
    const { guessing } = server.running.services
    const headers = (cookie: string) => new Headers({ cookie })
    const [cookie = ''] = guessing.cookieFor(emailOf('Ada')).split(';')

    const known = guessing.knownAs(headers(cookie), 'ADA@acme.example')
    const other = guessing.knownAs(headers(cookie), emailOf('Bo'))
    const madeUp = guessing.knownAs(headers(`${cookie.slice(0, -4)}AAAA`), emailOf('Ada'))

    expect(known).toMatch(/^[\w-]{22}$/)
    expect([other, madeUp]).toEqual([null, null])
  })

  it('gets the same answer for an address that nobody has', async () => {
    await using server = await testServer()
    await anOffice(server)
    const told = async (name: string) => {
      const thief = server.visitor()
      const replies = []
      for (let time = 0; time < 6; time += 1)
        replies.push(await signIn(thief, name, 'wrong'))
      return replies.map(({ status, body, headers }) => ({
        status,
        body,
        names: [...headers.keys()].filter((name) => name !== 'date'),
      }))
    }

    const existing = await told('Ada')
    const invented = await told('Nobody')

    expect(existing).toEqual(invented)
    expect(existing.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 429])
  })

  it('never waits longer than a minute, and is forgotten after an hour', async () => {
    await using slowDown = await aSlowDown()
    let now = 0
    for (let time = 0; time < 40; time += 1) {
      now += 60_000
      await slowDown.fail('Ada', now)
    }

    expect(await slowDown.begin('Ada', now + 59_999)).toBeNull()
    await slowDown.fail('Ada', now + 60_000)
    expect(await slowDown.begin('Ada', now + 60_000 + 3_600_000)).not.toBeNull()
  })

  it('is remembered for an hour and not longer', async () => {
    await using slowDown = await aSlowDown()
    await slowDown.fail('Ada', 0)
    await slowDown.forgetOld(3_599_999)
    const within = await slowDown.remembered()
    await slowDown.forgetOld(3_600_000)

    expect(within).toHaveLength(1)
    expect(JSON.stringify(within)).not.toContain('Ada')
    expect(await slowDown.remembered()).toEqual([])
  })

  it('waits from the end of a guess on, and looks at no other meanwhile', async () => {
    await using slowDown = await aSlowDown()
    for (let time = 0; time < 4; time += 1) await slowDown.fail('Ada', 0)
    const slow = await slowDown.begin('Ada', 0)

    const meanwhile = await slowDown.begin('Ada', 9_000)
    await slow?.failed(10_000)

    expect(meanwhile).toBeNull()
    expect(await slowDown.begin('Ada', 10_999)).toBeNull()
    expect(await slowDown.begin('Ada', 11_000)).not.toBeNull()
  })

  it('keeps nobody waiting for a clock that was put back', async () => {
    await using slowDown = await aSlowDown()
    for (let time = 0; time < 6; time += 1)
      await slowDown.fail('Ada', 7_200_000 + 60_000 * time)

    expect(await slowDown.begin('Ada', 3_600_000)).not.toBeNull()
  })

  it('shuts nobody out for long whose guess ended with its process', async () => {
    await using slowDown = await aSlowDown()
    for (let time = 0; time < 4; time += 1) await slowDown.fail('Ada', 0)
    await slowDown.begin('Ada', 0)

    expect(await slowDown.begin('Ada', 59_999)).toBeNull()
    expect(await slowDown.begin('Ada', 60_000)).not.toBeNull()
  })

  it('gains nothing by guessing many times at the same moment', async () => {
    await using server = await testServer()
    await anOffice(server)

    const replies = await Promise.all(
      Array.from({ length: 12 }, (_, time) =>
        signIn(server.visitor(), 'Ada', `wrong ${time}`),
      ),
    )

    const looked = replies.filter(({ status }) => status === 401)
    expect(looked).toHaveLength(5)
  })

  it('is slowed down where a session was left open, too', async () => {
    await using server = await testServer()
    const ada = await anOffice(server)
    for (let time = 0; time < 5; time += 1) {
      await ada.post(`${accounts}/me/second-factor`, { password: `wrong ${time}` })
    }

    const change = { current: 'four plain words here', wanted: 'another few plain words' }

    expect((await ada.post(`${accounts}/me/password`, change)).status).toBe(429)
  })
})
