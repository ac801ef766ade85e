import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { OrganizationId } from '#server/accounts/contract.ts'
import {
  InstrumentPreview,
  Instruments,
  mostInstruments,
} from '#server/instruments/contract.ts'
import { previewOf } from '#server/instruments/preview-instrument.ts'
import { readInstrument } from '#surveys/instruments/read-instrument.ts'
import { json, surveyJsForm, xlsForm } from '../../surveys/instruments/files.ts'
import { aDraft, aFrozenSurvey } from '../journey.ts'
import { type TestServer, testServer, type Visitor } from '../test-server.ts'
import { door, keep, licence, preview } from './instruments.ts'

let server: TestServer

beforeAll(async () => {
  server = await testServer()
})

afterAll(() => server?.[Symbol.asyncDispose]())

const form = json(surveyJsForm)

async function aPlan(): Promise<{ readonly id: string; readonly organiser: Visitor }> {
  const organiser = await server.example()
  const { id } = await aDraft(organiser)
  return { id, organiser }
}

const anOrganization = () => ({
  organization: { id: OrganizationId.parse(randomUUID()), name: 'Acme', example: false },
})

const keptIn = async (visitor: Visitor, id: string) =>
  Instruments.parse((await visitor.get(door(id))).body).instruments

describe('a questionnaire from elsewhere', () => {
  it('is shown first, with what is not in it, and kept only with its licence', async () => {
    const { id, organiser } = await aPlan()

    const shown = await preview(organiser, id, form)
    const before = await keptIn(organiser, id)
    const { status } = await keep(organiser, id, form)

    expect(shown.source).toBe('surveyjs')
    expect(shown.leftOut.map(({ kind }) => kind)).toContain('free-text')
    expect(before).toEqual([])
    expect(status).toBe(200)
    expect(await keptIn(organiser, id)).toMatchObject([
      {
        source: 'surveyjs',
        content: { languages: ['en', 'sv'] },
        leftOut: shown.leftOut,
        licence,
        recordedOn: '2026-11-21',
      },
    ])
  })

  it('is seen by the employee side, which changes nothing', async () => {
    const { id, organiser } = await aPlan()
    await keep(organiser, id, form)
    const employeeSide = await server.example('employee-side')

    const [seen] = await keptIn(employeeSide, id)
    const tried = await keep(employeeSide, id, form, { outcome: 'any' })
    const removed = await employeeSide.delete(`${door(id)}/instruments/${seen?.id}`)

    expect(seen?.licence.name).toBe('Working days')
    expect([tried.status, removed.status]).toEqual([403, 403])
    expect(await keptIn(organiser, id)).toHaveLength(1)
  })

  it('cannot be read as something else than was shown', async () => {
    const { id, organiser } = await aPlan()
    const { outcome } = await preview(organiser, id, form)

    const { body } = await keep(organiser, id, xlsForm(), { outcome })

    expect(body).toMatchObject({ code: 'instrument-changed', status: 409 })
    expect(await keptIn(organiser, id)).toEqual([])
  })

  it('that cannot be read is refused, saying what is wrong and where', async () => {
    const { id, organiser } = await aPlan()
    const file = Buffer.from('PK\u0003\u0004 and no zip').toString('base64')

    const { body, status } = await organiser.post(`${door(id)}/preview`, { file })

    expect(status).toBe(400)
    expect(body).toMatchObject({
      code: 'instrument-unreadable',
      problems: [{ say: expect.stringMatching(/^instruments\.fault\./) }],
    })
  })

  it('is read one at a time of an organization, whatever others do', async () => {
    const one = anOrganization()
    const reading = previewOf(one, form)

    const meanwhile = previewOf(one, form)
    const others = previewOf(anOrganization(), form)

    await expect(meanwhile).rejects.toMatchObject({ code: 'instrument-being-read' })
    expect((await reading).outcome).toBe((await others).outcome)
    expect((await previewOf(one, form)).source).toBe('surveyjs')
  })

  it('that cannot be read leaves the way free for the next', async () => {
    const one = anOrganization()
    const unread = previewOf(one, Buffer.from('PK\u0003\u0004 and no zip'))

    await expect(unread).rejects.toMatchObject({ code: 'instrument-unreadable' })
    expect((await previewOf(one, form)).source).toBe('surveyjs')
  })

  it('may have five megabytes, and no other request may', async () => {
    const { id, organiser } = await aPlan()
    const large = { ...surveyJsForm, logo: 'a'.repeat(4_900_000) }
    const tooLarge = { file: Buffer.alloc(6_000_000).toString('base64') }

    const shown = await preview(organiser, id, json(large))
    const refused = await organiser.post(`${door(id)}/preview`, tooLarge)
    const elsewhere = await organiser.post(
      `/api/office/indicators/${id}/preview`,
      tooLarge,
    )

    expect(shown.source).toBe('surveyjs')
    expect([refused.status, elsewhere.status]).toEqual([413, 413])
  })

  it('is read for nobody who may not bring one', async () => {
    const { id } = await aPlan()
    const file = Buffer.from(form).toString('base64')
    const stranger = await server
      .visitor()
      .post(`${door(id)}/preview`, { file: 'not base64!' })
    const facilitator = await server.example('facilitator')

    const facilitating = await facilitator.post(`${door(id)}/preview`, { file })

    expect([stranger.status, facilitating.status]).toEqual([401, 403])
  })

  it('belongs to one assessment, and is out of reach from another', async () => {
    const { id, organiser } = await aPlan()
    const other = await aPlan()
    await keep(organiser, id, form)
    const [kept] = await keptIn(organiser, id)

    const fetched = await organiser.get(
      `${door(other.id)}/instruments/${kept?.id}/surveyjs`,
    )
    const removed = await organiser.delete(`${door(other.id)}/instruments/${kept?.id}`)

    expect([fetched.status, removed.status]).toEqual([404, 404])
    expect(await keptIn(organiser, id)).toHaveLength(1)
  })

  it('can be taken out while the assessment is a draft, and not later', async () => {
    const { id, organiser } = await aPlan()
    await keep(organiser, id, form)
    const [kept] = await keptIn(organiser, id)

    const removed = await organiser.delete(`${door(id)}/instruments/${kept?.id}`)
    const again = await organiser.delete(`${door(id)}/instruments/${kept?.id}`)
    const frozen = await aFrozenSurvey(server)
    const late = await keep(frozen.organiser, frozen.id, form, { outcome: 'any' })

    expect([removed.status, again.status, late.status]).toEqual([204, 404, 409])
    expect(await keptIn(organiser, id)).toEqual([])
  })

  it('is one of ten at most', async () => {
    const { id, organiser } = await aPlan()
    for (let count = 0; count < mostInstruments; count += 1)
      await keep(organiser, id, form)

    const { body } = await keep(organiser, id, form)

    expect(body).toMatchObject({ code: 'too-many-instruments' })
  })
})

