import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  aDraftToFreeze,
  aPlannedDraft,
  opened,
  plan,
  unitsCsv,
} from '../server/journey.ts'
import { type TestServer, testServer } from '../server/test-server.ts'
import { launchChromium } from './browser.ts'
import { anEmployee } from './employee.ts'
import { aDeskAt, type Desk, type Look, say, visitAs } from './workspace.ts'

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

const at = (path: string, look?: Look): Promise<Desk> =>
  aDeskAt(browser, server.origin, path, look)

const named = (id: 'pain' | 'remote' | 'change'): RegExp =>
  new RegExp(`^${say(`part.module-${id}`)}`)

const own = {
  id: 'own-1',
  format: 'one-of',
  title: { en: 'When would you like to eat?', sv: 'När vill du äta?' },
  options: [
    { en: 'At eleven', sv: 'Klockan elva' },
    { en: 'At noon', sv: 'Klockan tolv' },
  ],
}

describe('composing the questionnaire', () => {
  it('takes two modules in an order of one’s own, and keeps a draft over a reload', async () => {
    const { id } = await aPlannedDraft(await server.example())
    await using desk = await at(`${id}/prepare/questions`)
    const { page, press } = desk

    await page.getByRole('checkbox', { name: named('pain') }).check()
    await page.getByRole('checkbox', { name: named('remote') }).check()
    const third = await page.getByRole('checkbox', { name: named('change') }).isDisabled()
    await press(say('compose.earlier', { name: say('part.module-remote') }))
    await page.reload()
    await page.getByText(say('compose.draft')).waitFor()
    await press(say('compose.save'))
    await page.getByText(say('compose.kept')).waitFor()

    const { body } = await (await server.example()).get(`/api/office/assessments/${id}`)
    expect(third).toBe(true)
    expect(body).toMatchObject({ questions: { modules: ['remote', 'pain'], own: [] } })
    expect(await desk.barriers()).toEqual([])
    expect(await desk.faults()).toEqual([])
  })

  it('says beside a question of one’s own what is doubtful, and what keeps it from opening', async () => {
    const { id } = await aPlannedDraft(await server.example())
    await using desk = await at(`${id}/prepare/questions`)
    const { page, press } = desk

    await press(say('compose.own.add'))
    await page.getByLabel(say('compose.own.format')).selectOption('yes-no')
    await page
      .getByLabel(say('compose.own.title', { language: 'English' }))
      .fill('Is your job title always right?')

    await page.getByText(say('lint.identifying', { because: 'title' })).waitFor()
    await page.getByText(say('lint.absolute', { because: 'always' })).waitFor()
    await page.getByText(say('lint.blocks')).waitFor()
    await page.getByText(say('lint.missing', { language: 'Svenska' })).waitFor()
    expect(await desk.barriers()).toEqual([])
  })

  it('shows the page with what is chosen on a phone, in every language', async () => {
    const organiser = await server.example()
    const { id } = await aPlannedDraft(organiser)
    const questions = { modules: ['remote'], own: [own] }
    await organiser.put(`/api/office/assessments/${id}/questions`, questions)
    await using desk = await at(`${id}/prepare/questions`)
    const { page, press } = desk

    await press(say('compose.preview.show'))
    const english = page.frameLocator('iframe')
    await english.getByRole('heading').first().waitFor()
    const card = page.getByRole('region', { name: say('compose.preview') })
    await card.getByLabel(say('prepare.languages')).selectOption('sv')
    const frame = page.frameLocator('iframe[title*="Svenska"]')
    await frame.getByRole('heading').first().waitFor()

    expect(await page.locator('iframe').getAttribute('src')).toContain('lang=sv#')
    expect(await desk.faults()).toEqual([])
  })

  it('can be read, and not changed, by the employee side', async () => {
    const organiser = await server.example()
    const { id } = await aPlannedDraft(organiser)
    const questions = { modules: ['remote'], own: [own] }
    await organiser.put(`/api/office/assessments/${id}/questions`, questions)
    await using desk = await at(`${id}/prepare/questions`, { as: 'employee-side' })

    await desk.page.getByText(own.title.en, { exact: false }).first().waitFor()

    expect(await desk.page.getByRole('checkbox').count()).toBe(0)
    expect(
      await desk.page.getByRole('button', { name: say('compose.save') }).count(),
    ).toBe(0)
  })
})

describe('an employee', () => {
  it('is asked what the manifest names, after work and before getting help', async () => {
    const questions = { modules: ['remote'], own: [own] }
    const survey = await opened(
      server,
      await aDraftToFreeze(server, plan, unitsCsv, questions),
    )
    const address = `${server.origin}/answer/${survey.id}#${survey.codes[0]}`
    await using employee = await anEmployee(browser, address)
    const { page } = employee

    await page.getByRole('button', { name: employee.say('welcome.continue') }).click()
    await page.getByRole('button', { name: employee.say('counted.begin') }).click()
    const headings: (string | null)[] = []
    for (let part = 0; part < 7; part += 1) {
      await page.getByRole('button', { name: employee.say('form.next') }).waitFor()
      headings.push(await employee.heading())
      if (headings.at(-1)?.includes(say('part.own-questions'))) break
      await page.getByRole('button', { name: employee.say('form.next') }).click()
      await page.waitForFunction(
        (before) => document.querySelector('h2')?.textContent !== before,
        headings.at(-1),
      )
    }
    await page.getByText(own.title.en).waitFor()

    expect(headings.map((one) => one ?? '').join('\n')).toContain(
      say('part.module-remote'),
    )
    expect(await page.getByRole('radio', { name: 'At noon' }).count()).toBe(1)
    expect(await employee.barriers()).toEqual([])
    expect(await employee.faults()).toEqual([])
  })
})

