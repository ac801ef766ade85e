import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { materialKinds } from '#analysis/orientation/material-kinds.ts'
import type { MaterialText, Orientation } from '#server/orientation/contract.ts'
import type { Locale } from '#surveys/locale.ts'
import { type TestServer, testServer, type Visitor } from '../test-server.ts'
import { anAdoptedProgram, factsFor } from './telling.ts'

const phone = '0800 100 001'

describe('what introduces a program', () => {
  let server: TestServer
  let organiser: Visitor
  let id: string

  beforeAll(async () => {
    server = await testServer()
    ;({ id, organiser } = await anAdoptedProgram(server))
  })
  afterAll(() => server[Symbol.asyncDispose]())

  const door = () => `/api/office/orientation/${id}`
  const tell = async () => (await organiser.get(door())).body as Orientation
  const keep = (facts: Readonly<Record<string, string>>) =>
    organiser.put(`${door()}/facts`, { facts })
  const publish = (locale: Locale) => organiser.post(`${door()}/publication/${locale}`)
  const standingsIn = async (locale: Locale) =>
    new Map(
      (await tell()).materials
        .filter((material) => material.locale === locale)
        .map(({ kind, standing }) => [kind, standing.state]),
    )
  const page = async (language = '') => {
    const reply = await fetch(`${server.origin}/program/${id}${language}`)
    return { status: reply.status, headers: reply.headers, html: await reply.text() }
  }

  it('asks for everything at first, and names it when a file is asked for', async () => {
    const { missing, adopted } = await tell()

    const refused = await organiser.get(`${door()}/material/wallet-card/en/pdf`)

    expect(adopted).toBe(true)
    expect(missing).toEqual(expect.arrayContaining(['provider', 'phone.en', 'phone.sv']))
    expect(refused.status).toBe(409)
    expect(refused.body).toMatchObject({
      code: 'facts-missing',
      problems: expect.arrayContaining([expect.objectContaining({ where: 'phone.en' })]),
    })
  })

  it('has no page for everybody before it is published', async () => {
    const { status, html } = await page()

    expect(status).toBe(404)
    expect(html).not.toContain('Fjord')
  })

  it('refuses what cannot be a fact, and keeps nothing of it', async () => {
    const refused = await keep({ provider: 'Care', start: '31 February' })

    expect(refused.status).toBe(400)
    expect(refused.body).toMatchObject({
      code: 'fact-malformed',
      problems: [{ where: 'start' }],
    })
    expect((await tell()).facts).not.toHaveProperty('provider')
  })

  it('is blocked by a missing number in its own language, by name, and in no other', async () => {
    await keep(await factsFor(organiser, id, 'phone.sv'))

    const swedish = await publish('sv')
    const english = await publish('en')

    expect(swedish.status).toBe(409)
    expect(swedish.body).toMatchObject({
      code: 'facts-missing',
      problems: [{ where: 'phone.sv' }],
    })
    expect(english.status).toBe(200)
    expect([...new Set((await standingsIn('en')).values())]).toEqual(['published'])
  })

  it('is for everybody to read then, without signing in and without a script', async () => {
    const { status, headers, html } = await page()

    expect(status).toBe(200)
    expect(headers.get('content-security-policy')).not.toContain('script')
    expect(html).toContain('<html lang="en-GB">')
    expect(html).toContain(phone)
    expect(html.indexOf('tel:112')).toBeLessThan(html.indexOf(`>${phone}<`))
    expect(html).not.toContain('<script')
  })

  it('names nobody who works in the organization on that page', async () => {
    const { html } = await page()

    for (const inside of ['Eva Lind', 'Tom Berg', 'Jan de Vries', 'Ola Moe']) {
      expect(html).not.toContain(inside)
    }
  })

  it('goes out of date where it says a number that changed, and comes back right', async () => {
    const changed = await keep({ 'phone.en': '0800 999 999' })
    const { materials } = changed.body as Orientation
    const outdated = materials.filter(({ standing }) => standing.state === 'out-of-date')
    const before = await page()
    const said = await Promise.all(
      materialKinds.map(async (kind) => {
        const form = kind === 'slides' ? 'txt' : 'html'
        const { body } = await organiser.get(`${door()}/material/${kind}/en/${form}`)
        return { kind, says: textOf(body).includes('0800 999 999') }
      }),
    )

    await publish('en')
    const after = await page()

    expect(outdated.map(({ kind }) => kind)).toEqual(
      said.filter(({ says }) => says).map(({ kind }) => kind),
    )
    expect(JSON.stringify(outdated[0]?.standing)).toContain('0800 999 999')
    expect(before.html).toContain(phone)
    expect(after.html).toContain('0800 999 999')
    expect(after.html).not.toContain(phone)
    expect([...new Set((await standingsIn('en')).values())]).toEqual(['published'])
    await keep({ 'phone.en': phone })
  })

  it('goes out of date where the program it introduces changes', async () => {
    await publish('en')
    const program = (await organiser.get(`/api/office/programs/${id}`)).body as {
      recommendations: { component: string; tier: string }[]
    }
    const component = program.recommendations.find(({ tier }) => tier === 'consider')
    await organiser.post(`/api/office/programs/${id}/decisions`, {
      component: component?.component,
      choice: { verdict: 'adopt', reason: '' },
    })

    const standings = await standingsIn('en')
    const refused = await publish('en')

    expect(standings.get('handout')).toBe('out-of-date')
    expect(standings.get('attendance')).toBe('published')
    expect(refused.body).toMatchObject({ code: 'program-not-adopted' })
    await organiser.post(`/api/office/programs/${id}/adoption`, {})
    await keep(await factsFor(organiser, id, 'phone.sv'))
    await publish('en')
  })

  describe('in words of people', () => {
    const at = () => `${door()}/text/faq/en`
    const words = async () => (await organiser.get(at())).body as MaterialText
    const passage = async () => {
      const all = (await words()).sections.flatMap((section) => section.passages)
      const found = all.find((one) => one.id === 'faq.cost.a')
      if (!found) throw new RangeError('the answer about the cost is gone')
      return found
    }

    it('keeps them through a change of the facts, and shows what changed beneath', async () => {
      const { text } = await passage()
      await organiser.put(at(), {
        passage: 'faq.cost.a',
        base: text,
        words: 'Nothing at all.',
      })
      await publish('en')
      await keep({ sessions: '9' })

      const changed = await passage()
      const refused = await publish('en')

      expect(changed).toMatchObject({ words: 'Nothing at all.', base: text })
      expect(changed.text).toContain('9')
      expect(refused.body).toMatchObject({
        code: 'passages-in-conflict',
        problems: [{ where: 'faq' }],
      })
    })

    it('is published again once somebody decided between both', async () => {
      const { text } = await passage()
      await organiser.put(at(), {
        passage: 'faq.cost.a',
        base: text,
        words: 'Nothing at all.',
      })

      const published = await publish('en')
      const file = await organiser.get(`${door()}/material/faq/en/txt`)

      expect(published.status).toBe(200)
      expect(textOf(file.body)).toContain('Nothing at all.')
    })

    it('takes no words for a sentence that has changed meanwhile, or is not there', async () => {
      const stale = { passage: 'faq.cost.a', base: 'It was so.', words: 'It is so.' }

      const changed = await organiser.put(at(), stale)
      const gone = await organiser.put(at(), { ...stale, passage: 'faq.nothing' })

      expect(changed.body).toMatchObject({ code: 'passage-changed-meanwhile' })
      expect(gone.body).toMatchObject({ code: 'passage-not-found' })
    })

    it('takes no words that a database could not keep', async () => {
      const { text } = await passage()

      const refused = await organiser.put(at(), {
        passage: 'faq.cost.a',
        base: text,
        words: 'Nothing\u0000.',
      })

      expect(refused.status).toBe(400)
    })

    it('reads nothing a person wrote as markup', async () => {
      const { text } = await passage()
      const words = '<img src=x onerror=alert(1)> & "so on"'
      await organiser.put(at(), { passage: 'faq.cost.a', base: text, words })

      const { body } = await organiser.get(`${door()}/material/faq/en/html`)

      expect(textOf(body)).toContain('&lt;img src=x')
      expect(textOf(body)).not.toContain('<img')
      await organiser.put(at(), { passage: 'faq.cost.a', base: text, words: '' })
    })
  })

  it('comes as one archive with every file that opens', async () => {
    const { status, body } = await organiser.get(`${door()}/kit/en`)

    const files = unzipSync(body as Uint8Array)
    const names = Object.keys(files)
    const deck = unzipSync(files['en/slides.pptx'] ?? new Uint8Array())
    const letter = unzipSync(files['en/family-letter.docx'] ?? new Uint8Array())
    const pdf = Buffer.from(files['en/policy.pdf'] ?? []).toString('latin1')
    const notes = Object.keys(deck).filter((name) => /notesSlide\d+\.xml$/.test(name))
    expect(status).toBe(200)
    expect(names).toHaveLength(2 + 19 * 4)
    expect(notes.length).toBeGreaterThanOrEqual(10)
    expect(strFromU8(letter['word/document.xml'] ?? new Uint8Array())).toContain(phone)
    expect(pdf.startsWith('%PDF-1.')).toBe(true)
    expect(pdf).toContain('/StructTreeRoot')
  })

  it('refuses a language nobody offers, and a form it does not have', async () => {
    const klingon = await organiser.get(`${door()}/material/slides/tlh/pptx`)
    const deck = await organiser.get(`${door()}/material/faq/en/pptx`)

    expect(klingon.status).toBe(400)
    expect(deck.status).toBe(404)
  })

  it('is for the employee side to read, not to change', async () => {
    const employeeSide = await server.example('employee-side')

    const read = await employeeSide.get(`${door()}/material/handout/en/pdf`)
    const changed = await employeeSide.put(`${door()}/facts`, { facts: {} })

    expect(read.status).toBe(200)
    expect(changed.status).toBe(403)
  })
})

const textOf = (body: unknown): string =>
  typeof body === 'string' ? body : Buffer.from(body as Uint8Array).toString('utf8')
