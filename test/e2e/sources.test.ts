import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AssessmentId } from '#server/assessments/contract.ts'
import { exampleGroups } from '#server/example/testimony.ts'
import { letInLatecomers } from '#server/results/let-sources-in.ts'
import {
  anOpenSurvey,
  answersAll,
  cast,
  type OpenSurvey,
  release,
} from '../server/journey.ts'
import { type TestServer, testServer } from '../server/test-server.ts'
import { launchChromium } from './browser.ts'
import { aDesk, type Desk, say, visitAs } from './workspace.ts'

let browser: Browser
let server: TestServer
let id: AssessmentId

beforeAll(async () => {
  browser = await launchChromium()
  server = await testServer()
  const { services } = server.running
  // Nearly everybody answers that all is well; groups say otherwise, three of them late.
  const survey = await anOpenSurvey(server)
  for (const code of survey.codes.slice(0, 40)) {
    await cast(server, survey, code, answersAll('never'))
  }
  for (const answers of exampleGroups) await hold(survey, answers)
  await release(server, survey)
  for (const answers of exampleGroups.slice(0, 3)) await hold(survey, answers)
  await letInLatecomers(services)
  id = AssessmentId.parse(survey.id)
})

const hold = ({ organiser, id: survey }: OpenSurvey, answers: object) =>
  organiser.post(`/api/office/focus-groups/${survey}`, { month: '2026-11', answers })

afterAll(async () => {
  await browser?.close()
  await server?.[Symbol.asyncDispose]()
})

const matrix = ({ page }: Desk) =>
  page.getByRole('region', { name: say('sources.table'), exact: true })

describe('the page of the sources', () => {
  it('is walked by keyboard from the results to a contradiction and its question', async () => {
    await using desk = await aDesk(browser, server.origin)
    const { page, barriers, faults } = desk
    await visitAs(desk, 'organiser')
    await page.goto(`${server.origin}/assessments/${id}/understand`)

    await page.getByRole('link', { name: say('sources.link') }).press('Enter')
    await page.getByRole('heading', { level: 1, name: say('sources.title') }).waitFor()
    const rows = matrix(desk).locator('tbody tr')
    await rows.first().waitFor()
    const all = await rows.count()
    expect(await barriers(), 'the whole table').toEqual([])
    await page.getByText(/^Changed since the release: 3 more focus groups/).waitFor()

    await page.getByLabel(say('sources.filter')).selectOption('dissonance')
    await page.waitForURL(/coding=dissonance/)
    await expect.poll(() => rows.count()).toBeLessThan(all)
    const few = await rows.count()
    const opener = rows.first().getByRole('button')
    const name = (await opener.textContent()) ?? ''
    await opener.press('Enter')
    const evidence = matrix(desk).getByRole('region', {
      name: say('sources.evidence.title', { need: name }),
    })
    await evidence.waitFor()
    expect(await barriers(), 'evidence open').toEqual([])
    const card = page
      .getByRole('region', { name: say('sources.find-out.title') })
      .getByRole('region', { name })

    expect(few).toBeGreaterThan(0)
    expect(few).toBeLessThan(all)
    expect(await rows.first().textContent()).toContain(say('sources.coding.dissonance'))
    expect(await evidence.textContent()).toMatch(
      /of the \d groups in which it was a topic/,
    )
    expect(await card.locator('blockquote').textContent()).toMatch(/\?$/)
    expect(await opener.getAttribute('aria-expanded')).toBe('true')
    expect(await faults()).toEqual([])

    await page.reload()
    await evidence.waitFor()
    await opener.press('Enter')
    await evidence.waitFor({ state: 'detached' })
  })

  it('shows cards on a phone, the same for the employee side', async () => {
    await using desk = await aDesk(browser, server.origin, { width: 360, dark: true })
    const { page, barriers } = desk
    await visitAs(desk, 'employee-side')
    await page.goto(`${server.origin}/assessments/${id}/understand/sources?order=coding`)

    const cards = matrix(desk).getByRole('listitem')
    await cards.first().waitFor()
    await cards.first().getByRole('button').press('Enter')
    await matrix(desk).getByRole('region').waitFor()

    expect(await cards.first().textContent()).toContain(say('sources.coding.dissonance'))
    expect(await matrix(desk).getByRole('table').count()).toBe(0)
    expect(await barriers()).toEqual([])
  })

  it('says before the release what is there, and no figure', async () => {
    const { id: open } = await anOpenSurvey(server)
    await using desk = await aDesk(browser, server.origin)
    const { page, barriers } = desk
    await visitAs(desk, 'employee-side')
    await page.goto(`${server.origin}/assessments/${open}/understand`)
    await page.getByRole('link', { name: say('sources.link') }).press('Enter')

    const there = page.getByRole('region', { name: say('sources.sofar.title') })
    await there.waitFor()

    expect(await there.getByRole('listitem').allTextContents()).toEqual([
      say('sources.sofar.survey.before'),
      say('sources.sofar.focusGroups.before', { waiting: 0, least: 3 }),
      say('sources.sofar.interviews.before', { waiting: 0, least: 3 }),
    ])
    expect(await matrix(desk).count()).toBe(0)
    expect(await barriers()).toEqual([])
  })
})
