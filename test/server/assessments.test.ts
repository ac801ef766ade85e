import { describe, expect, it } from 'vitest'
import {
  aDraft,
  aFrozenSurvey,
  agreeToDuty,
  anApprovedDraft,
  aPlannedDraft,
  plan,
  unitsCsv,
} from './journey.ts'
import { testServer } from './test-server.ts'

describe('planning an assessment', () => {
  it('begins as a draft in all languages', async () => {
    await using server = await testServer()

    const draft = await aDraft(await server.example())

    expect(draft).toMatchObject({
      state: 'draft',
      name: 'Autumn',
      organization: 'Fjord Logistics',
      languages: ['en', 'sv', 'nb', 'nl', 'ro'],
      units: [],
    })
  })

  it('is not for the employee side to do', async () => {
    await using server = await testServer()
    const employeeSide = await server.example('employee-side')

    const { status } = await employeeSide.post('/api/office/assessments', {
      name: 'Mine',
    })

    expect(status).toBe(403)
  })

  it('is for nobody who is not signed in', async () => {
    await using server = await testServer()

    const { status, body } = await server.visitor().get('/api/office/assessments')

    expect(status).toBe(401)
    expect(body).toMatchObject({ code: 'sign-in-first' })
  })

  it('refuses a language nobody offers, naming it', async () => {
    await using server = await testServer()
    const organiser = await server.example()
    const { id } = await aDraft(organiser)

    const { status, body } = await organiser.put(`/api/office/assessments/${id}/plan`, {
      ...plan,
      languages: ['en', 'tlh'],
    })

    expect(status).toBe(400)
    expect(body).toMatchObject({ problems: [{ where: 'languages.1' }] })
  })
})

describe('units from a CSV file', () => {
  it('merge until everybody is counted with at least 16 people', async () => {
    await using server = await testServer()

    const { counted } = await aPlannedDraft(await server.example())

    expect(counted.map(({ name, headcount }) => [name, headcount])).toEqual([
      ['Office', 24],
      ['Works', 36],
    ])
  })

  it('are read with semicolons, a byte order mark and spaces, as Excel writes them', async () => {
    await using server = await testServer()
    const organiser = await server.example()
    const { id } = await aDraft(organiser)

    const { status, body } = await organiser.put(`/api/office/assessments/${id}/units`, {
      csv: '\uFEFFName; Parent ;Headcount\r\nNorth;; 20\r\nSouth;;18\r\n',
    })

    expect(status).toBe(200)
    expect(body).toMatchObject({
      units: [
        { id: 'north', name: 'North', parent: null, headcount: 20 },
        { id: 'south', name: 'South', parent: null, headcount: 18 },
      ],
    })
  })

  it.each([
    ['', 'file', 'units.no-rows'],
    ['name,parent,headcount\n', 'file', 'units.no-rows'],
    ['name,parent\nA,\n', 'line 1, headcount', 'units.column'],
    ['name,parent,headcount\nA,,many\n', 'line 2, headcount', 'units.headcount'],
    ['name,parent,headcount\nA,,-3\n', 'line 2, headcount', 'units.headcount'],
    ['name,parent,headcount\nA,,3\nA,,4\n', 'line 3, name', 'units.unique'],
    ['name,parent,headcount\n,,3\n', 'line 2, name', 'units.name'],
    ['name,parent,headcount\nA,Nowhere,3\n', 'line 2, parent', 'units.parent'],
    ['name,parent,headcount\nA,B,3\nB,A,3\n', 'line 2, parent', 'units.circle'],
    ['name,parent,headcount\nC,B,1\nA,B,3\nB,A,3\n', 'line 4, parent', 'units.circle'],
    ['name,parent,headcount\n"A,,3\n', 'line 2, name', 'units.quotes'],
    ['name,parent,headcount\nV\uFFFDster,,3\n', 'file', 'units.utf-8'],
  ])('are refused as a whole when %j is wrong', async (csv, where, say) => {
    await using server = await testServer()
    const organiser = await server.example()
    const { id, units } = await aPlannedDraft(organiser)

    const { status, body } = await organiser.put(`/api/office/assessments/${id}/units`, {
      csv,
    })

    const after = await organiser.get(`/api/office/assessments/${id}`)
    expect(status).toBe(400)
    expect(body).toMatchObject({
      code: 'malformed-units',
      problems: expect.arrayContaining([expect.objectContaining({ say, where })]),
    })
    expect(after.body).toMatchObject({ units })
  })

  it('take an approval back when they change', async () => {
    await using server = await testServer()
    const { id } = await anApprovedDraft(server)
    const organiser = await server.example()

    const { body } = await organiser.put(`/api/office/assessments/${id}/units`, {
      csv: unitsCsv.replace('24', '25'),
    })

    expect(body).toMatchObject({ state: 'draft' })
  })
})

