import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aComparedStudy, codingDoor, releasedTo } from './groups/a-coded-study.ts'
import {
  aFrozenSurvey,
  anOpenSurvey,
  answersAll,
  cast,
  release,
  tryKeys,
} from './journey.ts'
import { fitToOpen, type PostgresServer, postgresServer } from './postgres.ts'
import { type TestServer, testServer } from './test-server.ts'

describe('an installation on PostgreSQL', () => {
  let postgres: PostgresServer
  let server: TestServer

  beforeAll(async () => {
    postgres = await postgresServer(fitToOpen)
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

  it('takes one of many decisions that are made at once, and every remark', async () => {
    const { id, organiser } = await anOpenSurvey(server).then(async (survey) => {
      for (const code of survey.codes.slice(0, 20)) {
        await cast(server, survey, code, answersAll('often'))
      }
      await release(server, survey)
      return survey
    })
    const door = `/api/office/programs/${id}`
    const component = 'perks_recreation'
    const decision = { component, choice: { verdict: 'reject' }, seen: 0 }

    const replies = await Promise.all([
      ...Array.from({ length: 4 }, () => organiser.post(`${door}/decisions`, decision)),
      ...Array.from({ length: 4 }, (_, at) =>
        organiser.post(`${door}/remarks`, { component, text: `remark ${at}` }),
      ),
    ])

    const { body } = await organiser.get(`${door}/log`)
    const statuses = replies.map(({ status }) => status)
    expect(statuses.slice(0, 4).toSorted()).toEqual([200, 409, 409, 409])
    expect(statuses.slice(4)).toEqual([200, 200, 200, 200])
    expect((body as { entries: unknown[] }).entries).toHaveLength(5)
  })

  it('codes focus groups, and of two who lock at once lets one', async () => {
    const { id, first, second, organiser } = await aComparedStudy(server)

    const replies = await Promise.all(
      [first, second].map((person) => person.post(`${codingDoor(id)}/lock`)),
    )

    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect(await releasedTo(organiser, id)).toMatchObject({ themes: { groups: 3 } })
  })
})

describe('PostgreSQL set up to keep who came when', () => {
  const unfit = [
    'archive_mode=on',
    'archive_command=/bin/true',
    'track_commit_timestamp=on',
  ]

  it.each([
    ['GROUNDWORK_DATABASE', []],
    [
      'GROUNDWORK_BALLOT_DATABASE',
      [
        {
          event: 'box-database-unfit',
          settings: ['archive_mode', 'track_commit_timestamp', 'log_min_error_statement'],
        },
      ],
    ],
  ])('as %s opens no survey, and every setting is named', async (database, told) => {
    await using postgres = await postgresServer(unfit)
    await using server = await testServer(undefined, {
      [database]: await postgres.newDatabase(),
    })
    const { id, organiser, holders } = await aFrozenSurvey(server)
    await tryKeys(server, holders)

    const { status, body } = await organiser.post(`/api/office/registrar/${id}/open`)

    const assessment = await organiser.get(`/api/office/assessments/${id}`)
    expect(status).toBe(409)
    expect(body).toMatchObject({
      code: 'database-unfit',
      problems: [
        { where: 'archive_mode', expected: 'off (on)' },
        { where: 'track_commit_timestamp', expected: 'off (on)' },
        { where: 'log_min_error_statement', expected: 'panic / fatal (error)' },
      ],
    })
    expect(assessment.body).toMatchObject({ state: 'frozen' })
    expect(
      server.boxEvents.filter(({ event }) => event === 'box-database-unfit'),
    ).toMatchObject(told)
    const { body: atBox } = await server.atBallotBox('GET', `/state/${id}`)
    expect(atBox).toMatchObject({ state: 'waiting' })
  })
})
