import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildPages } from '#server/commands/build-pages.ts'
import type { Locale } from '#surveys/locale.ts'
import { anOpenSurvey, type OpenSurvey } from '../server/journey.ts'
import { type TestServer, testServer } from '../server/test-server.ts'
import {
  aCode,
  atTheQuestions,
  begin,
  counted,
  doorOf,
  nothing,
  parts,
  previewOf,
  storedIn,
  toTheLastPage,
} from './answering.ts'
import { launchChromium } from './browser.ts'
import { anEmployee, type Employee } from './employee.ts'
import { openedBox } from './opened-box.ts'

let browser: Browser
let server: TestServer
let survey: OpenSurvey

beforeAll(async () => {
  await buildPages(() => undefined)
  browser = await launchChromium()
  server = await testServer()
  survey = await anOpenSurvey(server)
})

afterAll(async () => {
  await browser?.close()
  await server?.[Symbol.asyncDispose]()
})

const door = (code = '') => doorOf({ browser, server, survey }, code)
const preview = () => previewOf({ browser, server, survey })
const answering = (address: string) => atTheQuestions(browser, address)

/** What has to be there before the welcome can be read as it is meant to look. */
const isForWelcome = (address: string): boolean =>
  /\.css$|\/api\/manifests\/|\/assets\/(answer|rolldown-runtime|preload-helper|atkinson)-/.test(
    address,
  )

describe('answering', () => {
  it.each<Locale>(['en', 'sv'])(
    'takes an employee from the code to the thanks by keyboard alone, in %s',
    async (locale) => {
      await using own = await testServer()
      const open = await anOpenSurvey(own)
      const address = doorOf({ browser, server: own, survey: open }, aCode(open))
      await using employee = await anEmployee(browser, address, locale)

      await answerByKeyboard(employee, locale)

      expect(await openedBox(own, open)).toEqual([employee.given()])
      expect(Object.keys(employee.given()).length).toBeGreaterThan(50)
    },
  )

  it('names the group a person is counted in before the first question', async () => {
    const [unit] = survey.manifest.units
    const code = survey.codesOf(unit?.id ?? '').at(-1)
    await using employee = await anEmployee(browser, door(code))
    const { page, say } = employee

    await page.getByRole('button', { name: say('welcome.continue') }).click()

    const name = say('counted.title', { unit: unit?.name ?? '' })
    const title = page.getByRole('heading', { name })
    await title.waitFor()
    expect(
      await page
        .getByText(employee.count('counted.people', unit?.headcount ?? 0))
        .count(),
    ).toBe(1)
    expect(await title.evaluate((heading) => heading === document.activeElement)).toBe(
      true,
    )
  })

  it('shows on every page where to find help, and that an example is one', async () => {
    await using employee = await answering(door(aCode(survey)))
    const { page, say } = employee

    await page.getByText(say('example')).waitFor()
    const help = page.getByRole('contentinfo')
    expect(
      await help.getByRole('link', { name: 'Emergency 112' }).getAttribute('href'),
    ).toBe('tel:112')
    expect(await help.evaluate((footer) => footer.clientHeight)).toBeLessThan(640 / 3)
  })

  it('goes on when every question is left out', async () => {
    await using employee = await answering(preview())
    const { page, say } = employee

    for (let part = 1; part < parts; part += 1) {
      await page.getByRole('button', { name: say('form.next') }).click()
    }
    await page.getByRole('button', { name: say('form.finish') }).click()

    await page.getByText(say('review.none')).waitFor()
  })

  it('takes an answer back, and keeps the focus with its question', async () => {
    await using employee = await answering(preview())
    const { page, say } = employee
    const question = page.getByRole('group', { name: 'I slept badly.' })
    await question.getByRole('radio', { name: 'Often' }).check()

    await question.getByRole('button', { name: say('form.clear') }).press('Enter')

    expect(await question.getByRole('radio', { checked: true }).count()).toBe(0)
    expect(await question.getByRole('button').count()).toBe(0)
    const first = question.getByRole('radio', { name: 'Never' })
    expect(await first.evaluate((radio) => radio === document.activeElement)).toBe(true)
  })
})