describe('approving an assessment', () => {
  it('is given by the employee side and names the person', async () => {
    await using server = await testServer()

    expect(await anApprovedDraft(server)).toMatchObject({ approvedBy: 'Mihai Example' })
  })

  it('is not for the organiser to give', async () => {
    await using server = await testServer()
    const organiser = await server.example()
    const { id, revision } = await aPlannedDraft(organiser)

    const { status } = await organiser.post(`/api/office/assessments/${id}/approval`, {
      revision,
    })

    expect(status).toBe(403)
  })

  it('cannot be given to what has changed since it was read', async () => {
    await using server = await testServer()
    const organiser = await server.example()
    const { id, revision } = await aPlannedDraft(organiser)
    await organiser.put(`/api/office/assessments/${id}/plan`, { ...plan, name: 'Winter' })
    const employeeSide = await server.example('employee-side')

    const { status, body } = await employeeSide.post(
      `/api/office/assessments/${id}/approval`,
      { revision },
    )

    expect(status).toBe(409)
    expect(body).toMatchObject({ code: 'assessment-changed-meanwhile' })
  })
})

describe('a draft that is not ready', () => {
  it.each([
    ['units-missing', { plan }],
    [
      'contacts-missing',
      { units: true, plan: { ...plan, contacts: { en: plan.contacts.en } } },
    ],
    [
      'contacts-not-checked',
      { units: true, plan: { ...plan, contactsCheckedOn: '2026-05-01' } },
    ],
    ['last-day-missing', { units: true, plan: { ...plan, closesOn: null } }],
    ['assessment-not-approved', { units: true, plan }],
  ])('is not frozen: %s', async (code, given) => {
    await using server = await testServer()
    const organiser = await server.example()
    const { id } = await aDraft(organiser)
    await organiser.put(`/api/office/assessments/${id}/plan`, given.plan)
    if ('units' in given) {
      await organiser.put(`/api/office/assessments/${id}/units`, { csv: unitsCsv })
    }
    await agreeToDuty(server, id)

    const { status, body } = await organiser.post(`/api/office/registrar/${id}/freeze`)

    expect(status).toBe(409)
    expect(body).toMatchObject({ code })
  })

  it('is not frozen with fewer than 16 people', async () => {
    await using server = await testServer()
    const organiser = await server.example()
    const { id } = await aDraft(organiser)
    await organiser.put(`/api/office/assessments/${id}/units`, {
      csv: 'name,parent,headcount\nA,,15\n',
    })

    const { body } = await organiser.post(`/api/office/registrar/${id}/freeze`)

    expect(body).toMatchObject({ code: 'too-few-people' })
  })
})

describe('a frozen assessment', () => {
  it('stays as it was planned', async () => {
    await using server = await testServer()
    const { id, organiser } = await aFrozenSurvey(server)

    const units = await organiser.put(`/api/office/assessments/${id}/units`, {
      csv: unitsCsv,
    })
    const again = await organiser.put(`/api/office/assessments/${id}/plan`, plan)
    const frozen = await organiser.post(`/api/office/registrar/${id}/freeze`)

    expect([units.status, again.status, frozen.status]).toEqual([409, 409, 409])
  })
})

describe('an assessment of another organization', () => {
  it('does not exist for a member of this one', async () => {
    await using server = await testServer()
    const { id } = await aDraft(await server.example())
    const { offerSetUp } = await import('#server/accounts/set-up-organization.ts')
    const link = await offerSetUp(server.running.services)
    const ada = server.visitor()
    await ada.post('/api/office/accounts/set-up', {
      secret: link?.split('#')[1],
      organization: 'Acme',
      name: 'Ada',
      email: 'ada@acme.example',
      password: 'four plain words here',
    })

    const { status, body } = await ada.get(`/api/office/assessments/${id}`)

    expect(status).toBe(404)
    expect(body).toMatchObject({ code: 'assessment-not-found' })
  })
})
