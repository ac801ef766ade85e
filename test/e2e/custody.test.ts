import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AssessmentId } from '#server/assessments/contract.ts'
import { issueCodes } from '#server/registrar/issue-codes.ts'
import { writeAccessCode } from '#surveys/ballot/access-code.ts'
import type { SignedManifest } from '#surveys/ballot/manifest.ts'
import { surveyNumber } from '#surveys/ballot/survey-number.ts'
import { agreeToDuty, answersAll, aPlannedDraft, cast } from '../server/journey.ts'
import { type TestServer, testServer } from '../server/test-server.ts'
import { launchChromium } from './browser.ts'
import { aDesk, type Desk, say } from './workspace.ts'

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

type Role = 'organiser' | 'employee-side'

async function expectNoBarrier({ barriers, page }: Desk, where: string): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(await barriers(), where).toEqual([])
}

/** Somebody of the example, at a page of an assessment. */
async function signedIn(role: Role, path: string): Promise<Desk> {
  const desk = await aDesk(browser, server.origin)
  await desk.page.evaluate(
    (as) =>
      fetch('/api/office/example/visit', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ as }),
      }),
    role,
  )
  await desk.page.goto(`${server.origin}${path}`)
  return desk
}

const passphrase = 'seven plain words nobody would guess here'

interface Holder {
  readonly side: 'employee-side' | 'provider' | 'organiser'
  readonly link: string
  /** what the browser saved */
  readonly file: Buffer
  readonly recoveryCode: string
}

/** A key holder makes a key on a phone: file, sheet, and the file opened once. */
async function makesKey(
  side: Holder['side'],
  link: string,
): Promise<Holder & { readonly shown: string }> {
  await using desk = await aDesk(browser, link, { width: 360 })
  const { page, press } = desk
  await page.getByRole('heading', { name: say('key.make') }).waitFor()
  await expectNoBarrier(desk, 'making a key')
  expect(page.url()).not.toContain('#')
  const [first, second] = await page.locator('input[type=password]').all()
  await first?.fill(passphrase)
  await second?.fill(passphrase)
  const downloading = page.waitForEvent('download')
  await press(say('key.make.button'))
  const file = readFileSync(await (await downloading).path())
  const recoveryCode = await page.locator('.recovery-code').textContent()
  await page.locator('input[type=file]').setInputFiles({
    name: 'key.json',
    mimeType: 'application/json',
    buffer: file,
  })
  await page.locator('input[type=password]').fill('not this one')
  await press(say('key.check.button'))
  await page.getByText(say('key.fault.wrong-passphrase')).waitFor()
  await expectNoBarrier(desk, 'a wrong passphrase')
  await page.locator('input[type=password]').fill(passphrase)
  await press(say('key.check.button'))
  await page.getByRole('heading', { name: say('key.made') }).waitFor()
  const shown = await page.locator('dl.facts code').first().textContent()
  expect(await desk.faults()).toEqual([])
  return { side, link, file, recoveryCode: recoveryCode ?? '', shown: shown ?? '' }
}

async function enterKey(
  { page, press }: Desk,
  { file, recoveryCode }: Holder,
  by: 'file' | 'sheet',
  button: string,
): Promise<void> {
  if (by === 'sheet') {
    await press(say('key.with-sheet'))
    await page
      .getByRole('textbox', { name: say('key.recovery') })
      .fill(recoveryCode.toLowerCase().replaceAll('-', ' '))
  } else {
    await page.locator('input[type=file]').setInputFiles({
      name: 'key.json',
      mimeType: 'application/json',
      buffer: file,
    })
    await page.locator('input[type=password]').fill(passphrase)
  }
  await press(button)
}

/** Makes the link of a key holder and reads it off the page. */
async function linkOf({ page, press }: Desk, name: string): Promise<string> {
  await press(say('keys.link', { name }))
  const field = page.getByRole('textbox', { name: say('keys.link.of', { name }) })
  return field.inputValue()
}

/** The organiser names one key holder of each side. */
async function nameThree(desk: Desk): Promise<void> {
  const { page, press } = desk
  for (const side of ['employee-side', 'provider', 'organiser'] as const) {
    await page.getByRole('textbox', { name: say('keys.name') }).fill(`Holder ${side}`)
    await page.getByRole('combobox', { name: say('keys.side') }).click()
    await page.getByRole('option', { name: say(`side.${side}`) }).click()
    await press(say('keys.add'))
    await page.getByText(`Holder ${side}`, { exact: true }).waitFor()
  }
  await expectNoBarrier(desk, 'naming')
}

async function approveAndFreeze(
  organiser: Desk,
  employees: Desk,
  path: string,
): Promise<void> {
  await employees.page.goto(`${server.origin}${path}`)
  await employees.press(say('approve.button'))
  await employees.page
    .getByText(say('approve.given', { name: 'Mihai Example' }))
    .waitFor()
  await organiser.page.goto(`${server.origin}${path}`)
  await organiser.press(say('freeze.button'))
  await organiser.press(say('freeze.button'))
  await organiser.page.locator('.survey-number').waitFor()
  await expectNoBarrier(organiser, 'frozen')
}

