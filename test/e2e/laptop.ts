import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { sayCount, say as sayIn, type Words } from '#surveys/say.ts'
import english from '#web/room/texts/en.json' with { type: 'json' }
import type { TestServer } from '../server/test-server.ts'
import { launchWithProfile } from './browser.ts'

/** What the page in the room says under a key, in English. */
export const say = (key: keyof typeof english, words?: Words): string =>
  sayIn(english, key, words)
/** The button that hands in so many notes. */
export const sendWords = (count: number): string =>
  sayCount(english, 'en', 'hand-in.button', count)

const passphrase = 'four calm wooden chairs'
export interface Laptop extends AsyncDisposable {
  readonly context: BrowserContext
  readonly page: Page
  readonly folder: string
  readonly faults: readonly string[]
  readonly press: (name: string) => Promise<void>
  readonly signIn: () => Promise<void>
}

/** A laptop with a browser of its own, whose facilitator is signed in. */
export async function aLaptop(server: TestServer): Promise<Laptop> {
  const folder = mkdtempSync(join(tmpdir(), 'groundwork-laptop-'))
  const context = await launchWithProfile(folder)
  context.setDefaultTimeout(90_000)
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (/Content.Security.Policy|TrustedScript/i.test(message.text()))
      faults.push(message.text())
  })
  const signIn = async () => {
    const reply = await context.request.post(
      `${server.origin}/api/office/example/visit`,
      { headers: { origin: server.origin }, data: { as: 'facilitator' } },
    )
    if (!reply.ok())
      throw new Error(`expected a facilitator to sign in, got ${reply.status()}`)
  }
  await signIn()
  return {
    context,
    page,
    folder,
    faults,
    signIn,
    press: (name) => page.getByRole('button', { name, exact: true }).first().click(),
    async [Symbol.asyncDispose]() {
      await context.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export async function prepare({ page, press }: Laptop, address: string): Promise<void> {
  await page.goto(address)
  await page.getByLabel(say('passphrase'), { exact: true }).fill(passphrase)
  await page.getByLabel(say('passphrase.again')).fill(passphrase)
  await press(say('prepare.button'))
  await page.getByRole('heading', { name: say('begin.title') }).waitFor()
}

export async function begin({ page, press }: Laptop): Promise<void> {
  for (const box of await page.getByRole('checkbox').all()) await box.check()
  await page.getByLabel(say('begin.participants')).fill('6')
  await page.getByLabel(say('begin.consents')).fill('6')
  await page.getByLabel(say('mix.cross-unit')).check()
  await press(say('begin.button'))
  await page.getByLabel(say('note.label')).waitFor()
}

export async function unlock({ page, press }: Laptop, typed = passphrase): Promise<void> {
  await page.getByLabel(say('passphrase'), { exact: true }).fill(typed)
  await press(say('unlock.button'))
}

export const kept = (page: Page) => page.getByText(say('keeping.kept')).waitFor()

/** By keyboard alone: what was typed, then Enter. */
export async function note(page: Page, text: string): Promise<void> {
  await page.getByLabel(say('note.label')).focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}
