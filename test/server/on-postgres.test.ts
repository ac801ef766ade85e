import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anOpenSurvey, answersAll, cast, release } from './journey.ts'
import { type PostgresServer, postgresServer } from './postgres.ts'
import { type TestServer, testServer } from './test-server.ts'

describe('an installation on PostgreSQL', () => {
  let postgres: PostgresServer
  let server: TestServer

  beforeAll(async () => {
    postgres = await postgresServer()
    server = await testServer(undefined, {
      GROUNDWORK_DATABASE: await postgres.newDatabase(),
      GROUNDWORK_BALLOT_DATABASE: await postgres.newDatabase(),
    })
  })

  afterAll(async () => {
    await server?.[Symbol.asyncDispose]()
    await postgres?.[Symbol.asyncDispose]()
  })

  it('takes a survey from its draft to its release', async () => {
    const survey = await anOpenSurvey(server)
    const { id, codes, organiser } = survey

    const replies = await Promise.all(
      codes.slice(0, 20).map((code) => cast(server, survey, code, answersAll('often'))),
    )

    const counts = await server.running.services.box.count(id)
    await release(server, survey)
    const { body } = await organiser.get(`/api/office/results/${id}`)

    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([204]))
    expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBe(20)
    expect(body).toMatchObject({ release: { organization: { headcount: 60 } } })
  })
})
