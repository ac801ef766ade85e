import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Assessment } from '#server/assessments/contract.ts'
import { Actions, Changes, NextYear } from '#server/follow-up/contract.ts'
import { NextWave, UnitPairs } from '#server/waves/contract.ts'
import { policiesFor } from '#surveys/policies.ts'
import {
  anOpenSurvey,
  answersAll,
  approve,
  cast,
  opened,
  plan,
  release,
  withKeyHolders,
} from './journey.ts'
import { type Reply, type TestServer, testServer, type Visitor } from './test-server.ts'

/**
 * Two waves of one organization, one walk through both: the first is released, a year passes,
 * the second is planned, asked and released.
 */

let server: TestServer
let organiser: Visitor
let employeeSide: Visitor
let first: string
let second: string

const waves = (id: string, door: string): string => `/api/office/waves/${id}/${door}`
const followUp = (id: string, door: string): string =>
  `/api/office/follow-up/${id}/${door}`
const codeOf = ({ body }: Reply): unknown => Object(body)['code']

beforeAll(async () => {
  server = await testServer('2025-10-01T12:00:00Z')
  const survey = await anOpenSurvey(server, {
    ...plan,
    contactsCheckedOn: '2025-09-20',
    closesOn: '2025-10-15',
    resultsBy: '2025-11-15',
  })
  for (const unit of ['office', 'works']) {
    for (const code of survey.codesOf(unit).slice(0, 12)) {
      await cast(server, survey, code, answersAll('often'))
    }
  }
  await release(server, survey)
  first = survey.id
  organiser = survey.organiser
  employeeSide = await server.example('employee-side')
}, 120_000)

afterAll(async () => {
  await server?.[Symbol.asyncDispose]()
})

describe('the next wave', () => {
  it('is planned against good advice only knowingly, and never after what is not released', async () => {
    const { body } = await organiser.get(waves(first, 'next'))
    const draft = await organiser.post('/api/office/assessments', { name: 'Another' })
    const { id } = Assessment.parse(draft.body)

    const soon = await organiser.post(waves(first, 'next'), { name: 'Again' })
    const unreleased = await organiser.post(waves(id, 'next'), { name: 'Again' })

    expect(NextWave.parse(body)).toMatchObject({
      followedBy: null,
      earliest: '2026-08-01',
      tooSoon: true,
    })
    expect(codeOf(soon)).toBe('next-wave-too-soon')
    expect(codeOf(unreleased)).toBe('assessment-not-released')
    expect(codeOf(await organiser.get(waves(id, 'units')))).toBe('nothing-before')
    expect(codeOf(await organiser.get(followUp(first, 'changes')))).toBe('nothing-before')
  })

  it('is for the organiser of the same organization', async () => {
    const wanted = { name: 'Again', knowing: true }
    const elsewhere = waves('3f0e4f4e-6f0e-4a7e-9f0e-3f0e4f4e6f0e', 'next')

    expect((await employeeSide.post(waves(first, 'next'), wanted)).status).toBe(403)
    expect(codeOf(await organiser.post(elsewhere, wanted))).toBe('assessment-not-found')
  })

  it('takes over what stays, asks of the program, and begins anew where it must', async () => {
    server.clock.set('2026-11-01T12:00:00Z')
    organiser = await server.example()
    employeeSide = await server.example('employee-side')

    const { body, status } = await organiser.post(waves(first, 'next'), { name: '2026' })
    const draft = Assessment.parse(body)
    const before = Assessment.parse(
      (await organiser.get(`/api/office/assessments/${first}`)).body,
    )
    const keys = await organiser.get(`/api/office/trustees/${draft.id}`)

    expect(status).toBe(201)
    expect(draft).toMatchObject({
      state: 'draft',
      follows: first,
      name: '2026',
      units: before.units,
      languages: before.languages,
      contacts: before.contacts,
      questions: { modules: ['current-eap'], own: [] },
      contactsCheckedOn: null,
      closesOn: null,
      dutyRead: [],
    })
    expect(draft.duties).toMatchObject({ ...before.duties, budget: null })
    expect(Object(keys.body)['holders']).toEqual([])
    second = draft.id
  })

  it('is one: a second one is not planned beside it', async () => {
    const again = await organiser.post(waves(first, 'next'), { name: 'Again' })
    const { body } = await organiser.get(waves(first, 'next'))

    expect(codeOf(again)).toBe('followed-already')
    expect(NextWave.parse(body).followedBy).toEqual({ id: second, name: '2026' })
  })
})

