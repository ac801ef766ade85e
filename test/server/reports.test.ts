import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { releaseRows } from '#analysis/report/release-rows.ts'
import { AssessmentId } from '#server/assessments/contract.ts'
import { ReportKind, Reports, ToldPage } from '#server/reports/contract.ts'
import { readWhole, storedReleaseOf } from '#server/results/whole-release.ts'
import { locales } from '#surveys/locale.ts'
import * as journey from './journey.ts'
import { anOpenSurvey, answersAll, cast, release } from './journey.ts'
import { type TestServer, testServer, type Visitor } from './test-server.ts'

async function made(visitor: Visitor, id: string): Promise<Reports> {
  const { body } = await visitor.post(`/api/office/reports/${id}/make`)
  const { id: job } = body as { id: string }
  for (;;) {
    const { body: now } = await visitor.get(`/api/office/jobs/${job}`)
    const { state } = now as { state: string }
    if (state === 'failed') throw new Error(JSON.stringify(now))
    if (state === 'finished') break
  }
  return Reports.parse((await visitor.get(`/api/office/reports/${id}`)).body)
}

async function bytesAt(visitor: Visitor, path: string): Promise<Buffer> {
  const { status, body } = await visitor.get(path)
  expect(status).toBe(200)
  return Buffer.from(body as Uint8Array)
}

const told = async (visitor: Visitor, id: string, locale = 'en') => {
  const { status, body } = await visitor.get(`/api/told/${id}/${locale}`)
  return status === 200 ? ToldPage.parse(body) : status
}
const words = (page: unknown): string => JSON.stringify(page)

