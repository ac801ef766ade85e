import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sql } from 'kysely'
import { Provider } from 'oidc-provider'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '#server/accounts/contract.ts'
import { readWholeConfig } from '#server/config.ts'
import { accounts, anOffice, codeIn, emailOf, secretIn, signIn } from './an-office.ts'
import { type TestServer, testServer, type Visitor } from './test-server.ts'

/** Whom the provider signs in next, and whether it has verified the address. */
const account = { email: '', verified: true }

let http: Server
let issuer: string

/** A real OpenID provider on this machine. Where it sends people back is told per test. */
const redirects: string[] = []

beforeAll(async () => {
  http = createServer()
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  issuer = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'groundwork',
        client_secret: 'a secret of the provider and the office',
        redirect_uris: ['http://127.0.0.1/none'],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: false,
    findAccount: async () => ({
      accountId: account.email,
      claims: async () => ({
        sub: `sub of ${account.email}`,
        email: account.email,
        email_verified: account.verified,
        name: 'From Elsewhere',
      }),
    }),
  })
  provider.Client.prototype.redirectUriAllowed = (address) => redirects.includes(address)
  http.on('request', provider.callback())
})

afterAll(() => new Promise((resolve) => http.close(resolve)))

async function aServer(): Promise<TestServer> {
  const server = await testServer('2026-11-21T12:00:00Z', {
    GROUNDWORK_OIDC_ISSUER: issuer,
    GROUNDWORK_OIDC_CLIENT_ID: 'groundwork',
    GROUNDWORK_OIDC_CLIENT_SECRET: 'a secret of the provider and the office',
  })
  redirects.push(`${server.origin}${accounts}/oidc/callback/organization`)
  return server
}

/** Follows the provider's pages with a browser of their own, up to the way back to us. */
async function signInThere(address: string): Promise<string> {
  const there = browserAt()
  let next = new URL(address)
  for (let step = 0; step < 12 && next.origin === issuer; step += 1)
    next = await there(next)
  if (next.origin === issuer) throw new Error('the provider goes round in circles')
  return next.pathname + next.search
}

/** Keeps cookies, sends the provider's own forms, and says where it is sent. */
function browserAt(): (place: URL) => Promise<URL> {
  const cookies = new Map<string, string>()
  const ask = async (place: URL, form?: URLSearchParams): Promise<Response> => {
    const cookie = [...cookies].map((pair) => pair.join('=')).join('; ')
    const asked = form ? { method: 'POST', body: form } : {}
    const reply = await fetch(place, {
      redirect: 'manual',
      headers: { cookie },
      ...asked,
    })
    for (const set of reply.headers.getSetCookie()) {
      const [name = '', ...value] = (set.split(';')[0] ?? '').split('=')
      cookies.set(name, value.join('='))
    }
    return reply
  }
  return async (place) => {
    const reply = await ask(place)
    const location = reply.headers.get('location')
    if (location) return new URL(location, place)
    const [, prompt = 'login'] =
      /name="prompt" value="(\w+)"/.exec(await reply.text()) ?? []
    const form = new URLSearchParams({ prompt, login: account.email, password: 'x' })
    return new URL((await ask(place, form)).headers.get('location') ?? '', place)
  }
}

async function throughProvider(visitor: Visitor, email: string, secret: string | null) {
  account.email = email
  const { body } = await visitor.post(`${accounts}/single-sign-on`, { secret })
  const back = await signInThere((body as { address: string }).address)
  const reply = await visitor.get(back)
  if (reply.status !== 302) throw new Error(`expected to be sent on, got ${reply.status}`)
  return reply.headers.get('location') ?? ''
}

async function invited(
  ada: Visitor,
  name: string,
  role: Role = 'facilitator',
): Promise<string> {
  const { body } = await ada.post(`${accounts}/invitations`, {
    role,
    email: emailOf(name),
  })
  return secretIn((body as { link: string }).link)
}

const meOf = async (visitor: Visitor): Promise<unknown> =>
  Object((await visitor.get(`${accounts}/front-door`)).body)['me']

