import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { limitWords } from '#analysis/indicators/limits.ts'
import { figuresSeen, fileOf, keep } from '../server/indicators/figures.ts'
import {
  aFrozenSurvey,
  anOpenSurvey,
  answersAll,
  cast,
  type FrozenSurvey,
  release,
} from '../server/journey.ts'
import { type TestServer, testServer } from '../server/test-server.ts'
import { launchChromium } from './browser.ts'
import { aDeskAt, type Desk, type Look, say } from './workspace.ts'

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

async function atFigures(id: string, look?: Look): Promise<Desk> {
  const desk = await at(`${id}/ask/indicators`, look)
  await desk.page.getByRole('heading', { name: say('hr.kept') }).waitFor()
  return desk
}

const mixed = fileOf(
  'Office,Overtime,2025,4.5,,Payroll',
  'whole organization,Short-term absence,2025,48,,Payroll',
  'Hall,Overtime,2025,4.5,,Payroll',
  'Nowhere,Overtime,2025,4.5,,Payroll',
  'Works,Turnover,2025,5.6,,Payroll',
)

/** Types a file by keyboard and asks what it would change. */
async function look(desk: Desk, csv: string): Promise<void> {
  const { page } = desk
  await page.getByLabel(say('hr.paste')).focus()
  await page.keyboard.press('Control+A')
  await page.keyboard.insertText(csv)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
}

describe('the page of the personnel office’s figures', () => {
  let survey: FrozenSurvey

  beforeAll(async () => {
    survey = await aFrozenSurvey(server)
  })

  it('gives a template, shows what a file changes, and keeps it by keyboard', async () => {
    const { id, organiser } = await aFrozenSurvey(server)
    await using desk = await atFigures(id)
    const { page } = desk

    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: say('hr.template') }).focus()
    await page.keyboard.press('Enter')
    const template = await download
    await look(desk, mixed)
    const shown = page.getByRole('region', { name: say('hr.preview') }).first()
    await shown.getByText(say('hr.count.new', { count: 2 })).waitFor()
    const reasons = await shown.getByRole('listitem').allTextContents()
    const before = await figuresSeen(organiser, id)
    const button = shown.getByRole('button', { name: say('hr.keep') })
    const waits = await button.isDisabled()
    await shown.getByLabel(say('hr.checked')).focus()
    await page.keyboard.press('Space')
    await button.focus()
    await page.keyboard.press('Enter')
    await page.getByText(say('hr.done')).waitFor()

    expect(template.suggestedFilename()).toMatch(/^hr-figures-20\d\d-en\.csv$/)
    expect(reasons.join('\n')).toContain(
      say('hr.fault.merged', { name: 'Hall', group: 'Works' }),
    )
    expect(reasons.join('\n')).toContain(say('hr.fault.unit'))
    expect(reasons.join('\n')).toContain(say('hr.fault.few-people', limitWords))
    expect(before).toEqual([])
    expect(waits).toBe(true)
    expect(await figuresSeen(organiser, id)).toMatchObject([
      { indicator: 'absence.short', value: 48 },
      { indicator: 'overtime', value: 4.5 },
    ])
    expect(await desk.faults()).toEqual([])
  })

  it('refuses a list of people with the reason, and keeps nothing', async () => {
    await using desk = await atFigures(survey.id)

    await look(desk, 'Employee no.,Name,unit,sick\n17,Ada Ek,Office,1\n')

    const alert = desk.page.getByRole('alert')
    await alert.getByText(say('refusal.people-in-file')).waitFor()
    await alert.getByText(say('hr.people.column', { column: 'Name' })).waitFor()
    expect(await desk.page.getByRole('button', { name: say('hr.keep') }).count()).toBe(0)
    expect(await figuresSeen(survey.organiser, survey.id)).toEqual([])
    expect(await desk.barriers()).toEqual([])
  })

  it('takes a file that Excel saved', async () => {
    await using desk = await atFigures(survey.id)
    const csv =
      '\uFEFFenhet;nyckeltal;mäts i;period;värde;personer;källa\r\nOffice;Övertid;;2025;4,5;;Lön\r\n'

    await desk.page.locator('input[type=file]').setInputFiles({
      name: 'mall.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(csv),
    })

    await desk.page.getByText(say('hr.count.new', { count: 1 })).waitFor()
    await desk.page.getByRole('cell', { name: 'Lön' }).waitFor()
  })

  it('takes a figure out again', async () => {
    const { id, organiser } = await aFrozenSurvey(server)
    await keep(organiser, id, fileOf('Office,Overtime,2025,4.5,,Payroll'))
    await using desk = await atFigures(id)
    const { page } = desk
    const name = say('hr.remove', {
      figure: say('indicator.overtime'),
      group: 'Office',
      period: '2025',
    })

    await page.getByRole('button', { name }).focus()
    await page.keyboard.press('Enter')
    await page.getByText(say('final.sure')).waitFor()
    await page.getByRole('button', { name }).last().click()
    await page.getByText(say('hr.kept.none')).waitFor()

    expect(await figuresSeen(organiser, id)).toEqual([])
  })

  it.each([
    { width: 360, dark: false },
    { width: 1280, dark: true },
  ])('bars nobody at %j, with a preview of good and bad lines open', async (how) => {
    const { id, organiser } = await aFrozenSurvey(server)
    await keep(organiser, id, fileOf('Office,Vacancies,2025,4.5,,Payroll'))
    await using desk = await atFigures(id, how)

    await look(desk, mixed)
    await desk.page.getByText(say('hr.count.new', { count: 2 })).waitFor()

    expect(await desk.barriers()).toEqual([])
  })

  it('shows the employee side the same figures, and nothing to press', async () => {
    const { id, organiser } = await aFrozenSurvey(server)
    await keep(organiser, id, fileOf('Office,Overtime,2025,4.5,,Payroll'))
    await using desk = await atFigures(id, { as: 'employee-side' })

    const main = desk.page.locator('.page')
    await main.getByRole('cell', { name: 'Payroll' }).waitFor()

    expect(await main.getByRole('button').count()).toBe(0)
    expect(await main.getByRole('textbox').count()).toBe(0)
    expect(await desk.barriers()).toEqual([])
  })
})

describe('beside a need', () => {
  it('stand the organization’s figures with period and source, and no unit’s', async () => {
    const survey = await anOpenSurvey(server)
    const { id, organiser } = survey
    for (const code of survey.codes.slice(0, 40)) {
      await cast(server, survey, code, answersAll('often'))
    }
    await keep(
      organiser,
      id,
      fileOf(
        'whole organization,Overtime,2025,6.5,,Time sheets',
        'Office,Overtime,2025,11.5,,Time sheets',
      ),
    )
    await release(server, survey)
    await using desk = await at(`${id}/understand/needs`, { width: 360 })
    const { page } = desk

    const name = say('construct.work.demands')
    const needs = page.getByRole('region', { name: say('needs.title') })
    await needs.getByRole('button', { name: new RegExp(name) }).focus()
    await page.keyboard.press('Enter')
    const shown = needs.getByText(
      say('hr.need.line', {
        figure: say('indicator.overtime'),
        value: say('figure.hours-a-month', { value: '6.5' }),
        period: '2025',
        source: 'Time sheets',
      }),
    )
    await shown.first().waitFor()

    expect(await needs.getByText(say('hr.need.context')).count()).toBeGreaterThan(0)
    expect(await page.locator('.page').textContent()).not.toContain('11.5')
    expect(await desk.barriers()).toEqual([])
    expect(await desk.faults()).toEqual([])
  })
})
