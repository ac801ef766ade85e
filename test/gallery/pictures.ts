import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import type { Place } from './places.ts'

/** A picture of a page, and what is wrong with the page. */
export interface Picture {
  readonly name: string
  readonly file: string
  readonly faults: readonly string[]
}

interface Setting {
  readonly locale: string
  readonly width: number
  readonly dark: boolean
}

/** Romanian has the longest words on buttons, and the most letters with marks. */
const settings: readonly Setting[] = [
  { locale: 'en', width: 1280, dark: false },
  { locale: 'en', width: 390, dark: true },
  { locale: 'ro', width: 1280, dark: true },
  { locale: 'ro', width: 390, dark: false },
]

/** Takes every place in every setting, one after the other. */
export async function takePictures(
  browser: Browser,
  origin: string,
  places: readonly Place[],
  out: string,
): Promise<readonly Picture[]> {
  const pictures: Picture[] = []
  for (const setting of settings) {
    for (const place of places) {
      pictures.push(await takePicture(browser, origin, place, setting, out))
    }
  }
  return pictures
}

async function takePicture(
  browser: Browser,
  origin: string,
  place: Place,
  { locale, width, dark }: Setting,
  out: string,
): Promise<Picture> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    locale,
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  })
  try {
    const page = await context.newPage()
    const faults: string[] = []
    page.on('pageerror', ({ message }) => faults.push(message))
    if (place.as) {
      await page.request.post(`${origin}/api/office/example/visit`, {
        data: { as: place.as },
        headers: { origin },
      })
    }
    await page.goto(`${origin}${place.path}`)
    await page.waitForLoadState('networkidle')
    await page.getByRole('heading').first().waitFor()
    const name = `${place.name}-${locale}-${width}${dark ? '-dark' : ''}`
    const file = `${name}.png`
    await page.screenshot({ path: join(out, file), fullPage: true })
    return { name, file, faults: [...faults, ...(await overflowOf(page))] }
  } finally {
    await context.close()
  }
}

/** Whether the page has to be moved sideways, and what sticks out furthest. */
async function overflowOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    if (document.documentElement.scrollWidth <= window.innerWidth + 1) return []
    const widest = [...document.querySelectorAll('main *')].toSorted(
      (a, b) => b.getBoundingClientRect().right - a.getBoundingClientRect().right,
    )[0]
    return [`wider than the screen: ${widest?.tagName} ${widest?.className}`]
  })
}
