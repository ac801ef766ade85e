import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildPages } from '#server/commands/build-pages.ts'
import { createUnitKey, signBlinded } from '#server/registrar/sign-blinded.ts'
import type { SignedManifest } from '#surveys/ballot/manifest.ts'
import { anOpenSurvey } from '../server/journey.ts'
import { testServer } from '../server/test-server.ts'
import {
  aCode,
  begin,
  counted,
  doorOf,
  nothing,
  type Place,
  send,
  storedIn,
  toTheLastPage,
} from './answering.ts'
import { launchChromium } from './browser.ts'
import { anEmployee, type Employee } from './employee.ts'

let browser: Browser
let place: Place

beforeAll(async () => {
  await buildPages(() => undefined)
  browser = await launchChromium()
  const server = await testServer()
  place = { browser, server, survey: await anOpenSurvey(server) }
})

afterAll(async () => {
  await browser?.close()
  await place?.server[Symbol.asyncDispose]()
})

/** Answers and sends, from the link to the thanks. */
async function hasSent(): Promise<Employee> {
  const employee = await counted(place)
  await begin(employee)
  await toTheLastPage(employee)
  await send(employee)
  return employee
}

/** Every row of the office's database, as text. */
async function everyRow(): Promise<string> {
  const { db } = place.server.running.services
  const tables = await db.introspection.getTables()
  const rows = await Promise.all(
    tables.map(({ name }) =>
      db
        .selectFrom(name as never)
        .selectAll()
        .execute(),
    ),
  )
  return JSON.stringify(rows)
}

describe('what the browser is left with', () => {
  it('is nothing: no storage, no cookie, no cache, no history, nothing behind Back', async () => {
    await using employee = await hasSent()
    const { page, context, say } = employee

    expect(await storedIn(employee)).toEqual(nothing)
    expect(await context.cookies()).toEqual([])

    await page.goBack()
    await page.waitForTimeout(300)

    expect(await page.getByRole('radio').count()).toBe(0)
    expect(await page.content()).not.toContain(say('form.part', { place: 7, count: 7 }))
    expect(await storedIn(employee)).toMatchObject({ local: 0, session: 0 })
  })

  it('is nothing that comes back with a page from the browser’s memory', async () => {
    await using employee = await counted(place)
    const { page } = employee
    await begin(employee)
    await page.getByRole('radio').first().check()

    await page.evaluate(() => {
      window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))
    })

    expect(await page.locator('body').textContent()).toBe('')
  })
})

describe('who hears of it', () => {
  it('are the two hosts and nobody else', async () => {
    await using employee = await hasSent()

    const hosts = new Set(employee.requests.map((address) => new URL(address).origin))

    expect(hosts).toEqual(new Set([place.server.origin, place.server.ballotOrigin]))
  })

  it('is told nothing by which a person could be known again', async () => {
    await using employee = await counted(place)
    const { page } = employee
    const heard: Record<string, string>[] = []
    page.on('request', async (request) => {
      const isPage = request.resourceType() === 'document'
      if (!isPage) heard.push(await request.allHeaders())
    })
    await begin(employee)
    await toTheLastPage(employee)
    await send(employee)

    for (const headers of heard) {
      expect(headers['cookie']).toBeUndefined()
      expect(headers['referer']).toBeUndefined()
    }
    expect(heard.length).toBeGreaterThan(1)
  })

  it('sends the ballot box neither the code nor what was shown to the registrar', async () => {
    const code = aCode(place.survey)
    await using employee = await counted(place, code)
    const { page } = employee
    const sent: { readonly url: string; readonly body: string }[] = []
    page.on('request', (request) => {
      const body = request.postData()
      if (body) sent.push({ url: request.url(), body })
    })
    await begin(employee)
    await toTheLastPage(employee)
    await send(employee)

    const cast = sent.filter(({ url }) => url.startsWith(place.server.ballotOrigin))
    const collected = sent.find(({ url }) => url.endsWith('/api/collect'))
    const { blinded } = JSON.parse(collected?.body ?? '{}')
    expect(cast).toHaveLength(1)
    expect(cast[0]?.body).not.toContain(code)
    expect(cast[0]?.body).not.toContain(String(blinded).slice(0, 32))
  })

  it('is nobody when a scanner opens the link, runs everything and presses nothing', async () => {
    const code = aCode(place.survey)
    const before = await everyRow()
    await using scanner = await anEmployee(browser, doorOf(place, code))
    await scanner.page.mouse.move(100, 100)
    await scanner.page.mouse.wheel(0, 3_000)
    await scanner.page.waitForTimeout(2_500)

    expect(scanner.asked.map((one) => one.split(' ')[0])).not.toContain('POST')
    expect(scanner.asked).toEqual([
      `GET ${doorOf(place)}`,
      `GET ${place.server.origin}/api/manifests/${place.survey.id}`,
    ])
    expect(await everyRow()).toBe(before)

    // The person it was meant for can still answer.
    await using employee = await counted(place, code)
    await begin(employee)
  })
})

/** Another manifest than the server's. */
function altered(alter: (signed: SignedManifest) => object) {
  return (page: Page) =>
    page.route('**/api/manifests/*', async (route) => {
      const response = await route.fetch()
      await route.fulfill({ response, json: alter(await response.json()) })
    })
}

