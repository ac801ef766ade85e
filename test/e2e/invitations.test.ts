import { AxeBuilder } from '@axe-core/playwright'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Locale, locales } from '#surveys/locale.ts'
import muteEnglish from '#web/mute/texts/en.json' with { type: 'json' }
import muteDutch from '#web/mute/texts/nl.json' with { type: 'json' }
import english from '#web/texts/en.json' with { type: 'json' }
import {
  anUninvitedSurvey,
  invitationsOf,
  openMail,
  send,
  takeList,
} from '../server/invitations/an-inviting-survey.ts'
import type { FrozenSurvey } from '../server/journey.ts'
import { aFrozenSurvey } from '../server/journey.ts'
import { aMailServer, type MailServer } from '../server/mail/a-mail-server.ts'
import { type TestServer, testServer } from '../server/test-server.ts'
import { launchChromium } from './browser.ts'
import { aDesk, type Desk, say, visitAs } from './workspace.ts'

let browser: Browser
let post: MailServer
let server: TestServer
let survey: FrozenSurvey

beforeAll(async () => {
  browser = await launchChromium()
  post = await aMailServer()
  server = await testServer('2026-11-21T12:00:00Z', {
    GROUNDWORK_SMTP: post.url,
    GROUNDWORK_MAIL_FROM: 'survey@example.org',
  })
  survey = await anUninvitedSurvey(server)
})

afterAll(async () => {
  await browser?.close()
  await server?.[Symbol.asyncDispose]()
  await post?.[Symbol.asyncDispose]()
})

/** Somebody of the example at the page of the invitations. */
async function atInvitations(
  id: string,
  {
    as = 'organiser',
    width = 1280,
    dark = false,
  }: {
    readonly as?: 'organiser' | 'employee-side'
    readonly width?: number
    readonly dark?: boolean
  } = {},
): Promise<Desk> {
  const desk = await aDesk(browser, server.origin, { width, dark })
  await visitAs(desk, as)
  await desk.page.goto(`${server.origin}/assessments/${id}/invitations`)
  await desk.page.getByRole('heading', { name: say('invitations.title') }).waitFor()
  await desk.page.getByRole('heading', { name: say('invitations.ways') }).waitFor()
  return desk
}

const csv =
  'unit,email,name,language\nOffice,ana@example.org,Ana Pop,en\nOffice,bo@example.org,Bo Ek,sv\nOffice,,Cy Li,\n'

describe('the invitations page', () => {
  it('takes a list by keyboard, shows first what it changes, then invites', async () => {
    await using desk = await atInvitations(survey.id)
    const { page, press } = desk

    await page.getByLabel(say('invitations.list.paste')).focus()
    await page.keyboard.insertText(csv)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    const changes = page.getByRole('table', { name: say('invitations.list.changes') })
    await changes.waitFor()
    const office = await changes
      .getByRole('row', { name: /Office/ })
      .getByRole('cell')
      .allTextContents()
    await page.getByRole('button', { name: say('invitations.list.take') }).focus()
    await page.keyboard.press('Enter')
    await page.getByText(say('invitations.list.taken')).waitFor()
    const invite = english['invitations.mail.invite_other'].replace('{count}', '2')
    await press(invite)
    await page.getByText(say('final.sure')).waitFor()
    await page.getByRole('button', { name: invite }).last().click()
    await page
      .getByText(say('invitations.mail.sent.invitation', { date: 'November 21, 2026' }))
      .waitFor()

    expect(office).toEqual(['24', '3', '2', '3', '0', '0'])
    expect(post.mails.map(({ to }) => to).toSorted()).toEqual([
      'ana@example.org',
      'bo@example.org',
    ])
    expect(await desk.faults()).toEqual([])
  })

  it('names each line that is wrong, and leaves the list as it is', async () => {
    await using desk = await atInvitations(survey.id)
    const { page, press } = desk
    const before = await invitationsOf(survey.organiser, survey.id)

    await page
      .getByLabel(say('invitations.list.paste'))
      .fill('unit,email\nNowhere,ana@example.org\nOffice,ana\n')
    await press(say('invitations.list.preview'))

    const alert = page.getByRole('alert')
    await alert.getByText(say('refusal.malformed-invitees')).waitFor()
    await alert.getByText(say('invitees.unit', { line: 2 })).waitFor()
    await alert.getByText(say('invitees.email', { line: 3 })).waitFor()
    expect(await invitationsOf(survey.organiser, survey.id)).toEqual(before)
  })

  it('prints a lot, and says before a second printing what that does', async () => {
    await using desk = await atInvitations(survey.id)
    const { page } = desk
    const works = page.getByRole('region', { name: 'Works' })
    const printing = english['invitations.print_other'].replace('{count}', '36')

    const download = page.waitForEvent('download')
    await works.getByRole('button', { name: new RegExp(printing) }).click()
    const file = await download
    await works.getByText(say('invitations.print.before.lot')).waitFor()

    expect(file.suggestedFilename()).toBe('envelopes.pdf')
    expect(await works.getByText('Printed 1 time').count()).toBe(1)
    expect(
      await works.getByText(say('invitations.print.before', { unit: 'Works' })).count(),
    ).toBe(1)
    expect(await desk.faults()).toEqual([])
  })

  it.each([
    { width: 360, dark: false },
    { width: 1280, dark: true },
  ])('bars nobody at %j', async (look) => {
    await using desk = await atInvitations(survey.id, look)

    expect(await desk.barriers()).toEqual([])
  })

  it('shows the employee side how people are invited, and nothing to press', async () => {
    await using desk = await atInvitations(survey.id, { as: 'employee-side' })

    const main = desk.page.locator('.page')
    expect(await main.getByRole('button').count()).toBe(0)
    expect(await main.getByText(say('way.lot')).count()).toBeGreaterThan(0)
    expect(await main.textContent()).not.toMatch(/ana@|bo@|Ana Pop/)
    expect(await desk.barriers()).toEqual([])
  })

  it('says before the opening that mail waits for it', async () => {
    const frozen = await aFrozenSurvey(server)
    await takeList(frozen.organiser, frozen.id, csv)

    await using desk = await atInvitations(frozen.id)

    await desk.page.getByText(say('invitations.mail.frozen')).waitFor()
    expect(await desk.barriers()).toEqual([])
  })
})