describe('going back and changing the language', () => {
  it('goes one part back with the browser’s Back, and forth again, answers kept', async () => {
    await using employee = await answering(preview())
    const { page, say } = employee
    const slept = page.getByRole('group', { name: 'I slept badly.' })
    await slept.getByRole('radio', { name: 'Often' }).check()
    await page.getByRole('button', { name: say('form.next') }).click()
    const worries = page.getByRole('group', { name: 'Worries filled my thoughts.' })
    await worries.getByRole('radio', { name: 'Rarely' }).check()

    await page.goBack()

    expect(await slept.getByRole('radio', { name: 'Often' }).isChecked()).toBe(true)

    await page.goForward()

    expect(await worries.getByRole('radio', { name: 'Rarely' }).isChecked()).toBe(true)

    await page.getByRole('button', { name: say('form.back') }).click()
    await slept.waitFor()
    await page.goBack()
    await page.getByRole('button', { name: say('counted.begin') }).waitFor()
  })

  it('keeps part, answers and focus when the language changes', async () => {
    await using employee = await answering(preview())
    const { page, say } = employee
    await page.getByRole('button', { name: say('form.next') }).click()
    const radios = page.getByRole('radio')
    await radios.nth(3).check()
    const language = page.getByRole('combobox')

    await language.focus()
    await language.selectOption('ro')

    await page.waitForFunction(() => document.documentElement.lang === 'ro')
    expect(await radios.nth(3).isChecked()).toBe(true)
    expect(await language.evaluate((select) => select === document.activeElement)).toBe(
      true,
    )
    expect(await page.title()).toContain('2')
    expect(new URL(page.url()).search).toBe('?lang=ro')
    expect(await employee.faults()).toEqual([])
  })

  it('loads the sentences of one language only', async () => {
    await using employee = await answering(door(aCode(survey)))

    const sentences = employee.requests.filter((address) =>
      /\/(en|sv|nb|nl|ro)-[^/]+\.js$/.test(address),
    )

    // The welcome's sentences come with the script, in every language: that is faster.
    expect(sentences.map((address) => /\/(\w+)-[^/]+$/.exec(address)?.[1])).toEqual([
      'en',
      'en',
    ])
  })
})

describe('the code', () => {
  it('leaves the address at once', async () => {
    await using employee = await anEmployee(browser, door(aCode(survey)))

    expect(employee.page.url()).toBe(door())
  })

  it('can be typed, and says what is wrong with it when it cannot be one', async () => {
    await using employee = await anEmployee(browser, door())
    const { page, say } = employee
    const field = page.getByRole('textbox', { name: say('code.label') })
    const goOn = () => field.press('Enter')

    await goOn()
    await page.getByText(say('code.missing')).waitFor()
    await field.fill('U'.repeat(26))
    await goOn()
    await page.getByText(say('code.mistyped')).waitFor()
    await field.fill('00000000000000000000000000')
    await goOn()
    await page.getByText(say('code.unknown')).waitFor()

    expect(await field.evaluate((input) => input === document.activeElement)).toBe(true)
    expect(await employee.barriers()).toEqual([])

    await field.fill(aCode(survey).toLowerCase().replaceAll('-', ' '))
    await goOn()

    await page.getByRole('button', { name: say('counted.begin') }).waitFor()
  })
})

/** What the browser asks before it leaves; the answer is always to stay. */
function warningsOn(page: Page): readonly string[] {
  const warnings: string[] = []
  page.on('dialog', async (dialog) => {
    warnings.push(dialog.type())
    await dialog.dismiss()
  })
  return warnings
}

describe('the preview', () => {
  it('sends nothing, and says so on every page', async () => {
    await using employee = await answering(preview())
    const { page, asked, say } = employee

    await page.getByText(say('preview'), { exact: true }).waitFor()

    await toTheLastPage(employee)
    await page.getByRole('button', { name: say('review.send') }).click()

    await page.getByRole('heading', { name: say('sent.preview.title') }).waitFor()
    expect(asked).toEqual([`GET ${preview()}`])
  })

  it('shows what a ballot for another device looks like', async () => {
    await using employee = await anEmployee(browser, preview())
    const { page, say } = employee
    await page.getByRole('button', { name: say('welcome.continue') }).click()

    await page.getByRole('button', { name: say('counted.elsewhere') }).click()

    await page.getByRole('img', { name: say('moving.picture') }).waitFor()
  })
})

describe('leaving', () => {
  it('warns while there are unsent answers, and only then', async () => {
    await using employee = await answering(door(aCode(survey)))
    const { page, say } = employee
    const warnings = warningsOn(page)
    const leave = () =>
      page.evaluate((elsewhere) => location.assign(elsewhere), preview())
    await page.getByRole('radio', { name: 'Often' }).first().check()

    await leave()
    await expect.poll(() => warnings).toEqual(['beforeunload'])
    await page.getByRole('button', { name: say('form.clear') }).click()
    await leave()
    await page.waitForURL(preview())

    expect(warnings).toEqual(['beforeunload'])
  })

  it('is not what somebody does who calls for help', async () => {
    await using employee = await answering(door(aCode(survey)))
    const { page } = employee
    const warnings = warningsOn(page)
    await page.getByRole('radio', { name: 'Often' }).first().check()

    await page.getByRole('contentinfo').getByRole('link', { name: '112' }).click()
    await page.waitForTimeout(500)

    expect(warnings).toEqual([])
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(1)
  })

  it('is quick where it must be: a blank page, no question asked, nothing to come back to', async () => {
    await using employee = await answering(door(aCode(survey)))
    const { page, say } = employee
    await page.getByRole('radio', { name: 'Often' }).first().check()

    await page.getByRole('link', { name: say('help.leave') }).click()
    await page.waitForURL('about:blank')
    await page.goBack()
    await page.getByRole('textbox', { name: say('code.label') }).waitFor()

    expect(await page.getByRole('radio').count()).toBe(0)
    expect(await storedIn(employee)).toMatchObject({ local: 0, session: 0 })
  })
})

