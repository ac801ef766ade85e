import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CodeId, freshCodebook } from '#analysis/coding/codebook.ts'
import { describeCode } from '#analysis/coding/describe-code.ts'
import type { Role } from '#server/accounts/contract.ts'
import { sayCount } from '#surveys/say.ts'
import english from '#web/texts/en.json' with { type: 'json' }
import {
  aHeldStudy,
  codingDoor,
  codingOf,
  give,
  type HeldStudy,
  usualCodes,
} from '../server/groups/a-coded-study.ts'
import { type TestServer, testServer } from '../server/test-server.ts'
import { launchChromium } from './browser.ts'
import { aDesk, type Desk, say, visitAs } from './workspace.ts'

let browser: Browser
let server: TestServer
let study: HeldStudy

beforeAll(async () => {
  browser = await launchChromium()
  server = await testServer()
  study = await aHeldStudy(server)
})

afterAll(async () => {
  await browser?.close()
  await server?.[Symbol.asyncDispose]()
})

const labelOf = (code: string): string =>
  describeCode(freshCodebook, code as CodeId, 'en').label

/** Somebody of the example at their desk. */
async function at(role: Role, look = {}): Promise<Desk> {
  const desk = await aDesk(browser, server.origin, look)
  await visitAs(desk, role)
  return desk
}

/** A second facilitator, who has followed an invitation. */
async function theSecond(): Promise<Desk> {
  const { body } = await study.organiser.post('/api/office/accounts/invitations', {
    role: 'facilitator',
    email: 'zita@elsewhere.example',
  })
  const desk = await aDesk(browser, server.origin)
  await desk.page.request.post(`${server.origin}/api/office/accounts/join`, {
    data: {
      secret: new URL((body as { link: string }).link).hash.slice(1),
      name: 'Zita Third',
      password: 'four plain words here',
    },
    headers: { origin: server.origin },
  })
  return desk
}

