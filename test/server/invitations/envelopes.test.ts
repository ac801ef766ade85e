import { spawnSync } from 'node:child_process'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readAccessCode } from '#surveys/ballot/access-code.ts'
import { aFrozenSurvey, type FrozenSurvey } from '../journey.ts'
import { type Reply, type TestServer, testServer, type Visitor } from '../test-server.ts'
import {
  anUninvitedSurvey,
  door,
  lookUp,
  takeList,
  unitNamed,
} from './an-inviting-survey.ts'

const print = (organiser: Visitor, id: string, asked: object = {}): Promise<Reply> =>
  organiser.post(`${door(id)}/envelopes`, {
    units: ['office'],
    language: 'en',
    again: false,
    ...asked,
  })

const latin = ({ body }: Reply): string =>
  Buffer.from(body as Uint8Array).toString('latin1')

const pagesOf = (pdf: string): number => Number(/<xmpTPg:NPages>(\d+)</.exec(pdf)?.[1])

/** What somebody reads in a PDF, page by page; poppler is on the machines that test. */
function pagesIn(pdf: unknown): readonly string[] {
  const { stdout } = spawnSync('pdftotext', ['-raw', '-', '-'], {
    input: pdf as Uint8Array,
    encoding: 'utf8',
    maxBuffer: 1e9,
  })
  return stdout.split('\f').map((page) => page.replaceAll('\u200b', ''))
}

const codeOn = (page: string): string | undefined =>
  /[\dA-Z]{5}-[\dA-Z]{5}-[\dA-Z]{5}-\s*[\dA-Z]{5}-[\dA-Z]{6}/
    .exec(page)?.[0]
    .replace(/\s/g, '')

const codesIn = (pdf: unknown): readonly string[] =>
  pagesIn(pdf)
    .map(codeOn)
    .filter((code) => code !== undefined)

const canRead = spawnSync('pdftotext', ['-v']).status === 0

describe('envelopes to draw by lot', () => {
  let server: TestServer
  let survey: FrozenSurvey
  let printed: Reply

  beforeAll(async () => {
    server = await testServer()
    survey = await anUninvitedSurvey(server)
    printed = await print(survey.organiser, survey.id)
  })

  afterAll(() => server[Symbol.asyncDispose]())

  it('are a tagged PDF/UA-1: a cover, then a front and a back for each person', () => {
    const pdf = latin(printed)

    expect(printed.headers.get('content-type')).toBe('application/pdf')
    expect(printed.headers.get('cache-control')).toBe('no-store')
    expect(pdf).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(pdf).toContain('/StructTreeRoot')
    expect(pdf).toContain('/Lang (en-GB)')
    expect(pagesOf(pdf)).toBe(2 + 2 * 24)
    expect(pdf.match(/\/S \/Figure/g)).toHaveLength(24)
    expect(pdf).not.toMatch(/CreationDate|ModDate|CreateDate/)
  })

  it('can be printed again only by who says so, as that ends the earlier ones', async () => {
    const { organiser, id } = survey

    const refused = await print(organiser, id)
    const shown = await unitNamed(organiser, id, 'Office')
    const again = await print(organiser, id, { again: true })
    const thenShown = await unitNamed(organiser, id, 'Office')

    expect(refused.body).toMatchObject({ code: 'envelopes-printed-before' })
    expect(again.status).toBe(200)
    expect(latin(again)).not.toBe(latin(printed))
    expect([shown.printings, thenShown.printings]).toEqual([1, 2])
  })

  it('are printed by organisers only, and the employee side sees how often', async () => {
    const employeeSide = await server.example('employee-side')

    const printing = await print(employeeSide, survey.id, { units: ['works'] })
    const { printings } = await unitNamed(employeeSide, survey.id, 'Office')

    expect(printing.status).toBe(403)
    expect(printings).toBeGreaterThan(0)
  })

  it('keep the unit from changing to a list, whose people could use the places again', async () => {
    const { organiser, id } = survey

    const changing = await organiser.put(`${door(id)}/way`, {
      unit: 'office',
      way: 'mail',
      languages: ['en'],
    })
    const listing = await takeList(organiser, id, 'unit,email\nOffice,a@x.example\n')

    expect(changing.body).toMatchObject({ code: 'way-settled' })
    expect(listing.body).toMatchObject({ problems: [{ say: 'invitees.drawn' }] })
  })

  describe.runIf(canRead)('read with another program', () => {
    it('hold one code for each person, on the front; and no code twice', async () => {
      const fresh = await print(survey.organiser, survey.id, { again: true })

      const codes = codesIn(fresh.body)
      const units = await Promise.all(
        codes.map((code) => lookUp(server, survey.id, code)),
      )

      expect(new Set(codes).size).toBe(24)
      expect(new Set(units)).toEqual(new Set(['office']))
      expect(codesIn(printed.body)).toHaveLength(24)
      expect(codes.filter((code) => codesIn(printed.body).includes(code))).toEqual([])
      expect(await lookUp(server, survey.id, codesIn(printed.body)[0] ?? '')).toBe(
        'code-unknown',
      )
    })

    it('have no code on the cover and none on a back, and no name', () => {
      const pages = pagesIn(printed.body)

      const cover = pages[0] ?? ''
      const backs = pages.filter((_, index) => index >= 3 && index % 2 === 1)
      expect(codeOn(cover)).toBeUndefined()
      expect(cover).toContain('Office: 24 envelopes')
      expect(cover).toContain('Mix the envelopes')
      for (const back of backs) expect(codeOn(back)).toBeUndefined()
      for (const [index, page] of pages.entries()) {
        if (codeOn(page)) expect(index % 2, `page ${index + 1}`).toBe(0)
      }
    })

    it('say in the languages of the unit what they are, and where to find help', async () => {
      const { body } = await survey.organiser.get(`/api/office/assessments/${survey.id}`)
      const [, , front = '', back = ''] = pagesIn(printed.body)

      expect(front).toContain('Your code for the anonymous survey')
      expect(front).toContain('Din kod till den anonyma enkäten')
      for (const words of [
        'Nobody may note or photograph this code',
        'Ingen får anteckna eller fotografera koden',
        'This envelope was drawn by lot.',
        (body as { surveyNumber: string }).surveyNumber,
        'Emergency 112',
        'Nödnummer 112',
        'English',
        'Svenska',
      ]) {
        expect(back.replace(/\s+/g, ' ')).toContain(words)
      }
    })
  })
})

