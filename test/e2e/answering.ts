import type { Browser, Page } from 'playwright-core'
import type { Locale } from '#surveys/locale.ts'
import type { OpenSurvey } from '../server/journey.ts'
import type { TestServer } from '../server/test-server.ts'
import { anEmployee, type Employee } from './employee.ts'

/** Where employees are met: a browser, a server, and codes nobody has used yet. */
export interface Place {
  readonly browser: Browser
  readonly server: TestServer
  readonly survey: OpenSurvey
}

export const parts = 7

const nextCode = new WeakMap<OpenSurvey, number>()

/** A code nobody has used yet. */
export function aCode(survey: OpenSurvey): string {
  const place = nextCode.get(survey) ?? 0
  nextCode.set(survey, place + 1)
  const code = survey.codes[place]
  if (!code) throw new Error('no code is left')
  return code
}

export const doorOf = ({ server, survey }: Place, fragment = '') =>
  `${server.origin}/answer/${survey.id}${fragment && `#${fragment}`}`

export const previewOf = ({ server }: Place) => `${server.origin}/answer/preview`

/** Let in with a code, told which unit it is, nothing collected yet. */
export async function counted(
  place: Place,
  code = aCode(place.survey),
  prepare?: (page: Page) => Promise<unknown>,
): Promise<Employee> {
  const employee = await anEmployee(place.browser, doorOf(place, code), 'en', prepare)
  await letIn(employee)
  return employee
}

export async function letIn({ page, say }: Employee): Promise<void> {
  await page.getByRole('button', { name: say('welcome.continue') }).click()
  await page.getByRole('button', { name: say('counted.begin') }).waitFor()
}

/** At the first part of the questions. */
export async function atTheQuestions(
  browser: Browser,
  address: string,
  locale: Locale = 'en',
): Promise<Employee> {
  const employee = await anEmployee(browser, address, locale)
  await letIn(employee)
  await begin(employee)
  return employee
}

export async function begin({ page, say }: Employee): Promise<void> {
  await page.getByRole('button', { name: say('counted.begin') }).click()
  await page.getByRole('radio').first().waitFor()
  await page
    .getByRole('heading', { name: say('form.part', { place: 1, count: parts }) })
    .waitFor()
}

/** Answers one question, and goes on to the last page. */
export async function toTheLastPage({ page, say }: Employee): Promise<void> {
  await page.getByRole('radio').nth(3).check()
  for (let part = 1; part < parts; part += 1) {
    await page.getByRole('button', { name: say('form.next'), exact: true }).click()
  }
  await page.getByRole('button', { name: say('form.finish') }).click()
  await page.getByRole('button', { name: say('review.send') }).waitFor()
}

/** Presses to send, and waits for the thanks. */
export async function send({ page, say }: Employee): Promise<void> {
  await page.getByRole('button', { name: say('review.send') }).click()
  await page.getByRole('heading', { name: say('sent.title') }).waitFor()
}

/** Everything a browser may keep of a page, and what its history holds. */
export const storedIn = ({ page }: Employee) =>
  page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    cookies: document.cookie,
    history: history.state,
  }))

export const nothing = {
  local: 0,
  session: 0,
  databases: 0,
  caches: 0,
  workers: 0,
  cookies: '',
  history: null,
}
