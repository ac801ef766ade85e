import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seatCodeBytes, writeSeatCode } from '#surveys/seat-code.ts'
import { postgresServer } from '../postgres.ts'
import { type TestServer, testServer } from '../test-server.ts'
import {
  anInvitedSession,
  aStudy,
  atSeats,
  codeOf,
  type PlannedStudy,
  planSession,
  seatsOf,
  studyDoor,
} from './a-study.ts'

let server: TestServer
let study: PlannedStudy

beforeAll(async () => {
  server = await testServer()
  study = await aStudy(server)
})

afterAll(async () => {
  await server?.[Symbol.asyncDispose]()
})

let drawn = 0

/** A code that no other test has. */
function aCode(): string {
  drawn += 1
  const bytes = new Uint8Array(seatCodeBytes)
  bytes.set([1, drawn >> 8, drawn & 255], 3)
  return writeSeatCode(bytes)
}

/** Somebody at an address of their own. */
const somebody = (of: PlannedStudy = study, at: TestServer = server) => {
  drawn += 1
  return atSeats(at, of, `10.1.${drawn >> 8}.${drawn & 255}`)
}

describe('taking a seat', () => {
  it('shows the open groups to everybody alike, an online link to nobody yet', async () => {
    const own = await aStudy(server)
    const room = await anInvitedSession(own)
    const online = await anInvitedSession(own, {
      mode: 'online',
      place: 'https://meet.example/x',
      seats: 4,
    })
    await planSession(own, { place: 'Room 9' })

    const { body } = await somebody(own).look()

    const { sessions, contacts } = Object(body)
    expect(sessions).toHaveLength(2)
    expect(sessions).toContainEqual(
      expect.objectContaining({ id: room.id, place: 'Room 4', free: 'left' }),
    )
    expect(sessions).toContainEqual(
      expect.objectContaining({ id: online.id, place: null }),
    )
    expect(contacts.en).toEqual([{ name: 'Emergency', phone: '112' }])
  })

  it('gives one, tells it again to whoever has the code, and takes it back', async () => {
    const { id } = await anInvitedSession(study, { mode: 'online', place: 'link' })
    const person = somebody()
    const code = aCode()

    const taken = await person.take(id, code)
    const again = await person.take(id, code)
    const found = await person.find(code.toLowerCase().replaceAll('-', ' '))
    const given = await person.giveBack(code)
    const gone = await person.find(code)

    expect(taken.body).toMatchObject({ session: { id, place: 'link' }, cancelled: false })
    expect(again.body).toEqual(taken.body)
    expect(found.body).toEqual(taken.body)
    expect(given.status).toBe(204)
    expect(codeOf(gone)).toBe('seat-code-unknown')
  })

  it('moves a seat, and frees the one before', async () => {
    const from = await anInvitedSession(study, { seats: 4 })
    const to = await anInvitedSession(study, { seats: 4 })
    const code = aCode()
    await somebody().take(from.id, code)
    for (const _ of [1, 2, 3]) await somebody().take(from.id, aCode())
    const full = await somebody().take(from.id, aCode())

    const moved = await somebody().take(to.id, code)
    const next = await somebody().take(from.id, aCode())

    expect(codeOf(full)).toBe('session-full')
    expect(moved.body).toMatchObject({ session: { id: to.id } })
    expect(next.status).toBe(200)
  })

  it('keeps the seat when the group somebody wants to move to is full', async () => {
    const from = await anInvitedSession(study)
    const to = await anInvitedSession(study, { seats: 4 })
    const code = aCode()
    await somebody().take(from.id, code)
    for (const _ of [1, 2, 3, 4]) await somebody().take(to.id, aCode())

    const moving = await somebody().take(to.id, code)

    const found = await somebody().find(code)
    expect(codeOf(moving)).toBe('session-full')
    expect(found.body).toMatchObject({ session: { id: from.id } })
  })

  it('says what is wrong with a code, a link or a group', async () => {
    const session = await anInvitedSession(study)
    const code = aCode()
    const slip = `${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`
    const stranger = atSeats(server, { ...study, token: 'A'.repeat(22) })
    const cancelled = await anInvitedSession(study)
    await somebody().take(cancelled.id, code)
    await study.organiser.delete(`${studyDoor(study.id)}/sessions/${cancelled.id}`)

    const replies = [
      await somebody().find(slip),
      await somebody().find('hello'),
      await somebody().find(aCode()),
      await stranger.look(),
      await somebody().take('00000000-0000-4000-8000-000000000000', aCode()),
      await somebody().take(cancelled.id, aCode()),
    ]
    const mine = await somebody().find(code)
    const moved = await somebody().take(session.id, code)

    expect(replies.map(codeOf)).toEqual([
      'seat-code-mistyped',
      'seat-code-mistyped',
      'seat-code-unknown',
      'booking-link-unknown',
      'session-not-found',
      'session-cancelled',
    ])
    expect(mine.body).toMatchObject({ cancelled: true })
    expect(moved.body).toMatchObject({ session: { id: session.id }, cancelled: false })
  })

  it('lets one address take six seats in ten minutes, and does not believe who says otherwise', async () => {
    await using own = await testServer()
    const study = await aStudy(own)
    const first = await anInvitedSession(study, { seats: 12 })
    const person = atSeats(own, study, '10.9.9.9')

    const replies = []
    for (let seat = 0; seat < 7; seat += 1) {
      replies.push(await person.take(first.id, aCode()))
    }
    const other = await atSeats(own, study, '10.9.9.9, 10.9.9.8').take(first.id, aCode())
    const spoofing = await atSeats(own, study, '10.0.0.1, 10.9.9.9').take(
      first.id,
      aCode(),
    )
    own.clock.set('2026-11-21T12:10:00Z')
    const later = await person.take(first.id, aCode())

    expect(replies.map(({ status }) => status)).toEqual([
      200, 200, 200, 200, 200, 200, 429,
    ])
    expect(codeOf(replies[6] ?? other)).toBe('too-many-seats')
    expect(other.status).toBe(200)
    expect(spoofing.status).toBe(429)
    expect(later.status).toBe(200)
  })
})

