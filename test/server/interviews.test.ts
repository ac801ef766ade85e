import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { InterviewDoor } from '#server/interviews/contract.ts'
import { aCast, type Cast, codeOf, newSecret, said, secretIn } from './interviewing.ts'
import { type PostgresServer, postgresServer } from './postgres.ts'
import { type TestServer, testServer } from './test-server.ts'

let server: TestServer
let cast: Cast

beforeAll(async () => {
  server = await testServer()
  cast = await aCast(server)
})

afterAll(() => server?.[Symbol.asyncDispose]())

describe('an invitation', () => {
  it('is planned with a link that is not kept, and a label for the organiser alone', async () => {
    const { secret, id } = await cast.invited()

    const rows = JSON.stringify(
      await server.running.services.db
        .selectFrom('manager_interview')
        .selectAll()
        .execute(),
    )
    const employeeSide = await server.example('employee-side')
    expect(rows).not.toContain(secret)
    const { planned } = await cast.overview()
    expect(planned.find((one) => one.id === id)).toMatchObject({ units: ['Works'] })
    expect((await cast.overview(employeeSide)).planned).toEqual([])
  })

  it('about a team of fewer than ten is refused with its size', async () => {
    const reply = await cast.invite(['yard'])

    expect(codeOf(reply)).toBe('409 interview-team-too-small')
    expect(reply.body).toMatchObject({ problems: [{ words: { people: 6, least: 10 } }] })
  })

  it('is taken once the small team is joined with a neighbour', async () => {
    const reply = await cast.invite(['yard', 'hall'])

    expect(reply.status).toBe(201)
  })

  it('about a unit that is not there is refused', async () => {
    expect(codeOf(await cast.invite(['moon']))).toBe('404 unit-not-found')
  })

  it('can be renewed and withdrawn until something was said', async () => {
    const { organiser } = cast.survey
    const { secret: first, id } = await cast.invited()
    const address = `/api/office/interviews/${cast.survey.id}/${id}`

    const second = secretIn(await organiser.post(`${address}/link`))
    const old = await cast.look(first)
    await cast.handIn(second, newSecret())
    const renewed = await organiser.post(`${address}/link`)
    const withdrawn = await organiser.delete(address)

    expect(codeOf(old)).toBe('410 interview-link-spent')
    expect(codeOf(renewed)).toBe('409 interview-handed-in')
    expect(codeOf(withdrawn)).toBe('409 interview-handed-in')
  })
})

describe('a manager', () => {
  it('finds what it is about and where to turn, and nothing said', async () => {
    const secret = secretIn(await cast.invite())

    const door = InterviewDoor.parse((await cast.look(secret)).body)

    expect(door).toMatchObject({
      state: 'planned',
      people: 36,
      team: ['Works'],
      contacts: { en: [{ name: 'Emergency', phone: '112' }] },
      content: null,
    })
  })

  it('hands in once; the link that the organiser knows then leads nowhere', async () => {
    const secret = secretIn(await cast.invite())
    const next = newSecret()

    const handedIn = await cast.handIn(secret, next)
    const again = await cast.handIn(secret, newSecret())
    const organisersLook = await cast.look(secret)
    const own = await cast.look(next)

    expect(handedIn.body).toMatchObject({ state: 'prepared', content: null })
    expect(codeOf(again)).toBe('410 interview-link-spent')
    expect(codeOf(organisersLook)).toBe('410 interview-link-spent')
    expect(own.body).toMatchObject({ state: 'prepared' })
  })

  it.each([
    ['a name', { wish: 'Dr. Ingrid Andersson needs rest.' }, '400 points-to-a-person'],
    [
      'a number',
      { wish: 'Ask at ingrid.a@people.example please' },
      '400 points-to-a-person',
    ],
    ['100 kB', { wish: 'a '.repeat(50_000) }, '400 malformed-answers'],
    ['a field of its own', { note: 'text' }, '400 malformed-answers'],
  ])('who writes %s is told the field, and may hand in later', async (_, texts, code) => {
    const secret = secretIn(await cast.invite())

    const refused = await cast.handIn(secret, newSecret(), { texts })
    const later = await cast.handIn(secret, newSecret())

    const [field] = Object.keys(texts)
    expect(codeOf(refused)).toBe(code)
    expect(refused.body).toMatchObject({ problems: [{ where: field }] })
    expect(JSON.stringify(refused.body)).not.toContain('Ingrid')
    expect(later.status).toBe(200)
  })

  it('may say of a doubtful word that it is no person, and of an address not', async () => {
    const texts = { wish: 'We trust Halvard a lot here.' }
    const harmless = [{ field: 'wish', piece: 'Halvard' }]
    const sure = { wish: 'Write to ingrid.a@people.example' }
    const harmlessSure = [{ field: 'wish', piece: 'ingrid.a@people.example' }]
    const secret = secretIn(await cast.invite())

    const doubtful = await cast.handIn(secret, newSecret(), { texts })
    const stillSure = await cast.handIn(secret, newSecret(), {
      texts: sure,
      harmless: harmlessSure,
    })
    const called = await cast.handIn(secret, newSecret(), { texts, harmless })

    expect(codeOf(doubtful)).toBe('400 points-to-a-person')
    expect(codeOf(stillSure)).toBe('400 points-to-a-person')
    expect(called.status).toBe(200)
  })

  it('with a link nobody made is told so', async () => {
    expect(codeOf(await cast.look(newSecret()))).toBe('403 interview-link-unknown')
  })
})

