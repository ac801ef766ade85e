import type { Browser, CDPSession, Page } from 'playwright-core'
import { buildPages } from '#server/commands/build-pages.ts'
import { launchChromium } from '../e2e/browser.ts'
import { anOpenSurvey, type OpenSurvey } from '../server/journey.ts'
import { type TestServer, testServer } from '../server/test-server.ts'
import { printFigure } from './figures.ts'

const runs = 5
/** "Slow 4G" as browsers' own tools have it. */
const slow4G = {
  offline: false,
  latency: 562.5,
  downloadThroughput: 1_440_000 / 8,
  uploadThroughput: 675_000 / 8,
}
const cpuSlowdown = 4

/** What one visit took, from an empty cache. */
interface Visit {
  /** seconds from opening until the welcome can be read and Continue pressed */
  readonly welcome: number
  /** seconds from opening until the first question can be answered */
  readonly firstQuestion: number
  /** bytes that came over the network, headers included, from the link to the thanks */
  readonly bytes: number
}

/**
 * Times the employee's page in a browser, cold, on a narrow phone with a slow network and a
 * slow processor, for somebody who presses Continue and Begin as soon as they can.
 */
export async function timeAnswerPage(): Promise<void> {
  console.log('The employee’s page: cold, 360 px, Slow 4G (562 ms, 1.44 Mb/s), 4 × CPU')
  await buildPages((sentence) => console.log(`  ${sentence}`))
  await using server = await testServer()
  const survey = await anOpenSurvey(server)
  const browser = await launchChromium()
  const visits: Visit[] = []
  for (let run = 0; run < runs; run += 1) {
    visits.push(await visit(browser, server, survey, survey.codes[run] ?? ''))
  }
  await browser.close()
  print(visits)
}

function print(visits: readonly Visit[]): void {
  const welcome = median(visits.map((one) => one.welcome))
  const question = median(visits.map(({ firstQuestion }) => firstQuestion))
  const kilobytes = median(visits.map(({ bytes }) => bytes)) / 1000
  printFigure('welcome usable', `${welcome.toFixed(2)} s`, {
    words: 'within 1.5 s',
    met: welcome <= 1.5,
  })
  printFigure('first question, continuing at once', `${question.toFixed(2)} s`, {
    words: 'within 4.5 s',
    met: question <= 4.5,
  })
  printFigure('whole journey, cryptography included', `${kilobytes.toFixed(0)} kB`, {
    words: 'under 400 kB',
    met: kilobytes < 400,
  })
}

async function visit(
  browser: Browser,
  server: TestServer,
  survey: OpenSurvey,
  code: string,
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    locale: 'en',
  })
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  const bytes = await slowDown(cdp)
  await page.addInitScript(hurryOn)
  await page.goto(`${server.origin}/answer/${survey.id}#${code}`)
  await page.waitForFunction(readTimes, null, { timeout: 60_000 })
  const { welcome, firstQuestion } = (await page.evaluate(readTimes)) ?? never
  await finish(page)
  await context.close()
  return { welcome: welcome / 1000, firstQuestion: firstQuestion / 1000, bytes: bytes() }
}

const never: Times = { welcome: Number.NaN, firstQuestion: Number.NaN }

/** @returns how many bytes came so far */
async function slowDown(cdp: CDPSession): Promise<() => number> {
  let bytes = 0
  cdp.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  await cdp.send('Network.enable')
  await cdp.send('Network.setCacheDisabled', { cacheDisabled: true })
  await cdp.send('Network.emulateNetworkConditions', slow4G)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown })
  return () => bytes
}

async function finish(page: Page): Promise<void> {
  await page.getByRole('radio').first().check()
  const onwards = page.locator('.q-on')
  while ((await onwards.count()) > 0) await onwards.click()
  await page.locator('.way .button').last().click()
  await page.locator('.contacts').first().waitFor()
  await page.waitForLoadState('networkidle')
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1] ?? Number.NaN
}

/* What follows runs in the page. */

interface Times {
  readonly welcome: number
  readonly firstQuestion: number
}

/** Presses what leads on in the first frame in which it stands there, and notes when. */
function hurryOn(): void {
  const times: Record<string, number> = {}
  Object.assign(window, { timesOfVisit: times })
  const look = () => {
    const onwards = document.querySelector<HTMLElement>('.door .button')
    const begin = document.querySelector<HTMLElement>(
      '.devices ~ .way .button:last-child',
    )
    if (document.querySelector('.question input')) {
      times['firstQuestion'] ??= performance.now()
      return
    }
    if (onwards && times['welcome'] === undefined) {
      times['welcome'] = performance.now()
      onwards.click()
    }
    if (begin && times['begin'] === undefined) {
      times['begin'] = performance.now()
      begin.click()
    }
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

function readTimes(): Times | null {
  const times: Partial<Times> = Reflect.get(window, 'timesOfVisit') ?? {}
  const { welcome, firstQuestion } = times
  return welcome !== undefined && firstQuestion !== undefined
    ? { welcome, firstQuestion }
    : null
}
