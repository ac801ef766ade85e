import { describe, expect, it } from 'vitest'
import { anOpenSurvey } from './journey.ts'
import { testServer } from './test-server.ts'

describe('the draft of an impact assessment', () => {
  it('is the same text for organiser and employee side, with the survey number', async () => {
    await using server = await testServer()
    const { id, organiser } = await anOpenSurvey(server)
    const employeeSide = await server.example('employee-side')
    const { body } = await organiser.get(`/api/office/assessments/${id}`)
    const path = `/api/office/privacy/${id}/impact-assessment/txt/ro`

    const [mine, theirs] = await Promise.all([
      organiser.get(path),
      employeeSide.get(path),
    ])

    expect([mine.status, theirs.status]).toEqual([200, 200])
    expect(theirs.body).toEqual(mine.body)
    expect(new TextDecoder().decode(mine.body as Uint8Array)).toContain(
      (body as { surveyNumber: string }).surveyNumber,
    )
  })

  it('is for nobody who is not signed in', async () => {
    await using server = await testServer()
    const { id } = await anOpenSurvey(server)

    const { status } = await server
      .visitor()
      .get(`/api/office/privacy/${id}/impact-assessment/pdf/en`)

    expect(status).toBe(401)
  })
})
