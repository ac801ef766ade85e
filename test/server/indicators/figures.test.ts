import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { indicatorTexts } from '#analysis/indicator-wording.ts'
import { locales } from '#surveys/locale.ts'
import {
  aDraft,
  aFrozenSurvey,
  anOpenSurvey,
  answersAll,
  cast,
  type FrozenSurvey,
  release,
} from '../journey.ts'
import { type TestServer, testServer } from '../test-server.ts'
import { door, figuresSeen, fileOf, keep, preview } from './figures.ts'

let server: TestServer
let survey: FrozenSurvey

beforeAll(async () => {
  server = await testServer()
  survey = await aFrozenSurvey(server)
})

afterAll(() => server?.[Symbol.asyncDispose]())

const overtime = 'Office,Overtime,2025,4.5,,Payroll'

describe('figures of the personnel office', () => {
  it('are shown first, and kept only when somebody says so', async () => {
    const { id, organiser } = await aFrozenSurvey(server)
    const csv = fileOf(
      overtime,
      'whole organization,Short-term absence,2025,4.8,,Payroll',
    )

    const shown = await preview(organiser, id, csv)
    const before = await figuresSeen(organiser, id)
    const { outcome } = shown
    await organiser.put(`${door(id)}/figures`, { csv, outcome, checked: false })

    expect(shown.kept.map(({ change }) => change)).toEqual(['new', 'new'])
    expect(before).toEqual([])
    expect(await figuresSeen(organiser, id)).toMatchObject([
      { unit: null, indicator: 'absence.short', period: '2025', value: 4.8 },
      { unit: 'office', indicator: 'overtime', value: 4.5, source: 'Payroll' },
    ])
  })

  it('are the same for the employee side, which changes nothing', async () => {
    const { id, organiser } = await aFrozenSurvey(server)
    await keep(organiser, id, fileOf(overtime))
    const employeeSide = await server.example('employee-side')

    const csv = fileOf('Office,Overtime,2025,9,,Payroll')
    const { outcome } = await preview(organiser, id, csv)
    const file = { csv, outcome, checked: true }
    const tried = await employeeSide.put(`${door(id)}/figures`, file)
    const removed = await employeeSide.delete(`${door(id)}/figures`)

    expect([tried.status, removed.status]).toEqual([403, 403])
    expect(await figuresSeen(employeeSide, id)).toEqual(await figuresSeen(organiser, id))
    expect(await figuresSeen(employeeSide, id)).toMatchObject([{ value: 4.5 }])
  })

  it('take the place of earlier ones, leave the others, and can be taken out', async () => {
    const { id, organiser } = await aFrozenSurvey(server)
    await keep(organiser, id, fileOf(overtime, 'Works,Overtime,2025,2,,Payroll'))

    const csv = fileOf('Office,Overtime,2025,5,,Payroll', 'Office,Overtime,2024,4,,Old')
    const shown = await preview(organiser, id, csv)
    await keep(organiser, id, csv)
    const all = await figuresSeen(organiser, id)
    await organiser.delete(`${door(id)}/figures/${all[0]?.id}`)
    const again = await organiser.delete(`${door(id)}/figures/${all[0]?.id}`)
    const fewer = await figuresSeen(organiser, id)
    await organiser.delete(`${door(id)}/figures`)

    expect(shown.kept).toMatchObject([
      { change: 'changed', before: 4.5 },
      { change: 'new', before: null },
    ])
    expect(all.map(({ value }) => value)).toEqual([4, 5, 2])
    expect(again.status).toBe(404)
    expect(fewer.map(({ value }) => value)).toEqual([5, 2])
    expect(await figuresSeen(organiser, id)).toEqual([])
  })

  it('are not kept when they are not what was shown', async () => {
    const { id, organiser } = await aFrozenSurvey(server)
    const csv = fileOf(overtime)
    const { outcome } = await preview(organiser, id, csv)
    await keep(organiser, id, fileOf('Office,Overtime,2025,9,,Payroll'))

    const { body } = await organiser.put(`${door(id)}/figures`, {
      csv,
      outcome,
      checked: true,
    })

    expect(body).toMatchObject({ code: 'figures-changed-meanwhile', status: 409 })
    expect(await figuresSeen(organiser, id)).toMatchObject([{ value: 9 }])
  })

  it('that are unusual wait until somebody has looked again', async () => {
    const { id, organiser } = await aFrozenSurvey(server)
    const csv = fileOf('Office,Short-term absence,2025,0.05,,Payroll')
    const { outcome, kept } = await preview(organiser, id, csv)
    const put = (checked: boolean) =>
      organiser.put(`${door(id)}/figures`, { csv, outcome, checked })

    const unchecked = await put(false)
    const checked = await put(true)

    expect(kept).toMatchObject([{ doubt: 'low' }])
    expect(unchecked.body).toMatchObject({ code: 'figures-not-checked' })
    expect(checked.status).toBe(200)
  })

  it('stay where taking one out would let the others tell of few people', async () => {
    const { id, organiser } = await aFrozenSurvey(server)
    const csv = fileOf(
      'whole organization,Accidents,2025,9,,Safety',
      'Office,Accidents,2025,6,,Safety',
      'Works,Accidents,2025,5,,Safety',
    )
    await keep(organiser, id, csv)
    const [whole, , works] = await figuresSeen(organiser, id)

    const refused = await organiser.delete(`${door(id)}/figures/${works?.id}`)
    const kept = await figuresSeen(organiser, id)
    const first = await organiser.delete(`${door(id)}/figures/${whole?.id}`)
    const then = await organiser.delete(`${door(id)}/figures/${works?.id}`)

    expect(refused.body).toMatchObject({ code: 'figures-would-tell' })
    expect(kept).toHaveLength(3)
    expect([first.status, then.status]).toEqual([204, 204])
  })

  it('wait until the units are frozen', async () => {
    const organiser = await server.example()
    const { id } = await aDraft(organiser)

    const { status } = await organiser.post(`${door(id)}/preview`, {
      csv: fileOf(overtime),
    })

    expect(status).toBe(409)
  })

  it('change no need, no release and no recommendation', async () => {
    await using own = await testServer()
    const open = await anOpenSurvey(own)
    const { id, organiser } = open
    for (const code of open.codes.slice(0, 40)) {
      await cast(own, open, code, answersAll('often'))
    }
    await release(own, open)
    const computed = async () => [
      (await organiser.get(`/api/office/results/${id}`)).body,
      (await organiser.get(`/api/office/programs/${id}`)).body,
    ]

    const without = await computed()
    await keep(
      organiser,
      id,
      fileOf(
        'whole organization,Short-term absence,2025,40,,Payroll',
        'whole organization,Overtime,2025,90,,Payroll',
        'whole organization,Earlier use of the EAP,2025,60,,Provider',
      ),
    )

    expect(await figuresSeen(organiser, id)).toHaveLength(3)
    expect(await computed()).toEqual(without)
  })
})

