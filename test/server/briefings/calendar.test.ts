import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { BriefingId } from '#server/briefings/contract.ts'
import type { StoredBriefing } from '#server/briefings/store.ts'
import { writeCalendar } from '#server/briefings/write-calendar.ts'
import type { Locale } from '#surveys/locale.ts'

const session = (more: Partial<StoredBriefing> = {}): StoredBriefing => ({
  id: BriefingId.parse('7b0f5a3c-1f5d-4a53-9f6b-0d3a6c1e2f40'),
  state: 'planned',
  sequence: 0,
  kind: 'group',
  day: '2026-12-01',
  time: '22:30',
  zone: 'Europe/Bucharest',
  minutes: 60,
  shift: 'night',
  language: 'ro',
  mode: 'onsite',
  place:
    'Sala „Brașov”, clădirea C; etajul 2, lângă ușa atelierului de întreținere\\nord',
  leader: 'Ioana',
  seats: 20,
  booking: true,
  ...more,
})

const facts = {
  organization: 'Fjord, Făt & Frumos',
  page: 'https://groundwork.example/program/7b0f5a3c-1f5d-4a53-9f6b-0d3a6c1e2f40/sessions',
  day: '2026-11-22',
  hasLink: false,
}

/** Reads a file with a parser that did not write it. */
function read(
  sessions: readonly StoredBriefing[],
  locale: Locale = 'ro',
  hasLink = false,
) {
  const text = writeCalendar(sessions, { ...facts, locale, hasLink })
  const calendar = new ICAL.Component(ICAL.parse(text))
  const events = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))
  return { text, calendar, events }
}

describe('a calendar file', () => {
  it('says when, where and what, as a parser of somebody else reads it', () => {
    const { events, calendar } = read([session()])
    const [event] = events

    expect(calendar.getFirstPropertyValue('version')).toBe('2.0')
    expect(event?.startDate.toJSDate().toISOString()).toBe('2026-12-01T20:30:00.000Z')
    expect(event?.endDate.toJSDate().toISOString()).toBe('2026-12-01T21:30:00.000Z')
    expect(event?.location).toBe(session().place)
    expect(event?.summary).toBe('Sesiune despre ajutorul de la Fjord, Făt & Frumos')
    expect(event?.description).toContain(facts.page)
  })

  it('has lines of at most 75 bytes that end as the format wants', () => {
    const { text } = read([session()])
    const lines = text.replace(/\r\n$/, '').split('\r\n')

    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThan(76)
  })

  it('is taken for a newer version of the same session after a change', () => {
    const [before] = read([session()]).events
    const [after] = read([session({ sequence: 2, state: 'cancelled' })]).events

    expect(after?.uid).toBe(before?.uid)
    expect(after?.sequence).toBe(2)
    expect(after?.component.getFirstPropertyValue('status')).toBe('CANCELLED')
  })

  it('says nothing of an individual talk but that there is an appointment', () => {
    const { events, text } = read([session({ kind: 'individual', seats: 1 })])
    const [event] = events

    expect(event?.summary).toBe('Întâlnire')
    expect(event?.component.getFirstPropertyValue('class')).toBe('PRIVATE')
    expect(text).not.toMatch(/Fjord|program|http/)
  })

  it('has the link of an online session for who has a seat, and for nobody else', () => {
    const online = session({ mode: 'online', place: 'https://meet.example/abc' })

    expect(read([online]).text).not.toContain('meet.example')
    expect(read([online], 'en', true).events[0]?.location).toBe(online.place)
  })

  it('names no hour of its making', () => {
    expect(read([session()]).text).toContain('DTSTAMP:20261122T000000Z')
  })
})
