import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildPages } from '#server/commands/build-pages.ts'
import { anOpenSurvey, plan } from '../server/journey.ts'
import { testServer } from '../server/test-server.ts'
import { aCode, doorOf, letIn, type Place, parts, send } from './answering.ts'
import { launchChromium } from './browser.ts'
import { anEmployee, type Employee } from './employee.ts'

/** Of our five languages the one with the longest sentences. */
const longest = 'ro'

const looks = [
  { width: 360, height: 740, colorScheme: 'light' },
  { width: 360, height: 740, colorScheme: 'dark' },
  { width: 1280, height: 800, colorScheme: 'light' },
  { width: 1280, height: 800, colorScheme: 'dark' },
] as const

let browser: Browser
let place: Place

beforeAll(async () => {
  await buildPages(() => undefined)
  browser = await launchChromium()
  const server = await testServer()
  const contacts = { ...plan.contacts, ro: [{ name: 'Urgențe', phone: '112' }] }
  const planned = { ...plan, languages: ['en', 'ro'], contacts }
  place = { browser, server, survey: await anOpenSurvey(server, planned) }
})

afterAll(async () => {
  await browser?.close()
  await place?.server[Symbol.asyncDispose]()
})

/** What is wrong with a page in any of its looks. */
async function wrongWith(
  { page, barriers }: Employee,
  name: string,
  among: readonly (typeof looks)[number][] = looks,
) {
  const found: string[] = []
  for (const { width, height, colorScheme } of among) {
    await page.setViewportSize({ width, height })
    // Colours that are still on their way from one look to the other are no barrier.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const look = `${name}, ${width} px, ${colorScheme}`
    for (const barrier of await barriers()) found.push(`${look}: ${barrier}`)
    const isWide = await page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    )
    if (isWide) found.push(`${look}: scrolls sideways`)
  }
  return found
}

async function openEverything({ page }: Employee): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true
  })
}

/** Four looks of every page take a while on a machine that is busy. */
const patience = 300_000

describe('every page of the way, in Romanian, narrow and wide, light and dark', () => {
  it(
    'has no barrier before the questions',
    async () => {
      const address = doorOf(place, aCode(place.survey))
      await using employee = await anEmployee(browser, address, longest)
      const { page, say } = employee
      const found: string[] = []

      await openEverything(employee)
      found.push(...(await wrongWith(employee, 'welcome')))
      await page.getByRole('textbox', { name: say('number.field') }).fill('0')
      await page.getByRole('button', { name: say('welcome.continue') }).click()
      await page.locator('#number-problem').waitFor()
      found.push(...(await wrongWith(employee, 'number')))
      await page.getByRole('textbox', { name: say('number.field') }).fill('')
      await letIn(employee)
      found.push(...(await wrongWith(employee, 'counted')))
      await page.getByRole('button', { name: say('counted.elsewhere') }).click()
      await page.getByRole('img', { name: say('moving.picture') }).waitFor()
      found.push(...(await wrongWith(employee, 'moving')))

      expect(found).toEqual([])
      expect(await employee.faults()).toEqual([])
    },
    patience,
  )

  it(
    'has no barrier from the first question to the receipt',
    async () => {
      await using employee = await anEmployee(browser, doorOf(place), longest)
      const { page, say } = employee
      const found: string[] = []
      await page
        .getByRole('textbox', { name: say('code.label') })
        .fill(aCode(place.survey))
      await letIn(employee)
      await page.getByRole('button', { name: say('counted.begin') }).click()

      for (let part = 1; part <= parts; part += 1) {
        const name = say('form.part', { place: part, count: parts })
        await page.getByRole('heading', { name }).waitFor()
        // The parts are made of the same things: after the first, two looks do.
        const among = part === 1 ? looks : [looks[1], looks[2]]
        found.push(...(await wrongWith(employee, `part ${part}`, among)))
        const on = say(part < parts ? 'form.next' : 'form.finish')
        await page.getByRole('button', { name: on, exact: true }).click()
      }
      await page.route(`${place.server.ballotOrigin}/ballot`, (route) => route.abort())
      await page.getByRole('button', { name: say('review.send') }).click()
      await page.getByText(say('send.unclear')).waitFor()
      found.push(...(await wrongWith(employee, 'review')))
      await page.unrouteAll()
      await send(employee)
      await openEverything(employee)
      await page.getByRole('button', { name: say('after.code') }).click()
      found.push(...(await wrongWith(employee, 'sent')))

      expect(found).toEqual([])
      expect(await employee.faults()).toEqual([])
    },
    patience,
  )
})
