import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aProgram, type ProgramDesk } from '../server/programs/a-program.ts'
import { type TestServer, testServer } from '../server/test-server.ts'
import { launchChromium } from './browser.ts'
import { aDesk, type Desk, say, visitAs } from './workspace.ts'

let browser: Browser
let server: TestServer
let design: ProgramDesk

beforeAll(async () => {
  browser = await launchChromium()
  server = await testServer()
  design = await aProgram(server)
})

afterAll(async () => {
  await browser?.close()
  await server?.[Symbol.asyncDispose]()
})

const pageOf = (name: string): string =>
  `${server.origin}/assessments/${design.id}/${name}`

async function aSide(
  role: 'organiser' | 'employee-side',
  width = 1280,
  dark = false,
): Promise<Desk> {
  const desk = await aDesk(browser, server.origin, { width, dark })
  await visitAs(desk, role)
  return desk
}

const row = ({ page }: Desk, component: string) =>
  page.getByRole('article', { name: nameOf(component), exact: true })

const isFocused = (element: Element): boolean => element === document.activeElement

const nameOf = (component: string): string =>
  say(`component.${component}` as Parameters<typeof say>[0])

describe('the page of the design', () => {
  it('opens a component by keyboard to its thirteen parts, and remembers what is chosen', async () => {
    await using desk = await aSide('organiser')
    const { page, barriers, faults } = desk
    const component = await design.oneOf('recommend', 'consider')
    await page.goto(pageOf('design'))

    await page.getByLabel(say('design.view')).selectOption('hierarchy')
    await page.waitForURL(/view=hierarchy/)
    await page
      .getByRole('heading', { level: 2, name: say('design.hierarchy.1') })
      .waitFor()
    const opener = row(desk, component).getByRole('button', {
      name: nameOf(component),
      exact: true,
    })
    await opener.press('Enter')
    const parts = row(desk, component).getByRole('region', {
      name: say('explanation.title'),
    })
    await parts.waitFor()

    expect(await parts.locator('summary').count()).toBe(13)
    expect(await parts.locator('details[open]').count()).toBe(3)
    await parts.getByRole('button', { name: say('explanation.all') }).press('Enter')
    expect(await parts.locator('details[open]').count()).toBe(13)
    expect(await barriers(), 'a component opened').toEqual([])
    await page.reload()
    await parts.waitFor()
    expect(page.url()).toContain(`open=${component}`)
    expect(await faults()).toEqual([])
  })

  it('takes a decision with a change, keeps the words over a reload, and says what it ends', async () => {
    await using desk = await aSide('organiser')
    const { page, barriers } = desk
    const component = await design.oneOf('consider', 'recommend')
    await design.adopt()
    await page.goto(pageOf('design'))
    const open = say('decide.open.name', { name: nameOf(component) })

    await page.getByRole('button', { name: open }).press('Enter')
    const form = row(desk, component).locator('form')
    await form.getByText(say('decide.ends-adoption')).waitFor()
    expect(await form.getByRole('radio', { checked: true }).evaluate(isFocused)).toBe(
      true,
    )
    await form.getByRole('button', { name: say('cancel') }).press('Enter')
    const opener = page.getByRole('button', { name: open })
    await expect.poll(() => opener.evaluate(isFocused)).toBe(true)
    await opener.press('Enter')
    await form.getByRole('radio', { name: say('verdict.change') }).check()
    await form.getByLabel(say('decide.change')).fill('Six talks, by video.')
    expect(await barriers(), 'a decision under way').toEqual([])
    await page.reload()
    await page.getByRole('button', { name: open }).click()
    await form.getByRole('radio', { name: say('verdict.change') }).check()
    const kept = await form.getByLabel(say('decide.change')).inputValue()
    await form.getByRole('button', { name: say('decide.button.change') }).click()
    await row(desk, component).getByText('Six talks, by video.').waitFor()

    expect(kept).toBe('Six talks, by video.')
    expect((await design.program()).adopted).toBeNull()
    await page.getByRole('button', { name: say('adopt.button') }).waitFor()
  })

  it('says so when somebody else decided first, and shows what', async () => {
    await using desk = await aSide('organiser')
    const { page } = desk
    const component = await design.oneOf('not-now')
    await page.goto(pageOf('design'))
    const open = say('decide.open.name', { name: nameOf(component) })
    await page.getByRole('button', { name: open }).click()
    await design.decide(component, {
      verdict: 'in-place',
      since: '2021',
      quality: 'works',
    })

    const form = row(desk, component).locator('form')
    await form.getByRole('radio', { name: say('verdict.reject') }).check()
    await form.getByRole('button', { name: say('decide.button.reject') }).click()

    await page.getByText(say('refusal.program-changed-meanwhile')).waitFor()
    await row(desk, component)
      .getByText(
        say('deed.in-place.since', { since: '2021', quality: say('quality.works') }),
      )
      .waitFor()
  })

  it('plans again as the slider moves, by keyboard, and keeps the budget', async () => {
    await using desk = await aSide('organiser')
    const { page, barriers } = desk
    await page.goto(`${pageOf('design')}?budget=10`)
    const slider = page.getByRole('slider', { name: say('budget.slider') })
    const plan = page.getByRole('region', { name: say('budget.title') })
    await plan.getByText(/^Costs /).waitFor()
    const few = await plan.getByRole('status').textContent()

    await slider.press('End')
    await page.waitForURL((url) => Number(url.searchParams.get('budget')) > 10)
    await expect.poll(async () => plan.getByRole('status').textContent()).not.toBe(few)
    await page.getByRole('textbox', { name: say('budget.label') }).fill('33')
    await page.waitForURL(/budget=33/)
    await plan.getByRole('button', { name: say('budget.keep', { budget: 33 }) }).click()
    await plan.getByText(say('budget.kept', { budget: 33 })).waitFor()

    expect(await barriers(), 'budget').toEqual([])
    expect((await design.program()).budget?.budget).toBe(33)
  })

  it('takes an owner with dates for what is in the program', async () => {
    await using desk = await aSide('organiser')
    const { page } = desk
    await page.goto(`${pageOf('design')}?open=crisis_line`)
    const form = row(desk, 'crisis_line').getByRole('form', { name: say('owner.title') })

    await form.getByLabel(say('owner.who')).fill('Head of HR')
    await form.getByLabel(say('owner.starts')).fill('2027-03-01')
    await form.getByText('Usually by September 1, 2027.').waitFor()
    await form.getByLabel(say('owner.review')).fill('2027-09-01')
    await form.getByRole('button', { name: say('owner.save') }).click()
    await form.getByRole('status').getByText('Head of HR').waitFor()

    expect((await design.program()).owners).toMatchObject([
      { component: 'crisis_line', owner: 'Head of HR', starts: '2027-03-01' },
    ])
  })
})

