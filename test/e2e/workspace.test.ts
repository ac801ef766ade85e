import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { offerSetUp } from '#server/accounts/set-up-organization.ts'
import { everywhere } from '#server/reply-headers.ts'
import type { Locale } from '#surveys/locale.ts'
import { type TestServer, testServer } from '../server/test-server.ts'
import { launchChromium } from './browser.ts'
import { anEmployee } from './employee.ts'
import { fillFacts } from './facts.ts'
import { aDesk, count, type Desk, say } from './workspace.ts'

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

/** Looks at a page when it has come to rest: nothing may bar anybody. */
async function expectNoBarrier({ barriers, page }: Desk, where: string): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(await barriers(), where).toEqual([])
}

/** Answers as an invented employee, on a phone, by keyboard alone. */
async function answerByKeyboard(address: string, locale: Locale): Promise<void> {
  await using employee = await anEmployee(browser, address, locale)
  const { page, press, say: words } = employee
  await press(words('welcome.continue'))
  await page.getByRole('button', { name: words('counted.begin') }).waitFor()
  await press(words('counted.begin'))
  for (let place = 1; place <= 7; place += 1) {
    const part = words('form.part', { place, count: 7 })
    await page.getByRole('heading', { level: 2 }).filter({ hasText: part }).waitFor()
    await employee.answerPart()
  }
  await press(words('review.send'))
  await page.getByRole('heading', { name: words('sent.title') }).waitFor()
}

/** From cell to cell by keyboard, sorted by a need, and taken along as a picture. */
async function walkTheHeatMap(desk: Desk): Promise<void> {
  const { page, press } = desk
  const steps = page.getByRole('navigation', { name: say('journey.title') })
  await steps.getByRole('link', { name: say('page.units') }).click()
  const table = page.getByRole('grid')
  const rows = table.locator('tbody tr')
  await rows.first().waitFor()
  await expectNoBarrier(desk, 'heat map')

  await rows.first().locator('td').first().focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('End')
  await page.locator('.reading', { hasText: 'Customers' }).waitFor()
  await page.getByLabel(say('heat.apart')).click()
  await page.waitForURL(/apart=true/)
  await table.getByRole('button', { name: say('construct.work.demands') }).press('Enter')
  await page.waitForURL(/sort=work.demands/)
  const first = async () => (await rows.locator('th').allTextContents()).slice(0, 2)
  await expect.poll(first).toEqual([say('organization.whole'), 'Warehouse North'])
  await expectNoBarrier(desk, 'heat map, sorted')

  const downloading = page.waitForEvent('download')
  await press(say('heat.picture'))
  const picture = readFileSync(await (await downloading).path())
  expect(picture.subarray(1, 4).toString()).toBe('PNG')
  expect(picture.length).toBeGreaterThan(20_000)
}

/** Has all documents made, and reads the report with another program. */
async function readReport(desk: Desk): Promise<string> {
  const { page, press } = desk
  await press(say('reports.make'))
  const document = say('reports.kind.report')
  const link = page.getByRole('link', {
    name: say('reports.download.name', { document, language: 'English' }),
  })
  await link.waitFor({ timeout: 240_000 })
  await expectNoBarrier(desk, 'reports')
  const downloading = page.waitForEvent('download')
  await link.click()
  const path = await (await downloading).path()
  const { stdout } = spawnSync('pdftotext', [path, '-'], { encoding: 'utf8' })
  return stdout.replace(/\s+/g, ' ')
}

