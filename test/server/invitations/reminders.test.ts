import { describe, expect, it } from 'vitest'
import { cast } from '../journey.ts'
import { aMailServer } from '../mail/a-mail-server.ts'
import { testServer } from '../test-server.ts'
import {
  anUninvitedSurvey,
  door,
  invitationsOf,
  listOf,
  lookUp,
  openMail,
  send,
  takeList,
} from './an-inviting-survey.ts'

const dayOfInvitation = '2026-11-21T12:00:00Z'
const threeDaysLater = '2026-11-24T08:00:00Z'

async function anInvitedSurvey(count: number) {
  const post = await aMailServer()
  const server = await testServer(dayOfInvitation, {
    GROUNDWORK_SMTP: post.url,
    GROUNDWORK_MAIL_FROM: 'survey@example.org',
  })
  const survey = await anUninvitedSurvey(server)
  await takeList(survey.organiser, survey.id, listOf(count))
  await send(survey.organiser, survey.id, 'invitation')
  const invitations = post.mails.map(openMail)
  post.clear()
  return {
    ...survey,
    survey,
    post,
    server,
    invitations,
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]()
      await post[Symbol.asyncDispose]()
    },
  }
}

describe('a reminder', () => {
  it('goes to the same list whether nobody or everybody has answered', async () => {
    await using there = await anInvitedSurvey(12)
    const { organiser, id, server, survey, post, invitations } = there
    server.clock.set(threeDaysLater)
    await send(organiser, id, 'reminder')
    const whenNobodyHas = post.mails.map(openMail)
    post.clear()
    for (const { code } of whenNobodyHas) await cast(server, survey, code, {})
    server.clock.set('2026-11-27T08:00:00Z')

    await send(organiser, id, 'reminder')

    const whenEverybodyHas = post.mails.map(openMail)
    const wordsOf = ({ text, code, muteToken }: (typeof whenNobodyHas)[number]) =>
      text
        .replaceAll(code, '')
        .replaceAll(muteToken, '')
        .replace(/\w+(-\w+){4}$/gm, '')
    expect(whenEverybodyHas.map(({ to }) => to).toSorted()).toEqual(
      whenNobodyHas.map(({ to }) => to).toSorted(),
    )
    expect(whenEverybodyHas.map(({ to }) => to).toSorted()).toEqual(
      invitations.map(({ to }) => to).toSorted(),
    )
    expect(new Set([...whenNobodyHas, ...whenEverybodyHas].map(wordsOf)).size).toBe(1)
  })

  it('brings a new link; the one before stops, for those it was sent to', async () => {
    await using there = await anInvitedSurvey(3)
    const { organiser, id, server, post, invitations } = there
    server.clock.set(threeDaysLater)

    await send(organiser, id, 'reminder')

    const reminders = post.mails.map(openMail)
    const before = invitations.map(({ code }) => lookUp(server, id, code))
    const after = reminders.map(({ code }) => lookUp(server, id, code))
    expect(new Set(await Promise.all(before))).toEqual(new Set(['code-unknown']))
    expect(new Set(await Promise.all(after))).toEqual(new Set(['office']))
  })

  it('goes out three days after the last mail at the earliest', async () => {
    await using there = await anInvitedSurvey(1)
    const { organiser, id, server, post } = there

    server.clock.set('2026-11-23T23:59:00Z')
    const early = await organiser.post(`${door(id)}/round`, { kind: 'reminder' })
    const shown = await invitationsOf(organiser, id)
    server.clock.set('2026-11-24T00:00:00Z')
    const due = await send(organiser, id, 'reminder')
    const again = await organiser.post(`${door(id)}/round`, { kind: 'reminder' })

    expect([early.body, again.body]).toMatchObject([
      { code: 'reminder-too-soon' },
      { code: 'reminder-too-soon' },
    ])
    expect(shown).toMatchObject({ remindFrom: '2026-11-24', mayRemind: false })
    expect(due.status).toBe(200)
    expect(post.mails).toHaveLength(1)
  })

  it('needs an invitation before it', async () => {
    await using server = await testServer()
    const { organiser, id } = await anUninvitedSurvey(server)
    await takeList(organiser, id, listOf(2))

    const { body } = await organiser.post(`${door(id)}/round`, { kind: 'reminder' })

    expect(body).toMatchObject({ code: 'invitations-first' })
  })
})

describe('muting reminders', () => {
  it('is for whoever has the link, changes nothing else, and works from any mail', async () => {
    await using there = await anInvitedSurvey(4)
    const { organiser, id, server, post, invitations } = there
    const [muting] = invitations
    const ask = { assessment: id, token: muting?.muteToken }

    const muted = await server.visitor().post('/api/invitations/mute', ask)
    const again = await server.visitor().post('/api/invitations/mute', ask)
    server.clock.set(threeDaysLater)
    await send(organiser, id, 'reminder')

    const reminded = post.mails.map(openMail)
    const rest = invitations.slice(1)
    expect([muted.status, again.status]).toEqual([204, 204])
    expect(reminded.map(({ to }) => to).toSorted()).toEqual(
      rest.map(({ to }) => to).toSorted(),
    )
    expect(await lookUp(server, id, muting?.code ?? '')).toBe('office')
    for (const { to, muteToken } of reminded) {
      expect(rest.find((one) => one.to === to)?.muteToken).toBe(muteToken)
    }
  })

  it('does not happen when a link is opened, and not with a link nobody wrote', async () => {
    await using there = await anInvitedSurvey(2)
    const { id, server, organiser, post, invitations } = there
    const token = invitations[0]?.muteToken ?? ''
    const forged = `${token.slice(0, -2)}${token.endsWith('AA') ? 'BB' : 'AA'}`

    await server.visitor().get(`/mute/${id}`)
    const refused = await server
      .visitor()
      .post('/api/invitations/mute', { assessment: id, token: forged })
    server.clock.set(threeDaysLater)
    await send(organiser, id, 'reminder')

    expect(refused.body).toMatchObject({ code: 'mute-link-unknown' })
    expect(post.mails).toHaveLength(2)
  })

  it('shows nowhere, to neither side, not even when nobody is left to remind', async () => {
    await using there = await anInvitedSurvey(2)
    const { id, server, organiser, post, invitations } = there
    const employeeSide = await server.example('employee-side')
    const before = await invitationsOf(organiser, id)
    for (const { muteToken: token } of invitations) {
      await server.visitor().post('/api/invitations/mute', { assessment: id, token })
    }

    const shown = await invitationsOf(organiser, id)
    const toOthers = await invitationsOf(employeeSide, id)
    server.clock.set(threeDaysLater)
    const reminding = await send(organiser, id, 'reminder')

    expect([shown, toOthers]).toEqual([before, before])
    expect(reminding.status).toBe(200)
    expect(post.mails).toEqual([])
  })

  it('loses nobody when many press at once', async () => {
    await using there = await anInvitedSurvey(24)
    const { id, server, organiser, post, invitations } = there

    await Promise.all(
      invitations.map(({ muteToken: token }) =>
        server.visitor().post('/api/invitations/mute', { assessment: id, token }),
      ),
    )
    server.clock.set(threeDaysLater)
    await send(organiser, id, 'reminder')

    expect(post.mails).toEqual([])
  })
})
