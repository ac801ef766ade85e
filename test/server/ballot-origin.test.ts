import { describe, expect, it } from 'vitest'
import { collectAsEmployee, sealCast } from '#server/example/answer-as-employee.ts'
import { everywhere } from '#server/reply-headers.ts'
import { sealClaim } from '#surveys/ballot/box-message.ts'
import { toBase64url } from '#surveys/ballot/bytes.ts'
import { anOpenSurvey, answersAll, type OpenSurvey } from './journey.ts'
import { type TestServer, testServer } from './test-server.ts'

const nobody = '5b6b0a4e-5f3f-4c53-9d5c-0f5f7f1f2a11'

/** One reply of every kind the ballot box gives. */
async function everyReply(
  server: TestServer,
  { id, manifest, codes }: OpenSurvey,
): Promise<readonly Response[]> {
  const collected = await collectAsEmployee(server.origin, manifest, codes[0] ?? '')
  const { unit, serial } = collected.ballot
  const { check } = collected
  const sealed = await sealCast(manifest, collected, answersAll('often'))
  const claim = async (wish: 'check' | 'withdraw') =>
    toBase64url(await sealClaim(wish, { unit, serial, check }, manifest))
  const send = (method: string, path: string, body?: unknown) =>
    fetch(`${server.ballotOrigin}${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        origin: server.origin,
        cookie: 'groundwork.session=abc',
        'if-none-match': '"abc"',
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
  return [
    await send('OPTIONS', '/ballot'),
    await send('GET', `/state/${id}`),
    await send('GET', `/state/${nobody}`),
    await send('PUT', '/ballot', { assessment: id, sealed }),
    await send('POST', '/ballot/check', { assessment: id, sealed: await claim('check') }),
    await send('PUT', '/ballot', { assessment: id, sealed: sealed.slice(4) }),
    await send('PUT', '/ballot', { assessment: 'none' }),
    await send('PUT', '/ballot', 'x'.repeat(200_000)),
    await send('GET', '/nowhere'),
    await send('POST', '/ballot/withdraw', {
      assessment: id,
      sealed: await claim('withdraw'),
    }),
    await send('POST', '/ballot/withdraw', {
      assessment: id,
      sealed: await claim('withdraw'),
    }),
  ]
}

describe('the origin where ballots are cast', () => {
  it('answers everything with the same headers, none of which could be shown again', async () => {
    await using server = await testServer()
    const replies = await everyReply(server, await anOpenSurvey(server))

    const sets = replies.map(({ headers }) =>
      [...headers]
        .filter(([name]) => !['content-length', 'content-type'].includes(name))
        .map(([name, value]) => `${name}: ${value}`),
    )

    expect(replies.map(({ status }) => status)).toEqual([
      204, 200, 404, 204, 200, 403, 400, 413, 404, 204, 404,
    ])
    for (const [reply, set] of sets.entries()) {
      // After a body that is too large, HTTP closes the connection.
      expect(
        set.filter((line) => !/^(connection|keep-alive)/.test(line)),
        `reply ${reply}`,
      ).toEqual([
        'access-control-allow-headers: content-type',
        'access-control-allow-methods: GET, POST, PUT',
        `access-control-allow-origin: ${server.origin}`,
        'access-control-max-age: 600',
        'cache-control: no-store',
        "content-security-policy: default-src 'none'; frame-ancestors 'none'",
        'cross-origin-opener-policy: same-origin',
        'cross-origin-resource-policy: same-origin',
        `permissions-policy: ${everywhere['permissions-policy']}`,
        'referrer-policy: no-referrer',
        'strict-transport-security: max-age=31536000; includeSubDomains',
        'x-content-type-options: nosniff',
      ])
    }
  })

  it('answers in two sizes: nothing, or 64 bytes', async () => {
    await using server = await testServer()
    const replies = await everyReply(server, await anOpenSurvey(server))

    const sizes = await Promise.all(
      replies.map(async (reply) => (await reply.arrayBuffer()).byteLength),
    )

    expect(new Set(sizes)).toEqual(new Set([0, 64]))
  })

  it('lets pages of the office in, without credentials, and no others', async () => {
    await using server = await testServer()

    const { headers } = await fetch(`${server.ballotOrigin}/ballot`, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://elsewhere.example',
        'access-control-request-method': 'PUT',
      },
    })

    expect(headers.get('access-control-allow-origin')).toBe(server.origin)
    expect(headers.get('access-control-allow-credentials')).toBeNull()
  })

  it('has no door for commands when the office is in the same process', async () => {
    await using server = await testServer()

    const { status } = await server.atBallotBox('GET', '/control')

    expect(status).toBe(404)
  })

  it('says before, during and after whether ballots are taken', async () => {
    await using server = await testServer()
    const { aFrozenSurvey } = await import('./journey.ts')
    const { id } = await aFrozenSurvey(server)
    const { box } = server.running.services
    const state = async () => (await server.atBallotBox('GET', `/state/${id}`)).body

    const before = await state()
    await box.open(id)
    const during = await state()
    await box.close(id)

    expect([before, during, await state()]).toEqual([
      { state: 'waiting' },
      { state: 'open' },
      { state: 'closed' },
    ])
  })

  it('tells nothing of a fault inside, and its operator no value of the request', async () => {
    await using server = await testServer()
    const survey = await anOpenSurvey(server)
    const { id, manifest, codes } = survey
    const collected = await collectAsEmployee(server.origin, manifest, codes[0] ?? '')
    const sealed = await sealCast(manifest, collected, {})
    await server.running.ballots.destroy()

    const { status, body } = await server.atBallotBox('PUT', '/ballot', {
      assessment: id,
      sealed,
    })

    expect(status).toBe(500)
    expect(body).toEqual({ code: 'internal-error' })
    const told = JSON.stringify(server.boxEvents)
    for (const secret of [sealed, collected.ballot.serial]) {
      expect(told).not.toContain(secret)
    }
  })
})

describe('what is sent to the ballot box', () => {
  it('has one length, whatever was said, in whatever unit', async () => {
    await using server = await testServer()
    const { manifest, codesOf } = await anOpenSurvey(server)
    const lengths = new Set<number>()
    for (const unit of ['office', 'works']) {
      const code = codesOf(unit)[0] ?? ''
      const collected = await collectAsEmployee(server.origin, manifest, code)
      for (const answers of [{}, answersAll('never'), answersAll('nearly-always')]) {
        lengths.add((await sealCast(manifest, collected, answers)).length)
      }
    }

    expect(lengths.size).toBe(1)
  })
})