describe('the reports of a release', () => {
  let server: TestServer
  let organiser: Visitor
  let employees: Visitor
  let id: string
  let reports: Reports

  beforeAll(async () => {
    server = await testServer()
    const survey = await anOpenSurvey(server)
    ;({ id, organiser } = survey)
    employees = await server.example('employee-side')
    for (const code of survey.codes.slice(0, 50)) {
      await cast(server, survey, code, answersAll('sometimes'))
    }
    await release(server, survey)
    reports = await made(employees, id)
  })
  afterAll(() => server[Symbol.asyncDispose]())

  const fileDoor = (kind: string, locale: string) =>
    `/api/office/reports/${id}/file/${kind}/${locale}`

  it('are all there in five languages, made once, on a day that is said', async () => {
    const again = await organiser.post(`/api/office/reports/${id}/make`)

    expect(reports.made?.on).toBe('2026-11-21')
    expect(reports.made?.files.map(({ kind, locale }) => `${kind} ${locale}`)).toEqual(
      expect.arrayContaining(
        ReportKind.options.flatMap((kind) => locales.map((one) => `${kind} ${one}`)),
      ),
    )
    expect(again.status).toBe(409)
    expect(again.body).toMatchObject({ code: 'reports-already-made' })
  })

  it('are the same for both sides to the byte, and after a restart', async () => {
    const doors = ReportKind.options.map((kind) => fileDoor(kind, 'nb'))
    const theirs = await Promise.all(doors.map((door) => bytesAt(employees, door)))
    await server.restart()

    const mine = await Promise.all(doors.map((door) => bytesAt(organiser, door)))

    expect(mine.map((bytes) => bytes.toString('base64'))).toEqual(
      theirs.map((bytes) => bytes.toString('base64')),
    )
    expect(mine.map(({ length }) => length)).toEqual(
      ReportKind.options.map(
        (kind) =>
          reports.made?.files.find((one) => one.kind === kind && one.locale === 'nb')
            ?.bytes,
      ),
    )
  })

  it.each(['report', 'sheet'])(
    'are tagged PDF in their language: the %s',
    async (kind) => {
      const pdf = (await bytesAt(organiser, fileDoor(kind, 'ro'))).toString('latin1')

      expect(pdf).toContain('<pdfuaid:part>1</pdfuaid:part>')
      expect(pdf).toContain('/Lang (ro-RO)')
      expect(pdf).toContain('/StructTreeRoot')
    },
  )

  it('have a sheet for managers on two pages at most, in every language', async () => {
    for (const locale of locales) {
      const pdf = (await bytesAt(organiser, fileDoor('sheet', locale))).toString('latin1')

      expect(pdf).toMatch(/<xmpTPg:NPages>[12]</)
    }
  })

  it('have slides with titles, notes and a native chart that carries its numbers', async () => {
    const parts = unzipSync(await bytesAt(organiser, fileDoor('deck', 'sv')))
    const names = Object.keys(parts)
    const textOf = (name: string) => strFromU8(parts[name] ?? new Uint8Array())
    const slides = names.filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
    const notes = names.filter((name) => name.startsWith('ppt/notesSlides/notesSlide'))

    for (const slide of slides) {
      expect(textOf(slide)).toMatch(/<p:ph type="(title|ctrTitle)"\/>/)
    }
    expect(names).toContain('ppt/charts/chart1.xml')
    expect(names).toContain('ppt/embeddings/Microsoft_Excel_Worksheet1.xlsx')
    expect(textOf('ppt/charts/chart1.xml')).toMatch(/<c:v>\d+<\/c:v>/)
    expect(notes.map(textOf).join('')).toContain('Börja med ett tack')
  })

  it('have every figure of the release in the workbook, and nothing that computes', async () => {
    const parts = unzipSync(await bytesAt(organiser, fileDoor('workbook', 'nl')))
    const sheet = strFromU8(parts['xl/worksheets/sheet2.xml'] ?? new Uint8Array())
    const { db } = server.running.services
    const stored = await storedReleaseOf({ db }, AssessmentId.parse(id))
    const rows = [...releaseRows(readWhole(stored))]

    expect(sheet.match(/<row /g)).toHaveLength(rows.length + 1)
    expect(sheet.match(/<c r="I\d+"[^>]*><v>/g)?.length).toBe(
      rows.filter(({ value }) => value !== null).length + 1,
    )
    for (const [name, content] of Object.entries(parts)) {
      if (name.endsWith('.xml')) expect(strFromU8(content)).not.toContain('<f>')
    }
  })

  it('describe the figures as DDI Codebook: a variable a column, names with labels', async () => {
    const xml = (await bytesAt(organiser, fileDoor('ddi', 'en'))).toString('utf8')

    expect(xml).toContain('<codeBook xmlns="ddi:codebook:2_5"')
    expect(
      [...xml.matchAll(/<var ID="V\d+" name="(\w+)"/g)].map(([, name]) => name),
    ).toEqual([
      'level',
      'unit_id',
      'unit',
      'background',
      'category',
      'about',
      'figure',
      'reading',
      'value',
      'upper',
    ])
    expect(xml).toContain(
      '<catgry><catValu>bio.sleep</catValu><labl>Sleep and recovery</labl></catgry>',
    )
  })

  it('have a sheet for each unit of the release and for no other', async () => {
    const [unit] = reports.made?.units ?? []
    const door = (which = '') => `/api/office/reports/${id}/unit-sheet/${which}/en`

    const mine = await bytesAt(organiser, door(unit?.id))
    const theirs = await bytesAt(employees, door(unit?.id))
    const other = await organiser.get(door('elsewhere'))

    expect(theirs.equals(mine)).toBe(true)
    expect(other.body).toMatchObject({ code: 'unit-not-found' })
  })

  it('tell everybody on one page, and what will be done once that is adopted', async () => {
    const anybody = server.visitor()
    const door = `/api/office/programs/${id}`
    const before = await told(anybody, id)
    await organiser.post(`${door}/adoption`)

    const after = await told(anybody, id)
    const { body } = await organiser.get(`/api/office/reports/${id}`)
    const dutch = await told(anybody, id, 'nl')
    await organiser.post(`${door}/decisions`, {
      component: 'counselling_individual',
      choice: { verdict: 'reject', reason: 'Not this year.' },
    })
    const undone = await told(anybody, id)

    expect(words(before)).toContain('50 to 54 people answered')
    expect(words(before)).toContain('has not been decided yet')
    expect(words(after)).toContain('Decided on November 21, 2026')
    expect(words(after)).not.toContain('has not been decided yet')
    expect(body).toMatchObject({
      page: { address: `${server.origin}/results/${id}`, programOn: '2026-11-21' },
    })
    expect(words(dutch)).toContain('Besloten op 21 november 2026')
    expect(words(undone)).toContain('has not been decided yet')
  })

  it('send no cookie to who reads that page, and take none', async () => {
    const { headers } = await organiser.get(`/api/told/${id}/en`)

    expect(headers.get('set-cookie')).toBeNull()
  })
})

