import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sayCount } from '#surveys/say.ts'
import english from '#web/room/texts/en.json' with { type: 'json' }
import {
  anInvitedSession,
  aReadyFacilitator,
  aStudy,
  type PlannedStudy,
} from '../server/groups/a-study.ts'
import { type TestServer, testServer, type Visitor } from '../server/test-server.ts'
import { aLaptop, begin, kept, note, prepare, say, sendWords, unlock } from './laptop.ts'

const marker = 'The rota of the blue pelican comes too late.'
const control = 'A control that is stored in the clear.'

let server: TestServer
let study: PlannedStudy
let facilitator: Visitor

beforeAll(async () => {
  server = await testServer()
  study = await aStudy(server)
  facilitator = await aReadyFacilitator(server)
})

afterAll(async () => {
  await server?.[Symbol.asyncDispose]()
})

async function aRoom(): Promise<{ readonly address: string; readonly door: string }> {
  server.clock.set('2026-11-21T12:00:00Z')
  const { id } = await anInvitedSession(study)
  server.clock.set('2026-12-01T16:00:00Z')
  return {
    address: `${server.origin}/facilitate/${study.id}/session/${id}`,
    door: `/api/office/group-notes/${study.id}/${id}`,
  }
}

/** Whether any file below a folder has a text in it, in either way browsers write texts. */
function isInClear(folder: string, text: string): boolean {
  const ways = [Buffer.from(text, 'latin1'), Buffer.from(text, 'utf16le')]
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile())
    .some((path) => ways.some((way) => readFileSync(path).includes(way)))
}

/** Stores a text in the clear, to see that the search above would find one. */
async function storeInClear(page: Page, text: string): Promise<void> {
  await page.evaluate(async (stored) => {
    const opening = indexedDB.open('control', 1)
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore('texts')
    }
    const db = await new Promise<IDBDatabase>((resolve) => {
      opening.onsuccess = () => resolve(opening.result)
    })
    const writing = db.transaction('texts', 'readwrite', { durability: 'strict' })
    writing.objectStore('texts').put(stored, 'text')
    await new Promise((resolve) => {
      writing.oncomplete = resolve
    })
  }, text)
}

const leftovers = (page: Page) =>
  page.evaluate(async () => {
    const databases = (await indexedDB.databases()).map(({ name }) => name)
    const workers = await navigator.serviceWorker.getRegistrations()
    return {
      databases: databases.filter((name) => name !== 'control'),
      caches: await caches.keys(),
      workers: workers.length,
    }
  })

