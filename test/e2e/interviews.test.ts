import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withInterviewTexts } from '#surveys/manager-interview-wording.ts'
import { say as sayFrom } from '#surveys/say.ts'
import { surveyTexts } from '#surveys/wording.ts'
import { anOpenSurvey } from '../server/journey.ts'
import { type TestServer, testServer } from '../server/test-server.ts'
import { launchChromium } from './browser.ts'
import { aDesk, type Desk, say, visitAs } from './workspace.ts'

const texts = withInterviewTexts(surveyTexts.en, 'en')
const word = (key: string): string => sayFrom(texts, key)
const parts = 9

let browser: Browser
let server: TestServer

beforeAll(async () => {
  browser = await launchChromium()
  server = await testServer()
})

afterAll(async () => {
  await browser?.close()
  await server?.[Symbol.asyncDispose]()
})

/** Presses what has the focus: nothing here needs a mouse. */
async function pressByKey(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().press('Enter')
}

async function reach(page: Page, part: number): Promise<void> {
  const place = say('form.part', { part, parts })
  await page.getByRole('heading', { level: 2 }).filter({ hasText: place }).waitFor()
}

async function goOn(page: Page, from: number, to: number): Promise<void> {
  for (let part = from; part < to; part += 1) {
    await pressByKey(page, say('form.next'))
    await reach(page, part + 1)
  }
}

/** A link is opened afresh: the address alone would not load the page again. */
async function openLink(page: Page, link: string): Promise<void> {
  await page.goto('about:blank')
  await page.goto(link)
}

const linkOn = (page: Page, label: string): Promise<string> =>
  page.getByLabel(label).inputValue()

async function invite({ page, press, barriers }: Desk, id: string): Promise<string> {
  await page.goto(`${server.origin}/assessments/${id}/ask/interview`)
  await page.getByLabel(/^Yard/).press('Space')
  await page.getByText(say('interviews.too-small', { people: 6, least: 10 })).waitFor()
  expect(await barriers(), 'a team too small').toEqual([])
  await press(say('interviews.join', { unit: 'Hall' }))
  await page.getByLabel(say('interviews.label')).fill('Warehouse')
  await press(say('interviews.invite'))
  return linkOn(page, say('interviews.link'))
}

/** Begins, is stopped by a name, and mends it. */
async function beginOnPhone({ page, barriers }: Desk, link: string): Promise<void> {
  await openLink(page, link)
  await page.getByRole('heading', { name: say('interview.worried') }).waitFor()
  await page.getByRole('link', { name: '112' }).waitFor()
  expect(await barriers(), 'before beginning').toEqual([])
  await pressByKey(page, say('interview.begin'))
  await reach(page, 1)
  expect(await barriers(), 'the first part').toEqual([])
  await page.getByLabel(word('option.not-about-one-person.yes')).press('Space')
  await page.getByLabel(word('option.consent.yes'), { exact: true }).press('Space')
  await goOn(page, 1, 3)
  const demands = page.getByRole('group', { name: word('construct.work.demands') })
  await demands.getByLabel('4', { exact: true }).first().press('Space')
  await goOn(page, 3, 5)
  const trigger = page.getByLabel(word('text.trigger'))
  await trigger.pressSequentially('Dr. Ingrid Andersson was ill.')
  await pressByKey(page, say('form.next'))
  await page
    .getByRole('alert')
    .filter({ hasText: say('interview.found') })
    .waitFor()
  await reach(page, 5)
  expect(await barriers(), 'a name').toEqual([])
  await trigger.fill('A colleague was ill for long.')
  await goOn(page, 5, 6)
}

async function handInLater({ page, barriers }: Desk, link: string): Promise<void> {
  await openLink(page, link)
  await pressByKey(page, say('interview.go-on'))
  await reach(page, 1)
  await goOn(page, 1, 5)
  expect(await page.getByLabel(word('text.trigger')).inputValue()).toBe(
    'A colleague was ill for long.',
  )
  await goOn(page, 5, parts)
  await pressByKey(page, say('interview.hand-in'))
  await page.getByRole('heading', { name: say('interview.handed') }).waitFor()
  expect(await barriers(), 'handed in').toEqual([])
  expect(await linkOn(page, say('interview.own-link'))).not.toBe(link)
}

async function complete({ page, press, barriers }: Desk): Promise<void> {
  await page.goto(`${server.origin}/facilitate`)
  await page
    .getByRole('link', { name: say('facilitate.interviews') })
    .first()
    .click()
  const talk = page.getByRole('link', { name: /Hall, Yard/ })
  await talk.waitFor()
  expect(await barriers(), 'the list').toEqual([])
  await talk.click()
  await reach(page, 1)
  await goOn(page, 1, parts)
  await page.getByLabel(word('text.wish')).fill('Two people more.')
  await press(say('talk.save'))
  await page.getByText(say('talk.saved')).waitFor()
  expect(await barriers(), 'completed').toEqual([])
}

async function correctAndApprove({ page, barriers }: Desk, link: string): Promise<void> {
  await openLink(page, link)
  await page.getByText('Two people more.').waitFor()
  await page
    .getByText(
      sayFrom(texts, 'summary.much-need', { list: word('construct.work.demands') }),
    )
    .waitFor()
  expect(await barriers(), 'the summary').toEqual([])
  await pressByKey(page, say('interview.correct'))
  await reach(page, 1)
  await goOn(page, 1, parts)
  await page.getByLabel(word('text.wish')).fill('Three people more.')
  await pressByKey(page, say('interview.correct.save'))
  await page.getByText('Three people more.').waitFor()
  await pressByKey(page, say('interview.approve'))
  await pressByKey(page, say('interview.approve'))
  await page.getByRole('heading', { name: say('interview.approved') }).waitFor()
  expect(await barriers(), 'approved').toEqual([])
}

async function letOut({ page, press, barriers }: Desk): Promise<void> {
  await page.reload()
  await page.getByLabel(say('talk.out.let')).last().check()
  expect(await barriers(), 'letting out').toEqual([])
  await press(say('talk.out.button'))
  await press(say('talk.out.button'))
  await page.getByText(say('talk.lead.locked')).waitFor()
}

describe('a manager interview', () => {
  it('goes from the invitation to an approved summary, by keyboard on a phone', async () => {
    const { id } = await anOpenSurvey(server)
    await using organiser = await aDesk(browser, server.origin)
    await using phone = await aDesk(browser, server.origin, { width: 360 })
    await using facilitator = await aDesk(browser, server.origin)
    await visitAs(organiser, 'organiser')
    await visitAs(facilitator, 'facilitator')

    const link = await invite(organiser, id)
    await beginOnPhone(phone, link)
    await handInLater(phone, link)
    await openLink(organiser.page, link)
    await organiser.page.getByText(say('refusal.interview-link-spent')).waitFor()
    await complete(facilitator)
    await correctAndApprove(phone, link)
    await letOut(facilitator)

    await organiser.page.goto(`${server.origin}/assessments/${id}/ask`)
    await organiser.page.getByText(say('interviews.state.locked')).waitFor()
    expect(await organiser.page.getByText('people more.').count()).toBe(0)
    expect(await organiser.barriers(), 'the organiser’s card').toEqual([])
    for (const desk of [organiser, phone, facilitator]) {
      expect(await desk.faults()).toEqual([])
    }
  })
})