describe('before a release', () => {
  it('nobody has a report, and employees read when results are promised', async () => {
    await using server = await testServer()
    const draft = await journey.aPlannedDraft(await server.example())
    const anybody = server.visitor()
    const early = await told(anybody, draft.id)
    const survey = await anOpenSurvey(server)
    const { id, organiser, manifest } = survey

    const page = await told(anybody, id)
    const swedish = await told(anybody, id, 'sv')
    server.clock.set('2027-01-16T12:00:00Z')
    const late = await told(anybody, id)

    const make = await organiser.post(`/api/office/reports/${id}/make`)
    const file = await organiser.get(`/api/office/reports/${id}/file/report/en`)
    expect(early).toBe(404)
    expect(manifest.resultsBy).toBe('2027-01-15')
    expect(words(page)).toContain('promised by January 15, 2027')
    expect(words(swedish)).toContain('den 15 januari 2027')
    expect(words(swedish)).toContain('Nödnummer')
    expect(words(late)).toContain('have not been published yet')
    expect(make.body).toMatchObject({ code: 'assessment-not-released' })
    expect(file.body).toMatchObject({ code: 'assessment-not-released' })
  })

  it('employees read that a survey was given up, and nothing of a draft that was', async () => {
    await using server = await testServer()
    const organiser = await server.example()
    const employees = await server.example('employee-side')
    const draft = await journey.aPlannedDraft(organiser)
    const survey = await anOpenSurvey(server)
    for (const side of [organiser, employees]) {
      await side.post(`/api/office/results/${draft.id}/abort`)
      await side.post(`/api/office/results/${survey.id}/abort`)
    }
    const { body } = await organiser.get(`/api/office/assessments/${draft.id}`)
    const anybody = server.visitor()

    const ofDraft = await told(anybody, draft.id)
    const ofSurvey = await told(anybody, survey.id)

    expect(body).toMatchObject({ ended: 'aborted', frozenOn: null })
    expect(ofDraft).toBe(404)
    expect(words(ofSurvey)).toContain('destroyed')
  })

  it('nobody has one document before all are made', async () => {
    await using server = await testServer()
    const survey = await anOpenSurvey(server)
    const { id, organiser } = survey
    for (const code of survey.codes.slice(0, 20)) {
      await cast(server, survey, code, answersAll('rarely'))
    }
    await release(server, survey)
    const { db } = server.running.services
    await db
      .insertInto('report_file')
      .values({
        assessment_id: id,
        kind: 'report',
        locale: 'en',
        length: 1,
        content: new Uint8Array([1]),
      })
      .execute()

    const { body } = await organiser.get(`/api/office/reports/${id}`)
    const file = await organiser.get(`/api/office/reports/${id}/file/report/en`)
    const reports = await made(organiser, id)

    expect(body).toMatchObject({ made: null })
    expect(file.body).toMatchObject({ code: 'reports-not-made' })
    expect(reports.made?.files).toHaveLength(ReportKind.options.length * locales.length)
  })
})
