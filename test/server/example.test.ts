import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readFocusGroups } from '#analysis/sources/focus-groups.ts'
import { seededRandom } from '#analysis/statistics/random.ts'
import { offerSetUp } from '#server/accounts/set-up-organization.ts'
import { createApp } from '#server/app.ts'
import { AssessmentId } from '#server/assessments/contract.ts'
import { codedAnswers } from '#server/coding/lock-study.ts'
import { exampleUnits } from '#server/example/organization.ts'
import { simulateAnswers } from '#server/example/simulate-answers.ts'
import { exampleGroups, exampleInterviews } from '#server/example/testimony.ts'
import { core } from '#surveys/catalogue.ts'
import { focusGroupForm } from '#surveys/focus-group-form.ts'
import { managerInterviewForm } from '#surveys/manager-interview-form.ts'
import { compileReader } from '#surveys/read-answers.ts'
import { aPlannedDraft } from './journey.ts'
import { type TestServer, testServer, type Visitor } from './test-server.ts'

async function finished(visitor: Visitor, job: string): Promise<object> {
  for (;;) {
    const { body } = await visitor.get(`/api/office/jobs/${job}`)
    if ((body as { state: string }).state !== 'running') return body as object
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

describe('the example organization', () => {
  it('has 420 people in 14 units', () => {
    expect(exampleUnits).toHaveLength(14)
    expect(exampleUnits.reduce((sum, { headcount }) => sum + headcount, 0)).toBe(420)
  })

  it('has employees who give valid answers', () => {
    const readCore = compileReader(core)
    const random = seededRandom('a test')

    for (const unit of exampleUnits) {
      for (let person = 0; person < 30; person += 1) {
        expect(readCore(simulateAnswers(random, unit))).toMatchObject({ ok: true })
      }
    }
  })

  it('has four groups and six interviews that fit their forms', () => {
    const readGroup = compileReader(focusGroupForm)
    const readInterview = compileReader(managerInterviewForm)

    expect(exampleGroups.map((answers) => readGroup(answers).ok)).toEqual(
      Array(4).fill(true),
    )
    expect(exampleInterviews.map(({ answers }) => readInterview(answers).ok)).toEqual(
      Array(6).fill(true),
    )
  })
})

describe('the example organization, once filled', () => {
  let server: TestServer
  let visitor: Visitor
  const fill = async () => {
    const { body } = await visitor.post('/api/office/example/fill')
    return (body as { id: string }).id
  }
  const assessments = async () => {
    const { body } = await visitor.get('/api/office/assessments')
    return body as readonly {
      readonly id: AssessmentId
      readonly counted: readonly object[]
    }[]
  }
  const filled = async () => (await assessments())[0]?.id ?? AssessmentId.parse('')

  beforeAll(async () => {
    server = await testServer()
    visitor = await server.example()
    await finished(visitor, await fill())
  })

  afterAll(async () => {
    await server?.[Symbol.asyncDispose]()
  })

  it('has groups that two people coded, and that say what their forms say', async () => {
    const id = await filled()

    const { body: released } = await visitor.get(`/api/office/coding/${id}/released`)
    const coded = await codedAnswers(server.running.services, id)

    expect(released).toMatchObject({ state: 'locked', themes: { groups: 4 } })
    expect(JSON.stringify(released)).toContain('Fewer people do the same work.')
    expect(readFocusGroups([coded ?? []])).toEqual(readFocusGroups([exampleGroups]))
  })

  it('leaves a code in each counted unit, for a visitor to answer with', async () => {
    const [assessment] = await assessments()

    const { body } = await visitor.get(`/api/office/example/${assessment?.id}/codes`)

    const codes = body as readonly { code: string; assessment: string }[]
    expect(codes).toHaveLength(assessment?.counted.length ?? -1)
    const ballot = await server.visitor().post('/api/collect/look', {
      assessment: codes[0]?.assessment,
      secret: codes[0]?.code,
    })
    expect(ballot.status).toBe(200)
  })

  it('can be filled afresh through the door that employees use, told to nobody else', async () => {
    const before = await filled()

    const job = await fill()
    const { status } = await server.visitor().get(`/api/office/jobs/${job}`)
    const end = await finished(visitor, job)

    expect(status).toBe(401)
    expect(end).toMatchObject({ state: 'finished' })
    expect(await assessments()).toMatchObject([
      { state: 'open', example: true, approvedBy: 'Mihai Example' },
    ])
    const id = await filled()
    expect(id).not.toBe(before)
    const counts = await server.running.services.box.count(id)
    const cast = [...counts.values()].reduce((sum, count) => sum + count, 0)
    expect(cast).toBeGreaterThan(230)
    expect(cast).toBeLessThan(300)
    const { body: figures } = await visitor.get(`/api/office/indicators/${id}`)
    expect((figures as { figures: readonly object[] }).figures).toHaveLength(14)
  })
})

describe('what invented people do for a visitor', () => {
  const doors = [
    ['POST', '/keys'],
    ['POST', '/unseal'],
    ['GET', '/codes'],
  ] as const
  const knock = (visitor: Visitor, [method, door]: (typeof doors)[number], id: string) =>
    method === 'GET'
      ? visitor.get(`/api/office/example/${id}${door}`)
      : visitor.post(`/api/office/example/${id}${door}`)

  it('is nothing for a real organization, neither on the example nor on its own', async () => {
    await using server = await testServer()
    const { id } = await aPlannedDraft(await server.example())
    const ada = await aRealOrganiser(server)
    const own = await aPlannedDraft(ada)
    const before = await keyRows(server)

    const onTheExample = await Promise.all(doors.map((door) => knock(ada, door, id)))
    const onOwn = await Promise.all(doors.map((door) => knock(ada, door, own.id)))
    const filling = await ada.post('/api/office/example/fill')

    expect(onTheExample.map(({ status }) => status)).toEqual([404, 404, 404])
    expect(onOwn.map(({ status }) => status)).toEqual([403, 403, 200])
    expect(onOwn[2]?.body).toEqual([])
    expect(filling.status).toBe(403)
    expect(await keyRows(server)).toEqual(before)
  })

  it('is nothing for anybody who is not signed in, and keys are nothing for the employee side', async () => {
    await using server = await testServer()
    const { id } = await aPlannedDraft(await server.example())
    const nobody = server.visitor()

    const replies = await Promise.all(doors.map((door) => knock(nobody, door, id)))
    const keys = await knock(await server.example('employee-side'), doors[0], id)

    expect(replies.map(({ status }) => status)).toEqual([401, 401, 401])
    expect(keys.status).toBe(403)
    expect(await keyRows(server)).toEqual([])
  })

  it('makes keys for its own example, and tells nobody a key or a link', async () => {
    await using server = await testServer()
    const organiser = await server.example()
    const { id } = await aPlannedDraft(organiser)

    const { status, body } = await knock(organiser, doors[0], id)

    const made = await keyRows(server)
    expect(status).toBe(200)
    expect(body).toMatchObject({ needed: 2, fault: 'keys-not-tried' })
    expect(made).toHaveLength(3)
    for (const { private_key, secret } of made) {
      expect(JSON.stringify(body)).not.toContain(private_key)
      expect(JSON.stringify(body)).not.toContain(secret)
    }
  })

  it('is nothing where others can reach the server, though the example was made before', async () => {
    await using server = await testServer()
    const visitor = await signedIn(server)
    const { id } = await aPlannedDraft(await server.example())
    const { services } = server.running
    const config = { ...services.config, loopback: false }
    const published = createApp({ ...services, config })
    const paths = ['visit', 'fill', `${id}/keys`, `${id}/unseal`, `${id}/codes`]

    const replies = paths.map(async (path) => {
      const method = path.endsWith('codes') ? 'GET' : 'POST'
      const address = `${server.origin}/api/office/example/${path}`
      const json = { 'content-type': 'application/json' }
      const headers = { cookie: visitor, origin: server.origin, ...json }
      const body = method === 'POST' ? { body: '{"as":"organiser"}' } : {}
      const reply = await published.request(address, { method, headers, ...body })
      return [reply.status, ((await reply.json()) as { code: string }).code]
    })

    const refused = [403, 'example-on-this-machine-only']
    expect(await Promise.all(replies)).toEqual(paths.map(() => refused))
    expect(await keyRows(server)).toEqual([])
  })

  it('is nothing at an address that people open from elsewhere', async () => {
    const origin = 'https://needs.example.org'
    await using server = await testServer('2026-11-21T12:00:00Z', {
      GROUNDWORK_ORIGIN: origin,
      GROUNDWORK_BALLOT_ORIGIN: 'https://ballots.example.net',
    })
    const app = createApp(server.running.services)

    const { status } = await app.request(`${origin}/api/office/example/visit`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin },
      body: '{"as":"organiser"}',
    })

    expect(server.running.services.config.loopback).toBe(false)
    expect(status).toBe(403)
  })
})

/** Every key of an invented key holder that the server keeps. */
function keyRows({ running }: TestServer) {
  return running.services.db.selectFrom('invented_key').selectAll().execute()
}

/** The cookies of somebody who visits the example. */
async function signedIn({ origin }: TestServer): Promise<string> {
  const reply = await fetch(`${origin}/api/office/example/visit`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: '{"as":"organiser"}',
  })
  return reply.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

async function aRealOrganiser(server: TestServer): Promise<Visitor> {
  const link = await offerSetUp(server.running.services)
  const ada = server.visitor()
  await ada.post('/api/office/accounts/set-up', {
    secret: link?.split('#')[1] ?? '',
    organization: 'Acme',
    name: 'Ada',
    email: 'ada@acme.example',
    password: 'four plain words here',
  })
  return ada
}
