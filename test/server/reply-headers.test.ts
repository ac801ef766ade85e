import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { offerSetUp } from '#server/accounts/set-up-organization.ts'
import { createApp } from '#server/app.ts'
import { type TestServer, testServer } from './test-server.ts'

const origin = 'https://needs.example.org'
let server: TestServer
let app: ReturnType<typeof createApp>

beforeAll(async () => {
  server = await testServer(undefined, {
    GROUNDWORK_ORIGIN: origin,
    GROUNDWORK_BALLOT_ORIGIN: 'https://ballots.example.org',
  })
  app = createApp(server.running.services)
})

afterAll(async () => {
  await server?.[Symbol.asyncDispose]()
})

/** Cookies of somebody who has just set up an organization. */
async function cookiesOfOrganiser(): Promise<readonly string[]> {
  const link = await offerSetUp(server.running.services)
  const reply = await app.request(`${origin}/api/office/accounts/set-up`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({
      secret: link?.split('#')[1],
      organization: 'Works',
      name: 'Ada',
      email: 'ada@works.example',
      password: 'four plain words here',
    }),
  })
  return reply.headers.getSetCookie()
}

describe('every reply of the office', () => {
  it.each([
    ['GET', '/api/office/accounts/front-door'],
    ['GET', '/api/office/assessments'],
    ['GET', '/api/nowhere'],
    ['GET', '/api/openapi.json'],
    ['POST', '/api/collect'],
    ['POST', '/api/office/assessments'],
    ['GET', '/assets/nothing.js'],
    ['GET', '/results/nothing.js'],
    ['OPTIONS', '/api/office/assessments'],
  ])('to %s %s says what a browser may do with it', async (method, path) => {
    const { headers, status } = await app.request(origin + path, { method })

    expect(status).toBeLessThan(500)
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'cache-control': 'no-store',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
      'referrer-policy': 'no-referrer',
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'x-content-type-options': 'nosniff',
    })
    expect(headers.get('access-control-allow-origin')).toBeNull()
    expect(headers.get('server')).toBeNull()
    expect(headers.get('etag')).toBeNull()
  })

  it('at another address says the same', async () => {
    const { headers, status } = await app.request('https://elsewhere.example/', {
      headers: { host: 'elsewhere.example' },
    })

    expect(status).toBe(421)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('hands over cookies that only this host can set, and no script can read', async () => {
    const cookies = await cookiesOfOrganiser()

    expect(cookies.length).toBeGreaterThan(0)
    for (const cookie of cookies) {
      expect(cookie).toMatch(/^__(Host|Secure)-groundwork\./)
      expect(cookie).toMatch(/; HttpOnly/)
      expect(cookie).toMatch(/; Secure/)
      expect(cookie).toMatch(/; SameSite=(Lax|Strict)/)
      expect(cookie.length).toBeLessThan(4096)
    }
    const session = cookies.find((cookie) => cookie.includes('session_token')) ?? ''
    expect(session).toMatch(/^__Host-groundwork\.session_token=/)
    expect(session).toMatch(/; Path=\/;/)
    expect(session).not.toContain('Domain')
  })

  it('to TRACE repeats nothing', async () => {
    const { port } = new URL(`http://127.0.0.1:${server.running.services.config.port}`)
    const text = await traced(Number(port))

    expect(text).not.toContain('Secret-header')
    expect(text).not.toMatch(/^HTTP\/1\.1 200/)
  })
})

/** What is answered to TRACE, which `fetch` does not send. */
async function traced(port: number): Promise<string> {
  const { connect } = await import('node:net')
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () =>
      socket.end(
        'TRACE / HTTP/1.1\r\nHost: needs.example.org\r\nX-Own: Secret-header\r\nConnection: close\r\n\r\n',
      ),
    )
    let text = ''
    socket.on('data', (data) => {
      text += String(data)
    })
    socket.once('close', () => resolve(text))
    socket.once('error', reject)
  })
}