describe('how full a group is', () => {
  it('is told in bands until the day before, and in numbers to its facilitator', async () => {
    await using own = await testServer()
    const study = await aStudy(own)
    const session = await anInvitedSession(study, { seats: 5 })
    const { id } = study
    const seen = async (as: 'organiser' | 'employee-side' | 'facilitator') =>
      (await seatsOf(await own.example(as), id)).sessions.find(
        (one) => one.session === session.id,
      )?.taken

    const told = [await seen('organiser')]
    for (let seat = 1; seat <= 5; seat += 1) {
      await somebody(study, own).take(session.id, aCode())
      if (seat >= 3) told.push(await seen('organiser'))
    }
    const byFacilitator = await seen('facilitator')
    own.clock.set('2026-11-30T08:00:00Z')
    const dayBefore = [await seen('organiser'), await seen('employee-side')]

    const band = (name: string) => ({ kind: 'band', band: name })
    expect(told).toEqual([
      band('not-enough'),
      band('not-enough'),
      band('enough'),
      band('full'),
    ])
    expect(byFacilitator).toEqual({ kind: 'count', count: 5 })
    expect(dayBefore).toEqual([
      { kind: 'count', count: 5 },
      { kind: 'count', count: 5 },
    ])
  })
})

describe('what is kept of seats', () => {
  it('is one value that is always as long, and tells neither code nor number nor order', async () => {
    const own = await aStudy(server)
    const session = await anInvitedSession(own)
    const { db } = server.running.services
    const stored = async () => {
      const rows = await db
        .selectFrom('group_seat_box')
        .selectAll()
        .where('assessment_id', '=', own.id)
        .execute()
      return rows.map((row) => row.sealed)
    }
    const empty = await stored()
    const code = aCode()

    await somebody(own).take(session.id, code)
    await somebody(own).take(session.id, aCode())
    const two = await stored()
    await somebody(own).giveBack(code)
    const one = await stored()

    const tables = await db.introspection.getTables()
    const seatTables = tables.filter(({ name }) => name.startsWith('group_seat'))
    expect(seatTables.map(({ columns }) => columns.map(({ name }) => name))).toEqual([
      ['assessment_id', 'sealed'],
    ])
    expect([empty, two, one].map((rows) => rows.map(({ length }) => length))).toEqual([
      [empty[0]?.length],
      [empty[0]?.length],
      [empty[0]?.length],
    ])
    expect(new Set([...empty, ...two, ...one]).size).toBe(3)
    expect(
      JSON.stringify(await db.selectFrom('group_session').selectAll().execute()),
    ).not.toContain(code)
  })

  it('is forgotten the day after a group, and with its key when the assessment is given up', async () => {
    await using own = await testServer()
    const study = await aStudy(own)
    const session = await anInvitedSession(study)
    const code = aCode()
    await somebody(study, own).take(session.id, code)
    const keys = () => readdirSync(join(own.folder, 'keys', 'group-seats'))

    own.clock.set('2026-12-02T08:00:00Z')
    await own.restart()
    const dayAfter = await somebody(study, own).find(code)
    const before = keys()
    await (await own.example()).post(`/api/office/results/${study.id}/abort`)
    await (await own.example('employee-side')).post(
      `/api/office/results/${study.id}/abort`,
    )
    await own.restart()
    const afterwards = await somebody(study, own).look()

    expect(codeOf(dayAfter)).toBe('seat-code-unknown')
    expect(before).toHaveLength(1)
    expect(keys()).toEqual([])
    expect(codeOf(afterwards)).toBe('booking-link-unknown')
  })
})

/** Twelve people want the same four seats at the same moment, three of whom try to move. */
async function rush(on: TestServer): Promise<void> {
  const study = await aStudy(on)
  const wanted = await anInvitedSession(study, { seats: 4 })
  const other = await anInvitedSession(study, { seats: 12 })
  const codes = Array.from({ length: 12 }, aCode)
  for (const code of codes.slice(0, 3)) await somebody(study, on).take(other.id, code)

  const replies = await Promise.all(
    codes.map((code) => somebody(study, on).take(wanted.id, code)),
  )

  const facilitator = await on.example('facilitator')
  const { sessions } = await seatsOf(facilitator, study.id)
  const told = replies.map(({ status, body }) =>
    status === 200 ? 200 : Object(body).code,
  )
  const seats = await Promise.all(codes.map((code) => somebody(study, on).find(code)))
  expect(told.filter((one) => one === 200)).toHaveLength(4)
  expect(told.filter((one) => one === 'session-full')).toHaveLength(8)
  expect(sessions.find((one) => one.session === wanted.id)?.taken).toEqual({
    kind: 'count',
    count: 4,
  })
  const sitting = seats.map(({ body }) => Object(body).session?.id)
  expect(sitting.map((id) => id === wanted.id)).toEqual(told.map((one) => one === 200))
  for (const id of sitting.slice(0, 3)) expect([wanted.id, other.id]).toContain(id)
}

describe('the last seat', () => {
  it('goes to one of those who want it at once, on SQLite', async () => {
    await rush(server)
  })

  it('goes to one of those who want it at once, on PostgreSQL', async () => {
    await using postgres = await postgresServer()
    await using own = await testServer('2026-11-21T12:00:00Z', {
      GROUNDWORK_DATABASE: await postgres.newDatabase(),
    })

    await rush(own)
  })
})
