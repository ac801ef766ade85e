import { describe, expect, it } from 'vitest'
import { cast } from '../journey.ts'
import { aMailServer } from '../mail/a-mail-server.ts'
import { fitToOpen, postgresServer } from '../postgres.ts'
import { testServer } from '../test-server.ts'
import {
  anUninvitedSurvey,
  door,
  listOf,
  lookUp,
  openMail,
  send,
  takeList,
} from './an-inviting-survey.ts'

describe('inviting with the office on PostgreSQL', () => {
  it('lists, prints, sends, mutes, reminds and replaces as on SQLite', async () => {
    await using postgres = await postgresServer(fitToOpen)
    await using post = await aMailServer()
    await using server = await testServer('2026-11-21T12:00:00Z', {
      GROUNDWORK_DATABASE: await postgres.newDatabase(),
      GROUNDWORK_SMTP: post.url,
      GROUNDWORK_MAIL_FROM: 'survey@example.org',
    })
    const survey = await anUninvitedSurvey(server)
    const { id, organiser } = survey
    await takeList(organiser, id, listOf(6))
    const printed = await organiser.post(`${door(id)}/envelopes`, {
      units: ['works'],
      language: 'en',
      again: false,
    })
    await send(organiser, id, 'invitation')
    const [first, second] = post.mails.map(openMail)
    await cast(server, survey, first?.code, {})
    for (const token of [first?.muteToken, second?.muteToken]) {
      await server.visitor().post('/api/invitations/mute', { assessment: id, token })
    }
    post.clear()
    const shorter = await takeList(organiser, id, listOf(5))
    server.clock.set('2026-11-24T12:00:00Z')

    await send(organiser, id, 'reminder')

    const reminded = post.mails.map(openMail)
    const listed = [0, 1, 2, 3, 4].map((index) => `person${index}@example.org`)
    expect([printed.status, shorter.status]).toEqual([200, 200])
    expect(reminded.map(({ to }) => to).toSorted()).toEqual(
      listed.filter((address) => address !== first?.to && address !== second?.to),
    )
    expect(await lookUp(server, id, reminded[0]?.code ?? '')).toBe('office')
  })
})
