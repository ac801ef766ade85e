import { describe, expect, it } from 'vitest'
import { collectAsEmployee } from '#server/example/answer-as-employee.ts'
import { SignedRelease } from '#server/results/contract.ts'
import { anOpenSurvey, answersAll, cast, type OpenSurvey, release } from './journey.ts'
import { type Reply, type TestServer, testServer, type Visitor } from './test-server.ts'

function wish(server: TestServer, { id }: OpenSurvey, secret: string | undefined) {
  return server.visitor().post('/api/collect/again', { assessment: id, secret })
}

function agree(
  member: Visitor,
  { id }: OpenSurvey,
  unit: string,
  wished: number,
): Promise<Reply> {
  return member.post(`/api/office/registrar/${id}/wishes/${unit}`, { wished })
}

const collects = (server: TestServer, { manifest }: OpenSurvey, code = '') =>
  collectAsEmployee(server.origin, manifest, code).then(
    () => true,
    () => false,
  )

describe('somebody who lost what they collected', () => {
  it('collects again once both sides agree, and not before', async () => {
    await using server = await testServer()
    const survey = await anOpenSurvey(server)
    const [code] = survey.codesOf('office')
    const employeeSide = await server.example('employee-side')
    await collects(server, survey, code)
    await wish(server, survey, code)

    const before = await collects(server, survey, code)
    await agree(survey.organiser, survey, 'office', 1)
    const afterOne = await collects(server, survey, code)
    await agree(survey.organiser, survey, 'office', 1)
    const afterOneTwice = await collects(server, survey, code)
    await agree(employeeSide, survey, 'office', 1)
    const afterBoth = await collects(server, survey, code)

    expect([before, afterOne, afterOneTwice, afterBoth]).toEqual([
      false,
      false,
      false,
      true,
    ])
  })

  it('is known to both sides as one of a number', async () => {
    await using server = await testServer()
    const survey = await anOpenSurvey(server)
    const path = `/api/office/registrar/${survey.id}/wishes`
    const nobody = await survey.organiser.get(path)
    for (const code of survey.codesOf('works').slice(0, 3)) {
      await wish(server, survey, code)
    }

    const { body } = await survey.organiser.get(path)

    expect(nobody.body).toEqual([])
    expect(body).toEqual([{ unit: 'works', wished: 3, left: 1, agreedBy: null, done: 0 }])
  })

  it('leaves a trace of the same length in the database as nobody', async () => {
    await using server = await testServer()
    const survey = await anOpenSurvey(server)
    const lengths = async () => {
      const { db } = server.running.services
      const rows = await db.selectFrom('credential_reset').select('wishes').execute()
      return rows.map(({ wishes }) => wishes.length).toSorted()
    }
    const before = await lengths()
    await wish(server, survey, survey.codesOf('office')[0])

    expect(await lengths()).toEqual(before)
  })

  it('is one wish, however often it is said', async () => {
    await using server = await testServer()
    const survey = await anOpenSurvey(server)
    const [code] = survey.codesOf('office')

    await Promise.all(Array.from({ length: 4 }, () => wish(server, survey, code)))

    const { body } = await survey.organiser.get(
      `/api/office/registrar/${survey.id}/wishes`,
    )
    expect(body).toMatchObject([{ unit: 'office', wished: 1 }])
  })
})

describe('letting people collect again', () => {
  it('needs both sides to have seen the same number', async () => {
    await using server = await testServer()
    const survey = await anOpenSurvey(server)
    const employeeSide = await server.example('employee-side')
    const [one, two] = survey.codesOf('office')
    await collects(server, survey, one)
    await wish(server, survey, one)
    await agree(survey.organiser, survey, 'office', 1)
    await wish(server, survey, two)

    const outdated = await agree(employeeSide, survey, 'office', 1)
    const first = await agree(employeeSide, survey, 'office', 2)

    expect(outdated.body).toMatchObject({ code: 'assessment-changed-meanwhile' })
    expect(first.body).toMatchObject([{ agreedBy: 'employee-side', done: 0 }])
    expect(await collects(server, survey, one)).toBe(false)
  })

  it('ends at two in a hundred of a unit, and at one in a small one', async () => {
    await using server = await testServer()
    const survey = await anOpenSurvey(server)
    const employeeSide = await server.example('employee-side')
    const codes = survey.codesOf('office').slice(0, 3)
    for (const code of codes) {
      await collects(server, survey, code)
      await wish(server, survey, code)
    }
    await agree(survey.organiser, survey, 'office', 3)
    await agree(employeeSide, survey, 'office', 3)

    const again = await Promise.all(codes.map((code) => collects(server, survey, code)))
    const more = await agree(survey.organiser, survey, 'office', 2)

    expect(again.filter(Boolean)).toHaveLength(1)
    expect(more.status).toBe(409)
    expect(more.body).toMatchObject({ code: 'reset-limit-reached' })
  })

  it('is counted in the release', async () => {
    await using server = await testServer()
    const survey = await anOpenSurvey(server)
    const employeeSide = await server.example('employee-side')
    const [lost] = survey.codesOf('office')
    await cast(server, survey, lost, answersAll('often'))
    await wish(server, survey, lost)
    await agree(survey.organiser, survey, 'office', 1)
    await agree(employeeSide, survey, 'office', 1)
    for (const code of survey.codes.slice(0, 20)) {
      await cast(server, survey, code, answersAll('often'))
    }
    await release(server, survey)

    const { body } = await survey.organiser.get(`/api/office/results/${survey.id}/signed`)

    expect(SignedRelease.parse(body).published.secondBallots).toBe(1)
  })

  it('is for members of the organization only', async () => {
    await using server = await testServer()
    const survey = await anOpenSurvey(server)

    const { status } = await agree(server.visitor(), survey, 'office', 1)

    expect(status).toBe(401)
  })
})