describe('duties', () => {
  it('are agreed to by each side, and what is missing is named until it is there', async () => {
    const planned = { ...plan, duties: { ...plan.duties, budget: null } }
    const { id } = await aPlannedDraft(await server.example(), planned)
    await using desk = await at(`${id}/prepare/duties`)
    const { page, press } = desk
    await page.getByText(say('refusal.budget-missing')).waitFor()

    await page.getByLabel(say('duties.budget')).fill('5000')
    await press(say('duties.keep'))
    await page.getByText(say('refusal.budget-missing')).waitFor({ state: 'detached' })
    await press(say('duties.act.agree'))
    await page.getByText(say('duties.act.by', { name: 'Ingrid Example' })).waitFor()
    await visitAs(desk, 'employee-side')
    await page.reload()
    await press(say('duties.act.agree'))
    await page.getByText(say('plan.lacking.none')).waitFor()

    expect(await desk.barriers()).toEqual([])
    expect(await desk.faults()).toEqual([])
  })
})

describe('what may be shown', () => {
  it.each([
    { width: 1280, dark: false },
    { width: 360, dark: true },
  ])('is said in words, as a picture and as a table, at $width', async (look) => {
    const organiser = await server.example()
    const { id } = await aPlannedDraft(organiser)
    const questions = { modules: ['remote'], own: [own] }
    await organiser.put(`/api/office/assessments/${id}/questions`, questions)
    await using desk = await at(`${id}/prepare/published`, look)
    const { page } = desk

    const table = page.getByRole('table', { name: say('published.table') })
    await table.getByRole('row', { name: /Office/ }).waitFor()
    const never = say('published.beside.never', { question: own.title.en })
    await page.getByText(never).waitFor()

    expect(await page.locator('svg.icicle text').first().textContent()).toContain('60')
    expect(await desk.barriers()).toEqual([])
    expect(await desk.faults()).toEqual([])
  })
})

describe('units by hand', () => {
  it('are renamed, moved, deleted and added, under the checks of a file', async () => {
    const organiser = await server.example()
    const { id } = await aPlannedDraft(organiser)
    await using desk = await at(`${id}/prepare`, { width: 390 })
    const { page, press } = desk

    await page.getByText(say('editor.title')).click()
    await page.getByLabel(say('editor.name', { number: 2 })).fill('Great hall')
    await press(say('editor.delete', { name: 'Works' }))
    await page
      .getByLabel(say('editor.parent', { name: 'Yard' }))
      .selectOption({ label: 'Great hall' })
    await press(say('editor.add'))
    await page
      .getByLabel(say('editor.people', { name: say('editor.new', { number: 1 }) }))
      .fill('17')
    const barriers = await desk.barriers()
    await press(say('editor.keep'))
    await page.getByText(say('editor.title')).waitFor()
    await page
      .getByRole('rowheader', { name: say('editor.new', { number: 1 }) })
      .waitFor()

    const { body } = await organiser.get(`/api/office/assessments/${id}`)
    expect(body).toMatchObject({
      units: [
        { name: 'Great hall', parent: null, headcount: 30 },
        { name: 'Yard', parent: 'great-hall', headcount: 6 },
        { name: 'Office', parent: null, headcount: 24 },
        { name: say('editor.new', { number: 1 }), parent: null, headcount: 17 },
      ],
    })
    expect(barriers).toEqual([])
  })
})

describe('checks of the questions', () => {
  it('are recorded by language, by name and day, and can be taken back', async () => {
    const { id } = await aPlannedDraft(await server.example())
    await using desk = await at(`${id}/prepare/checks`, { width: 390, dark: true })
    const { page, press } = desk
    const form = page.getByRole('region', { name: say('checks.record') })
    await form.getByLabel(say('checks.kind')).selectOption('translation')
    await form.getByLabel(say('checks.language')).selectOption('sv')
    await form.getByLabel(say('checks.by')).fill('Eva Lind')
    await form.getByLabel(say('checks.on')).fill('2026-11-02')
    await press(say('checks.keep'))
    const table = page.getByRole('table', { name: say('checks.table') })
    await table.getByText(/Eva Lind/).waitFor()

    const barriers = await desk.barriers()
    const what = `Svenska, ${say('checks.kind.translation')}`
    await press(say('checks.withdraw', { what }))
    await table.getByText(/Eva Lind/).waitFor({ state: 'detached' })

    expect(barriers).toEqual([])
    expect(await desk.faults()).toEqual([])
  })
})
