import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleTotals } from '#analysis/review/sample-totals.ts'
import annualEnglish from '#analysis/texts/annual.en.json' with { type: 'json' }
import { annualTemplate } from '#server/annual-reports/write-template.ts'
import english from '#web/texts/annual.en.json' with { type: 'json' }
import { anOpenSurvey, answersAll, cast, release } from '../server/journey.ts'
import { type TestServer, testServer } from '../server/test-server.ts'
import { launchChromium } from './browser.ts'
import { aDesk, type Desk, visitAs } from './workspace.ts'

let browser: Browser
let server: TestServer
let id: string
let desk: Desk

beforeAll(async () => {
  browser = await launchChromium()
  server = await testServer()
  const survey = await anOpenSurvey(server)
  for (const code of survey.codes.slice(0, 30)) {
    await cast(server, survey, code, answersAll('sometimes'))
  }
  await release(server, survey)
  id = survey.id
  desk = await aDesk(browser, server.origin)
  await visitAs(desk, 'organiser')
})

afterAll(async () => {
  await desk?.[Symbol.asyncDispose]()
  await browser?.close()
  await server?.[Symbol.asyncDispose]()
})

const open = (path: string) =>
  desk.page.goto(`${server.origin}/assessments/${id}/review${path}`)

describe('from the provider’s totals to the page for employees', () => {
  it('names what does not agree at its line, and forgets nothing that was typed', async () => {
    const { page } = desk
    await open('/totals')
    await page.getByText(english['totals.form']).click()
    await desk.press(english['totals.sample'])
    const mind = page.getByLabel(annualEnglish['annual.topic.mind'])
    await mind.fill('25')
    await page.reload()
    await page.getByText(english['totals.form']).click()

    await desk.press(english['totals.look.form'])

    const alert = page.getByRole('alert')
    await alert.getByText(english['totals.wrong']).waitFor()
    expect(await alert.textContent()).toContain('add up to 53')
    expect(await mind.inputValue()).toBe('25')
    expect(await desk.barriers()).toEqual([])
  })

  it('keeps a filled template as it was shown, and shows it to both sides', async () => {
    const { page } = desk
    await open('/totals')
    const values = sampleTotals('2026-11-21')
    await page
      .getByRole('textbox', { name: english['totals.paste'] })
      .fill(annualTemplate('sv', values))
    await desk.press(english['totals.look'])
    await page.getByRole('heading', { name: english['totals.preview'] }).waitFor()
    expect(await desk.barriers()).toEqual([])

    await desk.press(english['totals.keep'])
    await desk.press(english['totals.keep'])

    await page.getByText(english['totals.done']).waitFor()
    await open('')
    const beside = page.getByRole('table').first()
    await beside.waitFor()
    expect(await beside.textContent()).toContain(annualEnglish['annual.in-rest'])
    expect(await desk.barriers()).toEqual([])
    await open('/scorecard')
    await page.getByText(annualEnglish['annual.unknown.units']).waitFor()
    expect(await desk.barriers()).toEqual([])
  })

  it('is published for everybody by two presses, and read there without an account', async () => {
    const { page } = desk
    await open('')
    await desk.press(english['review.page.publish'])
    await desk.press(english['review.page.publish'])
    const address = `${server.origin}/results/${id}/year`
    await page.getByRole('link', { name: address }).waitFor()

    await using employee = await aDesk(browser, server.origin, { width: 360 })
    await employee.page.goto(`${server.origin}/results/${id}`)
    await employee.page.getByRole('link', { name: /A year later/ }).click()

    await employee.page.getByRole('heading', { name: 'A year later' }).waitFor()
    const told = await employee.page.locator('main').textContent()
    expect(told).toContain('46 people opened a case; 420 employees are covered.')
    expect(told).toContain(annualEnglish['annual.told.never'])
    expect(await employee.barriers()).toEqual([])
    expect(await employee.faults()).toEqual([])
  })
})