/** What the sheet for the notice board says. */
async function noticeOf(desk: Desk): Promise<string> {
  const { page } = desk
  await page.getByRole('link', { name: say('number.notice') }).click()
  await page.getByText(say('notice.compare')).waitFor()
  await expectNoBarrier(desk, 'notice')
  return (await page.locator('main').textContent()) ?? ''
}

async function manifestOf(id: string): Promise<SignedManifest['manifest']> {
  const reply = await fetch(`${server.origin}/api/manifests/${id}`)
  const { manifest } = (await reply.json()) as SignedManifest
  return manifest
}

/** One of them has lost the file, and uses the sheet. */
const entryOf = ({ side }: Holder) => (side === 'provider' ? 'sheet' : 'file')

async function triesKey(holder: Holder): Promise<void> {
  await using desk = await aDesk(browser, holder.link, { width: 360 })
  await desk.page.getByRole('heading', { name: say('key.try') }).waitFor()
  await expectNoBarrier(desk, 'trying a key')
  await enterKey(desk, holder, entryOf(holder), say('key.try.button'))
  await desk.page.getByText(say('key.tried')).waitFor()
}

async function opensShares(holder: Holder): Promise<void> {
  await using desk = await aDesk(browser, holder.link, { width: 360 })
  await desk.page.getByRole('heading', { name: say('key.open') }).waitFor()
  await expectNoBarrier(desk, 'opening')
  await enterKey(desk, holder, entryOf(holder), say('key.open.button'))
  await desk.page.getByText(say('key.opened')).waitFor()
  expect(await desk.faults()).toEqual([])
}

/** Before the promised last day it takes both. */
async function closeEarly(organiser: Desk, employees: Desk, path: string): Promise<void> {
  await organiser.page.goto(`${server.origin}${path}`)
  await organiser.press(say('close.early.button'))
  await organiser.page.getByText(say('agreed.mine.organiser')).waitFor()
  await expectNoBarrier(organiser, 'closing')
  await employees.page.goto(`${server.origin}${path}`)
  await employees.page.getByText(say('agreed.by', { name: 'Ingrid Example' })).waitFor()
  await employees.press(say('close.early.button'))
  await employees.press(say('close.early.button'))
  await employees.page.getByText(say('close.title')).waitFor({ state: 'detached' })
}

async function publish(organiser: Desk, employees: Desk, path: string): Promise<void> {
  await organiser.press(say('release.button'))
  await organiser.page.getByText(say('agreed.mine.organiser')).waitFor()
  await employees.page.goto(`${server.origin}${path}`)
  await employees.press(say('release.button'))
  await employees.press(say('release.button'))
  await employees.page.getByRole('heading', { name: say('understand.needs') }).waitFor()
  await expectNoBarrier(employees, 'published')
}

async function twelveAnswer(manifest: SignedManifest['manifest']): Promise<void> {
  const { db } = server.running.services
  const [unit] = manifest.units
  const places = Array.from({ length: 12 }, (_, place) => {
    return { unit: unit?.id ?? '', place }
  })
  const issued = await issueCodes(db, AssessmentId.parse(manifest.assessment), places)
  for (const { secret } of issued) {
    await cast(server, { manifest }, writeAccessCode(secret), answersAll('often'))
  }
}

describe('the keys', () => {
  it('go from three people’s browsers to one release, and nobody opens alone', {
    timeout: 900_000,
  }, async () => {
    const { id } = await aPlannedDraft(await server.example())
    const path = (page: string) => `/assessments/${id}/${page}`
    await using organiser = await signedIn('organiser', path('keys'))
    await using employees = await signedIn('employee-side', path('keys'))

    await nameThree(organiser)
    await employees.page.reload()
    const holders = [
      await makesKey('employee-side', await linkOf(employees, 'Holder employee-side')),
      await makesKey('provider', await linkOf(employees, 'Holder provider')),
      await makesKey('organiser', await linkOf(organiser, 'Holder organiser')),
    ]
    await expectNoBarrier(employees, 'links made')

    await agreeToDuty(server, id)
    await approveAndFreeze(organiser, employees, path('approve'))
    const notice = await noticeOf(organiser)
    const manifest = await manifestOf(id)
    expect(notice).toContain(await surveyNumber(manifest))
    for (const { shown } of holders) expect(notice).toContain(shown)

    for (const holder of holders) await triesKey(holder)
    await organiser.page.goto(`${server.origin}${path('keys')}`)
    await organiser.page.getByText(say('keys.ready')).waitFor()
    await (await server.example()).post(`/api/office/registrar/${id}/open`)
    await twelveAnswer(manifest)

    await closeEarly(organiser, employees, path('ask'))
    await organiser.page.goto(`${server.origin}${path('understand')}`)
    await organiser.press(say('unseal.button'))
    await organiser.page.getByRole('heading', { name: say('unsealing.title') }).waitFor()
    await expectNoBarrier(organiser, 'unsealing')
    for (const holder of holders.slice(0, 2)) await opensShares(holder)
    await organiser.page.getByText(say('understand.tallied')).waitFor()
    await expectNoBarrier(organiser, 'counted')
    await publish(organiser, employees, path('understand'))

    await using last = await aDesk(browser, holders[2]?.link ?? '', { width: 360 })
    await last.page.getByText(say('key.destroy')).waitFor()
    await expectNoBarrier(last, 'destroy')
    for (const desk of [organiser, employees, last]) {
      expect(await desk.faults()).toEqual([])
    }
  })
})