describe('the page stops', () => {
  const faults: readonly (readonly [
    string,
    (
      | 'stopped.small'
      | 'stopped.people'
      | 'stopped.trustees'
      | 'stopped.open-key'
      | 'stopped.signature'
      | 'stopped.malformed'
    ),
    (signed: SignedManifest) => object,
  ])[] = [
    [
      'at a group of one',
      'stopped.small',
      ({ manifest, ...signed }) => {
        const [first, ...others] = manifest.units
        const one = { ...first, headcount: 1 }
        return { ...signed, manifest: { ...manifest, units: [one, ...others] } }
      },
    ],
    [
      'where head counts do not add up',
      'stopped.people',
      ({ manifest, ...signed }) => ({ ...signed, manifest: { ...manifest, people: 61 } }),
    ],
    [
      'where the organiser alone could open',
      'stopped.trustees',
      ({ manifest, ...signed }) => {
        const trustees = manifest.trustees.map((one) => ({ ...one, side: 'organiser' }))
        return { ...signed, manifest: { ...manifest, trustees } }
      },
    ],
    [
      'where a key holder has a key with which everybody could open',
      'stopped.open-key',
      ({ manifest, ...signed }) => {
        const [first, ...others] = manifest.trustees
        const open = { ...first, publicKey: 'A'.repeat(43) }
        return { ...signed, manifest: { ...manifest, trustees: [open, ...others] } }
      },
    ],
    [
      'where one word was changed under the signature',
      'stopped.signature',
      ({ manifest, ...signed }) => ({
        ...signed,
        manifest: { ...manifest, organization: 'Somebody else' },
      }),
    ],
    ['where it is told nothing that it can check', 'stopped.malformed', () => ({})],
  ]

  it.each(faults)('%s', async (_, sentence, alter) => {
    const code = aCode(place.survey)
    const address = doorOf(place, code)

    await using employee = await anEmployee(browser, address, 'en', altered(alter))
    const { page, say, asked } = employee

    await page.getByText(say(sentence)).waitFor()
    expect(await page.getByRole('button').count()).toBe(0)
    expect(asked.filter((one) => one.startsWith('POST'))).toEqual([])
    expect(await employee.barriers()).toEqual([])
  })

  it('where one person’s code brings a key of its own, before a ballot is asked for', async () => {
    const own = await createUnitKey()
    const address = doorOf(place, aCode(place.survey))
    await using employee = await anEmployee(browser, address, 'en', (page) =>
      page.route('**/api/collect/look', async (route) => {
        const response = await route.fetch()
        const told = await response.json()
        await route.fulfill({ response, json: { ...told, key: own.publicKey } })
      }),
    )
    const { page, say, asked } = employee

    await page.getByRole('button', { name: say('welcome.continue') }).click()

    await page.getByText(say('stopped.own-key')).waitFor()
    expect(await page.getByRole('button').count()).toBe(0)
    expect(asked.filter((one) => one.endsWith('/api/collect'))).toEqual([])
    expect(await employee.barriers()).toEqual([])
    expect(await storedIn(employee)).toEqual(nothing)
  })

  it('where one person’s ballot is signed with a key of its own', async () => {
    const own = await createUnitKey()
    await using employee = await counted(place)
    const { page, say } = employee
    await page.route('**/api/collect', (route) => {
      const { blinded } = JSON.parse(route.request().postData() ?? '{}')
      const asked = Buffer.from(String(blinded), 'base64url')
      // Below every modulus, so that this key signs it, too.
      asked[0] = 0
      const signed = signBlinded(own.privateKey, asked) ?? new Uint8Array()
      const blindSignature = Buffer.from(signed).toString('base64url')
      return route.fulfill({ json: { blindSignature } })
    })

    await page.getByRole('button', { name: say('counted.begin') }).click()

    await page.getByText(say('stopped.ballot')).waitFor()
    expect(await employee.barriers()).toEqual([])
    expect(await storedIn(employee)).toEqual(nothing)
  })

  it('where the number that somebody was told is another one', async () => {
    const address = doorOf(place, aCode(place.survey))
    await using employee = await anEmployee(browser, address)
    const { page, say, asked } = employee
    const number = (await page.locator('.number').textContent()) ?? ''
    await expect.poll(() => page.locator('.number').textContent()).toHaveLength(24)
    await page.getByText(say('number.compare')).click()
    const field = page.getByRole('textbox', { name: say('number.field') })
    const goOn = page.getByRole('button', { name: say('welcome.continue') })

    await field.fill('0000-0000-0000-0000-0000')
    await page.getByText(say('number.differs')).waitFor()
    await goOn.click()
    await page.locator('#number-problem').waitFor()

    expect(asked.filter((one) => one.startsWith('POST'))).toEqual([])
    expect(await employee.barriers()).toEqual([])

    await field.fill((await page.locator('.number').textContent()) ?? number)
    await page.getByText(say('number.same')).waitFor()
    await goOn.click()
    await page.getByRole('button', { name: say('counted.begin') }).waitFor()
  })
})

describe('a browser that cannot seal', () => {
  it('is told so, and what to do, where the address is not protected', async () => {
    await using employee = await anEmployee(browser, doorOf(place), 'en', (page) =>
      page.addInitScript(() => {
        Object.defineProperty(window, 'isSecureContext', { value: false })
      }),
    )
    const { page, say, asked } = employee

    await page.getByText(say('unprotected.text')).waitFor()
    expect(asked).not.toContain('POST')
    expect(await page.getByRole('button').count()).toBe(0)
    expect(await employee.barriers()).toEqual([])
  })

  it('is told so where it is too old', async () => {
    await using employee = await anEmployee(browser, doorOf(place), 'en', (page) =>
      page.addInitScript(() => {
        const { generateKey } = SubtleCrypto.prototype
        SubtleCrypto.prototype.generateKey = function (...given: never[]) {
          const [{ name }] = given as unknown as [{ name: string }]
          if (name === 'X25519')
            return Promise.reject(new DOMException('', 'NotSupportedError'))
          return Reflect.apply(generateKey, this, given)
        }
      }),
    )

    await employee.page.getByText(employee.say('outdated.text')).waitFor()
    expect(await employee.barriers()).toEqual([])
  })
})