describe('the record of a licence', () => {
  it.each([
    ['permission-missing', { terms: 'permission' }],
    ['not-commercial', { terms: 'cc-by-nc', commercial: true }],
    ['must-be-locked', { terms: 'cc-by-nd', locked: false }],
    ['original-missing', { original: 'fi' }],
    ['translation-source-missing', { translations: [] }],
  ])('is refused where it lacks something: %s', async (problem, part) => {
    const { id, organiser } = await aPlan()

    const { body } = await keep(organiser, id, form, { licence: { ...licence, ...part } })

    expect(body).toMatchObject({ code: 'licence-incomplete' })
    expect(JSON.stringify(body)).toContain(`instruments.licence.${problem}`)
    expect(await keptIn(organiser, id)).toEqual([])
  })

  it('lets questions be left out, unless it forbids changes', async () => {
    const { id, organiser } = await aPlan()
    const without = ['calm', 'rest']
    const locked = { ...licence, terms: 'cc-by-nd', locked: true }

    const refused = await keep(organiser, id, form, { without, licence: locked })
    await keep(organiser, id, form, { without })
    const [kept] = await keptIn(organiser, id)

    expect(refused.body).toMatchObject({ code: 'instrument-locked' })
    expect(JSON.stringify(kept?.content)).not.toContain('lugna')
    expect(
      kept?.content.sections.flatMap(({ items }) => items.map((item) => item.id)),
    ).toEqual(['breaks', 'energy', 'grid-help', 'grid-laugh'])
  })
})

describe('a questionnaire to elsewhere', () => {
  it.each(['surveyjs', 'xlsform'])('comes back as it is kept, as %s', async (format) => {
    const { id, organiser } = await aPlan()
    await keep(organiser, id, form)
    const [kept] = await keptIn(organiser, id)

    const { body } = await organiser.get(`${door(id)}/instruments/${kept?.id}/${format}`)

    const again = readInstrument(fileOf(body))
    expect(again).toMatchObject({ instrument: { sections: kept?.content.sections } })
  })

  it.each(['surveyjs', 'xlsform'])('is our own too, as %s', async (format) => {
    const { id } = await aPlan()
    const employeeSide = await server.example('employee-side')

    const { body, headers } = await employeeSide.get(`${door(id)}/own/${format}`)

    expect(headers.get('content-disposition')).toMatch(/^attachment/)
    expect(readInstrument(fileOf(body))).toMatchObject({
      instrument: { languages: ['en', 'sv', 'nb', 'nl', 'ro'] },
    })
  })
})

/** What the server sent, as bytes: JSON was read already on the way. */
const fileOf = (body: unknown): Uint8Array =>
  body instanceof Uint8Array ? body : json(body)

describe('what the contract takes', () => {
  it('is a preview without anything that only pages would have', async () => {
    const { id, organiser } = await aPlan()

    const { body } = await organiser.post(`${door(id)}/preview`, {
      file: Buffer.from(form).toString('base64'),
    })

    expect(InstrumentPreview.strict().safeParse(body).success).toBe(true)
  })
})
