import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPlannedDraft, approve, plan } from '../server/journey.ts'
import { type TestServer, testServer } from '../server/test-server.ts'
import { launchChromium } from './browser.ts'
import { aDesk, say, visitAs } from './workspace.ts'

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

describe('the approval', () => {
  it('lays what changed beside what was approved, and remarks beside both', async () => {
    const organiser = await server.example()
    const { id, revision } = await aPlannedDraft(organiser)
    await approve(server, id, revision)
    const later = { ...plan, closesOn: '2026-12-20' }
    await organiser.put(`/api/office/assessments/${id}/plan`, later)
    await using desk = await aDesk(browser, server.origin)
    const { page, press, barriers } = desk
    await visitAs(desk, 'employee-side')
    await page.goto(`${server.origin}/assessments/${id}/approve`)

    const dates = page.getByRole('region', { name: say('review.dates') })
    await dates.getByText('December 15, 2026').waitFor()
    await dates.getByText('December 20, 2026').waitFor()
    const field = dates.getByLabel(say('review.remark', { part: say('review.dates') }))
    await field.fill('Why five days more?')
    await page.reload()
    expect(await field.inputValue()).toBe('Why five days more?')
    await press(say('review.say'))
    await dates.getByText('Mihai Example, employee side').waitFor()
    await page.getByText('1 remark is still open.').waitFor()
    expect(await barriers(), 'wide').toEqual([])

    await press(say('review.settle'))
    await dates.getByText(say('review.settled', { name: 'Mihai Example' })).waitFor()
    await press(say('approve.button'))
    await page.getByText(say('approve.given', { name: 'Mihai Example' })).waitFor()
    await page.setViewportSize({ width: 360, height: 800 })
    expect(await barriers(), 'narrow').toEqual([])
    expect(await desk.faults()).toEqual([])
  })
})
