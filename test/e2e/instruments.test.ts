import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readInstrument } from '#surveys/instruments/read-instrument.ts'
import { keep } from '../server/instruments/instruments.ts'
import { aDraft, aFrozenSurvey } from '../server/journey.ts'
import { type TestServer, testServer, type Visitor } from '../server/test-server.ts'
import {
  bytes,
  json,
  limeSurveyXml,
  surveyJsForm,
  xlsForm,
} from '../surveys/instruments/files.ts'
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

async function atInstruments(id: string, look?: Look): Promise<Desk> {
  const path = `${id}/prepare/instruments`
  const desk = await aDeskAt(browser, server.origin, path, look)
  await desk.page.getByRole('heading', { name: say('instruments.kept') }).waitFor()
  return desk
}

async function aPlan(): Promise<{ readonly id: string; readonly organiser: Visitor }> {
  const organiser = await server.example()
  const { id } = await aDraft(organiser)
  return { id, organiser }
}

const choose = (desk: Desk, name: string, file: Uint8Array): Promise<void> =>
  desk.page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: '', buffer: Buffer.from(file) })

const shownOn = ({ page }: Desk) =>
  page.getByRole('region', { name: say('instruments.preview') }).first()

async function fillLicence({ page }: Desk): Promise<void> {
  await page.getByLabel(say('instruments.licence.holder')).fill('The institute')
  await page.getByLabel(say('instruments.licence.terms')).selectOption('permission')
  await page.getByLabel(say('instruments.licence.by')).fill('Ada Ek')
  await page.getByLabel(say('instruments.licence.on')).fill('2026-11-01')
  const source = say('instruments.licence.translation', { language: 'Svenska' })
  await page.getByLabel(source).fill('The institute, 2020')
}