describe('signing in with the organization’s own accounts', () => {
  it('lets somebody join who was invited by that address, and in again later', async () => {
    await using server = await aServer()
    const ada = await anOffice(server)
    const secret = await invited(ada, 'Fi')
    const fi = server.visitor()
    await throughProvider(fi, emailOf('Fi'), secret)
    const later = server.visitor()

    await throughProvider(later, emailOf('Fi'), null)

    const me = { role: 'facilitator', organization: { name: 'Acme' }, secondFactor: true }
    expect(await meOf(fi)).toMatchObject(me)
    expect(await meOf(later)).toMatchObject(me)
    const again = await server.visitor().post(`${accounts}/join/look`, { secret })
    expect(codeIn(again)).toBe('invitation-spent')
  })

  it('lets nobody in whom nobody invited, or by another address than the link’s', async () => {
    await using server = await aServer()
    const ada = await anOffice(server)
    const secret = await invited(ada, 'Fi')
    const [stranger, other] = [server.visitor(), server.visitor()]

    await throughProvider(stranger, emailOf('Eve'), null)
    await throughProvider(other, emailOf('Eve'), secret)

    expect([await meOf(stranger), await meOf(other)]).toEqual([null, null])
    expect(
      (await server.visitor().post(`${accounts}/join/look`, { secret })).status,
    ).toBe(200)
  })

  it('does not need the link’s holder alone: an invited address without the link stays out', async () => {
    await using server = await aServer()
    const ada = await anOffice(server)
    await invited(ada, 'Fi')
    const provider = server.visitor()

    await throughProvider(provider, emailOf('Fi'), null)

    expect(await meOf(provider)).toBeNull()
  })

  it('lets nobody in by a spare link to the employee side once it has somebody', async () => {
    await using server = await aServer()
    const ada = await anOffice(server)
    const [first, spare] = [
      await invited(ada, 'Bo', 'employee-side'),
      await invited(ada, 'Ada Too', 'employee-side'),
    ]
    const [bo, second] = [server.visitor(), server.visitor()]
    await throughProvider(bo, emailOf('Bo'), first)

    await throughProvider(second, emailOf('Ada Too'), spare)

    expect(await meOf(bo)).toMatchObject({ role: 'employee-side' })
    expect(await meOf(second)).toBeNull()
  })

  it('takes no account over that has a password', async () => {
    await using server = await aServer()
    await anOffice(server)
    const provider = server.visitor()

    const sentTo = await throughProvider(provider, emailOf('Ada'), null)

    expect(sentTo).toMatch(/\/sign-in\?error=/)
    expect(await meOf(provider)).toBeNull()
    expect((await signIn(server.visitor(), 'Ada')).status).toBe(200)
  })

  it('takes no address that the provider has not verified', async () => {
    await using server = await aServer()
    const ada = await anOffice(server)
    const secret = await invited(ada, 'Fi')
    const fi = server.visitor()

    account.verified = false
    await throughProvider(fi, emailOf('Fi'), secret)
    account.verified = true

    expect(await meOf(fi)).toBeNull()
  })

  it('is on record as joining, and keeps nothing the provider would open with', async () => {
    await using server = await aServer()
    const ada = await anOffice(server)
    await throughProvider(server.visitor(), emailOf('Fi'), await invited(ada, 'Fi'))
    const kept =
      await sql<object>`select * from account where "providerId" = 'organization'`.execute(
        server.running.services.db,
      )

    expect(kept.rows).toMatchObject([
      { accessToken: null, refreshToken: null, idToken: null },
    ])
    const { body } = await ada.get('/api/office/audit/trail')

    expect((body as { entries: readonly object[] }).entries[0]).toMatchObject({
      action: 'joined',
      by: 'From Elsewhere',
      role: 'facilitator',
    })
  })

  it('is not there where nothing is set', async () => {
    await using server = await testServer()

    const reply = await server
      .visitor()
      .post(`${accounts}/single-sign-on`, { secret: null })

    expect(codeIn(reply)).toBe('single-sign-on-refused')
  })

  it('goes to no provider that leads to another host', async () => {
    const elsewhere = createServer((_request, response) =>
      response.setHeader('content-type', 'application/json').end(
        JSON.stringify({
          issuer: `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`,
          authorization_endpoint: 'https://evil.example/authorize',
          token_endpoint: 'https://evil.example/token',
          jwks_uri: 'https://evil.example/keys',
        }),
      ),
    )
    elsewhere.listen(0, '127.0.0.1')
    await once(elsewhere, 'listening')
    const { port } = elsewhere.address() as AddressInfo
    await using server = await testServer('2026-11-21T12:00:00Z', {
      GROUNDWORK_OIDC_ISSUER: `http://127.0.0.1:${port}`,
      GROUNDWORK_OIDC_CLIENT_ID: 'groundwork',
      GROUNDWORK_OIDC_CLIENT_SECRET: 'a secret of the provider and the office',
    })

    const reply = await server
      .visitor()
      .post(`${accounts}/single-sign-on`, { secret: null })

    elsewhere.close()
    expect(codeIn(reply)).toBe('single-sign-on-refused')
  })

  it('needs all three settings, and https for other machines', () => {
    expect(() =>
      readWholeConfig({ GROUNDWORK_OIDC_ISSUER: 'https://id.example.org' }),
    ).toThrow('belong together')
    expect(() =>
      readWholeConfig({
        GROUNDWORK_OIDC_ISSUER: 'http://id.example.org',
        GROUNDWORK_OIDC_CLIENT_ID: 'groundwork',
        GROUNDWORK_OIDC_CLIENT_SECRET: 'secret',
      }),
    ).toThrow('begins with https://')
  })
})