describe('the whole way', () => {
  it('goes from the first visit to a deck that opens and a report to print', {
    timeout: 600_000,
  }, async () => {
    await using desk = await aDesk(browser, server.origin)
    const { page, press } = desk

    const steps = page.getByRole('navigation', { name: say('journey.title') })

    // Ask: the example fills itself, and two employees answer in two languages.
    await expectNoBarrier(desk, 'front')
    await press(say('front.example.button'))
    await page.getByRole('heading', { name: say('assessments.title') }).waitFor()
    await expectNoBarrier(desk, 'assessments')
    await page.getByRole('link', { name: say('home.link') }).click()
    await page.getByText(say('task.close')).first().waitFor()
    await expectNoBarrier(desk, 'home')
    await steps.getByRole('link', { name: say('step.ask') }).click()
    const spare = page.getByRole('region', { name: say('ask.try') }).getByRole('link')
    await spare.first().waitFor()
    await expectNoBarrier(desk, 'ask')
    const addresses = await spare.evaluateAll((links) =>
      links.map((link) => (link instanceof HTMLAnchorElement ? link.href : '')),
    )
    await answerByKeyboard(addresses[0] ?? '', 'sv')
    await answerByKeyboard(addresses[1] ?? '', 'ro')

    // Understand: closed, counted, published.
    await press(say('close.button'))
    await expectNoBarrier(desk, 'closing')
    await page.keyboard.press('Enter')
    await press(say('close.button'))
    await press(say('close.button'))
    await page.getByText(say('understand.closed')).waitFor()
    await expectNoBarrier(desk, 'closed')
    await press(say('unseal.example'))
    await page.getByText(say('understand.tallied')).waitFor()
    await expectNoBarrier(desk, 'counted')
    await press(say('release.button'))
    await page.getByText(say('agreed.mine.organiser')).waitFor()
    await press(say('example.as.employee-side'))
    await page.getByText(say('agreed.by', { name: 'Ingrid Example' })).waitFor()
    await press(say('release.button'))
    await press(say('release.button'))
    await page.getByRole('heading', { name: say('understand.needs') }).waitFor()
    await press(say('example.as.organiser'))
    // The page before has the same heading: what tells them apart is who is signed in.
    await page.getByRole('button', { name: say('example.as.employee-side') }).waitFor()
    await page.getByRole('heading', { name: say('understand.needs') }).waitFor()
    await expectNoBarrier(desk, 'understand')
    await page
      .getByRole('link', { name: say('page.needs') })
      .last()
      .click()
    const needs = page.getByRole('region', { name: say('needs.title') })
    await needs.getByRole('button').first().click()
    await expectNoBarrier(desk, 'a need opened')
    await walkTheHeatMap(desk)
    for (const name of ['page.voices', 'page.weight'] as const) {
      await steps.getByRole('link', { name: say(name) }).click()
      await page.getByRole('heading', { level: 2 }).first().waitFor()
      await expectNoBarrier(desk, name)
    }
    await steps
      .getByRole('link', { name: new RegExp(`^${say('step.understand')}`) })
      .click()

    // Design: one more component, then the program is adopted.
    await page.getByRole('link', { name: say('understand.design') }).click()
    await page.getByText(count('adopt.components', 11)).waitFor()
    await press(say('design.adopt.name', { name: say('component.sleep_programme') }))
    await page.getByText(count('adopt.components', 12)).waitFor()
    await expectNoBarrier(desk, 'design')
    await press(say('adopt.button'))
    await page.getByRole('link', { name: say('adopt.next') }).click()

    // Tell: what is missing is asked for; with all of it, a deck.
    await page.getByLabel(say('fact.provider')).fill('Nordlys Example Care')
    await expectNoBarrier(desk, 'tell')
    await press(say('tell.facts.save'))
    await page.getByText(say('tell.facts.saved')).waitFor()
    const id = page.url().split('/').at(-2) ?? ''
    await fillFacts(page, id)
    await page.reload()
    await page.getByText(say('tell.facts.complete')).waitFor()
    await page.getByLabel(say('tell.material.language')).selectOption('ro')
    await expectNoBarrier(desk, 'material')
    const downloading = page.waitForEvent('download')
    await page.getByRole('link', { name: /PPTX.*Romanian/ }).click()
    const file = await (await downloading).path()

    const parts = unzipSync(new Uint8Array(readFileSync(file)))
    const slides = Object.keys(parts).filter((name) =>
      /slides\/slide\d+\.xml$/.test(name),
    )
    const words = slides.map((name) => strFromU8(parts[name] ?? new Uint8Array())).join()
    expect(slides.length).toBeGreaterThanOrEqual(10)
    expect(words).toContain('0800 100 005')
    expect(words).toContain('lang="ro-RO"')

    // And a report to print, for whoever leads.
    await steps.getByRole('link', { name: say('page.report') }).click()
    expect(await readReport(desk)).toContain(say('component.sleep_programme'))
    expect(await desk.faults()).toEqual([])
  })

  it('can be gone on a phone, and in the dark', async () => {
    await using desk = await aDesk(browser, server.origin, { width: 360, dark: true })
    const { page, press } = desk
    await press(say('front.example.button'))
    await page.getByRole('heading', { name: say('assessments.title') }).waitFor()
    await page.getByRole('link', { name: say('step.understand.open') }).click()
    await page.getByRole('heading', { name: say('understand.needs') }).waitFor()
    const steps = page.getByRole('navigation', { name: say('journey.title') })
    const title = () => page.getByRole('heading', { level: 1 }).textContent()

    for (const step of [
      'prepare',
      'approve',
      'ask',
      'understand',
      'design',
      'tell',
    ] as const) {
      const before = await title()
      await steps.getByText(say('journey.title')).click()
      await steps
        .getByRole('link', { name: new RegExp(`^${say(`step.${step}`)}`) })
        .click()
      await page.waitForURL(`**/${step}`)
      // The page before stands until the next one is there.
      await expect.poll(title).not.toBe(before)
      await page.getByRole('heading', { level: 2 }).first().waitFor()
      await expectNoBarrier(desk, step)
    }
    expect(await desk.faults()).toEqual([])
  })

  it('looks the same from the employee side, without what only organisers do', async () => {
    await using desk = await aDesk(browser, server.origin)
    const { page, press } = desk
    await press(say('front.example.button'))
    await press(say('example.as.employee-side'))
    await page.getByText(say('role.employee-side')).first().waitFor()

    await page.getByRole('link', { name: say('step.understand.open') }).click()
    await page.getByRole('heading', { name: say('understand.needs') }).waitFor()
    await page.getByRole('link', { name: say('understand.design') }).click()
    await page.getByText(say('design.in')).first().waitFor()

    expect(await page.getByRole('button', { name: say('design.adopt') }).count()).toBe(0)
    await expectNoBarrier(desk, 'design, employee side')
  })
})

