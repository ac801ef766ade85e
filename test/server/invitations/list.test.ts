import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aFrozenSurvey, aPlannedDraft, type FrozenSurvey } from '../journey.ts'
import { aMailServer } from '../mail/a-mail-server.ts'
import { type TestServer, testServer } from '../test-server.ts'
import {
  anUninvitedSurvey,
  door,
  invitationsOf,
  listOf,
  lookUp,
  openMail,
  send,
  takeList,
  unitNamed,
} from './an-inviting-survey.ts'

const codeOf = (body: unknown): string => (body as { code: string }).code

describe('a list of people', () => {
  let server: TestServer
  let survey: FrozenSurvey

  beforeAll(async () => {
    server = await testServer()
    survey = await aFrozenSurvey(server)
  })

  afterAll(() => server[Symbol.asyncDispose]())

  it('can be brought once the assessment is frozen, not before', async () => {
    const { id } = await aPlannedDraft(survey.organiser)

    const early = await takeList(survey.organiser, id, listOf(1))
    const due = await takeList(survey.organiser, survey.id, listOf(1))

    expect([early.status, codeOf(early.body)]).toEqual([409, 'assessment-not-open'])
    expect(due.status).toBe(200)
  })

  it('shows what it would change, and changes nothing by that', async () => {
    const { organiser, id } = survey
    await takeList(organiser, id, listOf(3))
    const before = await invitationsOf(organiser, id)

    const { body } = await organiser.post(`${door(id)}/preview`, {
      csv: 'unit,email,name\nOffice,person1@example.org,\nHall,,Ion Pop\nYard,n@x.org,\n',
    })

    expect(await invitationsOf(organiser, id)).toEqual(before)
    expect(body).toEqual({
      units: [
        {
          unit: 'office',
          name: 'Office',
          headcount: 24,
          listed: 1,
          withAddress: 1,
          added: 0,
          kept: 1,
          removed: 2,
        },
        {
          unit: 'works',
          name: 'Works',
          headcount: 36,
          listed: 2,
          withAddress: 1,
          added: 2,
          kept: 0,
          removed: 0,
        },
      ],
    })
  })

  it('is read with semicolons, a byte order mark and other spellings, as Excel writes', async () => {
    const { organiser, id } = survey

    const { status } = await takeList(
      organiser,
      id,
      '\uFEFFE-Mail; Unit ;Language\r\nA.B@Example.org; OFFICE ;Svenska\r\n\r\nc@example.org;hall;sv-SE\r\n',
    )

    expect(status).toBe(200)
    expect(await unitNamed(organiser, id, 'Office')).toMatchObject({ listed: 1 })
    expect(await unitNamed(organiser, id, 'Works')).toMatchObject({ listed: 1 })
  })

  it.each([
    ['', 'file', 'invitees.no-rows'],
    ['unit,email\n', 'file', 'invitees.no-rows'],
    ['email,name\na@x.org,A\n', 'line 1, unit', 'invitees.column'],
    ['unit,language\nOffice,en\n', 'line 1, email', 'invitees.column'],
    ['unit,email\nNowhere,a@x.org\n', 'line 2, unit', 'invitees.unit'],
    ['unit,email\n\n\nNowhere,a@x.org\n', 'line 4, unit', 'invitees.unit'],
    ['unit,email,name\nOffice,,\n', 'line 2, email', 'invitees.nobody'],
    ['unit,email\nOffice,a@x\n', 'line 2, email', 'invitees.email'],
    ['unit,email\nOffice,"a@x.org\nBcc: b@x.org"\n', 'line 3, email', 'invitees.email'],
    ['unit,email\nOffice,a@x.org\nHall,A@X.org\n', 'line 3, email', 'invitees.twice'],
    [
      'unit,email,language\nOffice,a@x.org,tlh\n',
      'line 2, language',
      'invitees.language',
    ],
    ['unit,email,language\nOffice,a@x.org,ro\n', 'line 2, language', 'invitees.language'],
    ['unit,email\n"Office,a@x.org\n', 'line 2, unit', 'invitees.quotes'],
    ['unit,email\nOffice,\uFFFD@x.org\n', 'file', 'invitees.utf-8'],
    [listOf(25), 'Office', 'invitees.too-many'],
  ])('is refused as a whole when %j is wrong', async (csv, where, say) => {
    const { organiser, id } = survey
    const before = await invitationsOf(organiser, id)

    const { status, body } = await takeList(organiser, id, csv)

    expect(await invitationsOf(organiser, id)).toEqual(before)
    expect(status).toBe(400)
    expect(body).toMatchObject({
      code: 'malformed-invitees',
      problems: expect.arrayContaining([expect.objectContaining({ say, where })]),
    })
  })

  it('is for organisers; the employee side sees numbers by unit and no address', async () => {
    const { organiser, id } = survey
    const employeeSide = await server.example('employee-side')
    await takeList(organiser, id, listOf(2))

    const bringing = await takeList(employeeSide, id, listOf(1))
    const looking = await employeeSide.post(`${door(id)}/preview`, { csv: listOf(1) })
    const asking = await employeeSide.get(`${door(id)}/undelivered`)
    const { body } = await employeeSide.get(door(id))

    expect([bringing, looking, asking].map(({ status }) => status)).toEqual([
      403, 403, 403,
    ])
    expect(await invitationsOf(employeeSide, id)).toEqual(
      await invitationsOf(organiser, id),
    )
    expect(JSON.stringify(body)).not.toMatch(/person\d|@|Person/)
  })

  it('of another organization does not exist', async () => {
    const { id } = survey

    const { status } = await server.visitor().get(door(id))

    expect(status).toBe(401)
  })
})

