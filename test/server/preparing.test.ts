import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { Publication } from '#server/assessments/ahead/contract.ts'
import { Results } from '#server/results/contract.ts'
import { canonicalJson } from '#surveys/ballot/canonical.ts'
import { composeQuestionnaire, type QuestionChoice } from '#surveys/compose.ts'
import { anOffice } from './an-office.ts'
import {
  aDraftToFreeze,
  agreeToDuty,
  answersAll,
  aPlannedDraft,
  approve,
  cast,
  freeze,
  opened,
  plan,
  publishedOf,
  release,
  unitsCsv,
} from './journey.ts'
import { type TestServer, testServer, type Visitor } from './test-server.ts'

const own = {
  id: 'own-1',
  format: 'yes-no',
  title: { en: 'Is the canteen open long enough?', sv: 'Är matsalen öppen länge nog?' },
  options: [],
} as const
const choice: QuestionChoice = { modules: ['remote', 'pain'], own: [own] }

const choose = (organiser: Visitor, id: string, questions: object) =>
  organiser.put(`/api/office/assessments/${id}/questions`, questions)

async function freezingOf(organiser: Visitor, id: string): Promise<unknown> {
  const { body } = await organiser.post(`/api/office/registrar/${id}/freeze`)
  return body
}

/** Planned with these duties, agreed to by both sides, not yet approved. */
async function plannedWith(server: TestServer, changed: object): Promise<string> {
  const organiser = await server.example()
  const planned = { ...plan, ...changed }
  const { id } = await aPlannedDraft(organiser, planned)
  await agreeToDuty(server, id)
  return id
}

describe('questions beside the core', () => {
  it('are what the manifest names, and so part of the survey number', async () => {
    await using server = await testServer()
    const { id, organiser } = await aDraftToFreeze(server, plan, unitsCsv, choice)
    await freeze(organiser, id)

    const { manifest } = await publishedOf(server, id)

    const asked = canonicalJson(composeQuestionnaire(choice))
    expect(manifest.questionnaire).toEqual({
      id: 'core-1+remote+pain+own',
      hash: createHash('sha256').update(asked).digest('hex'),
      modules: ['remote', 'pain'],
      own: [own],
    })
  })

  it('take an approval back when they change', async () => {
    await using server = await testServer()
    const organiser = await server.example()
    const { id, revision } = await aPlannedDraft(organiser)
    await approve(server, id, revision)

    const { body } = await choose(organiser, id, choice)

    expect(body).toMatchObject({ state: 'draft', revision: revision + 1 })
  })

  it.each([
    ['three modules', { modules: ['pain', 'remote', 'change'], own: [] }],
    ['one module twice', { modules: ['pain', 'pain'], own: [] }],
    ['a module that there is not', { modules: ['mind-reading'], own: [] }],
    ['free text', { modules: [], own: [{ ...own, format: 'text' }] }],
    [
      'one answer to choose from',
      { modules: [], own: [{ ...own, format: 'one-of', options: [{ en: 'Yes' }] }] },
    ],
    [
      'places for words',
      { modules: [], own: [{ ...own, title: { en: 'Is {unit} good?' } }] },
    ],
    ['one id twice', { modules: [], own: [own, own] }],
  ])('are refused: %s', async (_, questions) => {
    await using server = await testServer()
    const organiser = await server.example()
    const { id } = await aPlannedDraft(organiser)

    const { status } = await choose(organiser, id, questions)

    expect(status).toBe(400)
  })

  it('are not for the employee side to choose', async () => {
    await using server = await testServer()
    const { id } = await aPlannedDraft(await server.example())

    const { status } = await choose(await server.example('employee-side'), id, choice)

    expect(status).toBe(403)
  })

  it.each([
    [
      'own-questions-incomplete',
      { modules: [], own: [{ ...own, title: { en: 'Good?' } }] },
    ],
    [
      'questions-blocked',
      {
        modules: [],
        own: [{ ...own, title: { en: 'Your job title?', sv: 'Din titel?' } }],
      },
    ],
    ['safety-partner-missing', { modules: ['safety-at-home'], own: [] }],
  ])('keep a survey from opening: %s', async (code, questions) => {
    await using server = await testServer()
    const organiser = await server.example()
    const id = await plannedWith(server, {})
    await choose(organiser, id, questions)

    expect(await freezingOf(organiser, id)).toMatchObject({ code })
  })
})

describe('what is answered beside the core', () => {
  it('is released for the whole organization, and nothing finer', async () => {
    await using server = await testServer()
    const csv = 'name,parent,headcount\nHall,,30\nOffice,,34\n'
    const ready = await aDraftToFreeze(server, plan, csv, choice)
    const survey = await opened(server, ready)
    const answers = {
      ...answersAll('often'),
      'painful-positions': 'often',
      'own-1': 'yes',
    }
    for (const code of survey.codes.slice(0, 56))
      await cast(server, survey, code, answers)

    await release(server, survey)
    const { body } = await survey.organiser.get(`/api/office/results/${survey.id}`)

    const { items, constructs } = Results.parse(body).release
    expect(items['painful-positions']?.chosen['often']).toMatchObject({
      kind: 'at-least',
    })
    expect(items['own-1']?.chosen['yes']).toEqual({ kind: 'hidden' })
    expect(Object.keys(constructs)).not.toContain('soc.safety')
  })
})

