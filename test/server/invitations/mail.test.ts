import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FrozenSurvey } from '../journey.ts'
import { cast } from '../journey.ts'
import { aMailServer, type MailServer } from '../mail/a-mail-server.ts'
import { type TestServer, testServer } from '../test-server.ts'
import {
  anUninvitedSurvey,
  door,
  invitationsOf,
  listOf,
  lookUp,
  type OpenedMail,
  openMail,
  quiet,
  send,
  takeList,
  unitNamed,
} from './an-inviting-survey.ts'

const now = '2026-11-21T12:34:56Z'

/** A server that sends its mail to this one. */
const serverWith = ({ url }: MailServer) =>
  testServer(now, {
    GROUNDWORK_SMTP: url,
    GROUNDWORK_MAIL_FROM: 'Survey <survey@example.org>',
  })

/** What a mail says, without the two secrets in it. */
function withoutSecrets({ code, muteToken }: OpenedMail, words: string): string {
  const groups = code.replace(/^(.{5})(.{5})(.{5})(.{5})(.{6})$/, '$1-$2-$3-$4-$5')
  return words
    .replaceAll(code, 'CODE')
    .replaceAll(groups, 'CODE')
    .replaceAll(muteToken, 'TOKEN')
}

describe('an invitation by e-mail', () => {
  let post: MailServer
  let server: TestServer
  let survey: FrozenSurvey
  let mails: readonly OpenedMail[]
  let toSwede: OpenedMail | undefined

  beforeAll(async () => {
    post = await aMailServer()
    server = await serverWith(post)
    survey = await anUninvitedSurvey(server)
    const swede = 'Office,sven@example.org,Sven Svensson,sv'
    await takeList(survey.organiser, survey.id, listOf(23, swede))
    await send(survey.organiser, survey.id, 'invitation')
    const all = post.mails.map(openMail)
    mails = all.filter(({ to }) => to.startsWith('person'))
    toSwede = all.find(({ to }) => to.startsWith('sven'))
  })

  afterAll(async () => {
    await server[Symbol.asyncDispose]()
    await post[Symbol.asyncDispose]()
  })

  it('goes to each person of the list once, and its link works', async () => {
    const opened = await Promise.all(
      mails.map(({ code }) => lookUp(server, survey.id, code)),
    )

    expect(mails.map(({ to }) => to).toSorted()).toEqual(
      Array.from({ length: 23 }, (_, index) => `person${index}@example.org`).toSorted(),
    )
    expect(new Set(opened)).toEqual(new Set(['office']))
    expect(new Set(mails.map(({ code }) => code)).size).toBe(23)
  })

  it('says the same to all but for the two secrets, at the same length and date', () => {
    const said = mails.map((mail) => withoutSecrets(mail, mail.text + mail.html))
    const lengths = mails.map(({ text, html }) => text.length + html.length)

    expect(new Set(said).size).toBe(1)
    expect(new Set(lengths).size).toBe(1)
    expect(new Set(mails.map(({ headers }) => headers['subject'])).size).toBe(1)
    expect(new Set(mails.map(({ headers }) => headers['date']))).toEqual(
      new Set(['Sat, 21 Nov 2026 12:34:00 +0000']),
    )
  })

  it('says nothing in its headers of reader, order, software or machine', () => {
    for (const { headers } of mails) {
      expect(Object.keys(headers).toSorted()).toEqual([
        'auto-submitted',
        'content-type',
        'date',
        'from',
        'message-id',
        'mime-version',
        'subject',
        'to',
      ])
      expect(headers['message-id']).toMatch(
        /^<[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}@example\.org>$/,
      )
    }
    expect(new Set(mails.map(({ headers }) => headers['message-id'])).size).toBe(23)
  })

  it('carries no picture, nothing to fetch, and no link but to the survey and the muting', () => {
    for (const { html, code, muteToken } of mails) {
      const links = [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, link]) => link)
      expect(html).not.toMatch(/<img|<script|<link|url\(|@import|src=/i)
      expect(new Set(links)).toEqual(
        new Set([
          `${server.origin}/answer/${survey.id}#${code}`,
          `${server.origin}/mute/${survey.id}#${muteToken}`,
        ]),
      )
    }
  })

  it('is in all languages of the unit, or in the one the person reads', () => {
    const [one] = mails

    expect(survey.manifest.languages).toEqual(['en', 'sv'])
    expect(one?.text).toMatch(/This link is for you:[\s\S]*Den här länken är till dig:/)
    expect(one?.html).toMatch(/<div lang="en">[\s\S]*<div lang="sv">/)
    expect(toSwede?.text).toContain('Den här länken är till dig:')
    expect(toSwede?.text).not.toContain('This link is for you:')
  })

  it('greets nobody by name', () => {
    for (const { text, html } of mails) expect(text + html).not.toMatch(/Person \d/)
  })

  it('names the survey number, the help contacts and the day of the results', async () => {
    const { body } = await survey.organiser.get(`/api/office/assessments/${survey.id}`)

    const text = mails[0]?.text

    expect(text).toContain((body as { surveyNumber: string }).surveyNumber)
    expect(text).toContain('Emergency: 112')
    expect(text).toContain('15 January 2027')
  })

  it('does not go out in the order of the list', () => {
    const order = mails.map(({ to }) => Number(/\d+/.exec(to)?.[0]))

    // One of 23! orders, about 3 · 10²²: chance does not get here.
    expect(order).not.toEqual(order.toSorted((a, b) => a - b))
  })

  it('is sent by organisers and nobody else', async () => {
    const employeeSide = await server.example('employee-side')
    const asked = { kind: 'invitation' }

    const byEmployeeSide = await employeeSide.post(`${door(survey.id)}/round`, asked)
    const byNobody = await server.visitor().post(`${door(survey.id)}/round`, asked)

    expect([byEmployeeSide.status, byNobody.status]).toEqual([403, 401])
  })
})

