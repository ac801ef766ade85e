import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { offerSetUp } from '#server/accounts/set-up-organization.ts'
import { type TestServer, testServer } from './test-server.ts'

const person = {
  organization: 'Acme',
  name: 'Ada',
  email: 'ada@acme.example',
  password: 'four plain words here',
}

async function setUpSecret(server: TestServer): Promise<string> {
  const link = await offerSetUp(server.running.services)
  return link?.split('#')[1] ?? ''
}

async function anOrganiser(server: TestServer) {
  const ada = server.visitor()
  const secret = await setUpSecret(server)
  await ada.post('/api/office/accounts/set-up', { ...person, secret })
  return ada
}

describe('setting up an organization', () => {
  it('signs the first organiser in', async () => {
    await using server = await testServer()
    const ada = await anOrganiser(server)

    const { body } = await ada.get('/api/office/accounts/front-door')

    expect(body).toMatchObject({
      setUp: true,
      me: {
        name: 'Ada',
        role: 'organiser',
        organization: { name: 'Acme', example: false },
      },
    })
  })

  it('takes a link once', async () => {
    await using server = await testServer()
    const secret = await setUpSecret(server)
    await server.visitor().post('/api/office/accounts/set-up', { ...person, secret })

    const again = await server.visitor().post('/api/office/accounts/set-up', {
      ...person,
      email: 'eve@acme.example',
      secret,
    })

    expect(again.status).toBe(403)
    expect(again.body).toMatchObject({ code: 'set-up-link-spent' })
  })

  it('refuses a link that was never made', async () => {
    await using server = await testServer()

    const { status } = await server
      .visitor()
      .post('/api/office/accounts/set-up', { ...person, secret: 'x'.repeat(43) })

    expect(status).toBe(403)
  })

  it('prints no second link once an organization stands', async () => {
    await using server = await testServer()
    await anOrganiser(server)

    expect(await offerSetUp(server.running.services)).toBeNull()
  })

  it('names what is wrong with a short password, and stores nothing', async () => {
    await using server = await testServer()
    const secret = await setUpSecret(server)

    const { status, body } = await server
      .visitor()
      .post('/api/office/accounts/set-up', { ...person, password: 'short', secret })

    expect(status).toBe(400)
    expect(body).toMatchObject({
      code: 'malformed-request',
      problems: [{ where: 'password' }],
    })
    const door = await server.visitor().get('/api/office/accounts/front-door')
    expect(door.body).toMatchObject({ setUp: false })
  })
})

describe('signing in', () => {
  it('refuses a wrong password', async () => {
    await using server = await testServer()
    await anOrganiser(server)

    const { status, body } = await server.visitor().post('/api/office/accounts/sign-in', {
      email: person.email,
      password: 'not the password',
    })

    expect(status).toBe(401)
    expect(body).toMatchObject({ code: 'wrong-password' })
  })

  it('makes an account wait after ten wrong passwords, even with the right one', async () => {
    await using server = await testServer()
    await anOrganiser(server)
    const visitor = server.visitor()
    const email = person.email
    for (let time = 0; time < 10; time += 1) {
      await visitor.post('/api/office/accounts/sign-in', {
        email,
        password: `wrong ${time}`,
      })
    }

    const { status } = await visitor.post('/api/office/accounts/sign-in', {
      email,
      password: person.password,
    })
    server.clock.set('2026-11-21T12:16:00Z')
    const later = await visitor.post('/api/office/accounts/sign-in', {
      email,
      password: person.password,
    })

    expect(status).toBe(429)
    expect(later.status).toBe(200)
  })

  it('cannot be done without an account: nobody signs themselves up', async () => {
    await using server = await testServer()
    await anOrganiser(server)

    const { status } = await server
      .visitor()
      .post('/api/auth/sign-up/email', { ...person, email: 'eve@acme.example' })

    expect(status).toBe(404)
  })

  it('keeps no address and no browser name', async () => {
    await using server = await testServer()
    await anOrganiser(server)

    const { rows } = await server.running.services.db.executeQuery<{
      ipAddress: string | null
      userAgent: string | null
    }>(
      server.running.services.db
        .selectFrom('session' as 'user')
        .selectAll()
        .compile(),
    )

    expect(rows.length).toBeGreaterThan(0)
    for (const { ipAddress, userAgent } of rows) {
      expect([ipAddress ?? '', userAgent ?? '']).toEqual(['', ''])
    }
  })

  it('ends with signing out', async () => {
    await using server = await testServer()
    const ada = await anOrganiser(server)

    await ada.post('/api/office/accounts/sign-out')

    expect((await ada.get('/api/office/assessments')).status).toBe(401)
  })
})