describe('what could be shown', () => {
  it('is said of a draft from head counts alone, and later of what was frozen', async () => {
    await using server = await testServer()
    const { id, organiser } = await aDraftToFreeze(server, plan, unitsCsv, choice)
    const door = `/api/office/assessments/${id}/publication`

    const draft = (await organiser.get(door)).body
    await freeze(organiser, id)
    const employeeSide = await server.example('employee-side')

    expect((await employeeSide.get(door)).body).toEqual(draft)
    expect(draft).toMatchObject({
      people: 60,
      smallestGroup: 10,
      smallCells: expect.arrayContaining([
        expect.objectContaining({ background: 'staff-group' }),
      ]),
    })
    expect(Publication.parse(draft).beside).toContainEqual({
      item: 'own-1',
      least: 100,
      isEverShown: false,
    })
  })

  it('is nothing where too few people would be asked', async () => {
    await using server = await testServer()
    const organiser = await server.example()
    const { id } = await aPlannedDraft(organiser, plan, 'name,parent,headcount\nA,,15\n')

    const { body } = await organiser.get(`/api/office/assessments/${id}/publication`)

    expect(body).toMatchObject({ code: 'too-few-people' })
  })
})

describe('duties before asking', () => {
  it.each([
    ['results-date-missing', { resultsBy: null }],
    ['budget-missing', { duties: { ...plan.duties, budget: 0 } }],
    ['staff-agreement-missing', { duties: { ...plan.duties, staffAgreement: ' ' } }],
    ['stakeholders-missing', { duties: { ...plan.duties, stakeholders: [] } }],
    ['policies-missing', { duties: { ...plan.duties, countries: ['se', 'ro'] } }],
    ['policies-missing', { duties: { ...plan.duties, countries: [] } }],
    ['contacts-not-checked', { contactsCheckedOn: '2026-10-01' }],
  ])('keep a survey from opening: %s', async (code, changed) => {
    await using server = await testServer()
    const id = await plannedWith(server, changed)

    expect(await freezingOf(await server.example(), id)).toMatchObject({ code })
  })

  it('have to be read by both sides, each for itself and by name', async () => {
    await using server = await testServer()
    const organiser = await server.example()
    const { id, revision } = await aPlannedDraft(organiser)
    await organiser.post(`/api/office/assessments/${id}/duty-to-act`)
    await organiser.post(`/api/office/assessments/${id}/duty-to-act`)

    const alone = await freezingOf(organiser, id)
    const { body } = await organiser.get(`/api/office/assessments/${id}`)

    expect(alone).toMatchObject({ code: 'duty-to-act-unread' })
    expect(body).toMatchObject({ revision, dutyRead: [{ role: 'organiser' }] })
  })

  it('are not agreed to by facilitators, nor once everything is fixed', async () => {
    await using server = await testServer()
    const { id, organiser } = await aDraftToFreeze(server)
    await freeze(organiser, id)

    const late = await organiser.post(`/api/office/assessments/${id}/duty-to-act`)
    const stranger = await server
      .visitor()
      .post(`/api/office/assessments/${id}/duty-to-act`)

    expect([late.status, stranger.status]).toEqual([409, 401])
  })
})

describe('checks of the questions', () => {
  const door = '/api/office/examinations'
  const read = {
    kind: 'translation',
    locale: 'sv',
    by: 'Eva',
    on: '2026-11-01',
    note: '',
  }

  it('replace one of the same kind, and are seen by both sides', async () => {
    await using server = await testServer()
    const organiser = await server.example()

    await organiser.put(door, read)
    await organiser.put(door, { ...read, by: 'Ida' })

    const { body } = await (await server.example('employee-side')).get(door)
    expect(body).toEqual({ examinations: [{ ...read, by: 'Ida' }] })
  })

  it('are out of reach of another organization', async () => {
    await using server = await testServer()
    const organiser = await server.example()
    await organiser.put(door, read)
    const ada = await anOffice(server)

    await ada.delete(`${door}/${read.locale}/${read.kind}`)

    const { body } = await organiser.get(door)
    expect(body).toEqual({ examinations: [read] })
  })

  it('are not recorded for a day to come, nor by the employee side', async () => {
    await using server = await testServer()
    const organiser = await server.example()
    const employeeSide = await server.example('employee-side')

    const later = await organiser.put(door, { ...read, on: '2099-01-01' })
    const other = await employeeSide.put(door, read)

    expect([later.status, other.status]).toEqual([409, 403])
    expect(later.body).toMatchObject({ code: 'day-not-yet' })
  })
})
