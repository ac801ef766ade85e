import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { offerSetUp } from '#server/accounts/set-up-organization.ts'
import { type TestServer, testServer, type Visitor } from './test-server.ts'

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

async function linkToEmployeeSide(ada: Visitor, name: string): Promise<string> {
  const { body } = await ada.post('/api/office/accounts/invitations', {
    role: 'employee-side',
    email: `${name}@acme.example`,
  })
  return (body as { link: string }).link.split('#')[1] ?? ''
}

const join = (server: TestServer, secret: string, name: string) =>
  server
    .visitor()
    .post('/api/office/accounts/join', { secret, name, password: person.password })

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
  it('lets the colleague join in the role and by the address of the invitation, once', async () => {
    await using server = await testServer()
    const ada = await anOrganiser(server)
    const { body } = await ada.post('/api/office/accounts/invitations', {
      role: 'employee-side',
      email: 'bo@acme.example',
    })
    const secret = (body as { link: string }).link.split('#')[1]
    const joining = { secret, name: 'Bo', password: person.password }
    const bo = server.visitor()

    const seen = await bo.post('/api/office/accounts/join/look', { secret })
    await bo.post('/api/office/accounts/join', joining)
    const again = await server.visitor().post('/api/office/accounts/join', joining)
    const signedIn = await server
      .visitor()
      .post('/api/office/accounts/sign-in', { ...joining, email: 'Bo@Acme.example' })

    const door = await bo.get('/api/office/accounts/front-door')
    expect(seen.body).toEqual({
      email: 'bo@acme.example',
      role: 'employee-side',
      organization: 'Acme',
    })
    expect(door.body).toMatchObject({ me: { name: 'Bo', role: 'employee-side' } })
    expect(again.status).toBe(403)
    expect(signedIn.status).toBe(200)
  })

  it('is not for the employee side to do, but for its own side', async () => {
    await using server = await testServer()
    const employeeSide = await server.example('employee-side')
    const invite = (role: string) =>
      employeeSide.post('/api/office/accounts/invitations', {
        role,
        email: 'new@acme.example',
      })

    const replies = [await invite('organiser'), await invite('employee-side')]

    expect(replies[0]?.body).toMatchObject({ code: 'side-calls-its-own' })
    expect(replies[1]?.status).toBe(200)
  })

  it('to the employee side is not for an organiser once somebody speaks for it', async () => {
    await using server = await testServer()
    const organiser = await server.example()

    const { body } = await organiser.post('/api/office/accounts/invitations', {
      role: 'employee-side',
      email: 'mine@acme.example',
    })

    expect(body).toMatchObject({ code: 'side-calls-its-own' })
  })

  it('leaves no second link to the employee side once the first was used', async () => {
    await using server = await testServer()
    const ada = await anOrganiser(server)
    const [first, spare] = [
      await linkToEmployeeSide(ada, 'bo'),
      await linkToEmployeeSide(ada, 'ada.too'),
    ]
    await join(server, first, 'Bo')

    const { body } = await join(server, spare, 'Somebody')

    expect(body).toMatchObject({ code: 'invitation-spent' })
  })

  it('lets one in to the employee side when two links are used at the same moment', async () => {
    await using server = await testServer()
    const ada = await anOrganiser(server)
    const [first, spare] = [
      await linkToEmployeeSide(ada, 'bo'),
      await linkToEmployeeSide(ada, 'ada.too'),
    ]

    const replies = await Promise.all([
      join(server, first, 'Bo'),
      join(server, spare, 'Somebody'),
      join(server, first, 'Bo'),
    ])

    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 403, 403])
    const { body } = await ada.get('/api/office/accounts/people')
    expect((body as { people: readonly object[] }).people).toHaveLength(2)
  })

  it('takes no name that a colleague goes by, nor one with something unseen in it', async () => {
    await using server = await testServer()
    const ada = await anOrganiser(server)
    const secret = await linkToEmployeeSide(ada, 'bo')

    const replies = [
      await join(server, secret, ' ADA '),
      await join(server, secret, 'A\u200Bda'),
      await join(server, secret, 'Bo'),
    ]

    expect(replies.map(({ status }) => status)).toEqual([409, 400, 200])
    expect(replies[0]?.body).toMatchObject({ code: 'name-taken' })
  })

  it('tells nobody whether an address has an account', async () => {
    await using server = await testServer()
    const ada = await anOrganiser(server)
    const { status, body } = await ada.post('/api/office/accounts/invitations', {
      role: 'organiser',
      email: person.email,
    })
    const secret = (body as { link: string }).link.split('#')[1]
    const joining = { secret, name: 'Bo', password: person.password }

    const taken = await server.visitor().post('/api/office/accounts/join', joining)
    const invented = await server
      .visitor()
      .post('/api/office/accounts/join', { ...joining, secret: 'x'.repeat(43) })

    expect(status).toBe(200)
    expect(taken.body).toEqual(invented.body)
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