/** What axe finds, small and large, by day and by night; and whether the page is too wide. */
async function barriers(page: Page, name: string): Promise<readonly string[]> {
  const found: string[] = []
  const folder = process.env['GROUNDWORK_SHOTS']
  for (const [width, colorScheme] of [
    [360, 'light'],
    [1280, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme })
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
    found.push(...violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`))
    const isWide = await page.evaluate(
      () => document.documentElement.scrollWidth > window.innerWidth + 1,
    )
    if (isWide) found.push(`wider than ${width}`)
    if (folder) {
      const path = join(folder, `${name}-${width}.png`)
      await page.screenshot({ path, fullPage: true })
    }
  }
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.emulateMedia({ colorScheme: 'light' })
  return found
}

describe('the page in the room', () => {
  it('works offline through a reload, sends no name, and leaves nothing behind', async () => {
    await using laptop = await aLaptop(server)
    const { context, page, press, folder, faults, signIn } = laptop
    const { address, door } = await aRoom()
    await page.goto(address)
    await page.getByRole('heading', { name: say('prepare.title') }).waitFor()
    expect(await barriers(page, 'prepare')).toEqual([])
    await prepare(laptop, address)

    // Offline: begin, note, be stopped at a name, reload.
    await context.setOffline(true)
    expect(await barriers(page, 'begin')).toEqual([])
    await begin(laptop)
    await note(page, `/2 ${marker} /x3 /!!! `)
    await note(page, 'Dr. Andersson decides everything.')
    await page.getByText(say('notes.stays-sure')).waitFor()
    expect(await barriers(page, 'notes')).toEqual([])
    await page.getByLabel(say('note.label')).focus()
    await page.keyboard.type('Half a sen')
    await kept(page)
    await page.reload()
    await page.getByRole('heading', { name: say('unlock.title') }).waitFor()
    await unlock(laptop, 'four calm wooden tables')
    await page.getByText(say('unlock.wrong')).waitFor()
    await unlock(laptop)
    await page.getByText(marker).waitFor()
    expect(await page.getByLabel(say('note.label')).inputValue()).toBe('Half a sen')

    // Somebody is not well; a card; a second tab.
    await press(say('distress.open'))
    await page.getByRole('dialog').waitFor()
    expect(await barriers(page, 'distress')).toEqual([])
    await press(say('distress.used'))
    await note(page, 'tence. /4 /w ')
    await page.getByLabel('Sleep and recovery').fill('5')
    await page.getByText(say('votes.counted', { counted: 5, expected: 18 })).waitFor()
    expect(await barriers(page, 'votes')).toEqual([])
    await kept(page)
    const second = await context.newPage()
    await second.goto(address)
    await second.getByRole('heading', { name: say('second-tab.title') }).waitFor()
    await second.close()

    // Nothing typed stands on the disk in the clear; what is put there in the clear is found.
    await storeInClear(page, control)
    expect(isInClear(folder, control)).toBe(true)
    expect(isInClear(folder, 'blue pelican')).toBe(false)
    expect(isInClear(folder, 'Andersson')).toBe(false)

    // Handing in: no network, then signed out, then all but the name, then the rest.
    await press(say('hand-in.open'))
    await press(sendWords(2))
    await page.getByText(say('refusal.unreachable')).waitFor()
    await context.setOffline(false)
    await context.clearCookies()
    await press(sendWords(2))
    await page.getByText(say('refusal.sign-in-first')).waitFor()
    await signIn()
    await press(sendWords(2))
    await page.getByText(sayCount(english, 'en', 'hand-in.sent', 2)).waitFor()
    expect(await barriers(page, 'hand-in')).toEqual([])
    expect(JSON.stringify((await facilitator.get(door)).body)).not.toContain('Andersson')
    await press(say('notes.edit'))
    await press(say('hand-in.back'))
    await page.getByLabel(say('note.change')).fill('One person decides everything.')
    await page.keyboard.press('Enter')
    await press(say('hand-in.open'))
    await press(sendWords(3))
    await page.getByRole('heading', { name: say('wiped.handed-in.title') }).waitFor()

    const { body } = await facilitator.get(door)
    const left = await leftovers(page)
    const texts = Object(body).segments.map((one: { text: string }) => one.text)
    expect(texts.toSorted()).toEqual([
      'Half a sentence.',
      'One person decides everything.',
      marker,
    ])
    expect(body).toMatchObject({ distressProtocolUsed: true, participants: 6 })
    expect(left).toEqual({ databases: [], caches: [], workers: 0 })
    expect(isInClear(folder, 'blue pelican')).toBe(false)
    expect(faults).toEqual([])
  })

  it('says that a full disk keeps nothing, and a forgotten passphrase loses everything', async () => {
    await using laptop = await aLaptop(server)
    const { page, press } = laptop
    const { address } = await aRoom()
    await prepare(laptop, address)
    await begin(laptop)

    await page.evaluate(fillDisk)
    await note(page, marker)
    await page.getByText(say('keeping.failed')).waitFor()
    await page.evaluate(freeDisk)
    await press(say('try-again'))
    await kept(page)
    await page.reload()
    await unlock(laptop, 'four calm wooden tables')
    await page.getByText(say('forgotten.title')).click()
    await page.getByText(say('forgotten.text')).waitFor()
    await press(say('forgotten.wipe'))
    await press(say('forgotten.wipe-now'))
    await page.getByRole('heading', { name: say('wiped.given-up.title') }).waitFor()

    expect(await leftovers(page)).toEqual({ databases: [], caches: [], workers: 0 })
  })

  it('stands before no other page, and no browser would let it', async () => {
    await using laptop = await aLaptop(server)
    const { page } = laptop
    await prepare(laptop, (await aRoom()).address)

    const controlled: boolean[] = []
    for (const path of ['/answer/preview', '/groups/x', '/mute/x', '/', '/facilitate']) {
      await page.goto(server.origin + path)
      controlled.push(
        await page.evaluate(() => navigator.serviceWorker.controller !== null),
      )
    }
    const wider = await page.evaluate(() =>
      Promise.all(
        ['/', '/answer/', '/groups/'].map((scope) =>
          navigator.serviceWorker
            .register('/facilitate/session-worker.js', { scope })
            .then(
              () => 'registered',
              (error: DOMException) => error.name,
            ),
        ),
      ),
    )

    expect(controlled).toEqual([false, false, false, false, false])
    expect(wider).toEqual(['SecurityError', 'SecurityError', 'SecurityError'])
  })
})

/* What follows runs in the page. A browser looks only now and then how much room is left. */

function fillDisk(): void {
  const put = IDBObjectStore.prototype.put
  Object.assign(window, { put })
  IDBObjectStore.prototype.put = () => {
    throw new DOMException('no room', 'QuotaExceededError')
  }
}

function freeDisk(): void {
  IDBObjectStore.prototype.put = Reflect.get(window, 'put')
}
