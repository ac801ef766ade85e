import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { offerSetUp } from '#server/accounts/set-up-organization.ts'
import { accounts, emailOf, joined, password } from '../server/an-office.ts'
import { type TestServer, testServer } from '../server/test-server.ts'
import { codeOf } from '../server/totp.ts'
import { launchChromium } from './browser.ts'
import { aDesk, type Desk, say } from './workspace.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
})

afterAll(async () => {
  await browser?.close()
})

const nextCode = (address: string): string => codeOf(address, Date.now() + 30_000)

/** Ada's office, set up in the browser. */
async function adaAt(server: TestServer, look = {}): Promise<Desk> {
  const desk = await aDesk(browser, server.origin, look)
  const link = await offerSetUp(server.running.services)
  await desk.page.goto(link ?? '')
  await fill(desk, say('set-up.organization'), 'Acme')
  await fill(desk, say('accounts.name'), 'Ada')
  await fill(desk, say('accounts.email'), emailOf('Ada'))
  await fill(desk, say('accounts.password'), password)
  await desk.press(say('set-up.button'))
  await desk.page.getByRole('heading', { name: say('assessments.title') }).waitFor()
  return desk
}

const fill = ({ page }: Desk, label: string, text: string): Promise<void> =>
  page
    .getByRole('textbox', { name: label })
    .or(page.getByLabel(label, { exact: true }))
    .first()
    .fill(text)

async function visit(desk: Desk, server: TestServer, path: string, title: string) {
  await desk.page.goto(server.origin + path)
  await desk.page.getByRole('heading', { name: title, level: 1 }).waitFor()
}

/** Presses a button for what is final, and once more where it asks. */
async function pressTwice({ page }: Desk, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
  await page.getByRole('button', { name, exact: true }).last().click()
}

/** The address an app is given, from the key that people may type. */
async function addressShown(desk: Desk): Promise<string> {
  const key = await desk.page.getByLabel(say('factor.key')).inputValue()
  return `otpauth://totp/x?secret=${key.replaceAll(' ', '')}`
}

describe('my account', () => {
  it('sets up a second factor that the next sign-in asks for', async () => {
    await using server = await testServer()
    await using desk = await adaAt(server, { width: 390 })
    const { page } = desk
    await visit(desk, server, '/account', say('account.title'))
    expect(await desk.barriers()).toEqual([])

    await fill(desk, say('factor.password'), password)
    await desk.press(say('factor.begin'))
    await page.getByRole('img', { name: say('factor.picture') }).waitFor()
    expect(await desk.barriers()).toEqual([])
    const address = await addressShown(desk)
    await fill(desk, say('factor.code'), codeOf(address))
    await desk.press(say('factor.confirm'))
    await page.getByText(say('factor.on')).waitFor()
    await desk.press(say('accounts.sign-out'))
    await visit(desk, server, '/sign-in', say('accounts.sign-in'))
    await fill(desk, say('accounts.email'), emailOf('Ada'))
    await fill(desk, say('accounts.password'), password)
    await desk.press(say('accounts.sign-in'))
    await page.getByRole('heading', { name: say('sign-in.second.title') }).waitFor()
    expect(await desk.barriers()).toEqual([])
    await fill(desk, say('factor.any-code'), nextCode(address))
    await desk.press(say('accounts.sign-in'))

    await page.getByRole('heading', { name: say('assessments.title') }).waitFor()
    expect(await desk.faults()).toEqual([])
  })

  it('is all that opens once everybody needs a second factor', async () => {
    await using server = await testServer()
    await using desk = await adaAt(server)
    await desk.page.request.put(`${server.origin}${accounts}/people/second-factor`, {
      data: { from: '2026-11-21' },
      headers: { origin: server.origin },
    })

    await desk.page.goto(`${server.origin}/assessments`)

    await desk.page.getByText(say('account.needed')).waitFor()
    expect(await desk.barriers()).toEqual([])
  })
})

describe('a colleague', () => {
  it('joins by a link for one address, and comes back with a half of each side', async () => {
    await using server = await testServer()
    await using desk = await adaAt(server)
    await visit(desk, server, '/people', say('people.title'))
    await fill(desk, say('people.email'), emailOf('Bo'))
    await desk.press(say('people.invite.button'))
    const link = await desk.page.getByLabel(say('people.link')).inputValue()
    expect(await desk.barriers()).toEqual([])
    await using bo = await aDesk(browser, server.origin, { dark: true })
    await bo.page.goto(link)
    await bo.page.getByText(emailOf('Bo')).waitFor()
    expect(await bo.barriers()).toEqual([])
    await fill(bo, say('accounts.name'), 'Bo')
    await fill(bo, say('accounts.password'), password)
    await bo.press(say('join.button'))
    await bo.page.getByRole('heading', { name: say('assessments.title') }).waitFor()
    const third = server.visitor()
    await third.post(`${accounts}/sign-in`, { email: emailOf('Ada'), password })
    await joined(server, third, 'organiser', 'Cy')

    const halves: string[] = []
    for (const each of [desk, bo]) {
      await visit(each, server, '/people', say('people.title'))
      const cy = each.page.getByRole('listitem').filter({ hasText: emailOf('Cy') })
      await cy.getByText(say('people.can-do')).click()
      await pressTwice(each, say('people.way-back', { name: 'Cy' }))
      halves.push(
        await each.page
          .getByLabel(say('people.way-back.half', { name: 'Cy' }))
          .inputValue(),
      )
      expect(await each.barriers()).toEqual([])
    }
    await using cy = await aDesk(browser, server.origin, { width: 360 })
    await cy.page.goto(halves[0] ?? '')
    await fill(cy, say('way-back.other'), halves[1] ?? '')
    await fill(cy, say('password.wanted'), 'some quite other words')
    expect(await cy.barriers()).toEqual([])
    await cy.press(say('way-back.button'))

    await cy.page.getByText(say('way-back.done')).waitFor()
    expect(cy.page.url()).toBe(`${server.origin}/way-back`)
    expect([...(await desk.faults()), ...(await cy.faults())]).toEqual([])
  })
})

describe('the page of what was done', () => {
  it('names who did what, and the head to note, on a desk and on a phone', async () => {
    await using server = await testServer()
    await using desk = await adaAt(server)
    await desk.page.request.post(`${server.origin}/api/office/assessments`, {
      data: { name: 'Autumn' },
      headers: { origin: server.origin },
    })
    await visit(desk, server, '/done', say('done.title'))

    const row = desk.page
      .getByRole('row')
      .filter({ hasText: say('done.assessment-planned') })
    await row.getByText(say('role.organiser')).waitFor()
    const download = desk.page.waitForEvent('download')
    await desk.page.getByRole('link', { name: say('done.export') }).click()

    expect((await download).suggestedFilename()).toBe('what-was-done.jsonl')
    expect(await desk.barriers()).toEqual([])
    await desk.page.setViewportSize({ width: 360, height: 800 })
    expect(await desk.barriers()).toEqual([])
  })
})
