import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestServer, testServer } from '../test-server.ts'
import { type ASchedule, aSchedule, aSession, atSessions } from './a-schedule.ts'
import { countingPeople } from './counting-people.ts'

describe('sessions that introduce a program', () => {
  let server: TestServer
  let schedule: ASchedule

  beforeAll(async () => {
    server = await testServer()
    schedule = await aSchedule(server)
  })
  afterAll(() => server[Symbol.asyncDispose]())

  let from = 1
  const elsewhere = () => {
    from += 1
    return { 'x-forwarded-for': `203.0.113.${from}` }
  }
  const page = () => atSessions(server, schedule.id)
  const send = (
    form: Readonly<Record<string, string>>,
    headers: Readonly<Record<string, string>> = elsewhere(),
  ) => atSessions(server, schedule.id, form, headers)
  const book = async (session: string) => {
    const { code } = await page()
    return send({ do: 'book', session, code })
  }
  const planned = async (more: object = {}) => {
    const before = (await schedule.look()).briefings.map(({ id }) => id)
    const { status, body } = await schedule.plan(more)
    expect([status, body]).toEqual([201, expect.anything()])
    const now = (await schedule.look()).briefings
    return now.find(({ id }) => !before.includes(id))?.id ?? ''
  }

  it('are refused where they cannot be held', async () => {
    const codes = await Promise.all(
      [
        { day: '2026-11-20' },
        { language: 'ro' },
        { seats: 4 },
        { mode: 'online', place: 'the usual link' },
        { zone: 'Europe/Nowhere' },
        { note: 'with Ola Moe' },
      ].map(async (wrong) => Object((await schedule.plan(wrong)).body)['code']),
    )

    expect(codes).toEqual([
      'day-in-the-past',
      'language-not-planned',
      'briefing-too-small',
      'briefing-link-missing',
      'malformed-request',
      'malformed-request',
    ])
  })

  it('stand on the page for everybody, which runs no script and sends to us alone', async () => {
    await planned()

    const { html, policy, status } = await page()
    const program = await fetch(`${server.origin}/program/${schedule.id}`)

    expect(status).toBe(200)
    expect(policy).not.toContain('script')
    expect(policy).toContain("form-action 'self'")
    expect(html).toContain('Tuesday 1 December, 14:30–15:30')
    expect(html.indexOf('tel:112')).toBeLessThan(html.indexOf('Room 4'))
    expect(await program.text()).toContain(`/program/${schedule.id}/sessions`)
  })

  it('give a seat to a code and no name, and the same code the same seat again', async () => {
    const session = await planned({ time: '16:00' })
    const { code } = await page()

    const first = await send({ do: 'book', session, code })
    const again = await send({ do: 'book', session, code })
    const found = await send({ do: 'find', code: code.toLowerCase() })

    expect(first.html).toContain('Your seat is booked.')
    expect(again.html).toContain(`<p class="code">${code}</p>`)
    expect(found.html).toContain('Room 4')
    const mine = (await schedule.look()).briefings.find(({ id }) => id === session)
    expect(mine?.taken).toEqual({ from: 0, to: 4 })
  })

  it('keep chairs for those who just come, and say when nothing is left to book', async () => {
    const session = await planned({ time: '18:00' })
    for (let seat = 0; seat < 8; seat += 1) await book(session)

    const { html } = await book(session)
    const { briefings } = await schedule.look()

    expect(html).toContain('Somebody was quicker')
    expect(html).toContain('Some chairs are kept')
    expect(briefings.find(({ id }) => id === session)?.taken).toEqual({ from: 5, to: 8 })
  })

  it('let one person have one time alone, and show everybody else only that it is taken', async () => {
    const session = await planned({ kind: 'individual', time: '08:00', minutes: 20 })

    const { code } = await book(session)
    const other = await page()
    const { briefings } = await schedule.look()

    expect(other.html).not.toContain(`value="${session}"`)
    expect(other.html).toContain('Taken')
    expect(other.html).not.toContain(code)
    expect(briefings.find(({ id }) => id === session)).toMatchObject({
      seats: 1,
      taken: { from: 1, to: 1 },
    })
  })

  it('are planned one after another for individual talks', async () => {
    const more = { kind: 'individual', day: '2026-12-02', time: '23:30', minutes: 20 }
    await schedule.plan({ ...more, times: 3 })

    const { briefings } = await schedule.look()

    expect(
      briefings
        .filter(({ day, kind }) => kind === 'individual' && day >= '2026-12-02')
        .map(({ day, time }) => `${day} ${time}`),
    ).toEqual(['2026-12-02 23:30', '2026-12-02 23:50', '2026-12-03 00:10'])
  })

  it('give a seat back to others, once', async () => {
    const session = await planned({ kind: 'individual', time: '09:00' })
    const { code } = await book(session)

    const given = await send({ do: 'give-back', code })
    const again = await send({ do: 'give-back', code })

    expect(given.html).toContain('free for somebody else')
    expect(again.html).toContain('There is no seat with this code')
    expect((await page()).html).toContain(`value="${session}"`)
  })

  it('move a seat with its code', async () => {
    const from = await planned({ kind: 'individual', time: '10:00' })
    const to = await planned({ kind: 'individual', time: '10:30' })
    const { code } = await book(from)

    const { html } = await send({ do: 'book', session: to, code })

    expect(html).toContain('Your seat was moved')
    expect((await page()).html).toContain(`value="${from}"`)
    expect((await page()).html).not.toContain(`value="${to}"`)
  })

  it('are booked by one network only so fast', async () => {
    const session = await planned({ time: '11:00', seats: 40 })
    const here = { 'x-forwarded-for': '198.51.100.7' }
    const replies: string[] = []
    for (let seat = 0; seat < 7; seat += 1) {
      const { code } = await page()
      replies.push((await send({ do: 'book', session, code }, here)).html)
    }

    expect(replies.slice(0, 6).every((html) => html.includes('is booked'))).toBe(true)
    expect(replies[6]).toContain('Many seats were booked from this network')
  })

  it('can be freed by the organiser where somebody has booked them all away', async () => {
    const session = await planned({ kind: 'individual', time: '12:00' })
    const { code } = await book(session)

    await schedule.organiser.delete(`${schedule.door}/sessions/${session}/seats`)

    expect((await send({ do: 'find', code })).html).toContain('no seat with this code')
    expect((await page()).html).toContain(`value="${session}"`)
  })

  it('are booked by no other site', async () => {
    const session = await planned({ time: '13:00' })
    const { code } = await page()

    const { status } = await send(
      { do: 'book', session, code },
      { ...elsewhere(), origin: 'https://elsewhere.example' },
    )

    expect(status).toBe(403)
  })

  it('reach a calendar by a file that no address names', async () => {
    const session = await planned({
      time: '15:00',
      mode: 'online',
      place: 'https://meet.example/x',
    })
    const { code } = await book(session)

    const open = await send({ do: 'calendar', session, code: '' })
    const mine = await send({ do: 'seat-calendar', code })

    expect(open.type).toContain('text/calendar')
    expect(open.html).not.toContain('meet.example')
    expect(mine.html).toContain('meet.example')
    expect(mine.html).not.toContain(code)
    expect((await page()).html).not.toContain('meet.example')
  })

  it('come as one calendar without individual talks, and with what was cancelled', async () => {
    const session = await planned({ day: '2026-12-09', place: 'Canteen' })
    await schedule.organiser.delete(`${schedule.door}/sessions/${session}`)

    const reply = await fetch(`${server.origin}/program/${schedule.id}/sessions.ics`)
    const events = new ICAL.Component(ICAL.parse(await reply.text()))
      .getAllSubcomponents('vevent')
      .map((one) => new ICAL.Event(one))

    expect(events.map(({ summary }) => summary)).not.toContain('Appointment')
    const cancelled = events.find(({ uid }) => uid.startsWith(session))
    expect(cancelled?.component.getFirstPropertyValue('status')).toBe('CANCELLED')
    expect((await page()).html).toContain('Cancelled')
  })

  it('change until they begin, and keep their seats', async () => {
    const session = await planned({ time: '17:00' })
    const { code } = await book(session)
    const at = `${schedule.door}/sessions/${session}`

    const changed = await schedule.organiser.put(at, { ...aSession, place: 'Hall 9' })
    const otherKind = await schedule.organiser.put(at, { ...aSession, kind: 'manager' })

    expect(changed.status).toBe(200)
    expect(otherKind.body).toMatchObject({ code: 'briefing-kind-fixed' })
    expect((await send({ do: 'find', code })).html).toContain('Hall 9')
  })

  it('are one sealed value in the database, of one length, without the code', async () => {
    const session = await planned({ time: '19:00' })
    const { db } = server.running.services
    const box = () =>
      db.selectFrom('briefing_seat_box').select('sealed').executeTakeFirstOrThrow()
    const before = await box()
    const { code } = await book(session)
    const after = await box()

    expect(after.sealed).toHaveLength(before.sealed.length)
    expect(after.sealed).not.toBe(before.sealed)
    expect(JSON.stringify(await db.selectFrom('briefing').selectAll().execute()))
      .not //
      .toContain(code)
  })

  it('are forgotten with their seats when they are over', async () => {
    const session = await planned({ day: '2026-12-15', time: '08:00' })
    const { code } = await book(session)

    server.clock.set('2026-12-15T20:00:00Z')
    await server.restart()

    expect((await send({ do: 'find', code })).html).toContain('no seat with this code')
    server.clock.set('2026-11-21T12:00:00Z')
  })

  describe('when they are over', () => countingPeople(() => ({ server, schedule })))
})
