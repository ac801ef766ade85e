import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { collectAsEmployee, sealCast } from '#server/example/answer-as-employee.ts'
import { SignedRelease } from '#server/results/contract.ts'
import { drawSeed } from '#surveys/ballot/seed.ts'
import { anOpenSurvey, answersAll, cast, type OpenSurvey, release } from './journey.ts'
import { type TestServer, testServer } from './test-server.ts'

const collect = (
  server: TestServer,
  { manifest }: OpenSurvey,
  code = '',
  seed: Uint8Array = drawSeed(),
) =>
  collectAsEmployee(server.origin, manifest, code, seed).then(
    () => 'collected',
    (error: Error) => error.message,
  )

/** Keeps a copy of the office's database, and can put it back while the server is stopped. */
async function aCopy(server: TestServer): Promise<() => void> {
  const path = join(server.folder, 'office.sqlite')
  await server.restart(() => copyFileSync(path, `${path}.copy`))
  return () => copyFileSync(`${path}.copy`, path)
}

describe('a start with the files as they were left', () => {
  it('goes on as before', async () => {
    await using server = await testServer()
    const survey = await anOpenSurvey(server)
    const [one, two] = survey.codes
    const seed = drawSeed()
    await collect(server, survey, one, seed)
    await server.restart()

    expect(await collect(server, survey, one, seed)).toBe('collected')
    expect(await collect(server, survey, one)).toBe('the door answered 409')
    expect(await collect(server, survey, two)).toBe('collected')
  })
})

describe('a start with an office put back from an earlier copy', () => {
  it('lets nobody collect, and everybody cast what they collected', async () => {
    await using server = await testServer()
    const survey = await anOpenSurvey(server)
    const { id, manifest, codes } = survey
    const putBack = await aCopy(server)
    const collected = await collectAsEmployee(server.origin, manifest, codes[0] ?? '')
    await server.restart()
    await server.restart(putBack)

    const again = await collect(server, survey, codes[0])
    const casting = await server.atBallotBox('PUT', '/ballot', {
      assessment: id,
      sealed: await sealCast(manifest, collected, answersAll('often')),
    })

    expect(again).toBe('the door answered 503')
    expect(casting.status).toBe(204)
  })

  it('goes on collecting when both sides agree, and the release says so', async () => {
    await using server = await testServer()
    const survey = await anOpenSurvey(server)
    const putBack = await aCopy(server)
    await server.restart()
    await server.restart(putBack)
    const organiser = await server.example()
    const employeeSide = await server.example('employee-side')
    const path = `/api/office/registrar/${survey.id}`

    const stopped = await organiser.get(`${path}/stopped`)
    await organiser.post(`${path}/resume`)
    const afterOne = await collect(server, survey, survey.codes[0])
    await employeeSide.post(`${path}/resume`)
    for (const code of survey.codes.slice(0, 20)) {
      await cast(server, survey, code, answersAll('often'))
    }
    const running = await organiser.get(`${path}/stopped`)
    await release(server, { ...survey, organiser })
    const { body } = await organiser.get(`/api/office/results/${survey.id}/signed`)

    expect(stopped.body).toEqual({ stopped: true })
    expect(afterOne).toBe('the door answered 503')
    expect(running.body).toEqual({ stopped: false })
    expect(SignedRelease.parse(body).published).toMatchObject({
      resumed: 1,
      secondBallots: 0,
    })
  })

  it('without its key file lets nobody collect ever again', async () => {
    await using server = await testServer()
    const survey = await anOpenSurvey(server)
    await server.restart(() =>
      rmSync(join(server.folder, 'keys', 'registrar'), { recursive: true }),
    )

    expect(await collect(server, survey, survey.codes[0])).toBe('the door answered 503')
  })
})

describe('a start with a ballot box put back from an earlier copy', () => {
  it('tells the operator, and takes ballots again', async () => {
    await using server = await testServer()
    const survey = await anOpenSurvey(server)
    const { id, manifest, codes } = survey
    const collected = await collectAsEmployee(server.origin, manifest, codes[0] ?? '')
    const sealed = await sealCast(manifest, collected, answersAll('often'))
    const casting = () => server.atBallotBox('PUT', '/ballot', { assessment: id, sealed })
    const path = join(server.folder, 'ballot-box', 'ballots.sqlite')
    await server.restart(() => copyFileSync(path, `${path}.copy`))
    await casting()
    await server.restart()
    await server.restart(() => copyFileSync(`${path}.copy`, path))

    const { status } = await casting()

    expect(server.boxEvents).toContainEqual({ event: 'box-restored', assessment: id })
    expect(status).toBe(204)
    expect(await server.running.services.box.count(id)).toEqual(
      new Map([
        ['office', 1],
        ['works', 0],
      ]),
    )
  })
})