describe('the summary', () => {
  it('is there for the manager after the talk, and counts once approved', async () => {
    const { states: earlier } = await cast.overview()
    const { next, talk } = await cast.talked()

    const before = await cast.look(next)
    const approved = await cast.approve(next, talk.version)
    const twice = await cast.approve(next, talk.version + 1)

    expect(before.body).toMatchObject({ state: 'talked', content: { texts: said.texts } })
    expect(approved.body).toMatchObject({ state: 'approved', content: null })
    expect(codeOf(twice)).toBe('409 interview-already-approved')
    expect((await cast.overview()).states).toEqual({
      ...earlier,
      approved: earlier.approved + 1,
    })
  })

  it('cannot be approved in an older version', async () => {
    const { next, talk } = await cast.talked()

    const corrected = await cast.manager.post('/api/interview/correct', {
      ...said,
      secret: next,
      version: talk.version,
      texts: { wish: 'Fewer night shifts.' },
    })
    const old = await cast.approve(next, talk.version)
    const now = await cast.approve(next, talk.version + 1)

    expect(corrected.body).toMatchObject({
      content: { texts: { wish: 'Fewer night shifts.' } },
    })
    expect(codeOf(old)).toBe('409 interview-changed-meanwhile')
    expect(now.status).toBe(200)
  })

  it('cannot be approved before the talk', async () => {
    const secret = secretIn(await cast.invite())
    const next = newSecret()
    const { body } = await cast.handIn(secret, next)

    const early = await cast.approve(next, InterviewDoor.parse(body).version)

    expect(codeOf(early)).toBe('409 interview-not-talked')
  })

  it('of a manager who did not prepare comes with a link the organiser does not know', async () => {
    const { secret, id } = await cast.invited()

    const completed = await cast.complete(await cast.talk(id))

    const link = new URL((completed.body as { link: string }).link).hash.slice(1)
    expect(codeOf(await cast.look(secret))).toBe('410 interview-link-spent')
    expect((await cast.look(link)).body).toMatchObject({ state: 'talked' })
  })
})

describe('a facilitator', () => {
  it('lets sentences out of approved interviews only, and the words behind them go', async () => {
    const { next, talk } = await cast.talked()
    const door = `${cast.talks}/${talk.id}/sentences`
    const sentences = [{ kind: 'wish', text: 'More people in busy weeks.' }]
    const version = talk.version + 1

    const early = await cast.facilitator.post(door, {
      version: talk.version,
      sentences,
      harmless: [],
    })
    await cast.approve(next, talk.version)
    const named = await cast.facilitator.post(door, {
      version,
      sentences: [{ kind: 'wish', text: 'Ask Dr. Ingrid Andersson.' }],
      harmless: [],
    })
    const locked = await cast.facilitator.post(door, { version, sentences, harmless: [] })

    expect(codeOf(early)).toBe('409 interview-not-approved')
    expect(codeOf(named)).toBe('400 points-to-a-person')
    expect(locked.body).toMatchObject({ state: 'locked', content: { texts: {} } })
  })

  it('is nobody of the two sides: neither reads one interview', async () => {
    const { talk } = await cast.talked()
    const address = `${cast.talks}/${talk.id}`
    const employeeSide = await server.example('employee-side')

    const replies = [
      await cast.survey.organiser.get(address),
      await employeeSide.get(address),
      await server.visitor().get(address),
    ]

    expect(replies.map(codeOf)).toEqual([
      '403 facilitators-only',
      '403 facilitators-only',
      '401 sign-in-first',
    ])
  })
})

describe('on PostgreSQL', () => {
  let postgres: PostgresServer
  let there: TestServer

  beforeAll(async () => {
    postgres = await postgresServer()
    there = await testServer(undefined, {
      GROUNDWORK_DATABASE: await postgres.newDatabase(),
      GROUNDWORK_BALLOT_DATABASE: await postgres.newDatabase(),
    })
  })

  afterAll(async () => {
    await there?.[Symbol.asyncDispose]()
    await postgres?.[Symbol.asyncDispose]()
  })

  it('an interview goes the whole way too', async () => {
    const fresh = await aCast(there)
    const { next, talk } = await fresh.talked()

    const old = await fresh.approve(next, talk.version - 1)
    const now = await fresh.approve(next, talk.version)

    expect(codeOf(old)).toBe('409 interview-changed-meanwhile')
    expect(now.body).toMatchObject({ state: 'approved' })
  })
})