describe('the page of the gate', () => {
  it('blocks by one no with a reason, and the employee side answers for itself', async () => {
    await using desk = await aSide('organiser')
    const { page, barriers } = desk
    const component = await design.oneOf('consider', 'recommend')
    await page.goto(pageOf('design/gate'))
    const card = page.getByRole('region', { name: nameOf(component), exact: true })

    await card
      .getByRole('button', {
        name: say('gate.answer.name', {
          question: say('gate.economic'),
          name: nameOf(component),
        }),
      })
      .click()
    await card.getByRole('radio', { name: say('gate.answer.no'), exact: true }).check()
    await card.getByLabel(say('gate.reviewer')).fill('Maria Ek, finance')
    await card.getByLabel(say('design.reason')).fill('Not in this year.')
    expect(await barriers(), 'the gate').toEqual([])
    await card.getByRole('button', { name: say('gate.button.no') }).click()
    await card.getByText(say('design.gate.blocks')).waitFor()

    await using other = await aSide('employee-side')
    await other.page.goto(pageOf('design/gate'))
    const theirs = other.page.getByRole('region', {
      name: nameOf(component),
      exact: true,
    })
    await theirs.getByText('Maria Ek, finance').waitFor()
    expect(await theirs.getByRole('button').count()).toBe(1)
    await desk.page.goto(pageOf('design'))
    await row(desk, component).getByText(say('design.gate.blocks')).waitFor()
    await design.answer(design.organiser, component, 'economic', 'yes')
  })
})

describe('what both sides see', () => {
  it('is a log to which the employee side adds, and a review by an expert', async () => {
    await using desk = await aSide('employee-side')
    const { page, barriers, faults } = desk
    await page.goto(pageOf('design'))
    await page.getByText(say('review.none')).waitFor()
    const remarks = page.getByRole('region', { name: say('remarks.whole') })

    await remarks.getByLabel(say('remarks.label')).fill('Begin with the roster.')
    await remarks.getByRole('button', { name: say('remarks.button') }).click()
    await remarks.getByText(/^Begin with the roster\. \(/).waitFor()
    await remarks.getByText(say('review.add')).click()
    await remarks.getByLabel(say('review.expert')).fill('Dr. Lind')
    await remarks.getByLabel(say('review.field')).fill('occupational physician')
    await remarks.getByLabel(say('review.day')).fill('2026-11-20')
    await remarks.getByLabel(say('review.text')).fill('Sound.')
    await remarks.getByRole('button', { name: say('review.button') }).click()
    await page
      .getByText(/^Reviewed by Dr\. Lind \(occupational physician\)/)
      .first()
      .waitFor()
    expect(await barriers(), 'remarks').toEqual([])
    await page.getByRole('link', { name: say('design.to.log') }).click()
    await page.getByRole('heading', { level: 1, name: say('log.title') }).waitFor()
    await page.getByRole('cell', { name: 'Begin with the roster.' }).waitFor()

    expect(await barriers(), 'the log').toEqual([])
    const downloading = page.waitForEvent('download')
    await page.getByRole('link', { name: say('log.download') }).click()
    expect((await downloading).suggestedFilename()).toBe('decisions-en.csv')
    expect(await faults()).toEqual([])
  })

  it('is the program on a page, with what was decided against the recommendation', async () => {
    await using desk = await aSide('organiser')
    const { page, barriers, faults } = desk
    const component = await design.oneOf('not-now')
    await design.decide(component, {
      verdict: 'adopt',
      reason: 'Asked for by the night shift.',
    })
    await page.goto(pageOf('program'))

    await page
      .getByRole('article', { name: nameOf('crisis_line'), exact: true })
      .waitFor()
    const against = page.getByRole('region', { name: say('program.against') })

    expect(await against.textContent()).toContain('Asked for by the night shift.')
    expect(await barriers(), 'the program').toEqual([])
    await page.emulateMedia({ media: 'print' })
    expect(
      await page.getByRole('button', { name: say('program.print') }).isVisible(),
    ).toBe(false)
    expect(await faults()).toEqual([])
  })

  it.each(['design?open=counselling_individual', 'design/gate', 'design/log', 'program'])(
    'fits on a phone, in the dark: %s',
    async (path) => {
      await using desk = await aSide('employee-side', 360, true)
      const { page, barriers } = desk
      await page.goto(pageOf(path))
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.getByText(say('understand.computing')).waitFor({ state: 'hidden' })
      await page.getByText(say('explanation.computing')).waitFor({ state: 'hidden' })

      expect(await barriers()).toEqual([])
    },
  )
})