describe('units of both waves', () => {
  const say = (unit: string, same: object) =>
    organiser.post(waves(second, 'units'), { unit, same })
  const identities = async (who = organiser) =>
    UnitPairs.parse((await who.get(waves(second, 'units'))).body).pairs.map(
      ({ identity, before, after }) => [identity, before?.id, after?.id],
    )

  it('stand side by side, for both sides to see', async () => {
    const csv = 'name,parent,headcount\nProduction,,0\nHall,Production,36\nOffice,,25\n'
    await organiser.put(`/api/office/assessments/${second}/units`, { csv })

    expect(await identities(employeeSide)).toEqual([
      ['same', 'office', 'office'],
      ['new', undefined, 'production'],
      ['gone', 'works', undefined],
    ])
  })

  it('are paired by what somebody says, once, while the plan may still change', async () => {
    const { body } = await say('production', { kind: 'unit', unit: 'works' })
    const { pairs } = UnitPairs.parse(body)
    const twice = await say('office', { kind: 'unit', unit: 'works' })
    const unknown = await say('office', { kind: 'unit', unit: 'nowhere' })

    expect(pairs.find(({ after }) => after?.id === 'production')).toMatchObject({
      identity: 'renamed',
      before: { id: 'works' },
      said: { on: '2026-11-01' },
    })
    expect(codeOf(twice)).toBe('unit-paired-already')
    expect(codeOf(unknown)).toBe('unit-not-found')
    expect((await employeeSide.post(waves(second, 'units'), {})).status).toBe(400)
  })

  it('take an approval back when they change, and stand once the plan is frozen', async () => {
    await organiser.put(`/api/office/assessments/${second}/plan`, {
      ...plan,
      name: '2026',
      contactsCheckedOn: '2026-10-30',
      closesOn: '2026-11-20',
      resultsBy: '2026-12-20',
      duties: { ...plan.duties, policies: policiesFor(['se']) },
    })
    const holders = await withKeyHolders(server, second)
    const read = async () =>
      Assessment.parse((await organiser.get(`/api/office/assessments/${second}`)).body)
    await approve(server, second, (await read()).revision)
    await say('office', { kind: 'none' })
    const lapsed = (await read()).state
    await say('office', { kind: 'by-itself' })
    await approve(server, second, (await read()).revision)
    const survey = await opened(server, { id: second, organiser, holders })
    for (const unit of ['office', 'production']) {
      for (const code of survey.codesOf(unit).slice(0, 12)) {
        await cast(server, survey, code, answersAll('rarely'))
      }
    }
    await release(server, survey)

    expect(lapsed).toBe('draft')
    expect(codeOf(await say('office', { kind: 'none' }))).toBe('assessment-not-draft')
  })
})

describe('what changed', () => {
  it('is told from both releases, renamed units too, and alike to both sides', async () => {
    const { body } = await organiser.get(followUp(second, 'changes'))
    const changes = Changes.parse(body)

    const demands = changes.lines.find(({ construct }) => construct === 'work.demands')
    expect(changes).toMatchObject({ months: 13, others: 0 })
    expect(changes.units.map(({ id }) => id)).toEqual(['office', 'production'])
    expect(demands?.about).toBe('hazard')
    expect(Object.keys(demands?.units ?? {})).toEqual(['office', 'production'])
    expect(changes.lines.some(({ noteworthy }) => noteworthy)).toBe(true)
    expect((await employeeSide.get(followUp(second, 'changes'))).body).toEqual(body)
  })

  it('has the same figures in the file as on the page, and in the results', async () => {
    const { lines } = Changes.parse(
      (await organiser.get(followUp(second, 'changes'))).body,
    )
    const results = await organiser.get(`/api/office/results/${second}`)
    const { body } = await organiser.get(followUp(second, 'changes.csv'))
    const file = Buffer.from(body as Uint8Array).toString()

    const told = Object(results.body)['changes']['constructs'] as typeof lines
    const whole = lines.filter(({ organization }) => organization.kind === 'change')
    expect(told.map(({ construct }) => construct).toSorted()).toEqual(
      lines.map(({ construct }) => construct).toSorted(),
    )
    for (const { construct, about, organization } of whole) {
      const points = organization.kind === 'change' ? organization.points : 0
      expect(file).toContain(`${construct},${about},,,change,${points}\r\n`)
    }
    expect(whole.length).toBeGreaterThan(0)
  })
})

