import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { competences, conductVersion } from '#surveys/focus-group-guide.ts'
import { aPlannedDraft } from '../journey.ts'
import { type TestServer, testServer } from '../test-server.ts'
import {
  allChecked,
  anInvitedSession,
  aReadyFacilitator,
  aStudy,
  codeOf,
  groupsOf,
  type PlannedStudy,
  planSession,
  study,
  studyDoor,
} from './a-study.ts'

let server: TestServer
let planned: PlannedStudy

beforeAll(async () => {
  server = await testServer()
  planned = await aStudy(server)
})

afterAll(async () => {
  await server?.[Symbol.asyncDispose]()
})

describe('a study of groups', () => {
  it('is seen by both sides and by the facilitator, who sees neither units nor contacts', async () => {
    const { id, organiser } = planned
    const employeeSide = await server.example('employee-side')
    const facilitator = await server.example('facilitator')

    const seen = await Promise.all(
      [organiser, employeeSide, facilitator].map((one) => one.get(studyDoor(id))),
    )

    const { powerApart: _, ...kept } = study
    for (const { body } of seen) expect(Object(body).study).toEqual(kept)
    expect(Object.keys(Object(seen[2]?.body).assessment).toSorted()).toEqual([
      'example',
      'id',
      'languages',
      'name',
      'organization',
      'state',
    ])
  })

  it('is refused beside a draft', async () => {
    const organiser = await server.example()
    const { id } = await aPlannedDraft(organiser)

    const reply = await organiser.put(studyDoor(id), study)

    expect([reply.status, codeOf(reply)]).toEqual([409, 'groups-need-frozen-plan'])
  })

  it.each([
    ['too-few-groups', { plannedGroups: 2 }],
    ['types-alike', { types: ['Office', 'office'] }],
    ['type-mixes-power', { types: ['managers and drivers'] }],
    ['type-mixes-power', { powerApart: false }],
    ['language-not-planned', { languages: ['ro'] }],
    ['malformed-request', { types: Array.from({ length: 9 }, (_, at) => `type ${at}`) }],
    ['malformed-request', { purposes: [] }],
  ])('says %s to %o', async (code, wrong) => {
    const { id, organiser } = planned

    const reply = await organiser.put(studyDoor(id), { ...study, ...wrong })

    expect(codeOf(reply)).toBe(code)
    expect((await groupsOf(organiser, id)).study?.types).toEqual(study.types)
  })

  it('keeps a kind of participants for whom a group is planned', async () => {
    const { id, organiser } = planned
    await planSession(planned)

    const reply = await organiser.put(studyDoor(id), { ...study, types: ['office'] })

    expect(codeOf(reply)).toBe('type-in-use')
  })
})

describe('planning a group', () => {
  it.each([
    ['group-too-small', { seats: 3 }],
    ['group-too-large', { seats: 13 }],
    ['group-length-unfit', { minutes: 45 }],
    ['day-in-the-past', { day: '2026-11-20' }],
    ['malformed-request', { day: '2026-02-30' }],
    ['malformed-request', { time: '25:00' }],
    ['type-not-in-study', { type: 'cleaners' }],
    ['language-not-planned', { language: 'nl' }],
    ['facilitator-not-found', { facilitator: 'somebody' }],
    ['power-check-missing', { powerCheck: { ...allChecked, noObserver: false } }],
  ])('says %s to %o', async (code, wrong) => {
    const before = (await groupsOf(planned.organiser, planned.id)).sessions

    const reply = await planSession(planned, wrong)

    expect(codeOf(reply)).toBe(code)
    expect((await groupsOf(planned.organiser, planned.id)).sessions).toEqual(before)
  })

  it('needs a study first', async () => {
    const other = await aStudy(server, { ...study, plannedGroups: 1 })

    const reply = await planSession(other)

    expect(codeOf(reply)).toBe('study-missing')
  })

  it('names each point about the room that was not confirmed', async () => {
    const reply = await planSession(planned, {
      powerCheck: { nobodyLeads: false, noObserver: true, noRelatives: false },
    })

    expect(Object(reply.body).problems).toMatchObject([
      { say: 'power.nobody-leads' },
      { say: 'power.no-relatives' },
    ])
  })
})

describe('a group on its way', () => {
  it('goes one way: seats open once, and a group that people were invited to is cancelled', async () => {
    const { id, organiser } = planned
    const session = await anInvitedSession(planned)
    const at = `${studyDoor(id)}/sessions/${session.id}`

    const again = await organiser.post(`${at}/invite`)
    await organiser.delete(at)
    const twice = await organiser.delete(at)

    const now = (await groupsOf(organiser, id)).sessions
    expect(codeOf(again)).toBe('session-not-planned')
    expect(now.find((one) => one.id === session.id)?.state).toBe('cancelled')
    expect(codeOf(twice)).toBe('session-not-invited')
  })

  it('is begun on its day by its facilitator, who signed and saw who is in the room', async () => {
    await using own = await testServer()
    const study = await aStudy(own)
    const { id } = study
    const session = await anInvitedSession(study)
    const facilitator = await own.example('facilitator')
    const at = `${studyDoor(id)}/sessions/${session.id}/hold`
    const hold = (powerCheck: object) => facilitator.post(at, { powerCheck })

    const tooEarly = await hold(allChecked)
    own.clock.set('2026-12-01T13:00:00Z')
    const again = await own.example('facilitator')
    const unsigned = await again.post(at, { powerCheck: allChecked })
    const ready = await aReadyFacilitator(own)
    const unchecked = await ready.post(at, {
      powerCheck: { ...allChecked, nobodyLeads: false },
    })
    const begun = await ready.post(at, { powerCheck: allChecked })
    const twice = await ready.post(at, { powerCheck: allChecked })

    expect([tooEarly, unsigned, unchecked].map(codeOf)).toEqual([
      'session-not-today',
      'conduct-not-signed',
      'power-check-missing',
    ])
    expect(begun.status).toBe(200)
    expect(Object(begun.body).sessions).toMatchObject([{ state: 'held' }])
    expect(codeOf(twice)).toBe('session-not-invited')
  })
})

describe('signing the rules of conduct', () => {
  it('takes every competence, and keeps none of them', async () => {
    const facilitator = await server.example('facilitator')
    const door = '/api/office/group-studies/readiness'
    const sign = (ticked: readonly string[], version = conductVersion) =>
      facilitator.put(door, { competences: ticked, name: 'Saskia', version })

    const some = await sign(competences.slice(1))
    const older = await sign(competences, conductVersion - 1)
    const unsigned = await facilitator.get(door)
    await sign(competences)

    const { facilitators } = await groupsOf(planned.organiser, planned.id)
    const { db } = server.running.services
    const kept = await db.selectFrom('facilitator_conduct').selectAll().execute()
    expect(codeOf(some)).toBe('competences-missing')
    expect(Object(some.body).problems).toMatchObject([{ say: 'competence.neutral' }])
    expect(codeOf(older)).toBe('conduct-changed')
    expect(unsigned.body).toEqual({ conduct: null })
    expect(facilitators.map(({ conduct }) => conduct)).toEqual([
      { name: 'Saskia', on: '2026-11-21', version: conductVersion },
      null,
    ])
    expect(Object.keys(kept[0] ?? {}).toSorted()).toEqual([
      'name',
      'signed_on',
      'user_id',
      'version',
    ])
  })
})
