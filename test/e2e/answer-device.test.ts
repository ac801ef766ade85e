import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildPages } from '#server/commands/build-pages.ts'
import { anOpenSurvey } from '../server/journey.ts'
import { testServer } from '../server/test-server.ts'
import { seenByCamera } from '../web/answer/seen-by-camera.ts'
import {
  aCode,
  begin,
  counted,
  doorOf,
  letIn,
  nothing,
  type Place,
  send,
  storedIn,
  toTheLastPage,
} from './answering.ts'
import { launchChromium } from './browser.ts'
import { anEmployee, type Employee } from './employee.ts'
import { envelopesIn, openedBox } from './opened-box.ts'

let browser: Browser
let place: Place

beforeAll(async () => {
  await buildPages(() => undefined)
  browser = await launchChromium()
  const server = await testServer()
  place = { browser, server, survey: await anOpenSurvey(server) }
})

afterAll(async () => {
  await browser?.close()
  await place?.server[Symbol.asyncDispose]()
})

const envelopes = () => envelopesIn(place.server, place.survey)

/** Types a code at the door, as one does at a device that others use. */
async function countedWithTypedCode(
  prepare?: (page: Page) => Promise<unknown>,
): Promise<Employee> {
  const employee = await anEmployee(browser, doorOf(place), 'en', prepare)
  const { page, say } = employee
  await page.getByRole('textbox', { name: say('code.label') }).fill(aCode(place.survey))
  await letIn(employee)
  return employee
}

async function openElsewhere({ page, say }: Employee): Promise<string> {
  await page.getByRole('button', { name: say('counted.elsewhere') }).click()
  await page.getByRole('img', { name: say('moving.picture') }).waitFor()
  return (await page.locator('.code-text').textContent()) ?? ''
}

/** What the camera of a phone reads on the screen: black on white, and large enough. */
async function scanned({ page, say }: Employee): Promise<string> {
  const picture = page.getByRole('img', { name: say('moving.picture') })
  const { path, size, width, colours } = await picture.evaluate((svg) => {
    const { fill, backgroundColor } = getComputedStyle(svg)
    return {
      path: svg.querySelector('path')?.getAttribute('d') ?? '',
      size: Number(svg.getAttribute('viewBox')?.split(' ')[2]),
      width: svg.getBoundingClientRect().width,
      colours: [fill, backgroundColor],
    }
  })
  expect(colours).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)'])
  expect(width / size).toBeGreaterThan(3)
  return seenByCamera(path, size)
}

describe('a device of one’s own', () => {
  it('is what a link is opened on, unless somebody says otherwise', async () => {
    await using employee = await counted(place)
    const { page, say } = employee

    expect(await page.getByRole('radio', { name: say('device.own') }).isChecked()).toBe(
      true,
    )
    expect(await storedIn(employee)).toMatchObject({ local: 0 })
  })

  it('lets a page that was closed go on, without code and without registrar', async () => {
    await using employee = await counted(place)
    const { page, context, say } = employee
    await begin(employee)
    await page.getByRole('radio').first().check()
    await page.close({ runBeforeUnload: false })

    const again = await context.newPage()
    const asked: string[] = []
    again.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await again.goto(doorOf(place))
    await again.getByText(say('welcome.held')).waitFor()
    await again.getByRole('button', { name: say('welcome.continue') }).click()
    await again.getByRole('button', { name: say('counted.begin') }).click()
    await again.getByRole('radio').first().waitFor()

    expect(await again.getByRole('radio', { checked: true }).count()).toBe(0)
    expect(asked.filter((path) => path.startsWith('/api/collect'))).toEqual([])
  })

  it('forgets the ballot when somebody leaves quickly', async () => {
    await using employee = await counted(place)
    const { page, say } = employee
    await begin(employee)
    expect(await storedIn(employee)).toMatchObject({ local: 1 })

    await page.getByRole('link', { name: say('help.leave') }).click()
    await page.waitForURL('about:blank')
    await page.goto(doorOf(place))
    await page.getByRole('textbox', { name: say('code.label') }).waitFor()

    expect(await storedIn(employee)).toMatchObject({ local: 0, session: 0 })
  })
})

