import { describe, expect, it } from 'vitest'
import { anOpenSurvey, answersAll, cast, release } from './journey.ts'
import { type TestServer, testServer } from './test-server.ts'

async function answerAll(server: TestServer, id: string, codes: readonly string[]) {
  const options = ['rarely', 'sometimes', 'often', 'sometimes']
  for (const [index, code] of codes.entries()) {
    await cast(server, id, code, answersAll(options[index % options.length] ?? 'rarely'))
  }
}

describe('publishing the results', () => {
  it('shows the release to organiser and employee side alike', async () => {
    await using server = await testServer()
    const { id, organiser, codes } = await anOpenSurvey(server)
    await answerAll(server, id, codes.slice(0, 50))
    await release(organiser, id)
    const employeeSide = await server.example('employee-side')

    const mine = await organiser.get(`/api/office/results/${id}`)
    const theirs = await employeeSide.get(`/api/office/results/${id}`)

    expect(mine.status).toBe(200)
    expect(mine.body).toMatchObject({
      release: {
        rules: 'SDC-1',
        organization: { name: 'Fjord Logistics', headcount: 60 },
        units: [{ name: 'Office' }, { name: 'Works' }],
      },
      sources: { focusGroups: 0, interviews: 0 },
    })
    expect(theirs.body).toEqual(mine.body)
  })

  it('destroys the answers', async () => {
    await using server = await testServer()
    const { id, organiser, codes } = await anOpenSurvey(server)
    await answerAll(server, id, codes.slice(0, 20))
    await release(organiser, id)

    const { rows } = await server.running.services.ballots.executeQuery(
      server.running.services.ballots.selectFrom('bucket').selectAll().compile(),
    )

    expect(rows).toEqual([])
  })

  it('happens once', async () => {
    await using server = await testServer()
    const { id, organiser, codes } = await anOpenSurvey(server)
    await answerAll(server, id, codes.slice(0, 20))
    await release(organiser, id)

    const { status, body } = await organiser.post(`/api/office/results/${id}/release`)

    expect(status).toBe(409)
    expect(body).toMatchObject({ code: 'assessment-not-closed' })
  })

  it('never opens fewer than ten answers', async () => {
    await using server = await testServer()
    const { id, organiser, codes } = await anOpenSurvey(server)
    await answerAll(server, id, codes.slice(0, 9))
    await organiser.post(`/api/office/tally/${id}/close`)

    const { status, body } = await organiser.post(`/api/office/results/${id}/release`)

    expect(status).toBe(409)
    expect(body).toMatchObject({ code: 'too-few-answers' })
  })

  it('shows nothing before it happened', async () => {
    await using server = await testServer()
    const { id, organiser, codes } = await anOpenSurvey(server)
    await answerAll(server, id, codes.slice(0, 20))

    const { status, body } = await organiser.get(`/api/office/results/${id}`)

    expect(status).toBe(409)
    expect(body).toMatchObject({ code: 'assessment-not-released' })
  })

  it('is not for the employee side to start', async () => {
    await using server = await testServer()
    const { id } = await anOpenSurvey(server)
    const employeeSide = await server.example('employee-side')

    const closing = await employeeSide.post(`/api/office/tally/${id}/close`)
    const releasing = await employeeSide.post(`/api/office/results/${id}/release`)

    expect([closing.status, releasing.status]).toEqual([403, 403])
  })

  it('finishes destroying answers after a crash in between', async () => {
    await using server = await testServer()
    const { id, organiser, codes } = await anOpenSurvey(server)
    await answerAll(server, id, codes.slice(0, 20))
    await release(organiser, id)
    const { services } = server.running
    await services.ballots
      .insertInto('bucket')
      .values({ assessment_id: id, unit_id: 'left-over', answers: '[{}]', spent: '[]' })
      .execute()
    const { finishReleases } = await import('#server/results/release-results.ts')

    await finishReleases(services)

    expect(await services.ballots.selectFrom('bucket').selectAll().execute()).toEqual([])
  })

  it('gives the same needs every time it is asked', async () => {
    await using server = await testServer()
    const { id, organiser, codes } = await anOpenSurvey(server)
    await answerAll(server, id, codes.slice(0, 50))
    await release(organiser, id)

    const first = await organiser.get(`/api/office/results/${id}`)
    const second = await organiser.get(`/api/office/results/${id}`)

    expect(second.body).toEqual(first.body)
  })
})
