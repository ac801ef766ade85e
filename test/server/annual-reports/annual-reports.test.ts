import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleTotals } from '#analysis/review/sample-totals.ts'
import { TotalsPreview, Years } from '#server/annual-reports/contract.ts'
import { annualTemplate } from '#server/annual-reports/write-template.ts'
import { ToldPage } from '#server/reports/contract.ts'
import { locales } from '#surveys/locale.ts'
import { anOpenSurvey, answersAll, cast, release } from '../journey.ts'
import { type TestServer, testServer, type Visitor } from '../test-server.ts'

const values = sampleTotals('2026-11-21')
const csvIn = (locale: (typeof locales)[number]) => annualTemplate(locale, values)

describe('what a provider reports of a year', () => {
  let server: TestServer
  let organiser: Visitor
  let employees: Visitor
  let id: string

  beforeAll(async () => {
    server = await testServer()
    const survey = await anOpenSurvey(server)
    ;({ id, organiser } = survey)
    employees = await server.example('employee-side')
    for (const code of survey.codes.slice(0, 40)) {
      await cast(server, survey, code, answersAll('sometimes'))
    }
    await release(server, survey)
  })
  afterAll(() => server[Symbol.asyncDispose]())

  const look = (told: object) =>
    organiser.post(`/api/office/deliveries/${id}/preview`, told)
  const keep = (told: object, outcome: string) =>
    organiser.put(`/api/office/deliveries/${id}/report`, { told, outcome })
  const years = async (who = employees) =>
    Years.parse((await who.get(`/api/office/annual-reports/${id}`)).body).years
  const toldYear = (locale: string) =>
    server.visitor().get(`/api/told-year/${id}/${locale}`)
  const kept = () =>
    server.running.services.db.selectFrom('annual_report').selectAll().execute()

  it.each(locales)(
    'is read from the template in %s, however it is divided',
    async (locale) => {
      const { status, body } = await look({ csv: csvIn(locale) })
      const fromForm = TotalsPreview.parse((await look({ values })).body)

      expect(status).toBe(200)
      expect(body).toMatchObject({ problems: [] })
      expect(TotalsPreview.parse(body).outcome).toBe(fromForm.outcome)
    },
  )

  it('names every contradiction by its line, and keeps nothing', async () => {
    const told = { values: { ...values, 'topic.mind': '25', 'flow.planned': '41' } }

    const { body } = await look(told)

    expect(body).toMatchObject({
      report: null,
      problems: [
        { line: 'topic.mind', fault: 'sum', words: { sum: 53, expected: 46 } },
        { line: 'flow.planned', fault: 'exceeds', others: ['flow.closed'] },
      ],
    })
    expect((await keep(told, '')).body).toMatchObject({
      code: 'annual-report-contradicts',
    })
    expect(await kept()).toEqual([])
  })

  it.each([
    ['rows instead of totals', 'name,topic\nAda,work\nBo,work\n', 'people.column'],
    [
      'line after line of one figure',
      `part,figure,value\n${'topic,mind,1\n'.repeat(4)}`,
      'people.rows',
    ],
    ['an address', 'part,figure,value\ntopic,mind,ada@people.example\n', 'people.cell'],
    ['a number of a person', 'part,figure,value\ntopic,850709-9805,1\n', 'people.cell'],
    ['days of contact', 'part,figure,value\ntopic,mind,2026-03-14\n', 'people.day'],
    ['a unit beside', 'part,figure,value,unit\ntopic,mind,3,Office\n', 'file.more'],
    ['another language', 'osa,luku,arvo\naihe,mieli,3\n', 'file.columns'],
    ['another delimiter', 'part|figure|value\ntopic|mind|3\n', 'file.columns'],
    ['a line of nowhere', 'part,figure,value\ntopic,weather,3\n', 'file.line'],
  ])('is refused as a whole: %s', async (_, csv, say) => {
    const { status, body } = await look({ csv })

    expect(status).toBe(400)
    expect(body).toMatchObject({ problems: [{ say: `annual.${say}` }] })
    expect(JSON.stringify(body)).not.toMatch(/Ada|ada@|850709/)
    expect(await kept()).toEqual([])
  })

  it('is refused where it is too large, before it is read', async () => {
    const { status, body } = await look({ csv: 'x'.repeat(4_000_000) })

    expect(status).toBe(413)
    expect(body).toMatchObject({ code: 'request-too-large' })
  })

  it('is kept as it was looked at and as nothing finer, once for each month', async () => {
    const { outcome } = TotalsPreview.parse((await look({ values })).body)
    const others = await keep({ values: { ...values, 'flow.waiting': '9' } }, outcome)

    const { status } = await keep({ values }, outcome)

    const again = TotalsPreview.parse((await look({ values })).body)
    const [row] = await kept()
    const report = JSON.parse(row?.report ?? '{}')
    expect(others.body).toMatchObject({ code: 'annual-report-changed' })
    expect(status).toBe(200)
    expect(again.problems).toMatchObject([{ line: 'about.from', fault: 'overlap' }])
    expect(report.tables.topic).toEqual({
      shown: { mind: 18, work: 13 },
      rest: {
        lines: ['relations', 'care', 'money', 'body', 'dependence', 'other'],
        people: 15,
      },
    })
    // Told of few: 4 opened again, 6, 3, 3, 1 and 2 by topic. No such number is kept.
    const { groups: meetings, ...contacts } = report.contacts
    const ofPeople = JSON.stringify({ ...report, contacts })
    expect(meetings).toEqual({ kind: 'shown', people: 3 })
    expect(ofPeople).not.toMatch(/"(people|count)":[1-9][,}]/)
    expect(report.contacts.reopened).toEqual({ kind: 'few' })
  })

  it('is read by both sides alike, beside the need', async () => {
    const [mine] = await years(organiser)
    const [theirs] = await years()

    expect(theirs).toEqual(mine)
    expect(theirs).toMatchObject({ by: 'organiser', on: '2026-11-21', deeds: null })
    expect(theirs?.beside.map(({ topic, cases }) => [topic, cases])).toContainEqual([
      'dependence',
      null,
    ])
  })

  it('comes in four forms, the same for both sides', async () => {
    const [year] = await years()
    const file = (form: string) =>
      `/api/office/annual-reports/${id}/${year?.id}/file/${form}/ro`
    const bytes = async (who: Visitor, form: string) =>
      Buffer.from((await who.get(file(form))).body as Uint8Array)

    const pdf = await bytes(employees, 'pdf')
    const workbook = unzipSync(new Uint8Array(await bytes(employees, 'xlsx')))

    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(Object.keys(workbook)).toContain('xl/worksheets/sheet3.xml')
    for (const form of ['docx', 'pptx']) {
      expect(unzipSync(new Uint8Array(await bytes(organiser, form)))).toBeDefined()
    }
    expect((await bytes(organiser, 'pdf')).equals(pdf)).toBe(true)
  })

  it('is no page for employees before the organiser publishes it, and stays afterwards', async () => {
    const [year] = await years()
    const door = `/api/office/annual-reports/${id}/${year?.id}`
    const before = await toldYear('en')
    const theirs = await employees.post(`${door}/publication`)

    const published = await organiser.post(`${door}/publication`)

    const page = ToldPage.parse((await toldYear('en')).body)
    const taken = await organiser.delete(door)
    expect(before.status).toBe(404)
    expect(theirs.status).toBe(403)
    expect(published.status).toBe(204)
    expect(page.title).toBe('A year later')
    expect(JSON.stringify(page)).toContain('46 people opened a case')
    expect(taken.body).toMatchObject({ code: 'annual-report-settled' })
  })
})
