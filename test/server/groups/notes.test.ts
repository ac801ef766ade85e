import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { canonicalNotes, type RoomNotes } from '#surveys/focus-groups/room-notes.ts'
import { type TestServer, testServer, type Visitor } from '../test-server.ts'
import {
  allChecked,
  anInvitedSession,
  aReadyFacilitator,
  aStudy,
  groupsOf,
  type PlannedStudy,
} from './a-study.ts'

let server: TestServer
let study: PlannedStudy
let facilitator: Visitor

beforeAll(async () => {
  server = await testServer()
  study = await aStudy(server)
  facilitator = await aReadyFacilitator(server)
  server.clock.set('2026-12-01T16:00:00Z')
})

afterAll(async () => {
  await server?.[Symbol.asyncDispose]()
})

const aSegment = (change: object = {}) => ({
  id: randomUUID() as string,
  question: 3,
  text: 'The rota comes too late.',
  speakers: 3,
  intensity: 2,
  tone: 'problem',
  ...change,
})

const someNotes = (change: object = {}) => ({
  notebook: randomUUID() as string,
  participants: 6,
  consents: 6,
  unitMix: 'cross-unit',
  distressProtocolUsed: true,
  memberCheck: 'agreed',
  asked: [1, 2, 3],
  votes: [
    { construct: 'work.demands', votes: 6 },
    { construct: 'bio.sleep', votes: 4 },
  ],
  segments: [aSegment(), aSegment({ text: 'More hands on nights.', tone: 'wish' })],
  powerCheck: allChecked,
  ...change,
})

/** A session on this day, and the door of its notes. */
async function aSession(): Promise<{ readonly id: string; readonly door: string }> {
  // Planned in the past of the day it is held on.
  server.clock.set('2026-11-21T12:00:00Z')
  const { id } = await anInvitedSession(study)
  server.clock.set('2026-12-01T16:00:00Z')
  return { id, door: `/api/office/group-notes/${study.id}/${id}` }
}

const stateOf = async (id: string) =>
  (await groupsOf(facilitator, study.id)).sessions.find((one) => one.id === id)?.state