describe('another device', () => {
  it('takes the ballot from a picture, and answers without the registrar', async () => {
    const before = await envelopes()
    await using employee = await counted(place)
    await openElsewhere(employee)
    expect(await employee.barriers()).toEqual([])

    await using phone = await anEmployee(browser, await scanned(employee))
    await phone.page.getByText(phone.say('carried.text')).waitFor()
    expect(await phone.barriers()).toEqual([])
    expect(phone.page.url()).toBe(doorOf(place))
    await phone.page.getByRole('button', { name: phone.say('carried.continue') }).click()
    await phone.page.getByRole('button', { name: phone.say('counted.begin') }).waitFor()
    await begin(phone)
    await toTheLastPage(phone)
    await send(phone)

    expect(phone.asked.filter((one) => one.includes('/api/collect'))).toEqual([])
    expect(await envelopes()).toBe(before + 1)
    expect(await storedIn(phone)).toEqual(nothing)
  })

  it('warns of a ballot that somebody else sent, and takes a code in its place', async () => {
    await using employee = await counted(place)
    await openElsewhere(employee)
    const sent = await scanned(employee)
    await using colleague = await anEmployee(browser, sent)
    const { page, say } = colleague

    await page.getByRole('button', { name: say('carried.code') }).click()
    const field = page.getByRole('textbox', { name: say('code.label') })
    await field.fill(aCode(place.survey))
    await letIn(colleague)
    await begin(colleague)
    await toTheLastPage(colleague)
    await send(colleague)

    expect(colleague.asked.some((one) => one.endsWith('/api/collect'))).toBe(true)
  })

  it('is told that the ballot was taken, and goes on with the ballot code', async () => {
    const code = aCode(place.survey)
    await using employee = await counted(place, code)
    const ballotCode = await openElsewhere(employee)

    await using phone = await counted(place, code)
    const { page, say } = phone
    await page.getByRole('button', { name: say('counted.begin') }).click()
    await page.getByRole('heading', { name: say('taken.title') }).waitFor()
    expect(await phone.barriers()).toEqual([])

    const field = page.getByRole('textbox', { name: say('ballot-code.label') })
    await field.fill('00000000000000000000000000')
    await field.press('Enter')
    await page.getByText(say('taken.wrong')).waitFor()
    await field.fill(ballotCode.toLowerCase())
    await field.press('Enter')

    await page.getByRole('radio').first().waitFor()
    await page
      .getByRole('heading', { name: say('form.part', { place: 1, count: 7 }) })
      .waitFor()
  })

  it('keeps the answers when the ballot turns out to be taken at the end only', async () => {
    const code = aCode(place.survey)
    await using employee = await counted(place, code)
    const ballotCode = await openElsewhere(employee)
    await using kiosk = await counted(place, code)
    const { page, say } = kiosk
    await page.getByRole('radio', { name: say('device.shared') }).check()
    await begin(kiosk)
    await toTheLastPage(kiosk)

    await page.getByRole('button', { name: say('review.send') }).click()
    const field = page.getByRole('textbox', { name: say('ballot-code.label') })
    await field.fill(ballotCode)
    await field.press('Enter')

    await page.getByRole('heading', { name: say('sent.title') }).waitFor()
  })
})

describe('a device that others use', () => {
  it('is what a code is typed on, and keeps nothing', async () => {
    await using employee = await countedWithTypedCode()
    const { page, asked, say } = employee
    expect(
      await page.getByRole('radio', { name: say('device.shared') }).isChecked(),
    ).toBe(true)
    await begin(employee)
    await toTheLastPage(employee)

    expect(asked.filter((one) => one.endsWith('/api/collect'))).toEqual([])

    await send(employee)

    expect(await storedIn(employee)).toEqual(nothing)
  })

  it('warns when nobody is there, and lets the person stay', async () => {
    await using employee = await countedWithTypedCode((page) => page.clock.install())
    const { page, say } = employee
    await begin(employee)
    await page.getByRole('radio').first().check()

    await page.clock.fastForward('04:01')
    await page.getByRole('dialog', { name: say('idle.title') }).waitFor()
    expect(await employee.barriers()).toEqual([])
    const stay = page.getByRole('button', { name: say('idle.stay') })
    expect(await stay.evaluate((button) => button === document.activeElement)).toBe(true)
    await stay.press('Enter')
    await page.clock.fastForward('03:59')

    expect(await page.getByRole('dialog').count()).toBe(0)
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(1)
  })

  it('clears itself when nobody is there: page, history, memory', async () => {
    await using employee = await countedWithTypedCode((page) => page.clock.install())
    const { page, say } = employee
    await begin(employee)
    await page.getByRole('radio').first().check()
    await page.evaluate(() => Object.assign(window, { isTheSamePage: true }))

    await page.clock.fastForward('04:01')
    await page.getByRole('dialog').waitFor()
    await page.clock.fastForward('01:00')

    const field = page.getByRole('textbox', { name: say('code.label') })
    await field.waitFor()
    expect(await field.inputValue()).toBe('')
    expect(await page.evaluate(() => 'isTheSamePage' in window)).toBe(false)
    expect(await storedIn(employee)).toMatchObject({
      ...nothing,
      history: expect.anything(),
    })
    for (const step of ['goBack', 'goForward'] as const) {
      await page[step]()
      await page.getByRole('textbox', { name: say('code.label') }).waitFor()
      expect(await page.getByRole('radio').count()).toBe(0)
    }
  })

  it('clears itself a minute after sending, and at once when asked to', async () => {
    for (const isAsked of [true, false]) {
      await using employee = await countedWithTypedCode((page) => page.clock.install())
      const { page, say } = employee
      await begin(employee)
      await toTheLastPage(employee)
      await send(employee)
      await page.getByText(say('sent.clears')).waitFor()

      if (isAsked) await page.getByRole('button', { name: say('sent.clear') }).click()
      else await page.clock.fastForward('01:01')

      await page.getByRole('textbox', { name: say('code.label') }).waitFor()
      expect(await page.getByRole('heading', { name: say('sent.title') }).count()).toBe(0)
    }
  })

  it('shows the ballot code where answers may be lost with the page', async () => {
    await using employee = await countedWithTypedCode()
    const { page, say } = employee
    await begin(employee)
    await toTheLastPage(employee)
    await page.route(`${place.server.ballotOrigin}/ballot`, (route) => route.abort())

    await page.getByRole('button', { name: say('review.send') }).click()

    await page.getByText(say('send.unclear')).waitFor()
    expect(await page.locator('.code-text').textContent()).toHaveLength(30)
  })
})

