import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { competences } from '#surveys/focus-group-guide.ts'
import { say as sayIn, type Words } from '#surveys/say.ts'
import seatsEnglish from '#web/seats/texts/en.json' with { type: 'json' }
import seatsRomanian from '#web/seats/texts/ro.json' with { type: 'json' }
import { anInvitedSession, aStudy, seatsOf } from '../server/groups/a-study.ts'
import { aFrozenSurvey, type FrozenSurvey } from '../server/journey.ts'
import { type TestServer, testServer } from '../server/test-server.ts'
import { launchChromium } from './browser.ts'
import { aDesk, type Desk, say, visitAs } from './workspace.ts'

let browser: Browser
let server: TestServer
let survey: FrozenSurvey

beforeAll(async () => {
  browser = await launchChromium()
  server = await testServer()
  survey = await aFrozenSurvey(server)
})

afterAll(async () => {
  await browser?.close()
  await server?.[Symbol.asyncDispose]()
})

/** Somebody of the example at an address of the workspace. */
async function at(
  path: string,
  as: 'organiser' | 'employee-side' | 'facilitator',
  look: { readonly width?: number; readonly dark?: boolean } = {},
): Promise<Desk> {
  const desk = await aDesk(browser, server.origin, look)
  await visitAs(desk, as)
  await desk.page.goto(`${server.origin}${path}`)
  await desk.page.getByRole('heading', { level: 1 }).waitFor()
  return desk
}

const groupsPath = (id: string): string => `/assessments/${id}/ask/groups`

interface Phone extends AsyncDisposable {
  readonly page: Page
  /** other hosts, errors of the page, and what its policy stopped */
  readonly faults: readonly string[]
}

/** Somebody with a phone, at the page where seats are taken. */
async function aPhone(address: string, locale = 'en', dark = false): Promise<Phone> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    locale,
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(90_000)
  const page = await context.newPage()
  const faults: string[] = []
  page.on('request', (request) => {
    const { host } = new URL(request.url())
    if (host !== new URL(server.origin).host) faults.push(host)
  })
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (/Content.Security.Policy/i.test(message.text())) faults.push(message.text())
  })
  await page.goto(address)
  return { page, faults, [Symbol.asyncDispose]: () => context.close() }
}

const words = (key: keyof typeof seatsEnglish, given?: Words): string =>
  sayIn(seatsEnglish, key, given)

/** What bars somebody from a page: by axe, or by being wider than the screen. */
async function barriersOf(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const isWide = await page.evaluate(
    () => document.documentElement.scrollWidth > window.innerWidth + 1,
  )
  return [...violations.map(({ id }) => id), ...(isWide ? ['wider than the screen'] : [])]
}

async function planStudy({ page, press }: Desk): Promise<void> {
  await page.getByLabel(say('groups.types')).fill('drivers\noffice')
  await page.getByLabel(say('groups.power-apart')).check()
  await press(say('groups.study.save'))
}

async function planSession({ page, press }: Desk): Promise<void> {
  await press(say('groups.session.plan'))
  await page.getByLabel(say('groups.session.day')).fill('2026-12-01')
  await page.getByLabel(say('groups.session.time')).fill('14:30')
  await page.getByLabel(say('groups.session.place')).fill('Room 4')
  for (const check of ['nobody-leads', 'no-observer', 'no-relatives'] as const) {
    await page.getByLabel(say(`power.${check}`)).check()
  }
  await press(say('groups.session.save'))
}