describe('the page of questionnaires from elsewhere', () => {
  it('shows what a file gives and what not, and keeps it with its licence', async () => {
    const { id } = await aPlan()
    await using desk = await atInstruments(id)
    const { page } = desk

    await choose(desk, 'form.json', json(surveyJsForm))
    await shownOn(desk).getByText('My days were calm').first().waitFor()
    const left = await shownOn(desk).getByRole('listitem').allTextContents()
    const barriers = await desk.barriers()
    await fillLicence(desk)
    await page.getByRole('button', { name: say('instruments.keep') }).focus()
    await page.keyboard.press('Enter')
    await page.getByText(say('instruments.kept.done')).waitFor()
    const kept = page.getByRole('region', { name: 'Working days', exact: true })

    expect(left.join('\n')).toContain(say('instruments.left.free-text'))
    expect(left.join('\n')).toContain(say('instruments.left.where', { places: 'why' }))
    expect(barriers).toEqual([])
    expect(await kept.getByText('Ada Ek').count()).toBe(1)
    expect(await kept.getByText(say('instruments.asking.not-yet')).count()).toBe(1)
    expect(await kept.textContent()).toContain(
      say('instruments.asking.translation-not-official', { languages: 'Svenska' }),
    )
    expect(await desk.barriers()).toEqual([])
    expect(await desk.faults()).toEqual([])
  })

  it('takes a file that is dropped, and says what is wrong with one that cannot be read', async () => {
    const { id } = await aPlan()
    await using desk = await atInstruments(id)
    const { page } = desk
    const drop = async (name: string, text: string): Promise<void> => {
      const transfer = await page.evaluateHandle(
        ([named, content]) => {
          const data = new DataTransfer()
          data.items.add(new File([content ?? ''], named ?? ''))
          return data
        },
        [name, text],
      )
      await page.locator('.drop-file').dispatchEvent('drop', { dataTransfer: transfer })
    }

    await drop('form.lss', `<!DOCTYPE a [<!ENTITY b "c">]>${limeSurveyXml()}`)
    const alert = page.getByRole('alert')
    await alert.getByText(say('instruments.fault.declares-entities')).waitFor()
    const refused = await desk.barriers()
    await drop('form.lss', limeSurveyXml())
    await shownOn(desk).getByText('What would help?').first().waitFor()

    expect(refused).toEqual([])
    expect(await page.getByRole('alert').count()).toBe(0)
  })

  it('lets no question be left out where the licence forbids changes', async () => {
    const { id } = await aPlan()
    await using desk = await atInstruments(id)
    const { page } = desk
    await choose(desk, 'form.xlsx', xlsForm())
    await shownOn(desk).getByText('I slept well.').first().waitFor()
    const boxes = shownOn(desk).getByRole('table').getByRole('checkbox')

    await page.getByLabel(say('instruments.licence.terms')).selectOption('cc-by')
    await page.getByLabel(say('instruments.licence.locked')).uncheck()
    const free = await boxes.count()
    await page.getByLabel(say('instruments.licence.terms')).selectOption('cc-by-nc-nd')
    const locked = await boxes.count()
    const lock = page.getByLabel(say('instruments.licence.locked'))

    expect([free, locked]).toEqual([5, 0])
    expect(await lock.isChecked()).toBe(true)
    expect(await lock.isDisabled()).toBe(true)
    expect(
      await page.getByLabel(say('instruments.licence.commercial')).isDisabled(),
    ).toBe(true)
  })

  it('keeps what was written of the licence when the page is loaded again', async () => {
    const { id } = await aPlan()
    await using desk = await atInstruments(id)
    const { page } = desk
    await choose(desk, 'form.json', json(surveyJsForm))
    await shownOn(desk).waitFor()
    await fillLicence(desk)

    await page.reload()
    await choose(desk, 'form.json', json(surveyJsForm))
    await shownOn(desk).waitFor()

    expect(await page.getByLabel(say('instruments.licence.holder')).inputValue()).toBe(
      'The institute',
    )
    expect(await page.getByLabel(say('instruments.licence.by')).inputValue()).toBe(
      'Ada Ek',
    )
  })

  it('gives files for other tools, and takes an instrument out after asking once more', async () => {
    const { id, organiser } = await aPlan()
    await keep(organiser, id, json(surveyJsForm))
    await using desk = await atInstruments(id)
    const { page } = desk

    const downloading = page.waitForEvent('download')
    const format = say('instruments.export.xlsform')
    await page
      .getByRole('link', {
        name: say('instruments.export.named', { name: 'Working days', format }),
      })
      .click()
    const download = await downloading
    const file = readFileSync(await download.path())
    await desk.press(say('instruments.remove', { name: 'Working days' }))
    await desk.press(say('instruments.remove', { name: 'Working days' }))
    await page.getByText(say('instruments.kept.none')).waitFor()

    expect(readInstrument(file)).toMatchObject({ kind: 'read', source: 'xlsform' })
  })

  it('is for the employee side to read, and for everybody once the plan is frozen', async () => {
    const { id, organiser } = await aPlan()
    await keep(organiser, id, bytes(limeSurveyXml()), {
      licence: {
        name: 'Pace',
        holder: 'Us',
        terms: 'own',
        permission: null,
        commercial: true,
        locked: false,
        original: 'en',
        translations: [{ language: 'nl', source: 'Us', official: true }],
        until: null,
      },
    })
    const frozen = await aFrozenSurvey(server)
    await using reader = await atInstruments(id, { as: 'employee-side' })
    await using late = await atInstruments(frozen.id)

    expect(
      await reader.page.getByRole('region', { name: 'Pace', exact: true }).count(),
    ).toBe(1)
    for (const { page } of [reader, late]) {
      expect(await page.locator('input[type=file]').count()).toBe(0)
      expect(await page.getByRole('button', { name: /Remove/ }).count()).toBe(0)
    }
  })

  it.each([
    [360, false],
    [1280, true],
  ])('has no barrier at %i pixels, dark %s', async (width, dark) => {
    const { id, organiser } = await aPlan()
    await keep(organiser, id, json(surveyJsForm))
    await using desk = await atInstruments(id, { width, dark })

    await choose(desk, 'form.json', json(surveyJsForm))
    await shownOn(desk).waitFor()

    expect(await desk.barriers()).toEqual([])
  })
})
