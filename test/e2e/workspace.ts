import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import analysisEnglish from '#analysis/texts/en.json' with { type: 'json' }
import indicatorsEnglish from '#analysis/texts/indicators.en.json' with { type: 'json' }
import programEnglish from '#analysis/texts/program.en.json' with { type: 'json' }
import sourcesEnglish from '#analysis/texts/sources.en.json' with { type: 'json' }
import type { Role } from '#server/accounts/contract.ts'
import { sayCount, say as sayIn, type Words } from '#surveys/say.ts'
import surveyEnglish from '#surveys/texts/en.json' with { type: 'json' }
import groupsEnglish from '#surveys/texts/groups.en.json' with { type: 'json' }
import modulesEnglish from '#surveys/texts/modules.en.json' with { type: 'json' }
import accountsEnglish from '#web/texts/accounts.en.json' with { type: 'json' }
import designEnglish from '#web/texts/design.en.json' with { type: 'json' }
import english from '#web/texts/en.json' with { type: 'json' }
import instrumentsEnglish from '#web/texts/instruments.en.json' with { type: 'json' }
import journeyEnglish from '#web/texts/journey.en.json' with { type: 'json' }
import prepareEnglish from '#web/texts/prepare.en.json' with { type: 'json' }
import reportEnglish from '#web/texts/report.en.json' with { type: 'json' }
import sessionsEnglish from '#web/texts/sessions.en.json' with { type: 'json' }
import tellEnglish from '#web/texts/tell.en.json' with { type: 'json' }
import understandEnglish from '#web/texts/understand.en.json' with { type: 'json' }
import wavesEnglish from '#web/texts/waves.en.json' with { type: 'json' }

const texts = {
  ...english,
  ...accountsEnglish,
  ...sessionsEnglish,
  ...tellEnglish,
  ...journeyEnglish,
  ...understandEnglish,
  ...wavesEnglish,
  ...reportEnglish,
  ...analysisEnglish,
  ...designEnglish,
  ...programEnglish,
  ...indicatorsEnglish,
  ...sourcesEnglish,
  ...surveyEnglish,
  ...groupsEnglish,
  ...instrumentsEnglish,
  ...modulesEnglish,
  ...prepareEnglish,
}

/** What the pages say under a key, in English. */
export const say = (key: keyof typeof texts, words?: Words): string =>
  sayIn(texts, key, words)

export const count = (
  stem: 'people' | 'adopt.components' | 'prepare.counted',
  number: number,
): string => sayCount(english, 'en', stem, number)

/** Somebody at a desk (or a phone), and what the page did meanwhile. */
export interface Desk extends AsyncDisposable {
  readonly page: Page
  /** hosts other than ours, errors of the page, and what its security policy stopped */
  readonly faults: () => Promise<readonly string[]>
  /** what axe finds on the page as it is, and whether it is wider than the screen */
  readonly barriers: () => Promise<readonly string[]>
  readonly press: (name: string) => Promise<void>
}

export async function aDesk(
  browser: Browser,
  origin: string,
  {
    width = 1280,
    dark = false,
  }: { readonly width?: number; readonly dark?: boolean } = {},
): Promise<Desk> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    locale: 'en',
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    acceptDownloads: true,
  })
  // Two browsers a core take their time.
  context.setDefaultTimeout(90_000)
  const page = await context.newPage()
  const faults: string[] = []
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url())
    if (protocol.startsWith('http') && host !== new URL(origin).host) faults.push(host)
  })
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (/Content.Security.Policy/i.test(message.text())) faults.push(message.text())
  })
  await page.goto(origin)
  return {
    page,
    faults: async () => faults,
    async barriers() {
      const { violations } = await new AxeBuilder({ page }).analyze()
      const isWide = await page.evaluate(
        () => document.documentElement.scrollWidth > window.innerWidth + 1,
      )
      return [
        ...violations.map(
          ({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`,
        ),
        ...(isWide ? ['wider than the screen'] : []),
      ]
    },
    press: (name) => page.getByRole('button', { name, exact: true }).first().click(),
    [Symbol.asyncDispose]: () => context.close(),
  }
}

/** Signs a desk in as one of the invented people of the example. */
export async function visitAs({ page }: Pick<Desk, 'page'>, as: Role): Promise<void> {
  const { origin } = new URL(page.url())
  await page.request.post(`${origin}/api/office/example/visit`, {
    data: { as },
    headers: { origin },
  })
}

/** How somebody of the example looks at a page. */
export interface Look {
  readonly as?: Role
  readonly width?: number
  readonly dark?: boolean
}

/** Somebody of the example at a page of an assessment. */
export async function aDeskAt(
  browser: Browser,
  origin: string,
  path: string,
  { as = 'organiser', ...look }: Look = {},
): Promise<Desk> {
  const desk = await aDesk(browser, origin, look)
  await visitAs(desk, as)
  await desk.page.goto(`${origin}/assessments/${path}`)
  await desk.page.getByRole('heading', { level: 1 }).waitFor()
  return desk
}