describe('a focus group', () => {
  it('is planned, opened, and a seat taken and given back by keyboard on a phone', async () => {
    const { id } = survey
    await using desk = await at(groupsPath(id), 'organiser')
    await planStudy(desk)
    await desk.page.getByText(say('groups.sessions.none')).waitFor()
    const afterStudy = await desk.barriers()
    await planSession(desk)
    await desk.page.getByText(say('groups.session.saved')).waitFor()
    const session = say('groups.session.named', {
      type: 'drivers',
      when: 'December 1, 2026, 14:30',
    })
    await desk.press(say('groups.session.invite.name', { session }))
    await desk.page.getByText(say('groups.state.invited')).waitFor()
    const afterOpening = await desk.barriers()
    const link = await desk.page.getByLabel(say('groups.link.label')).inputValue()

    await using phone = await aPhone(link)
    const { page, faults } = phone
    const free = { session: 'drivers, Tuesday, December 1, 2026, 14:30' }
    await page.getByRole('button', { name: words('take.name', free) }).focus()
    await page.keyboard.press('Enter')
    await page.getByText(words('taken')).waitFor()
    const focused = await page.evaluate(() => document.activeElement?.id)
    const code = (await page.locator('.code').textContent()) ?? ''
    const whenTaken = await barriersOf(page)
    const kept = await page.evaluate(() => [
      localStorage.length,
      sessionStorage.length,
      document.cookie,
    ])
    await page.reload()
    await page.getByLabel(words('have')).fill(`${code.slice(1)}${code[0]}`)
    await page.keyboard.press('Enter')
    await page.getByText(words('refusal.seat-code-mistyped')).waitFor()
    await page.getByLabel(words('have')).fill(code.toLowerCase().replaceAll('-', ' '))
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: words('yours') }).waitFor()
    const shownAgain = await page.locator('.code').count()
    await page.getByRole('button', { name: words('give-back') }).focus()
    await page.keyboard.press('Enter')
    await page.getByText(words('sure')).waitFor()
    const whenAsked = await barriersOf(page)
    await page.getByRole('button', { name: words('give-back') }).focus()
    await page.keyboard.press('Enter')
    await page.getByText(words('given')).waitFor()
    await desk.page.reload()
    await desk.page.getByText(say('groups.taken.not-enough')).waitFor()

    expect([afterStudy, afterOpening, whenTaken, whenAsked]).toEqual([[], [], [], []])
    expect(focused).toBe('said')
    expect(code).toMatch(/^[\dA-Z]{4}-[\dA-Z]{4}-[\dA-Z]{4}$/)
    expect(kept).toEqual([0, 0, ''])
    expect(shownAgain).toBe(0)
    expect(faults).toEqual([])
    expect(await desk.faults()).toEqual([])
  })

  it('says at the form what is wrong with it, and keeps what was typed', async () => {
    const { id } = await aStudy(server)
    await using desk = await at(groupsPath(id), 'organiser', { width: 360, dark: true })
    const { page, press } = desk

    await press(say('groups.session.plan'))
    await page.getByLabel(say('groups.session.day')).fill('2026-11-01')
    await page.getByLabel(say('groups.session.time')).fill('09:00')
    await page.getByLabel(say('groups.session.place')).fill('Room 4')
    await page.getByLabel(say('groups.session.seats'), { exact: true }).fill('3')
    await press(say('groups.session.save'))
    await page.getByText(say('refusal.group-too-small')).waitFor()
    await page.getByLabel(say('groups.session.seats'), { exact: true }).fill('6')
    await press(say('groups.session.save'))
    await page.getByText(say('refusal.day-in-the-past')).waitFor()
    await page
      .getByRole('textbox', { name: say('groups.session.day') })
      .fill('2026-12-02')
    await press(say('groups.session.save'))
    await page.getByText(say('refusal.power-check-missing')).waitFor()

    expect(await desk.barriers()).toEqual([])
    expect(await page.getByLabel(say('groups.session.place')).inputValue()).toBe('Room 4')
  })

  it('is seen by the employee side, which can change nothing', async () => {
    const study = await aStudy(server)
    await anInvitedSession(study)
    await using desk = await at(groupsPath(study.id), 'employee-side')

    await desk.page.getByText(say('groups.state.invited')).waitFor()

    expect(await desk.barriers()).toEqual([])
    for (const name of ['groups.session.plan', 'groups.study.change'] as const) {
      expect(await desk.page.getByRole('button', { name: say(name) }).count()).toBe(0)
    }
  })
})

describe('a facilitator', () => {
  it('signs, sees how many come, and begins a group on its day', async () => {
    await using desk = await at('/facilitate', 'facilitator', { width: 360 })
    const study = await aStudy(server)
    await anInvitedSession(study, { day: '2026-11-21' })
    const { page, press } = desk
    await page.goto(`${server.origin}/facilitate/${study.id}`)
    await page.getByText(say('facilitate.competences')).waitFor()
    const before = await desk.barriers()

    await page.getByLabel(say('facilitate.sign.name')).fill('Saskia Example')
    await press(say('facilitate.sign'))
    await page.getByText(say('refusal.competences-missing')).waitFor()
    for (const one of competences) {
      await page.getByLabel(say(`competence.${one}`)).check()
    }
    await press(say('facilitate.sign'))
    await page
      .getByText(
        say('facilitate.signed', { date: 'November 21, 2026', name: 'Saskia Example' }),
      )
      .waitFor()
    await page.getByText('0 seats taken').waitFor()
    for (const check of ['nobody-leads', 'no-observer', 'no-relatives'] as const) {
      await page.getByLabel(say(`power.${check}`)).check()
    }
    const ready = await desk.barriers()
    await page.getByRole('button', { name: /^Begin/ }).click()
    await page.getByText(say('groups.state.held')).waitFor()

    expect([before, ready]).toEqual([[], []])
    expect(await desk.faults()).toEqual([])
  })
})

describe('the page where seats are taken', () => {
  it('speaks the language of the phone, in the dark, and five in all', async () => {
    const study = await aStudy(server)
    await anInvitedSession(study)
    const { link } = await seatsOf(study.organiser, study.id)
    await using phone = await aPhone(link, 'ro-RO', true)
    const { page } = phone

    await page.getByRole('heading', { name: seatsRomanian.title }).waitFor()
    await page.getByText(seatsRomanian.left).waitFor()

    expect(await barriersOf(page)).toEqual([])
    expect(await page.getByRole('option').count()).toBe(5)
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('ro')
  })

  it('says so when the link leads to nothing', async () => {
    await using phone = await aPhone(`${server.origin}/groups/${survey.id}#nothing`)
    const { page } = phone

    await page.getByRole('alert').waitFor()

    expect(await barriersOf(page)).toEqual([])
  })
})