describe('inviting by e-mail', () => {
  it('invites who is new on the list, and nobody twice', async () => {
    await using post = await aMailServer()
    await using server = await serverWith(post)
    const { id, organiser } = await anUninvitedSurvey(server)
    await takeList(organiser, id, listOf(3))
    await send(organiser, id, 'invitation')
    post.clear()
    await takeList(organiser, id, listOf(5))

    await send(organiser, id, 'invitation')

    expect(post.mails.map(({ to }) => to).toSorted()).toEqual([
      'person3@example.org',
      'person4@example.org',
    ])
    expect(await unitNamed(organiser, id, 'Office')).toMatchObject({ toInvite: 0 })
  })

  it('tells once which addresses were not taken, and leaves no code for them', async () => {
    await using post = await aMailServer()
    await using server = await serverWith(post)
    const { id, organiser } = await anUninvitedSurvey(server)
    post.answer = (address) => (address === 'person1@example.org' ? '550 no' : '250 ok')
    await takeList(organiser, id, listOf(3))

    await send(organiser, id, 'invitation')

    const { body } = await organiser.get(`${door(id)}/undelivered`)
    expect(body).toEqual({ addresses: ['person1@example.org'] })
    expect(await invitationsOf(organiser, id)).toMatchObject({
      round: { state: 'finished' },
    })
    expect(await unitNamed(organiser, id, 'Office')).toMatchObject({ toInvite: 1 })
  })

  it('stops when the mail server is away, and then goes on with the rest only', async () => {
    await using post = await aMailServer()
    await using server = await serverWith(post)
    const { id, organiser } = await anUninvitedSurvey(server)
    await takeList(organiser, id, listOf(24))
    post.answer = () => (post.mails.length < 13 ? '250 ok' : '451 later')
    await send(organiser, id, 'invitation')
    const stopped = await invitationsOf(organiser, id)
    const first = post.mails.map(({ to }) => to)
    post.clear()
    post.answer = () => '250 ok'

    await organiser.post(`${door(id)}/round/resume`)
    const after = await quiet(organiser, id)

    const rest = post.mails.map(({ to }) => to)
    expect(stopped.round).toMatchObject({ state: 'unfinished' })
    expect(after.round).toMatchObject({ state: 'finished' })
    expect(first.length).toBeGreaterThan(0)
    expect(new Set([...first, ...rest]).size).toBe(24)
    expect(first.filter((address) => rest.includes(address))).toEqual([])
  })

  it('lets nothing change codes, nor log a name, while a batch has not ended', async () => {
    await using post = await aMailServer()
    await using server = await serverWith(post)
    const { id, organiser } = await anUninvitedSurvey(server)
    await takeList(organiser, id, listOf(2))
    post.answer = (address) => `451 ${address}:1:2 cannot be reached`
    await send(organiser, id, 'invitation')

    const refused = [
      await takeList(organiser, id, listOf(3)),
      await organiser.post(`${door(id)}/round`, { kind: 'invitation' }),
      await organiser.post(`${door(id)}/envelopes`, {
        units: ['works'],
        language: 'en',
        again: false,
      }),
    ]
    await organiser.post(`${door(id)}/round/stop`)
    const after = await takeList(organiser, id, listOf(3))

    const told = server.events.map((event) =>
      event.event === 'failed' && event.error instanceof Error
        ? `${event.error.stack}`
        : JSON.stringify(event),
    )
    expect(refused.map(({ body }) => (body as { code: string }).code)).toEqual([
      'mail-under-way',
      'mail-under-way',
      'mail-under-way',
    ])
    expect(after.status).toBe(200)
    expect(told.some((line) => line.includes('PostUnavailable'))).toBe(true)
    expect(told.join()).not.toMatch(/person\d|cannot be reached/)
  })
})

describe('a lost invitation', () => {
  it('is replaced for the one who asks, and gives nobody a second ballot', async () => {
    await using post = await aMailServer()
    await using server = await serverWith(post)
    const survey = await anUninvitedSurvey(server)
    const { id, organiser } = survey
    await takeList(organiser, id, listOf(2))
    await send(organiser, id, 'invitation')
    const before = post.mails.map(openMail).find(({ to }) => to.startsWith('person1@'))
    await cast(server, survey, before?.code, {})
    post.clear()

    const { status } = await organiser.post(`${door(id)}/again`, {
      email: 'Person1@example.org',
    })

    const [after] = post.mails.map(openMail)
    expect(status).toBe(204)
    expect(post.mails.map(({ to }) => to)).toEqual(['person1@example.org'])
    expect(await lookUp(server, id, before?.code ?? '')).toBe('code-unknown')
    expect(await lookUp(server, id, after?.code ?? '')).toBe('office')
    await expect(cast(server, survey, after?.code, {})).rejects.toThrow('answered 409')
    const counts = await server.running.services.box.count(id)
    expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBe(1)
  })

  it('is not replaced for an address that nobody is invited by', async () => {
    await using post = await aMailServer()
    await using server = await serverWith(post)
    const { id, organiser } = await anUninvitedSurvey(server)

    const { status, body } = await organiser.post(`${door(id)}/again`, {
      email: 'nobody@example.org',
    })

    expect([status, (body as { code: string }).code]).toEqual([404, 'not-on-list'])
  })
})
