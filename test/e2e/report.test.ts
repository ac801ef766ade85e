import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import toldEnglish from '#web/told/texts/en.json' with { type: 'json' }
import {
  anOpenSurvey,
  answersAll,
  cast,
  type OpenSurvey,
  release,
} from '../server/journey.ts'
import { type TestServer, testServer } from '../server/test-server.ts'
import { aCode, atTheQuestions, doorOf, send, toTheLastPage } from './answering.ts'
import { launchChromium } from './browser.ts'
import { aDesk, say, visitAs } from './workspace.ts'

let browser: Browser
let server: TestServer
let survey: OpenSurvey

beforeAll(async () => {
  browser = await launchChromium()
  server = await testServer()
  survey = await anOpenSurvey(server)
})

afterAll(async () => {
  await browser?.close()
  await server?.[Symbol.asyncDispose]()
})

interface Visit extends AsyncDisposable {
  readonly page: Page
  readonly hosts: ReadonlySet<string>
  readonly faults: readonly string[]
}

interface Look {
  readonly width?: number
  readonly dark?: boolean
}

/** Somebody on a phone, who is not signed in. */
async function anybody(address: string, { width = 360, dark = false }: Look = {}) {
  const context = await browser.newContext({
    viewport: { width, height: 740 },
    locale: 'en',
    colorScheme: dark ? 'dark' : 'light',
  })
  context.setDefaultTimeout(90_000)
  const page = await context.newPage()
  const hosts = new Set<string>()
  const faults: string[] = []
  page.on('request', (request) => hosts.add(new URL(request.url()).host))
  page.on('pageerror', ({ message }) => faults.push(message))
  page.on('console', (message) => {
    if (/Content.Security.Policy/i.test(message.text())) faults.push(message.text())
  })
  await page.goto(address)
  const visit: Visit = {
    page,
    hosts,
    faults,
    [Symbol.asyncDispose]: () => context.close(),
  }
  return { ...visit, cookies: () => context.cookies() }
}

async function barriers(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const isWide = await page.evaluate(
    () => document.documentElement.scrollWidth > window.innerWidth + 1,
  )
  return [
    ...violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
    ...(isWide ? ['wider than the screen'] : []),
  ]
}

const pageOf = () => `${server.origin}/results/${survey.id}`

describe('the results for everybody', () => {
  it('stand where the thank-you page says, from the day somebody answers', async () => {
    const door = doorOf({ browser, server, survey }, aCode(survey))
    await using employee = await atTheQuestions(browser, door)
    await toTheLastPage(employee)
    await send(employee)
    const asked = employee.requests.length

    const address = await employee.page
      .locator('strong', { hasText: '/results/' })
      .textContent()
    await using visit = await anybody(address ?? '')

    await visit.page
      .getByRole('heading', { name: 'The results will stand here' })
      .waitFor()
    expect(address).toBe(pageOf())
    expect(await visit.page.getByText('promised by January 15, 2027').count()).toBe(1)
    expect(await employee.page.locator('a[href*="/results/"]').count()).toBe(0)
    expect(employee.requests.length).toBe(asked)
  })

  it('come with the release, in every language, with help first and no way to be told apart', async () => {
    for (const code of survey.codes.slice(1, 55)) {
      await cast(server, survey, code, answersAll('sometimes'))
    }
    await release(server, survey)

    await using visit = await anybody(pageOf())
    const { page } = visit
    await page.getByRole('heading', { name: 'What matters most' }).waitFor()
    const headings = await page.getByRole('heading', { level: 2 }).allInnerTexts()
    const call = await page.getByRole('link', { name: '112' }).getAttribute('href')
    await page.getByLabel(toldEnglish.language).focus()
    await page.getByLabel(toldEnglish.language).selectOption('ro')
    await page.getByRole('heading', { name: 'Ce ați spus și ce vom face' }).waitFor()

    expect(headings[0]).toBe('Need help now?')
    expect(call).toBe('tel:112')
    expect(await page.locator('html').getAttribute('lang')).toBe('ro')
    expect([...visit.hosts]).toEqual([new URL(server.origin).host])
    expect(visit.faults).toEqual([])
    expect(await visit.cookies()).toEqual([])
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)
  })

  it.each([{ width: 360 }, { width: 1280 }, { width: 390, dark: true }])(
    'can be read by everybody: %o',
    async (look) => {
      await using visit = await anybody(pageOf(), look)
      await visit.page.getByRole('heading', { name: 'What matters most' }).waitFor()

      expect(await barriers(visit.page)).toEqual([])
    },
  )

  it('are found by who has the address, and by no search', async () => {
    const reply = await fetch(pageOf())
    const elsewhere = await anybody(`${server.origin}/results/${crypto.randomUUID()}`)
    await elsewhere.page.getByText(toldEnglish.unknown).waitFor()

    expect(reply.headers.get('x-robots-tag')).toBe('noindex')
    expect(reply.headers.get('set-cookie')).toBeNull()
    expect(reply.headers.get('content-security-policy')).toMatch(
      /default-src 'none'.*form-action 'none'.*frame-ancestors 'none'/,
    )
    await elsewhere[Symbol.asyncDispose]()
  })
})

