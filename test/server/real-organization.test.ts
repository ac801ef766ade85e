import { describe, expect, it } from 'vitest'
import { anOpenSurvey, answersAll, cast, release } from './journey.ts'
import { withRealPeople } from './real-organization.ts'
import { testServer } from './test-server.ts'

describe('a real organization', () => {
  it('goes from its draft to its release as the example does', async () => {
    await using server = await testServer()
    const real = await withRealPeople(server)
    const survey = await anOpenSurvey(real)
    for (const code of survey.codes.slice(0, 20)) {
      await cast(real, survey, code, answersAll('often'))
    }

    await release(real, survey)

    const { body } = await survey.organiser.get(`/api/office/results/${survey.id}`)
    const theirs = await (await server.example()).get(`/api/office/results/${survey.id}`)
    expect(body).toMatchObject({ release: { organization: { headcount: 60 } } })
    expect(theirs.status).toBe(404)
  })
})