describe('the way of a unit', () => {
  it('is by mail for a unit with a list, else by lot, unless chosen otherwise', async () => {
    await using server = await testServer()
    const { organiser, id } = await aFrozenSurvey(server)
    await takeList(organiser, id, listOf(2, 'Office,,Ion Pop'))
    const before = await invitationsOf(organiser, id)

    const { status } = await organiser.put(`${door(id)}/way`, {
      unit: 'office',
      way: 'addressed',
      languages: ['sv'],
    })

    expect(before.units).toMatchObject([
      { name: 'Office', way: 'mail', languages: ['en', 'sv'], toInvite: 2, envelopes: 1 },
      { name: 'Works', way: 'lot', toInvite: 0, envelopes: 36 },
    ])
    expect(status).toBe(200)
    expect(await unitNamed(organiser, id, 'Office')).toMatchObject({
      way: 'addressed',
      languages: ['sv'],
      toInvite: 0,
      envelopes: 3,
    })
  })

  it('is refused for a unit, a way or a language that is not there', async () => {
    await using server = await testServer()
    const { organiser, id } = await aFrozenSurvey(server)
    const choose = (choice: object) =>
      organiser.put(`${door(id)}/way`, {
        unit: 'office',
        way: 'lot',
        languages: ['en'],
        ...choice,
      })

    const replies = [
      await choose({ unit: 'nowhere' }),
      await choose({ way: 'pigeon' }),
      await choose({ languages: ['ro'] }),
      await choose({ languages: [] }),
    ]

    expect(replies.map(({ status }) => status)).toEqual([404, 400, 400, 400])
  })
})

describe('somebody who is taken off the list', () => {
  it('cannot use the invitation any more, and their place goes to nobody', async () => {
    await using post = await aMailServer()
    await using server = await testServer('2026-11-21T12:00:00Z', {
      GROUNDWORK_SMTP: post.url,
      GROUNDWORK_MAIL_FROM: 'survey@example.org',
    })
    const { organiser, id } = await anUninvitedSurvey(server)
    await takeList(organiser, id, listOf(24))
    await send(organiser, id, 'invitation')
    const mails = post.mails.map(openMail)

    const after = await takeList(organiser, id, listOf(23))
    const another = await takeList(organiser, id, listOf(23, 'Office,new@example.org,,'))
    const moved = await takeList(organiser, id, 'unit,email\nHall,person0@example.org\n')

    const codeFor = (address: string) =>
      mails.find(({ to }) => to === address)?.code ?? ''
    expect(after.status).toBe(200)
    expect(await lookUp(server, id, codeFor('person23@example.org'))).toBe('code-unknown')
    expect(await lookUp(server, id, codeFor('person0@example.org'))).toBe('office')
    expect(another.body).toMatchObject({ problems: [{ say: 'invitees.no-place' }] })
    expect(moved.body).toMatchObject({ problems: [{ say: 'invitees.moved' }] })
  })
})
