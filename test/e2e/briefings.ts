import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import sessions from '#analysis/texts/sessions.en.json' with { type: 'json' }
import { type Desk, say } from './workspace.ts'

/** Plans a session for twenty-five, as an organiser does. */
export async function planASession(desk: Desk, page: string): Promise<void> {
  await desk.page.goto(page)
  await desk.press(say('sessions.plan'))
  await desk.page.getByLabel(say('session.day')).fill('2026-12-01')
  await desk.page.reload()
  await desk.press(say('sessions.plan'))
  expect(await desk.page.getByLabel(say('session.day')).inputValue()).toBe('2026-12-01')
  await desk.page.getByLabel(say('session.time')).fill('14:30')
  await desk.page.getByLabel(say('session.zone')).selectOption('Europe/Oslo')
  await desk.page.getByLabel(say('session.leader')).fill('Nordlys Care')
  await desk.page.getByLabel(say('session.place')).fill('Canteen')
  expect(await desk.barriers()).toEqual([])
  await desk.press(say('session.save'))
  await desk.page.getByText(say('sessions.kept')).waitFor()
  await desk.page.getByRole('region', { name: /^Group session, / }).waitFor()
}

/**
 * Looks for a door and books a seat on a phone. Opening a question asks the server nothing, and
 * nothing stays in the browser.
 *
 * @returns the code of the seat
 */
export async function bookASeat(phone: Desk, program: string): Promise<string> {
  const { page } = phone
  await page.goto(program)
  expect(await phone.barriers()).toEqual([])
  const before = await keptIn(page)
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.getByText(sessions['check.worry.q']).click()
  await page.getByText(sessions['check.worry.a']).waitFor()
  expect(asked).toEqual([])
  await page.getByRole('link', { name: sessions['program.link'] }).click()
  await page.getByRole('radio', { name: /Canteen/ }).check()
  expect(await phone.barriers()).toEqual([])
  await page.getByRole('button', { name: sessions['page.book'] }).click()
  await page.getByRole('status').getByText(sessions['done.taken']).waitFor()
  expect(await phone.barriers()).toEqual([])
  expect(await keptIn(page)).toEqual(before)
  expect(await page.context().cookies()).toEqual([])
  return (await page.locator('.code').textContent()) ?? ''
}

/** Everything that pages of ours have left in the browser. */
const keptIn = (page: Page): Promise<string> =>
  page.evaluate(() => JSON.stringify([localStorage, sessionStorage]))

/** Enters what was counted, and reads what came of it. @returns what is said of all */
export async function countPeople(desk: Desk, tell: string): Promise<string> {
  await desk.page.goto(`${tell}/sessions`)
  await desk.page.getByRole('button', { name: /^Enter what was counted/ }).click()
  await desk.page.getByLabel(say('totals.attended')).fill('24')
  await desk.page.getByLabel(say('totals.has-quiz')).check()
  expect(await desk.barriers()).toEqual([])
  await desk.page.getByLabel(say('totals.has-quiz')).uncheck()
  await desk.press(say('totals.counted.keep'))
  await desk.page.getByText(say('session.counted'), { exact: true }).waitFor()
  await desk.page.goto(`${tell}/reach`)
  const card = desk.page.getByRole('region', { name: say('reach.reached') })
  await card.waitFor()
  expect(await desk.barriers()).toEqual([])
  return (await card.textContent()) ?? ''
}
