import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sealCast } from '#server/example/answer-as-employee.ts'
import { fromBase64url, toBase64url } from '#surveys/ballot/bytes.ts'
import { prepareCollecting } from '#surveys/ballot/collect-ballot.ts'
import { drawSeed } from '#surveys/ballot/seed.ts'
import { doWork } from '#surveys/ballot/work.ts'
import { anOpenSurvey, answersAll, type OpenSurvey } from './journey.ts'
import { type Reply, type TestServer, testServer } from './test-server.ts'

const noPause = async (): Promise<void> => undefined

/** Asks, does the work that is asked for, and asks again. @returns both replies */
async function withWork(
  ask: (more: object) => Promise<Reply>,
): Promise<readonly Reply[]> {
  const first = await ask({})
  const { work: challenge = '' } = first.body as { readonly work?: string }
  const work = `${challenge}.${await doWork(challenge, noPause)}`
  return [first, await ask({ work })]
}

describe('doors that are always crowded', () => {
  let server: TestServer
  let survey: OpenSurvey

  beforeAll(async () => {
    server = await testServer(undefined, { GROUNDWORK_CROWD: '0' })
    survey = await anOpenSurvey(server)
  })

  afterAll(async () => {
    await server?.[Symbol.asyncDispose]()
  })

  it('take collecting and casting with work done, and nothing without', async () => {
    const { id, manifest, unitKeys } = survey
    const [secret = ''] = survey.codesOf('office')
    const collecting = await prepareCollecting(
      manifest,
      'office',
      unitKeys.get('office') ?? '',
      drawSeed(),
    )
    const blinded = toBase64url(collecting.blinded)
    const visitor = server.visitor()

    const looked = await withWork((more) =>
      visitor.post('/api/collect/look', { assessment: id, secret, ...more }),
    )
    const collected = await withWork((more) =>
      visitor.post('/api/collect', { assessment: id, secret, blinded, ...more }),
    )
    const { blindSignature = '' } = Object(collected[1]?.body) as {
      readonly blindSignature?: string
    }
    const own = await collecting.finish(fromBase64url(blindSignature) ?? new Uint8Array())
    if (!own) throw new Error('expected a ballot')
    const mine = { ballot: own, check: new Uint8Array(32) }
    const sealed = await sealCast(manifest, mine, answersAll('often'))
    const cast = await withWork((more) =>
      server.atBallotBox('PUT', '/ballot', { assessment: id, sealed, ...more }),
    )

    const statuses = [looked, collected, cast].map((both) =>
      both.map(({ status }) => status),
    )
    expect(statuses).toEqual([
      [429, 200],
      [429, 200],
      [429, 204],
    ])
    expect(looked[0]?.body).toMatchObject({ code: 'crowded' })
    expect(cast[0]?.body).toEqual({ code: 'crowded', work: expect.any(String) })
  })

  it('answer everybody who did no work with the same headers and as many bytes', async () => {
    const replies = await Promise.all(
      [1, 2, 3, 4, 5].map(() =>
        fetch(`${server.ballotOrigin}/ballot/check`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ assessment: survey.id, sealed: 'AAAA' }),
        }),
      ),
    )

    const seen = await Promise.all(
      replies.map(async (reply) => [
        reply.status,
        (await reply.text()).length,
        [...reply.headers].map(([name, value]) => `${name}: ${value}`).join('\n'),
      ]),
    )
    expect(new Set(seen.map((one) => JSON.stringify(one))).size).toBe(1)
    expect(seen[0]?.slice(0, 2)).toEqual([429, 64])
    expect(seen[0]?.[2]).not.toMatch(/cookie/)
  })

  it('do not take what was done for the other door', async () => {
    const ask = { assessment: survey.id, secret: survey.codes[0] }
    const visitor = server.visitor()
    const { body } = await visitor.post('/api/collect/look', ask)
    const { work: challenge = '' } = body as { work?: string }
    const work = `${challenge}.${await doWork(challenge, noPause)}`

    const { status } = await server.atBallotBox('POST', '/ballot/check', {
      assessment: survey.id,
      sealed: 'AAAA',
      work,
    })

    expect(status).toBe(429)
  })
})

describe('a flood of requests that are worth nothing', () => {
  it('does not keep out who does the work', async () => {
    await using server = await testServer(undefined, { GROUNDWORK_CROWD: '4' })
    const survey = await anOpenSurvey(server)
    let flooding = true
    let refused = 0
    const flood = Array.from({ length: 24 }, async () => {
      while (flooding) {
        const { status } = await server.visitor().post('/api/collect/look', {
          assessment: survey.id,
          secret: survey.codes[59],
        })
        if (status === 429) refused += 1
      }
    })

    const statuses: number[] = []
    for (const secret of survey.codes.slice(0, 8)) {
      let replies: readonly Reply[] = []
      for (let attempt = 0; attempt < 3 && replies.at(-1)?.status !== 200; attempt += 1) {
        replies = await withWork((more) =>
          server
            .visitor()
            .post('/api/collect/look', { assessment: survey.id, secret, ...more }),
        )
      }
      statuses.push(replies.at(-1)?.status ?? 0)
    }
    flooding = false
    await Promise.all(flood)

    expect(statuses).toEqual(Array.from({ length: 8 }, () => 200))
    expect(refused).toBeGreaterThan(0)
  })
})