describe('the notes of a session', () => {
  it('are handed in by its facilitator, and make it one that was held', async () => {
    const { id, door } = await aSession()
    const notes = someNotes()

    const reply = await facilitator.put(door, notes)

    const { notebook: _, consents: __, powerCheck: ___, ...sent } = notes
    const digest = createHash('sha256').update(canonicalNotes(sent as RoomNotes))
    expect(reply.body).toEqual({ segments: 2, digest: digest.digest('hex') })
    expect(await stateOf(id)).toBe('held')
  })

  it('are read by facilitators as they were sent, in no order but that of random ids', async () => {
    const { door } = await aSession()
    const notes = someNotes()
    await facilitator.put(door, notes)

    const { body } = await facilitator.get(door)

    const byId = notes.segments.toSorted((a, b) => (a.id < b.id ? -1 : 1))
    expect(body).toEqual({
      participants: 6,
      counted: true,
      unitMix: 'cross-unit',
      distressProtocolUsed: true,
      memberCheck: 'agreed',
      asked: [1, 2, 3],
      votes: [
        { construct: 'bio.sleep', votes: 4 },
        { construct: 'work.demands', votes: 6 },
      ],
      segments: byId,
    })
  })

  it('are for neither side, nor for anybody else', async () => {
    const { door } = await aSession()
    await facilitator.put(door, someNotes())
    const employeeSide = await server.example('employee-side')

    const replies = await Promise.all(
      [study.organiser, employeeSide, server.visitor()].flatMap((one) => [
        one.get(door),
        one.get(`${door}/room`),
        one.put(door, someNotes()),
      ]),
    )

    const statuses = replies.map(({ status }) => status)
    expect(statuses).toEqual([403, 403, 403, 403, 403, 403, 401, 401, 401])
  })

  it('change nothing when they are sent again, and grow when there is more', async () => {
    const { door } = await aSession()
    const notes = someNotes()
    const first = await facilitator.put(door, notes)

    const again = await facilitator.put(door, notes)
    const more = { ...notes, segments: [...notes.segments, aSegment()] }
    const grown = await facilitator.put(door, more)

    expect(again.body).toEqual(first.body)
    expect(grown.body).toMatchObject({ segments: 3 })
  })

  it('are not written over by another device', async () => {
    const { door } = await aSession()
    await facilitator.put(door, someNotes())

    const other = await facilitator.put(door, someNotes())

    expect(other).toMatchObject({
      status: 409,
      body: { code: 'notes-already-handed-in' },
    })
    expect((await facilitator.get(door)).body).toMatchObject({ participants: 6 })
  })

  it('of two devices at once are those of one of them, whole', async () => {
    const { door } = await aSession()
    const all = [someNotes(), someNotes()]

    const replies = await Promise.all(all.map((notes) => facilitator.put(door, notes)))

    const statuses = replies.map(({ status }) => status)
    const kept = all[statuses.indexOf(200)]?.segments.map(({ id }) => id).toSorted()
    const { body } = await facilitator.get(door)
    expect(statuses.toSorted()).toEqual([200, 409])
    expect(Object(body).segments.map((one: { id: string }) => one.id)).toEqual(kept)
  })

  it.each([
    ['a personal number', 'Ring 811218-9876 about the rota.'],
    ['an address to write to', 'Write to ada.lovelace@people.example.'],
    ['somebody by title and name', 'Dr. Andersson decides everything.'],
  ])('with %s are refused by number, and nothing of them is stored', async (_, text) => {
    const { id, door } = await aSession()
    const segments = [aSegment(), aSegment({ text })]

    const reply = await facilitator.put(door, someNotes({ segments }))

    expect(reply).toMatchObject({
      status: 409,
      body: {
        code: 'segments-name-people',
        problems: [{ where: 'segments.1', words: { number: 2 } }],
      },
    })
    expect(JSON.stringify(reply.body)).not.toContain(text)
    expect((await facilitator.get(door)).status).toBe(404)
    expect(await stateOf(id)).toBe('invited')
  })

  it('may have what a facilitator judged to be no name', async () => {
    const { door } = await aSession()
    const segments = [aSegment({ text: 'People here miss Kransholm, the old canteen.' })]

    const reply = await facilitator.put(door, someNotes({ segments }))

    expect(reply.status).toBe(200)
  })

  it.each([
    ['401 characters', { text: 'a'.repeat(401) }, 'text-too-long'],
    ['more speakers than people', { speakers: 7 }, 'speakers'],
    ['a hidden sign', { text: 'a\u202eb' }, 'text-not-plain'],
  ])('with %s are refused', async (_, change, expected) => {
    const { door } = await aSession()

    const reply = await facilitator.put(door, someNotes({ segments: [aSegment(change)] }))

    expect(reply.body).toMatchObject({
      code: 'segments-malformed',
      problems: [{ where: 'segments.0', expected }],
    })
  })

  it.each([
    ['one person', { participants: 1, consents: 1 }, 'one-person-only'],
    ['a form missing', { consents: 5 }, 'consents-missing'],
    [
      'more dots on a card than people',
      { votes: [{ construct: 'bio.sleep', votes: 7 }] },
      'votes-impossible',
    ],
    [
      'a leader in the room',
      { powerCheck: { ...allChecked, nobodyLeads: false } },
      'power-check-missing',
    ],
  ])('of a group with %s are refused', async (_, change, code) => {
    const { door } = await aSession()

    const reply = await facilitator.put(door, someNotes(change))

    expect(reply.body).toMatchObject({ code })
  })

  it('of three people are kept as a conversation that does not count', async () => {
    const { door } = await aSession()
    const few = { participants: 3, consents: 3, votes: [] }

    await facilitator.put(door, someNotes(few))

    expect((await facilitator.get(door)).body).toMatchObject({ counted: false })
  })

  it('of a session that was called off, or whose day has not come, are refused', async () => {
    const { id, door } = await aSession()
    await study.organiser.delete(`/api/office/group-studies/${study.id}/sessions/${id}`)
    const early = await aSession()

    const off = await facilitator.put(door, someNotes())
    server.clock.set('2026-11-30T23:00:00Z')
    const soon = await facilitator.put(early.door, someNotes())

    expect(off.body).toMatchObject({ code: 'session-not-invited' })
    expect(soon.body).toMatchObject({ code: 'session-not-today' })
  })
})

describe('what goes into the room', () => {
  it('is what the page needs, and of the survey nothing', async () => {
    const { id, door } = await aSession()

    const { body } = await facilitator.get(`${door}/room`)

    expect(body).toMatchObject({
      session: { id, minutes: 90, language: 'en' },
      names: null,
      receipt: null,
    })
    expect(Object(body).contacts.length).toBeGreaterThan(0)
    expect(Object.keys(Object(body)).toSorted()).toEqual([
      'assessment',
      'contacts',
      'names',
      'receipt',
      'session',
    ])
  })
})

describe('beside a note', () => {
  it('no column holds a time, an order or a person', async () => {
    const tables = await server.running.services.db.introspection.getTables()

    const columns = (name: string) =>
      tables.find((table) => table.name === name)?.columns.map((one) => one.name)
    expect(columns('group_segment')).toEqual([
      'id',
      'session_id',
      'question',
      'text',
      'speakers',
      'intensity',
      'tone',
    ])
    expect(columns('group_notes')).toEqual([
      'session_id',
      'assessment_id',
      'notebook',
      'participants',
      'unit_mix',
      'distress_protocol_used',
      'member_check',
      'asked',
    ])
  })
})