describe('the page of reports', () => {
  it('has everything made by one side, and gives both the same file', async () => {
    await using desk = await aDesk(browser, server.origin)
    await visitAs(desk, 'employee-side')
    await desk.page.goto(`${server.origin}/assessments/${survey.id}/report`)
    await desk.press(say('reports.make'))
    const table = desk.page.getByRole('table', { name: /Documents/ })
    await table.waitFor({ timeout: 120_000 })
    const link = table.getByRole('link', {
      name: say('reports.download.name', {
        document: say('reports.kind.workbook'),
        language: 'English',
      }),
    })
    const href = (await link.getAttribute('href')) ?? ''
    const rows = await table.getByRole('row').count()
    const theirs = await desk.page.request.get(`${server.origin}${href}`)
    await using other = await aDesk(browser, server.origin)
    await visitAs(other, 'organiser')
    const mine = await other.page.request.get(`${server.origin}${href}`)

    expect(rows).toBe(6)
    expect(theirs.headers()['content-disposition']).toContain('workbook-en.xlsx')
    expect((await mine.body()).equals(await theirs.body())).toBe(true)
    expect(await desk.page.getByRole('link', { name: pageOf() }).count()).toBe(1)
    expect(await desk.faults()).toEqual([])
  })

  it.each([{ width: 1280 }, { width: 360 }, { width: 390, dark: true }])(
    'can be used by everybody: %o',
    async (look) => {
      await using desk = await aDesk(browser, server.origin, look)
      await visitAs(desk, 'organiser')
      await desk.page.goto(`${server.origin}/assessments/${survey.id}/report`)
      await desk.page.getByRole('heading', { name: say('reports.units') }).waitFor()

      expect(await desk.barriers()).toEqual([])
    },
  )

  it('gives the sheet of a unit in the language that is chosen', async () => {
    await using desk = await aDesk(browser, server.origin)
    await visitAs(desk, 'organiser')
    await desk.page.goto(`${server.origin}/assessments/${survey.id}/report`)
    const card = desk.page.getByRole('region', { name: say('reports.units') })
    await card.getByLabel(say('reports.units.unit')).selectOption({ label: 'Works' })
    await card.getByLabel(say('reports.language')).selectOption('nb')

    const link = card.getByRole('link', { name: say('reports.units.get') })
    const href = (await link.getAttribute('href')) ?? ''
    const sheet = await desk.page.request.get(`${server.origin}${href}`)

    expect(sheet.status()).toBe(200)
    expect((await sheet.body()).toString('latin1')).toContain('/Lang (nb-NO)')
  })
})
