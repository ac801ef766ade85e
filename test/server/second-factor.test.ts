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
import { testServer } from './test-server.ts'
import { codeOf } from './totp.ts'

/** The code of the coming half minute, which is taken already: the present one may be used up. */
const nextCode = (address: string): string => codeOf(address, Date.now() + 30_000)

describe('a second factor', () => {
  it('is asked for at sign-in, and nothing opens before it is given', async () => {
    await using server = await testServer()
    const ada = await anOffice(server)
    const { address } = await withSecondFactor(ada)
    const laptop = server.visitor()

    const first = await signIn(laptop, 'Ada')
    const between = await laptop.get('/api/office/assessments')
    await laptop.post(`${accounts}/second-step`, { kind: 'app', code: nextCode(address) })

    expect(first.body).toEqual({ next: 'second-factor' })
    expect(between.status).toBe(401)
    expect((await laptop.get('/api/office/assessments')).status).toBe(200)
  })

  it('is not asked for before a first code has been given back', async () => {
    await using server = await testServer()
    const ada = await anOffice(server)
    await ada.post(`${accounts}/me/second-factor`, { password })

    const { body } = await signIn(server.visitor(), 'Ada')

    expect(body).toEqual({ next: 'done' })
  })

  it('cannot be begun with the session alone, nor confirmed with a backup code', async () => {
    await using server = await testServer()
    const ada = await anOffice(server)

    const stolen = await ada.post(`${accounts}/me/second-factor`, { password: 'no idea' })
    const { body } = await ada.post(`${accounts}/me/second-factor`, { password })
    const [code] = (body as { backupCodes: readonly string[] }).backupCodes
    const confirmed = await ada.post(`${accounts}/me/second-factor/confirm`, { code })

    expect(codeIn(stolen)).toBe('wrong-password-again')
    expect(codeIn(confirmed)).toBe('second-factor-wrong')
  })

  it('takes a code of the app once, and a second browser needs the next one', async () => {
    await using server = await testServer()
    const ada = await anOffice(server)
    const { address } = await withSecondFactor(ada)
    const code = nextCode(address)
    const [laptop, thief] = [server.visitor(), server.visitor()]
    await signIn(laptop, 'Ada')
    await signIn(thief, 'Ada')

    const [mine, theirs] = await Promise.all([
      laptop.post(`${accounts}/second-step`, { kind: 'app', code }),
      thief.post(`${accounts}/second-step`, { kind: 'app', code }),
    ])

    expect([mine.status, theirs.status].toSorted()).toEqual([200, 403])
    const doors = await Promise.all(
      [laptop, thief].map((visitor) => visitor.get('/api/office/assessments')),
    )
    expect(doors.map(({ status }) => status).toSorted()).toEqual([200, 401])
  })

  it('takes each backup code once', async () => {
    await using server = await testServer()
    const ada = await anOffice(server)
    const { backupCodes } = await withSecondFactor(ada)
    const [laptop, later] = [server.visitor(), server.visitor()]
    await signIn(laptop, 'Ada')
    await signIn(later, 'Ada')
    const proof = { kind: 'backup', code: backupCodes[3] }

    const first = await laptop.post(`${accounts}/second-step`, proof)
    const again = await later.post(`${accounts}/second-step`, proof)

    expect([first.status, again.status]).toEqual([200, 403])
    expect(new Set(backupCodes).size).toBe(10)
  })

  it('makes old backup codes worthless when new ones are made', async () => {
    await using server = await testServer()
    const ada = await anOffice(server)
    const { backupCodes } = await withSecondFactor(ada)
    const made = await ada.post(`${accounts}/me/second-factor/codes`, {
      password,
      code: backupCodes[1],
    })
    const laptop = server.visitor()
    await signIn(laptop, 'Ada')

    const [old, fresh] = [
      backupCodes[0],
      (made.body as { backupCodes: string[] }).backupCodes[0],
    ]
    const oldOne = await laptop.post(`${accounts}/second-step`, {
      kind: 'backup',
      code: old,
    })
    const newOne = await laptop.post(`${accounts}/second-step`, {
      kind: 'backup',
      code: fresh,
    })

    expect([oldOne.status, newOne.status]).toEqual([403, 200])
  })

  it('ends a sign-in after five wrong codes, even with the right one', async () => {
    await using server = await testServer()
    const ada = await anOffice(server)
    const { address } = await withSecondFactor(ada)
    const thief = server.visitor()
    await signIn(thief, 'Ada')
    for (let tries = 0; tries < 5; tries += 1) {
      await thief.post(`${accounts}/second-step`, { kind: 'app', code: '000000' })
    }
    server.clock.set('2026-11-21T12:01:00Z')

    const right = { kind: 'app', code: nextCode(address) }

    expect((await thief.post(`${accounts}/second-step`, right)).status).toBe(403)
  })

  it('is taken away with password and code together only', async () => {
    await using server = await testServer()
    const ada = await anOffice(server)
    const { address, backupCodes } = await withSecondFactor(ada)
    const drop = `${accounts}/me/second-factor/drop`

    const noCode = await ada.post(drop, { password, code: '' })
    const noPassword = await ada.post(drop, {
      password: 'no idea',
      code: nextCode(address),
    })
    const both = await ada.post(drop, { password, code: backupCodes[0] })

    expect([noCode.status, noPassword.status, both.status]).toEqual([403, 403, 200])
    expect((await signIn(server.visitor(), 'Ada')).body).toEqual({ next: 'done' })
  })

  it('is not replaced by new backup codes with the password alone', async () => {
    await using server = await testServer()
    const ada = await anOffice(server)
    const { backupCodes } = await withSecondFactor(ada)
    const door = `${accounts}/me/second-factor/codes`

    const guessed = await ada.post(door, { password, code: 'AAAAA-AAAAA' })
    const noPassword = await ada.post(door, {
      password: 'no idea',
      code: backupCodes[0],
    })
    const both = await ada.post(door, { password, code: backupCodes[0] })

    expect([guessed, noPassword].map(codeIn)).toEqual([
      'second-factor-wrong',
      'wrong-password-again',
    ])
    expect(both.status).toBe(200)
  })

  it('ends every other session when it is turned on', async () => {
    await using server = await testServer()
    const ada = await anOffice(server)
    const lost = server.visitor()
    await signIn(lost, 'Ada')

    await withSecondFactor(ada)

    expect((await lost.get('/api/office/assessments')).status).toBe(401)
    expect((await ada.get('/api/office/assessments')).status).toBe(200)
  })

  it('signs nobody out who gives a code twice', async () => {
    await using server = await testServer()
    const ada = await anOffice(server)
    const { address } = await withSecondFactor(ada)
    const door = `${accounts}/me/second-factor/codes`
    const proof = { password, code: nextCode(address) }

    const replies = [await ada.post(door, proof), await ada.post(door, proof)]

    expect(replies.map(({ status }) => status)).toEqual([200, 403])
    expect((await ada.get('/api/office/assessments')).status).toBe(200)
  })

  it('is slowed down and on record when codes are guessed, in however many sign-ins', async () => {
    await using server = await testServer()
    const ada = await anOffice(server)
    await withSecondFactor(ada)
    const thieves = Array.from({ length: 9 }, () => server.visitor())
    for (const thief of thieves) await signIn(thief, 'Ada')

    const replies = await Promise.all(
      thieves.map((thief) =>
        thief.post(`${accounts}/second-step`, { kind: 'app', code: '000000' }),
      ),
    )

    expect(replies.filter(({ status }) => status === 403)).toHaveLength(5)
    const { body } = await ada.get('/api/office/audit/trail')
    expect((body as { entries: readonly object[] }).entries[0]).toMatchObject({
      action: 'codes-slowed',
      about: 'Ada',
    })
  })

  it('of a sign-in that waits is not proven beside a session', async () => {
    await using server = await testServer()
    const ada = await anOffice(server)
    const { backupCodes } = await withSecondFactor(ada)

    const reply = await ada.post(`${accounts}/second-step`, {
      kind: 'backup',
      code: backupCodes[0],
    })

    expect(codeIn(reply)).toBe('second-factor-wrong')
  })

  it('stands nowhere in the database as it is', async () => {
    await using server = await testServer()
    const ada = await anOffice(server)
    const { address, backupCodes } = await withSecondFactor(ada)
    const { db } = server.running.services

    const rows = await db
      .selectFrom('twoFactor' as 'user')
      .selectAll()
      .execute()

    const stored = JSON.stringify(rows)
    const secret = new URL(address).searchParams.get('secret') ?? 'no secret'
    for (const hidden of [secret, ...backupCodes]) expect(stored).not.toContain(hidden)
    expect(rows).toHaveLength(1)
  })
})

describe('an organization in which everybody needs a second factor', () => {
  it('opens nothing but the own account from the day on, until one is set up', async () => {
    await using server = await testServer()
    const ada = await anOffice(server)
    const bo = await joined(server, ada, 'employee-side', 'Bo')
    await ada.put(`${accounts}/people/second-factor`, { from: '2026-11-25' })

    const before = await bo.get('/api/office/assessments')
    server.clock.set('2026-11-25T00:00:00Z')
    const due = await bo.get('/api/office/assessments')
    const door = await bo.get(`${accounts}/front-door`)
    await withSecondFactor(bo)

    expect(before.status).toBe(200)
    expect(codeIn(due)).toBe('second-factor-needed')
    expect(door.body).toMatchObject({ me: { name: 'Bo', needsSecondFactor: true } })
    expect((await bo.get('/api/office/assessments')).status).toBe(200)
  })

  it('is not made so for a day that is over', async () => {
    await using server = await testServer()
    const ada = await anOffice(server)

    const reply = await ada.put(`${accounts}/people/second-factor`, {
      from: '2026-11-20',
    })

    expect(codeIn(reply)).toBe('day-in-the-past')
  })
})
