import type { Browser, BrowserContext, Page } from 'playwright-core'
import { buildPages } from '#server/commands/build-pages.ts'
import { completeExample } from '#server/example/complete-example.ts'
import { Results } from '#server/results/contract.ts'
import { launchChromium } from '../e2e/browser.ts'
import { type TestServer, testServer } from '../server/test-server.ts'
import { printFigure } from './figures.ts'

const runs = 5
const units = 200

/**
 * Times the workspace in a browser on a desk, with nothing slowed down: cold, from one page to
 * the next, and a heat map of two hundred units while it is scrolled.
 */
export async function timeWorkspace(): Promise<void> {
  console.log('The workspace: cold, 1280 px, nothing slowed down')
  await buildPages((sentence) => console.log(`  ${sentence}`))
  await using server = await testServer()
  const { assessment } = await completeExample(server.running.services, () => undefined)
  const browser = await launchChromium()
  const base = `${server.origin}/assessments/${assessment.id}`
  await timeColdStarts(browser, server, base)
  await timeRoutes(browser, server, base)
  await timeScrolling(browser, server, base, assessment.id)
  await browser.close()
}

async function atDesk(browser: Browser, server: TestServer): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: 'en',
  })
  await context.request.post(`${server.origin}/api/office/example/visit`, {
    data: { as: 'organiser' },
    headers: { origin: server.origin },
  })
  return context
}

/** From an empty cache until the greatest needs can be read. */
async function timeColdStarts(
  browser: Browser,
  server: TestServer,
  base: string,
): Promise<void> {
  const seconds: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const context = await atDesk(browser, server)
    const page = await context.newPage()
    await page.goto(`${base}/understand`, { waitUntil: 'commit' })
    await page.locator('.need-card').first().waitFor()
    seconds.push((await page.evaluate(() => performance.now())) / 1000)
    await context.close()
  }
  const median = medianOf(seconds)
  printFigure('results usable, cold', `${median.toFixed(2)} s`, {
    words: 'within 1.5 s',
    met: median <= 1.5,
  })
}

const tour = ['prepare', 'approve', 'understand', 'design', 'tell', 'ask'] as const

/** From the press on a link until the heading of the other page is drawn. */
async function timeRoutes(
  browser: Browser,
  server: TestServer,
  base: string,
): Promise<void> {
  const context = await atDesk(browser, server)
  const page = await context.newPage()
  await page.goto(base)
  await page.locator('.journey').waitFor()
  for (const name of ['first visits', 'further visits'] as const) {
    const times: number[] = []
    for (const step of tour) {
      const link = page.locator(`.spine a[href$="/${step}"]`)
      // People point before they press, and the page is fetched meanwhile.
      await link.hover()
      await page.waitForTimeout(150)
      times.push(await pressed(page, step))
      await page.waitForLoadState('networkidle')
    }
    const worst = Math.max(...times)
    const words = `${medianOf(times).toFixed(0)} ms, at most ${worst.toFixed(0)} ms`
    printFigure(`route changes, ${name}`, words, {
      words: 'under 100 ms',
      met: worst < 100,
    })
  }
  await context.close()
}

function pressed(page: Page, step: string): Promise<number> {
  return page.evaluate(
    (to) =>
      new Promise<number>((resolve) => {
        const before = document.querySelector('h1')
        const from = performance.now()
        document.querySelector<HTMLAnchorElement>(`.spine a[href$="/${to}"]`)?.click()
        const look = (): void => {
          const now = document.querySelector('h1')
          const isThere = now !== before && location.pathname.endsWith(`/${to}`)
          if (isThere) requestAnimationFrame(() => resolve(performance.now() - from))
          else requestAnimationFrame(look)
        }
        look()
      }),
    step,
  )
}

/** Frames that came late while a large heat map moved under the wheel. */
async function timeScrolling(
  browser: Browser,
  server: TestServer,
  base: string,
  id: string,
): Promise<void> {
  const context = await atDesk(browser, server)
  const page = await context.newPage()
  const address = `${server.origin}/api/office/results/${id}`
  const reply = await context.request.get(address)
  const large = withUnits(Results.parse(await reply.json()))
  await page.route(address, (route) => route.fulfill({ json: large }))
  await page.goto(`${base}/understand/units?order=life`)
  await page.locator('.heatmap tbody tr').nth(units).waitFor()
  const cells = await page.locator('.heatmap tbody td').count()
  const frames = await page.evaluate(scrollThrough)
  const usual = medianOf(frames)
  const late = frames.filter((frame) => frame > 1.5 * usual).length
  const words = `${late} of ${frames.length} frames late, median ${usual.toFixed(1)} ms`
  printFigure(`scrolling ${cells} cells`, words, { words: 'none late', met: late === 0 })
  await context.close()
}

/** Runs in the page. @returns milliseconds of each frame */
function scrollThrough(): Promise<number[]> {
  return new Promise((resolve) => {
    const times: number[] = []
    let last = performance.now()
    const step = (now: number): void => {
      times.push(now - last)
      last = now
      scrollBy(0, 30)
      if (times.length < 150) requestAnimationFrame(step)
      else resolve(times.slice(5))
    }
    requestAnimationFrame(step)
  })
}

/** The same results with units like those there are, until there are enough of them. */
function withUnits(results: Results): Results {
  const { release } = results
  const copies = Array.from({ length: units }, (_, at) => {
    const like = release.units[at % release.units.length]
    return { like: like?.id ?? '', id: `copy-${at}`, name: `Department ${at + 1}` }
  })
  const rest = { parent: null, headcount: null, answered: hidden, responseRate: hidden }
  const constructs = Object.fromEntries(
    Object.entries(release.constructs).map(([construct, released]) => {
      const cells = copies.flatMap(({ id, like }) => {
        const cell = released.units[like]
        return cell ? [[id, cell] as const] : []
      })
      return [construct, { ...released, units: Object.fromEntries(cells) }]
    }),
  )
  const many = copies.map(({ id, name }) => ({ id, name, ...rest }))
  return { ...results, release: { ...release, units: many, constructs } }
}

const hidden = { kind: 'hidden' } as const

const medianOf = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
