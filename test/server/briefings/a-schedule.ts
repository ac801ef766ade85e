import type { Schedule } from '#server/briefings/contract.ts'
import { anAdoptedProgram, factsFor } from '../orientation/telling.ts'
import type { Reply, TestServer, Visitor } from '../test-server.ts'

/** A published program whose sessions are planned, and what is done with them. */
export interface ASchedule {
  readonly id: string
  readonly organiser: Visitor
  readonly door: string
  readonly plan: (more?: object) => Promise<Reply>
  readonly look: (visitor?: Visitor) => Promise<Schedule>
}

/** A session that can be planned on the day of the tests. */
export const aSession = {
  kind: 'group',
  day: '2026-12-01',
  time: '14:30',
  zone: 'Europe/Stockholm',
  minutes: 60,
  shift: 'day',
  language: 'en',
  mode: 'onsite',
  place: 'Room 4',
  leader: 'Nordlys Care',
  seats: 10,
  booking: true,
}

/** Publishes a program in English. Takes seconds. */
export async function aSchedule(server: TestServer): Promise<ASchedule> {
  const { id, organiser } = await anAdoptedProgram(server)
  const orientation = `/api/office/orientation/${id}`
  const facts = await factsFor(organiser, id, 'phone.sv')
  await organiser.put(`${orientation}/facts`, { facts })
  await organiser.post(`${orientation}/publication/en`)
  const door = `/api/office/briefings/${id}`
  return {
    id,
    organiser,
    door,
    plan: (more = {}) =>
      organiser.post(`${door}/sessions`, { ...aSession, times: 1, ...more }),
    look: async (visitor = organiser) => (await visitor.get(door)).body as Schedule,
  }
}

/** What an employee's browser gets from the page of sessions. */
export interface Seen {
  readonly status: number
  readonly type: string
  readonly html: string
  readonly policy: string
  /** the code drawn with the page, or the code of the seat shown */
  readonly code: string
}

/** Opens the page, or sends one of its forms, as a browser without a script does. */
export async function atSessions(
  server: TestServer,
  id: string,
  form?: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Seen> {
  const { origin } = server
  const reply = await fetch(`${origin}/program/${id}/sessions`, {
    headers: { origin, ...headers },
    ...(form && { method: 'POST', body: new URLSearchParams(form) }),
  })
  const html = await reply.text()
  return {
    status: reply.status,
    type: reply.headers.get('content-type') ?? '',
    html,
    policy: reply.headers.get('content-security-policy') ?? '',
    code: /name="code" value="([^"]+)"/.exec(html)?.[1] ?? '',
  }
}