/** Goes to a page of coding, and waits until it is there. */
async function open({ page }: Desk, place: string): Promise<void> {
  await page.goto(`${server.origin}/facilitate/${study.id}${place}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
}

/** Presses a button by keyboard; one for what is final twice. */
async function press(page: Page, label: string, isFinal = false): Promise<void> {
  await page.getByRole('button', { name: label, exact: true }).first().focus()
  await page.keyboard.press('Enter')
  if (!isFinal) return
  const sure = page.getByRole('group', { name: say('final.sure') })
  await sure.getByRole('button', { name: label, exact: true }).focus()
  await page.keyboard.press('Enter')
}

/** Codes every note there is, with the keys alone. */
async function codeByKeys(
  { page }: Desk,
  codesOf: (text: string) => readonly string[],
): Promise<number> {
  const all = await page.locator('.segment-list li').count()
  await page.getByLabel(say('coding.search')).focus()
  for (let place = 1; place <= all; place += 1) {
    await page
      .getByRole('heading', { name: say('coding.segment', { place, all }) })
      .waitFor()
    const text =
      (await page.locator('.coding-desk .segment p').first().textContent()) ?? ''
    for (const code of codesOf(text)) {
      await page.keyboard.type(labelOf(code))
      await page.keyboard.press('Enter')
      await page.locator('.code-chip', { hasText: labelOf(code) }).waitFor()
    }
    await page.keyboard.press('Enter')
  }
  return all
}

const both = async (desk: Desk, name: string): Promise<readonly string[]> => {
  const found: string[] = []
  const folder = process.env['GROUNDWORK_SHOTS']
  for (const width of [360, 1280]) {
    await desk.page.setViewportSize({ width, height: 900 })
    found.push(...(await desk.barriers()).map((one) => `${name} at ${width}: ${one}`))
    if (folder) {
      const path = join(folder, `coding-${name}-${width}.png`)
      await desk.page.screenshot({ path, fullPage: true })
    }
  }
  return found
}

describe('coding focus groups', () => {
  it('takes two people and a keyboard from notes to themes that both sides read', async () => {
    const barriers: string[] = []
    await using first = await at('facilitator')
    await open(first, '')
    await first.page.getByRole('link', { name: say('coding.open') }).focus()
    await first.page.keyboard.press('Enter')
    await first.page.getByText(say('coding.state.not-begun')).waitFor()
    await press(first.page, say('coding.begin'), true)
    await first.page.getByLabel(say('coding.search')).waitFor()
    barriers.push(...(await both(first, 'code')))

    // The first codes everything, by name and by number.
    await codeByKeys(first, usualCodes)
    await first.page.getByText(say('coding.progress', { done: 12, all: 12 })).waitFor()
    await press(first.page, say('coding.finish'), true)
    await first.page.getByText(say('coding.finish.waits')).waitFor()

    // The second codes the sample, sees nothing of that, and means something else by a word.
    await using second = await theSecond()
    await open(second, '/coding')
    await press(second.page, say('coding.join'))
    await second.page.getByLabel(say('coding.search')).waitFor()
    expect(await second.page.locator('.code-chip').count()).toBe(0)
    expect(
      await second.page.getByText(say('coding.codes.not-yet')).count(),
    ).toBeGreaterThan(9)
    await codeByKeys(second, (text) =>
      text.includes('rota')
        ? [...usualCodes(text), 'construct.soc.care']
        : usualCodes(text),
    )
    await press(second.page, say('coding.finish'), true)
    await second.page.getByText(say('coding.state.comparing')).waitFor()

    // κ below .60 for one code: talked over and settled.
    await open(second, '/coding/agreement')
    await second.page
      .getByText(say('agreement.below', { codes: labelOf('construct.soc.care') }))
      .waitFor()
    barriers.push(...(await both(second, 'agreement')))
    const reasons = second.page.getByLabel(say('disagreements.reason'))
    for (let left = await reasons.count(); left > 0; left -= 1) {
      await second.page
        .getByText(sayCount(english, 'en', 'disagreements.open', left))
        .waitFor()
      await second.page
        .getByRole('radio', { name: say('verdict.does-not-apply') })
        .first()
        .focus()
      await second.page.keyboard.press('Space')
      await reasons.first().focus()
      await second.page.keyboard.type('It is about the rota, not about care.')
      await press(second.page, say('disagreements.settle'))
    }
    await second.page
      .getByText(sayCount(english, 'en', 'disagreements.open', 0))
      .waitFor()

    // Both sides read nothing before it is locked.
    await using organiser = await at('organiser')
    const understand = `${server.origin}/assessments/${study.id}/understand`
    await organiser.page.goto(understand)
    await organiser.page.getByText(say('understand.not-yet')).waitFor()
    const early = await organiser.page.getByText(say('themes.title')).count()

    // A paraphrase that names somebody stays; one in other words may leave.
    await open(first, '/coding/themes')
    const sleep = labelOf('construct.bio.sleep')
    await first.page.locator('summary', { hasText: sleep }).focus()
    await first.page.keyboard.press('Enter')
    const words = first.page
      .locator('details[open]')
      .getByLabel(say('themes.reword'))
      .first()
    await words.fill('Ring 811218-9876 about the nights.')
    const isHeld = await first.page
      .locator('details[open]')
      .getByRole('button', { name: say('themes.approve') })
      .first()
      .isDisabled()
    await words.fill('After nights people cannot sleep.')
    await words.focus()
    await first.page.keyboard.press('Tab')
    await first.page.keyboard.press('Enter')
    await first.page
      .getByText(say('themes.may-leave', { text: 'After nights people cannot sleep.' }))
      .waitFor()
    await first.page
      .locator('details[open]')
      .getByRole('radio', { name: say('themes.check.confirmed') })
      .focus()
    await first.page.keyboard.press('Space')
    await first.page
      .locator('details[open]')
      .getByRole('button', { name: say('themes.check.save') })
      .focus()
    await first.page.keyboard.press('Enter')
    await first.page.getByText(say('themes.check.saved')).waitFor()
    barriers.push(...(await both(first, 'themes')))
    await press(first.page, say('themes.lock'), true)
    await first.page.getByText(say('themes.lead')).waitFor()

    // Then both read the same.
    await using employees = await at('employee-side', { dark: true })
    const read: string[] = []
    for (const side of [organiser, employees]) {
      await side.page.goto(understand)
      await side.page.getByText('After nights people cannot sleep.').waitFor()
      read.push(
        (await side.page
          .getByRole('region', { name: say('themes.title') })
          .textContent()) ?? '',
      )
      barriers.push(...(await both(side, 'read')))
    }
    await open(first, '/coding/codebook')
    await first.page.locator('summary', { hasText: sleep }).click()
    barriers.push(...(await both(first, 'codebook')))
    await open(first, '/coding/exchange')
    barriers.push(...(await both(first, 'exchange')))

    expect(barriers).toEqual([])
    expect(early).toBe(0)
    expect(isHeld).toBe(true)
    expect(read[0]).toBe(read[1])
    expect(read[0]).toContain(sleep)
    expect(read[0]).not.toContain('Nights are hard')
    for (const desk of [first, second, organiser, employees]) {
      expect(await desk.faults()).toEqual([])
    }
  })

  it('shows what is suggested as a suggestion, and takes it with one key', async () => {
    const groups = [1, 2, 3].map((group) =>
      Array.from({ length: 20 }, (_, index) => ({
        text: `${index % 2 ? 'The rota comes too late' : 'Nights are hard to sleep after'}, ${group} and ${index}.`,
      })),
    )
    const { id, first } = await aHeldStudy(server, groups)
    await first.post(`${codingDoor(id)}/begin`)
    for (const { id: segment, text, twice } of (await codingOf(first, id)).segments) {
      if (twice) await give(first, id, segment, usualCodes(text))
    }
    const { body } = await first.get(`${codingDoor(id)}/suggestions`)
    const [suggestion] = body as readonly { segment: string; code: string }[]
    const before = (await codingOf(first, id)).segments
    const place = before.findIndex((one) => one.id === suggestion?.segment)
    await using desk = await at('facilitator')
    const { page } = desk
    await page.goto(`${server.origin}/facilitate/${id}/coding`)

    await page.locator('.segment-list button').nth(place).focus()
    await page.keyboard.press('Enter')
    const [shown = ''] = say('coding.suggested', { share: '', words: '' }).split(':')
    await page.locator('.offer.suggested', { hasText: shown }).first().waitFor()
    const chips = await page.locator('.given-codes .code-chip').count()
    const barriers = await both(desk, 'suggested')
    await page.getByLabel(say('coding.search')).focus()
    await page.keyboard.press('1')
    await page
      .locator('.code-chip', { hasText: labelOf(suggestion?.code ?? '') })
      .waitFor()

    await expect
      .poll(async () => (await codingOf(first, id)).segments[place]?.codes)
      .toEqual([suggestion?.code])
    expect(chips).toBe(0)
    expect(before[place]?.codes).toBeNull()
    expect(barriers).toEqual([])
  })
})