describe('envelopes with names', () => {
  it.runIf(canRead)(
    'are for the people of the list, each in their language',
    async () => {
      await using server = await testServer()
      const { organiser, id } = await anUninvitedSurvey(server)
      await takeList(
        organiser,
        id,
        'unit,email,name,language\nOffice,,Ană Țepeș,en\nOffice,b@x.example,Bo Ek,sv\n',
      )
      await organiser.put(`${door(id)}/way`, {
        unit: 'office',
        way: 'addressed',
        languages: ['en', 'sv'],
      })

      const printed = await print(organiser, id)

      const pages = pagesIn(printed.body).filter((page) => codeOn(page))
      const fronts = pages.map((page) => page.split('\n').slice(0, 4).join(' '))
      expect(fronts.toSorted()).toEqual([
        expect.stringContaining('Ană Țepeș Office'),
        expect.stringContaining('Bo Ek Office'),
      ])
      expect(pages.find((page) => page.includes('Bo Ek'))).toContain('Din kod till')
      expect(pages.find((page) => page.includes('Bo Ek'))).not.toContain('Your code')
    },
  )

  it('go to whoever has no address where a unit is written to', async () => {
    await using server = await testServer()
    const { organiser, id } = await anUninvitedSurvey(server)
    await takeList(organiser, id, 'unit,email,name\nOffice,a@x.example,\nOffice,,Ion\n')

    const printed = await print(organiser, id)

    expect(pagesOf(latin(printed))).toBe(2 + 2)
    expect(await unitNamed(organiser, id, 'Office')).toMatchObject({ toInvite: 1 })
  })

  it('can be printed anew for one person who lost theirs', async () => {
    await using server = await testServer()
    const { organiser, id } = await anUninvitedSurvey(server)
    await takeList(organiser, id, 'unit,name\nOffice,Ana\nOffice,Ion\n')
    await print(organiser, id)

    const one = await print(organiser, id, { again: true, person: 'ION' })
    const nobody = await print(organiser, id, { again: true, person: 'Eva' })

    expect(pagesOf(latin(one))).toBe(2 + 2)
    expect(nobody.body).toMatchObject({ code: 'not-on-list' })
  })
})

describe('printing', () => {
  it('begins before the opening: the codes work from then on', async () => {
    await using server = await testServer()
    const { organiser, id } = await aFrozenSurvey(server)

    const printed = await print(organiser, id)

    expect(printed.status).toBe(200)
    for (const code of canRead ? codesIn(printed.body).slice(0, 1) : []) {
      expect(readAccessCode(code)).not.toBeNull()
      expect(await lookUp(server, id, code)).toBe('assessment-not-open')
    }
  })

  it('before the opening leaves every way open: codes of the other way are gone', async () => {
    await using server = await testServer()
    const { organiser, id } = await aFrozenSurvey(server)
    await print(organiser, id)

    const { status } = await organiser.put(`${door(id)}/way`, {
      unit: 'office',
      way: 'mail',
      languages: ['en'],
    })
    const listing = await takeList(organiser, id, 'unit,email\nOffice,a@x.example\n')

    expect([status, listing.status]).toEqual([200, 200])
    expect(await unitNamed(organiser, id, 'Office')).toMatchObject({
      settled: false,
      toInvite: 1,
    })
  })

  it('makes one file a unit when several are asked for', async () => {
    await using server = await testServer()
    const { organiser, id } = await aFrozenSurvey(server)

    const { headers, body } = await print(organiser, id, { units: ['office', 'works'] })

    expect(headers.get('content-type')).toBe('application/zip')
    expect(Object.keys(unzipSync(body as Uint8Array)).toSorted()).toEqual([
      'office.pdf',
      'works.pdf',
    ])
  })

  it('says so when there is nothing to print', async () => {
    await using server = await testServer()
    const { organiser, id } = await aFrozenSurvey(server)
    await takeList(organiser, id, 'unit,email\nOffice,a@x.example\n')

    const { body } = await print(organiser, id)

    expect(body).toMatchObject({ code: 'nothing-to-print' })
  })
})