describe('the template', () => {
  it.each(locales)('comes back as it was filled in, in %s', async (locale) => {
    const { id, organiser } = survey
    const { body } = await organiser.get(`${door(id)}/template/${locale}?period=2025`)
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(body as Uint8Array)
    const mark = locale === 'en' ? ',' : ';'
    const value = locale === 'en' ? '4.5' : '4,5'
    const named = indicatorTexts[locale]['indicator.overtime']
    const filled = text
      .split('\r\n')
      .map((line) =>
        line.includes(named)
          ? `${line.replace(`2025${mark}`, `2025${mark}${value}`)}HR`
          : line,
      )
      .join('\r\n')

    const shown = await preview(organiser, id, filled)

    expect(text.startsWith('\uFEFF')).toBe(true)
    expect(shown.refused).toEqual([])
    expect(shown.unread).toEqual([])
    expect(shown.kept.map(({ figure }) => [figure.unit, figure.value])).toEqual([
      [null, 4.5],
      ['office', 4.5],
      ['works', 4.5],
    ])
    expect(shown.empty).toBe(text.trim().split('\r\n').length - 4)
  })

  it('asks of small units nothing that may not be told of them', async () => {
    const { id, organiser } = survey
    const { body } = await organiser.get(`${door(id)}/template/en?period=2025-H1`)
    const lines = new TextDecoder().decode(body as Uint8Array).split('\r\n')

    const ofOffice = lines.filter((line) => line.startsWith('Office,')).join('\n')

    expect(ofOffice).toContain('Short-term absence')
    expect(ofOffice).not.toMatch(/Long-term|EAP|Reason to leave|Turnover/)
    expect(lines.join('\n')).toMatch(/whole organization,Long-term absence/)
  })

  it('brings what is kept already', async () => {
    const { id, organiser } = await aFrozenSurvey(server)
    await keep(organiser, id, fileOf('Office,Overtime,2025,4.5,,"Pay; roll"'))

    const { body } = await organiser.get(`${door(id)}/template/sv?period=2025`)

    const text = new TextDecoder().decode(body as Uint8Array)
    expect(text).toContain('Office;Övertid;')
    expect(text).toContain(';2025;4,5;;"Pay; roll"')
  })
})