describe('inviting a colleague', () => {
  it('lets the colleague join in the role of the invitation, once', async () => {
    await using server = await testServer()
    const ada = await anOrganiser(server)
    const { body } = await ada.post('/api/office/accounts/invitations', {
      role: 'employee-side',
    })
    const secret = (body as { link: string }).link.split('#')[1]
    const joining = {
      secret,
      name: 'Bo',
      email: 'bo@acme.example',
      password: person.password,
    }
    const bo = server.visitor()

    await bo.post('/api/office/accounts/join', joining)
    const again = await server
      .visitor()
      .post('/api/office/accounts/join', { ...joining, email: 'eve@acme.example' })

    const door = await bo.get('/api/office/accounts/front-door')
    expect(door.body).toMatchObject({ me: { name: 'Bo', role: 'employee-side' } })
    expect(again.status).toBe(403)
  })

  it('is not for the employee side to do', async () => {
    await using server = await testServer()
    const employeeSide = await server.example('employee-side')

    const { status, body } = await employeeSide.post('/api/office/accounts/invitations', {
      role: 'organiser',
    })

    expect(status).toBe(403)
    expect(body).toMatchObject({ code: 'organisers-only' })
  })

  it('does not use a link up on an e-mail address that is taken', async () => {
    await using server = await testServer()
    const ada = await anOrganiser(server)
    const { body } = await ada.post('/api/office/accounts/invitations', {
      role: 'organiser',
    })
    const secret = (body as { link: string }).link.split('#')[1]
    const joining = { secret, name: 'Bo', password: person.password }

    const taken = await server
      .visitor()
      .post('/api/office/accounts/join', { ...joining, email: person.email })
    const then = await server
      .visitor()
      .post('/api/office/accounts/join', { ...joining, email: 'bo@acme.example' })

    expect(taken.body).toMatchObject({ code: 'email-taken' })
    expect(then.status).toBe(200)
  })
})

describe('the door of the server', () => {
  it('answers only to the address people were told', async () => {
    await using server = await testServer()
    const other = `http://localhost:${new URL(server.origin).port}`

    const reply = await fetch(`${other}/api/office/accounts/front-door`)
    const page = await fetch(`${other}/assessments`, { redirect: 'manual' })

    expect(reply.status).toBe(421)
    expect(page.headers.get('location')).toBe(`${server.origin}/assessments`)
  })

  it('names its address to somebody who came by another one', async () => {
    await using server = await testServer()

    const asking = get(server.origin, { headers: { host: 'needs.example.org' } })
    const [reply]: IncomingMessage[] = await once(asking, 'response')

    expect(reply?.statusCode).toBe(421)
    expect(await text(reply ?? Readable.from([]))).toContain(server.origin)
  })

  it('refuses a request that another site makes with our cookies', async () => {
    await using server = await testServer()

    const reply = await fetch(`${server.origin}/api/office/accounts/sign-out`, {
      method: 'POST',
      headers: {
        origin: 'https://evil.example',
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: '',
    })

    expect(reply.status).toBe(403)
    expect(await reply.json()).toMatchObject({ code: 'other-site' })
  })

  it('refuses a body that is too large', async () => {
    await using server = await testServer()

    const { status, body } = await server
      .visitor()
      .post('/api/office/accounts/sign-in', { email: 'x'.repeat(4_000_000) })

    expect(status).toBe(413)
    expect(body).toMatchObject({ code: 'request-too-large' })
  })

  it('answers broken JSON with a clear no', async () => {
    await using server = await testServer()

    const reply = await fetch(`${server.origin}/api/collect`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"secret":',
    })

    expect(reply.status).toBe(400)
    expect(await reply.json()).toMatchObject({ code: 'malformed-request' })
  })

  it('shows no inner detail of a fault', async () => {
    await using server = await testServer()
    await server.running.services.db.destroy()

    const { status, body } = await server
      .visitor()
      .get('/api/manifests/5b6b0a4e-5f3f-4c53-9d5c-0f5f7f1f2a11')

    expect(status).toBe(500)
    expect(body).toEqual({ code: 'internal-error', status: 500, problems: [] })
  })
})