describe('the page', () => {
  it.each([
    ['a narrow phone', { width: 320, height: 640 }, 1],
    ['a phone with letters twice as large', { width: 360, height: 740 }, 2],
    ['a desk', { width: 1280, height: 800 }, 1],
  ] as const)(
    'never scrolls sideways, and is never covered by a third, on %s',
    async (_, viewport, scale) => {
      await using employee = await answering(preview())
      const { page, say } = employee
      await page.setViewportSize(viewport)
      await page.evaluate((times) => {
        document.documentElement.style.fontSize = `${17 * times}px`
      }, scale)
      const help = page.getByRole('contentinfo')

      for (let part = 1; part <= parts; part += 1) {
        const wide = await page.evaluate(
          () =>
            document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect(wide, `part ${part}`).toBe(0)
        const covered = await help.evaluate((footer) =>
          getComputedStyle(footer).position === 'sticky' ? footer.clientHeight : 0,
        )
        expect(covered).toBeLessThanOrEqual(viewport.height / 3)
        const last = part === parts
        await page
          .getByRole('button', { name: say(last ? 'form.finish' : 'form.next') })
          .click()
      }
    },
  )

  it('is light: the welcome in 80 kB and the first question in 400, letters included', async () => {
    await using employee = await anEmployee(browser, door(aCode(survey)))
    const { page, say } = employee
    const loaded = () =>
      page.evaluate(() =>
        performance
          .getEntriesByType('resource')
          .filter((entry) => entry instanceof PerformanceResourceTiming)
          .map(({ name, encodedBodySize }) => ({ name, size: encodedBodySize })),
      )
    const kilobytes = (entries: Awaited<ReturnType<typeof loaded>>) =>
      entries.reduce((sum, { size }) => sum + size, 0) / 1000
    await page.getByRole('button', { name: say('welcome.continue') }).click()
    await page.getByRole('button', { name: say('counted.begin') }).click()
    await page.getByRole('group', { name: 'I slept badly.' }).waitFor()

    const all = await loaded()
    const early = all.filter(({ name }) => isForWelcome(name))

    expect(kilobytes(early)).toBeLessThan(80)
    expect(kilobytes(all)).toBeLessThan(400)
  })

  it('can stand in a frame as a preview only, and only in ours', async () => {
    const policyOf = async (address: string) =>
      (await fetch(address)).headers.get('content-security-policy')

    expect(await policyOf(door())).toContain("frame-ancestors 'none'")
    expect(await policyOf(preview())).toContain("frame-ancestors 'self'")
  })

  it('tells what to do when there is no survey at the address', async () => {
    await using employee = await anEmployee(browser, `${server.origin}/answer/nothing`)

    await employee.page
      .getByRole('heading', { name: employee.say('unknown.title') })
      .waitFor()
    expect(await employee.barriers()).toEqual([])
  })

  it('says when the survey is closed, and takes nothing', async () => {
    await using closing = await testServer()
    const closed = await anOpenSurvey(closing)
    await closing.running.services.box.close(closed.id)
    const place = { browser, server: closing, survey: closed }

    await using employee = await counted(place)
    await begin(employee)
    await toTheLastPage(employee)
    const { page, say } = employee
    await page.getByRole('button', { name: say('review.send') }).click()

    await page.getByRole('heading', { name: say('send.closed.title') }).waitFor()
    expect(await page.getByRole('button').count()).toBe(0)
    expect(await employee.barriers()).toEqual([])
    expect(await storedIn(employee)).toEqual(nothing)
  })
})

async function answerByKeyboard(employee: Employee, locale: Locale): Promise<void> {
  const { page, press, say } = employee
  const found: string[] = []
  const look = async () => {
    for (const barrier of await employee.barriers()) {
      found.push(`${await employee.heading()}: ${barrier}`)
    }
  }

  expect(await page.locator('html').getAttribute('lang')).toBe(locale)
  await look()
  await press(say('welcome.continue'))
  await page.getByRole('button', { name: say('counted.begin') }).waitFor()
  await look()
  await press(say('counted.begin'))
  for (let part = 1; part <= parts; part += 1) {
    const place = say('form.part', { place: part, count: parts })
    await page.getByRole('heading', { level: 2 }).filter({ hasText: place }).waitFor()
    expect(await page.title()).toContain(place)
    await look()
    await employee.answerPart()
  }
  await page.getByRole('button', { name: say('review.send') }).waitFor()
  await look()
  await press(say('review.send'))
  await page.getByRole('heading', { name: say('sent.title') }).waitFor()
  await look()

  expect(found).toEqual([])
  expect(await employee.faults()).toEqual([])
}
