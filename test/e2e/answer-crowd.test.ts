import { setTimeout } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildPages } from '#server/commands/build-pages.ts'
import { anOpenSurvey, type OpenSurvey } from '../server/journey.ts'
import { type TestServer, testServer } from '../server/test-server.ts'
import { begin, counted, send, toTheLastPage } from './answering.ts'
import { launchChromium } from './browser.ts'

describe('answering while every door is crowded', () => {
  let browser: Browser
  let server: TestServer
  let survey: OpenSurvey

  beforeAll(async () => {
    await buildPages(() => undefined)
    browser = await launchChromium()
    server = await testServer(undefined, { GROUNDWORK_CROWD: '0' })
    survey = await anOpenSurvey(server)
  })

  afterAll(async () => {
    await browser?.close()
    await server?.[Symbol.asyncDispose]()
  })

  it('takes nobody to do anything: the page works, and asks again by itself', async () => {
    await using employee = await counted({ browser, server, survey })
    await begin(employee)
    await toTheLastPage(employee)

    await send(employee)

    const counts = await server.running.services.box.count(survey.id)
    expect([...counts.values()].reduce((sum, count) => sum + count)).toBe(1)
    expect(employee.asked.filter((one) => one.endsWith('/ballot'))).toHaveLength(2)
    expect(await employee.faults()).toEqual([])
  })

  it('says in a sentence why it takes long', async () => {
    const slowly = (page: Page) =>
      page.route('**/api/collect/look', async (route) => {
        const hasWorked = route.request().postData()?.includes('"work"')
        if (hasWorked) await setTimeout(2_500)
        await route.continue()
      })
    const opening = counted({ browser, server, survey }, undefined, slowly)
    const pages = () => browser.contexts().flatMap((context) => context.pages())
    const sentence = 'Many people are answering just now.'

    while (pages().length === 0) await setTimeout(20)
    const [page] = pages()
    const said = page?.getByText(sentence).waitFor()

    await expect(said).resolves.toBeUndefined()
    await using _ = await opening
  })
})
