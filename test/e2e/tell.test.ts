import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAdoptedProgram } from '../server/orientation/telling.ts'
import { type TestServer, testServer } from '../server/test-server.ts'
import { bookASeat, countPeople, planASession } from './briefings.ts'
import { launchChromium } from './browser.ts'
import { fillFacts } from './facts.ts'
import { aDesk, type Desk, say, visitAs } from './workspace.ts'

let browser: Browser
let server: TestServer
let id: string

beforeAll(async () => {
  browser = await launchChromium()
  server = await testServer()
  ;({ id } = await anAdoptedProgram(server))
})

afterAll(async () => {
  await browser?.close()
  await server?.[Symbol.asyncDispose]()
})

const tellPage = () => `${server.origin}/assessments/${id}/tell`
const phone = () => say('fact.phone', { about: 'English' })

async function theTellPage(width = 1280): Promise<Desk> {
  const desk = await aDesk(browser, server.origin, { width })
  await visitAs(desk, 'organiser')
  await desk.page.goto(tellPage())
  await desk.page.getByRole('heading', { level: 1, name: say('tell.title') }).waitFor()
  return desk
}

const rowOf = ({ page }: Desk, kind: string) =>
  page.getByRole('row').filter({
    has: page.getByRole('rowheader', { name: kind, exact: true }),
  })

describe('the page that introduces a program', () => {
  it('asks for what is missing, and forgets nothing that was typed when it is reloaded', async () => {
    await using desk = await theTellPage()
    const { page, press } = desk

    await page.getByLabel(say('fact.provider')).fill('Nordlys Example Care')
    await page.reload()
    const typed = await page.getByLabel(say('fact.provider')).inputValue()
    await press(say('tell.facts.save'))
    await page.getByText(say('tell.facts.saved')).waitFor()

    expect(typed).toBe('Nordlys Example Care')
    expect(await page.getByLabel(say('fact.provider')).count()).toBe(0)
    expect(await desk.barriers()).toEqual([])
  })

  it('names what blocks a language', async () => {
    await using desk = await theTellPage()
    const { page } = desk

    const blocked = page.getByText(/^Before it can be published: .*Toll-free number/)

    await blocked.waitFor()
    const everything = say('tell.publish', { language: 'English' })
    expect(await page.getByRole('button', { name: everything }).count()).toBe(0)
  })

  it('publishes a language with one press, and everybody can read it', async () => {
    await using desk = await theTellPage()
    const { page, press } = desk
    await fillFacts(page, id)
    await page.reload()

    await press(say('tell.publish', { language: 'English' }))
    await page.getByText(say('tell.publish.done')).waitFor()
    expect(await desk.barriers()).toEqual([])

    await using visitor = await aDesk(browser, server.origin, { width: 360 })
    await visitor.page.goto(`${server.origin}/program/${id}`)
    await visitor.page.getByRole('link', { name: '0800 100 001' }).waitFor()
    expect(await visitor.barriers()).toEqual([])
    expect(await visitor.faults()).toEqual([])
    expect(await visitor.page.context().cookies()).toEqual([])
  })

  it('leads from a planned session over a phone to what was reached, without a name', async () => {
    await using desk = await theTellPage()
    await planASession(desk, `${tellPage()}/sessions`)

    await using phone = await aDesk(browser, server.origin, { width: 360, dark: true })
    const code = await bookASeat(phone, `${server.origin}/program/${id}`)
    server.clock.set('2026-12-02T12:00:00Z')
    await visitAs(desk, 'organiser')
    const reached = await countPeople(desk, tellPage())
    server.clock.set('2026-11-21T12:00:00Z')

    expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    expect(reached).toContain('20')
    expect(await desk.faults()).toEqual([])
    expect(await phone.faults()).toEqual([])
  })

  it('marks what carries a phone number when it changes, and all comes back right', async () => {
    await using desk = await theTellPage()
    const { page, press } = desk
    const card = rowOf(desk, say('kind.wallet-card'))
    const sheet = rowOf(desk, say('kind.attendance'))

    await press(say('tell.facts.all'))
    await page.getByLabel(phone()).fill('0800 999 999')
    await press(say('tell.facts.save'))
    await card.getByText(/^Out of date/).waitFor()
    await card.getByText(say('tell.changed')).click()
    const shown = await card.textContent()
    expect(shown).toContain('0800 100 001')
    expect(shown).toContain('0800 999 999')
    expect(await sheet.textContent()).toMatch(/Published/)
    expect(await desk.barriers()).toEqual([])

    await press(say('tell.publish', { language: 'English' }))
    await page.getByText(say('tell.publish.done')).waitFor()
    const everybody = await fetch(`${server.origin}/program/${id}`)

    expect(await page.getByText(/^Out of date/).count()).toBe(0)
    expect(await everybody.text()).toContain('0800 999 999')
  })

  it('keeps words of people through a change, and shows both side by side', async () => {
    await using desk = await theTellPage()
    const { page, press } = desk
    await page
      .getByRole('link', {
        name: say('tell.words.name', { kind: say('kind.talk-card') }),
      })
      .click()
    await page.getByRole('button', { name: /^Change: Offer/ }).click()
    await page.getByLabel(say('words.field')).fill('Offer. “Shall I give you a number?”')
    await page.reload()
    await press(say('words.keep'))
    await page.getByText(/^Changed by/).waitFor()

    await page.getByRole('link', { name: say('words.back') }).click()
    await press(say('tell.facts.all'))
    await page.getByLabel(phone()).fill('0800 777 777')
    await press(say('tell.facts.save'))
    await page.getByText(say('tell.facts.saved')).waitFor()
    await page.goto(`${tellPage()}/talk-card/en`)
    const beside = page.getByRole('group', { name: say('words.conflict') })
    await beside.waitFor()

    expect(await beside.textContent()).toContain('0800 999 999')
    expect(await beside.textContent()).toContain('0800 777 777')
    expect(await desk.barriers()).toEqual([])
    await press(say('words.keep-mine'))
    await beside.waitFor({ state: 'detached' })
    expect(await page.getByText('Offer. “Shall I give you a number?”').count()).toBe(1)
    expect(await desk.faults()).toEqual([])
  })

  it('can be used on a small phone', async () => {
    await using desk = await theTellPage(360)

    await desk.page.getByRole('table').first().waitFor()

    expect(await desk.barriers()).toEqual([])
  })
})
