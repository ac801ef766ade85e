import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Assessment } from '#server/assessments/contract.ts'
import {
  anOpenSurvey,
  answersAll,
  approve,
  cast,
  type OpenSurvey,
  opened,
  plan,
  release,
  withKeyHolders,
} from '../server/journey.ts'
import { type TestServer, testServer } from '../server/test-server.ts'
import { launchChromium } from './browser.ts'
import { aDesk, type Desk, say, visitAs } from './workspace.ts'

let browser: Browser
let server: TestServer
let first: OpenSurvey

beforeAll(async () => {
  browser = await launchChromium()
  server = await testServer()
  first = await anOpenSurvey(server)
  await answered(first, 'often')
  await server.example()
  await first.organiser.post(`/api/office/programs/${first.id}/adoption`, {})
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await server?.[Symbol.asyncDispose]()
})

/** Twelve of each unit answer, and the figures are published. */
async function answered(survey: OpenSurvey, option: string): Promise<void> {
  for (const { id } of survey.manifest.units) {
    for (const code of survey.codesOf(id).slice(0, 12)) {
      await cast(server, survey, code, answersAll(option))
    }
  }
  await release(server, survey)
}

const pageOf = (id: string, page: string): string =>
  `${server.origin}/assessments/${id}/${page}`

async function organiserAt(id: string, page: string): Promise<Desk> {
  const desk = await aDesk(browser, server.origin)
  await visitAs(desk, 'organiser')
  await desk.page.goto(pageOf(id, page))
  return desk
}

describe('the year after', () => {
  it('is walked from what was done over the next survey to what changed', async () => {
    await using desk = await organiserAt(first.id, 'review/actions')
    const { page, barriers, faults, press } = desk

    const crisis = page.getByRole('article', {
      name: say('component.crisis_line'),
      exact: true,
    })
    await crisis.getByRole('button').press('Enter')
    await crisis.getByRole('radio', { name: say('waves.done.not-done') }).check()
    await crisis.getByRole('radio', { name: say('waves.reach.nobody') }).check()
    await crisis.getByLabel(say('waves.since')).fill('2025-09')
    await crisis.getByLabel(say('waves.reason')).fill('No provider yet.')
    expect(await barriers(), 'what was done').toEqual([])
    await press(say('waves.actions.keep'))
    await page.getByRole('table').getByText('No provider yet.').waitFor()

    await page.goto(pageOf(first.id, 'review/next'))
    await page.getByLabel(say('waves.next.name')).fill('A year later')
    await press(say('waves.next.button'))
    await page.getByRole('alert').waitFor()
    await page.getByLabel(say('waves.next.knowing')).check()
    expect(await barriers(), 'the next survey').toEqual([])
    await press(say('waves.next.button'))
    await page.waitForURL(/units-before/)
    const id = /assessments\/([^/]+)/.exec(page.url())?.[1] ?? ''

    const csv = 'name,parent,headcount\nProduction,,0\nHall,Production,36\nOffice,,25\n'
    await first.organiser.put(`/api/office/assessments/${id}/units`, { csv })
    await page.reload()
    const choice = page.getByLabel(say('waves.units.say.for', { name: 'Production' }))
    await choice.selectOption({ label: 'Works' })
    await page.getByText(say('waves.identity.renamed')).waitFor()
    expect(await barriers(), 'units').toEqual([])

    await secondSurvey(id)
    await page.goto(pageOf(id, 'review/what-changed'))
    await page.getByText(say('waves.reading.regression')).waitFor()
    const units = page.getByRole('region', { name: say('waves.changed.units') }).first()
    await units.getByRole('rowheader', { name: 'Production' }).waitFor()
    expect(await barriers(), 'what changed').toEqual([])
    await page.setViewportSize({ width: 360, height: 800 })
    expect(await barriers(), 'what changed on a phone').toEqual([])

    await page.goto(pageOf(id, 'review/next-year'))
    await page.getByText(say('waves.verdict.duty')).waitFor()
    await page.setViewportSize({ width: 1280, height: 900 })
    const decide = say('waves.settle.open.name', { name: say('component.crisis_line') })
    await press(decide)
    await page.getByLabel(say('waves.settle.reason')).fill('Another provider.')
    await page.reload()
    await press(decide)
    await press(say('waves.settle.button'))
    await page.getByRole('table').getByText('Another provider.').waitFor()
    expect(await barriers(), 'the next year').toEqual([])
    expect(await faults()).toEqual([])
  })
})

/** Everything between the plan and the release of the second survey, without its pages. */
async function secondSurvey(id: string): Promise<void> {
  const { organiser } = first
  const { duties } = plan
  await organiser.put(`/api/office/assessments/${id}/plan`, {
    ...plan,
    name: 'A year later',
    duties,
  })
  const holders = await withKeyHolders(server, id)
  const { body } = await organiser.get(`/api/office/assessments/${id}`)
  await approve(server, id, Assessment.parse(body).revision)
  await answered(await opened(server, { id, organiser, holders }), 'rarely')
}