describe('setting up an organization', () => {
  it('goes from the printed link to a plan that waits for the employee side', async () => {
    await using desk = await aDesk(browser, server.origin)
    const { page, press } = desk
    const link = await offerSetUp(server.running.services)
    await page.goto(link ?? '')
    await expectNoBarrier(desk, 'set up')
    await page.getByLabel(say('set-up.organization')).fill('Acme Works')
    await page.getByLabel(say('accounts.name')).fill('Ada Organiser')
    await page.getByLabel(say('accounts.email')).fill('ada@acme.example')
    await page
      .getByRole('textbox', { name: say('accounts.password') })
      .fill('four plain words here')

    await press(say('set-up.button'))
    await page.getByText(say('assessments.none')).waitFor()
    await page.getByLabel(say('assessments.name')).fill('Autumn')
    await press(say('assessments.new.button'))
    await page.getByRole('heading', { level: 1, name: say('prepare.title') }).waitFor()
    await expectNoBarrier(desk, 'prepare, empty')

    const units = page.getByLabel(say('prepare.units.paste'))
    await units.fill('name,parent,headcount\nHall,,30\nYard,,many\n')
    await press(say('prepare.units.take'))
    await page.getByText(say('units.headcount', { line: 3 })).waitFor()
    await expectNoBarrier(desk, 'prepare, refused')
    await units.fill('name,parent,headcount\nHall,,30\nYard,,6\nOffice,,24\n')
    await press(say('prepare.units.take'))
    await page.getByText('Office + Yard (30)').first().waitFor()
    await expectNoBarrier(desk, 'prepare, units')

    await page
      .getByRole('navigation', { name: say('journey.title') })
      .getByRole('link', { name: say('step.approve') })
      .click()
    await page.getByText(say('approve.waiting')).waitFor()

    const freezing = page.getByRole('region', { name: say('freeze.title') })
    const obstacle = freezing.getByText(say('refusal.key-holders-missing'))
    await obstacle.waitFor()
    expect(
      await page.getByRole('button', { name: /^Open the survey for/ }).isDisabled(),
    ).toBe(true)
    expect(page.url()).not.toContain('#')
    expect(await desk.faults()).toEqual([])
  })
})

describe('the pages', () => {
  it('send a visitor without a session to the door', async () => {
    await using desk = await aDesk(browser, server.origin)

    await desk.page.goto(`${server.origin}/people`)

    await desk.page.getByRole('heading', { name: say('front.title') }).waitFor()
  })

  it('say so where there is nothing', async () => {
    await using desk = await aDesk(browser, server.origin)

    await desk.page.goto(`${server.origin}/nowhere/at/all`)

    await desk.page.getByRole('heading', { name: say('frame.not-found') }).waitFor()
    await expectNoBarrier(desk, 'not found')
  })

  it('change their language without being loaded again', async () => {
    await using desk = await aDesk(browser, server.origin)
    const { page } = desk

    await page.getByRole('combobox', { name: say('frame.language') }).click()
    await page.getByRole('option', { name: 'Svenska' }).click()

    await page.locator('html[lang=sv]').waitFor()
    await expectNoBarrier(desk, 'front, Swedish')
  })

  it('forbid scripts and styles in their own text, and tell browsers the same everywhere', async () => {
    const survey = '5b0f2f0e-1111-4111-8111-111111111111'
    const pages = ['/', '/assessments', '/answer/preview', `/answer/${survey}`]
    const forAll = [`/results/${survey}`, `/program/${survey}`, `/mute/${survey}`]
    for (const path of [...pages, ...forAll]) {
      const { headers } = await fetch(`${server.origin}${path}`)
      expect(Object.fromEntries(headers), path).toMatchObject(everywhere)
      expect(headers.get('cache-control'), path).toBe('no-store')
      expect(headers.get('set-cookie'), path).toBeNull()
      const policy = headers.get('content-security-policy') ?? ''

      expect(policy, path).toContain("default-src 'none'")
      const hasNoScript = path.startsWith('/program/')
      if (!hasNoScript) expect(policy, path).toContain("script-src 'self'")
      expect(policy, path).toContain("base-uri 'none'")
      expect(policy, path).toMatch(/frame-ancestors '(none|self)'/)
      expect(policy, path).toContain("style-src 'self'")
      expect(policy, path).not.toContain('unsafe')
    }
  })
})