describe('the page that mutes reminders', () => {
  /** Somebody who opens the link at the end of a mail. */
  async function atMutePage(locale: Locale, address: string) {
    const context = await browser.newContext({
      locale,
      viewport: { width: 360, height: 700 },
    })
    context.setDefaultTimeout(90_000)
    const page = await context.newPage()
    const asked: string[] = []
    const faults: string[] = []
    page.on('request', (request) => {
      if (!/\/(assets|mute)\//.test(request.url())) {
        asked.push(`${request.method()} ${new URL(request.url()).pathname}`)
      }
    })
    page.on('pageerror', (error) => faults.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text())
    })
    await page.goto(address)
    return { page, context, asked, faults }
  }

  async function aMail() {
    const frozen = await anUninvitedSurvey(server)
    await takeList(frozen.organiser, frozen.id, 'unit,email\nOffice,eva@example.org\n')
    post.clear()
    await send(frozen.organiser, frozen.id, 'invitation')
    const { muteToken } = openMail(post.mails[0] ?? { to: '', raw: '' })
    post.clear()
    return { ...frozen, address: `${server.origin}/mute/${frozen.id}#${muteToken}` }
  }

  it('mutes at a press of the button, by keyboard, and leaves nothing behind', async () => {
    const { id, organiser, address } = await aMail()
    const { page, context, asked, faults } = await atMutePage('nl', address)

    await page.getByRole('heading', { name: muteDutch.title }).waitFor()
    const onOpening = [...asked]
    await page.getByRole('button', { name: muteDutch.button }).focus()
    await page.keyboard.press('Enter')
    await page.getByText(muteDutch.done).waitFor()
    const url = page.url()
    const left = await page.evaluate(() => [
      localStorage.length,
      sessionStorage.length,
      document.cookie,
    ])
    await context.close()
    server.clock.set('2026-11-24T12:00:00Z')
    await send(organiser, id, 'reminder')

    expect(onOpening).toEqual([])
    expect(asked).toEqual(['POST /api/invitations/mute'])
    expect(url).toBe(`${server.origin}/mute/${id}`)
    expect(left).toEqual([0, 0, ''])
    expect(post.mails).toEqual([])
    expect(faults).toEqual([])
  })

  it('says so when the link belongs to nothing, and speaks five languages', async () => {
    const address = `${server.origin}/mute/${survey.id}#AAAAAAAAAAAAAAAAAAAAAAAAAAA`
    const { page, context } = await atMutePage('en', address)

    await page.getByRole('button', { name: muteEnglish.button }).click()
    await page.getByText(muteEnglish.unknown).waitFor()
    const { violations } = await new AxeBuilder({ page }).analyze()
    const offered = await page.getByRole('option').count()
    await context.close()

    expect(violations).toEqual([])
    expect(offered).toBe(locales.length)
  })
})