describe('what was done', () => {
  const sayDone = (who: Visitor, component: string, more: object = {}) =>
    who.post(followUp(first, 'actions'), {
      component,
      done: 'done',
      since: '2025-11',
      reach: 'people',
      ...more,
    })
  const actions = async () =>
    Actions.parse((await organiser.get(followUp(first, 'actions'))).body)

  it('is said of components of the adopted program alone', async () => {
    const before = await sayDone(organiser, 'crisis_line')
    await organiser.post(`/api/office/programs/${first}/decisions`, {
      component: 'sleep_programme',
      choice: { verdict: 'adopt', reason: 'People asked for it.' },
    })
    await organiser.post(`/api/office/programs/${first}/adoption`, {})
    const other = await sayDone(organiser, 'perks_recreation')

    expect(codeOf(before)).toBe('program-not-adopted')
    expect(codeOf(other)).toBe('component-not-in-program')
    const { adoptedOn, components } = await actions()
    expect(adoptedOn).toBe('2026-11-01')
    expect(components.map(({ component }) => component)).toContain('sleep_programme')
  })

  it('takes a reason where it was not done, and no month that is still to come', async () => {
    const undone = { done: 'not-done', reach: 'nobody' }

    expect(codeOf(await sayDone(organiser, 'sleep_programme', undone))).toBe(
      'action-reason-needed',
    )
    expect(
      codeOf(await sayDone(organiser, 'sleep_programme', { since: '2026-12' })),
    ).toBe('month-in-the-future')
  })

  it('is a log: the other side may say otherwise, and nothing said before is lost', async () => {
    await sayDone(organiser, 'sleep_programme')
    const { last } = await actions()
    await sayDone(employeeSide, 'sleep_programme', {
      done: 'not-done',
      reach: 'nobody',
      reason: 'Nobody was told of it.',
    })
    const late = await sayDone(organiser, 'sleep_programme', { seen: last })
    const { log, components } = await actions()

    expect(codeOf(late)).toBe('actions-changed-meanwhile')
    expect(log.map(({ number, role }) => [number, role])).toEqual([
      [1, 'organiser'],
      [2, 'employee-side'],
    ])
    const sleep = components.find(({ component }) => component === 'sleep_programme')
    expect(sleep?.said?.reason).toBe('Nobody was told of it.')
  })
})

describe('the next year', () => {
  const nextYear = async (query = '') =>
    NextYear.parse((await organiser.get(followUp(second, `next-year${query}`))).body)
  const settle = (component: string, verdict: string, reason = 'Nobody needs it.') =>
    organiser.post(followUp(second, 'settled'), { component, verdict, reason })

  it('lists what reached nobody for a year; nothing is stopped by that', async () => {
    const { withoutReach, proposal, unsaid } = await nextYear()

    expect(withoutReach).toMatchObject([
      { component: 'sleep_programme', months: 12, settled: null },
    ])
    expect(unsaid).toBeGreaterThan(0)
    expect(proposal.kind).toBe('planned')
    expect(JSON.stringify(proposal)).not.toContain('stopped')
  })

  it('takes a decision with its reason, on the log, and plans without what is stopped', async () => {
    const crisis = await settle('crisis_line', 'stop')
    const without = await settle('sleep_programme', 'stop', '')
    const member = await employeeSide.post(followUp(second, 'settled'), {
      component: 'sleep_programme',
      verdict: 'stop',
      reason: 'x',
    })
    await settle('sleep_programme', 'stop')
    const { log, proposal } = await nextYear('?budget=60')

    expect(codeOf(crisis)).toBe('component-not-in-program')
    expect(without.status).toBe(400)
    expect(member.status).toBe(403)
    expect(log).toMatchObject([{ verdict: 'stop', reason: 'Nobody needs it.' }])
    expect(proposal).toMatchObject({
      budget: 60,
      dropped: expect.arrayContaining([
        { component: 'sleep_programme', because: 'stopped' },
      ]),
    })
  })

  it('stops nothing that belongs to every program', async () => {
    await organiser.post(followUp(first, 'actions'), {
      component: 'crisis_line',
      done: 'not-done',
      since: '2025-01',
      reach: 'nobody',
      reason: 'No provider yet.',
    })

    expect(codeOf(await settle('crisis_line', 'stop'))).toBe('core-stays')
    expect((await settle('crisis_line', 'change')).status).toBe(200)
  })
})