describe('after sending', () => {
  it('says whether the envelope is there, takes new answers, and takes them back', async () => {
    const server = await testServer()
    const survey = await anOpenSurvey(server)
    await using employee = await counted({ browser, server, survey })
    await using _ = server
    const { page, say } = employee
    await begin(employee)
    await toTheLastPage(employee)
    await send(employee)

    await page.getByRole('button', { name: say('envelope.check') }).click()
    await page.getByText(say('envelope.there')).waitFor()
    await page.getByRole('button', { name: say('envelope.withdraw') }).click()
    await page.getByRole('heading', { name: say('withdrawn.title') }).waitFor()
    expect(await employee.barriers()).toEqual([])
    expect(await envelopesIn(server, survey)).toBe(0)

    for (let times = 0; times < 2; times += 1) {
      await page.getByRole('button', { name: say('after.again') }).click()
      await page.getByRole('radio').first().waitFor()
      expect(await page.getByRole('radio', { checked: true }).count()).toBe(0)
      await toTheLastPage(employee)
      expect(await page.getByText(say('review.replaces')).count()).toBe(times)
      await send(employee)
    }
    expect(await openedBox(server, survey)).toHaveLength(1)
  })

  it('shows the ballot code to whoever asks for it, which finds the envelope again', async () => {
    await using employee = await counted(place)
    const { page, say } = employee
    const unit = (await page.locator('h2 em').textContent()) ?? ''
    await begin(employee)
    await toTheLastPage(employee)
    await send(employee)
    expect(await page.locator('.code-text').count()).toBe(0)
    await page.getByText(say('receipt.title')).click()
    await page.getByRole('button', { name: say('after.code') }).click()
    const ballotCode = (await page.locator('.code-text').textContent()) ?? ''

    await using later = await anEmployee(browser, doorOf(place))
    await later.page.getByText(say('desk.title')).click()
    await later.page
      .getByRole('textbox', { name: say('ballot-code.label') })
      .fill(ballotCode)
    await later.page.getByRole('combobox', { name: say('desk.unit') }).selectOption(unit)
    const check = later.page.getByRole('button', { name: say('envelope.check') })
    await check.click()
    await later.page.getByText(say('envelope.there')).waitFor()
    await later.page.getByRole('button', { name: say('envelope.withdraw') }).click()
    await later.page.getByText(say('envelope.withdrawn')).waitFor()
    await check.click()

    await later.page.getByText(say('envelope.absent')).waitFor()
    expect(await later.barriers()).toEqual([])
  })

  it('keeps the answers when the network fails, and counts a second try once', async () => {
    await using employee = await counted(place)
    const { page, say } = employee
    await begin(employee)
    const before = await envelopes()
    await toTheLastPage(employee)
    const box = `${place.server.ballotOrigin}/ballot`
    await page.route(box, async (route) => {
      // It arrives, and the way back is cut.
      await route.fetch()
      await route.abort()
    })
    const button = page.getByRole('button', { name: say('review.send') })

    await button.click()
    await page.getByText(say('send.unclear')).waitFor()
    expect(await employee.barriers()).toEqual([])
    await page.unroute(box)
    await button.click()

    await page.getByRole('heading', { name: say('sent.title') }).waitFor()
    expect(await envelopes()).toBe(before + 1)
  })
})
