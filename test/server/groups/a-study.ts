import { SeatsOfGroups } from '#server/group-seats/contract.ts'
import { type GroupSession, GroupsOfAssessment } from '#server/group-studies/contract.ts'
import { competences, conductVersion } from '#surveys/focus-group-guide.ts'
import { aFrozenSurvey, type FrozenSurvey, plan } from '../journey.ts'
import type { Reply, TestServer, Visitor } from '../test-server.ts'

/** Steps towards a focus group that tests take without caring how. */

export const study = {
  purposes: ['causes', 'improvements'],
  types: ['drivers', 'office'],
  plannedGroups: 4,
  stopRule: 'nothing-new',
  languages: ['en', 'sv'],
  powerApart: true,
}

export const allChecked = { nobodyLeads: true, noObserver: true, noRelatives: true }

const planned = {
  type: 'drivers',
  day: '2026-12-01',
  time: '14:30',
  minutes: 90,
  mode: 'onsite',
  place: 'Room 4',
  language: 'en',
  noteTaker: true,
  seats: 6,
  powerCheck: allChecked,
}

export const studyDoor = (id: string): string => `/api/office/group-studies/${id}`
const seatDoor = (id: string): string => `/api/office/group-seats/${id}`

export interface PlannedStudy extends FrozenSurvey {
  /** the account of the example's facilitator */
  readonly facilitator: string
  readonly token: string
}

/** A frozen survey, or the one given, with groups planned beside it. */
export async function aStudy(
  server: TestServer,
  given: object = study,
  survey?: FrozenSurvey,
): Promise<PlannedStudy> {
  const frozen = survey ?? (await aFrozenSurvey(server, plan))
  const { id, organiser } = frozen
  await organiser.put(studyDoor(id), given)
  const { facilitators } = await groupsOf(organiser, id)
  const { link } = await seatsOf(organiser, id)
  return {
    ...frozen,
    facilitator: facilitators[0]?.id ?? '',
    token: new URL(link).hash.slice(1),
  }
}

export async function groupsOf(
  visitor: Visitor,
  id: string,
): Promise<GroupsOfAssessment> {
  return GroupsOfAssessment.parse((await visitor.get(studyDoor(id))).body)
}

export async function seatsOf(visitor: Visitor, id: string): Promise<SeatsOfGroups> {
  return SeatsOfGroups.parse((await visitor.get(seatDoor(id))).body)
}

export async function planSession(
  { id, organiser, facilitator }: PlannedStudy,
  given: object = {},
): Promise<Reply> {
  return organiser.post(`${studyDoor(id)}/sessions`, {
    ...planned,
    facilitator,
    ...given,
  })
}

/** A session whose seats can be taken. */
export async function anInvitedSession(
  study: PlannedStudy,
  given: object = {},
): Promise<GroupSession> {
  const { id, organiser } = study
  const before = new Set((await groupsOf(organiser, id)).sessions.map((one) => one.id))
  await planSession(study, given)
  const made = (await groupsOf(organiser, id)).sessions.find((one) => !before.has(one.id))
  if (!made) throw new Error('expected a session to have been planned')
  await organiser.post(`${studyDoor(id)}/sessions/${made.id}/invite`)
  return { ...made, state: 'invited' }
}

/** The facilitator of the example, who signed. */
export async function aReadyFacilitator(server: TestServer): Promise<Visitor> {
  const facilitator = await server.example('facilitator')
  await facilitator.put('/api/office/group-studies/readiness', {
    competences,
    name: 'Saskia Example',
    version: conductVersion,
  })
  return facilitator
}

/** Somebody with a phone of their own, at the door where seats are taken. */
export function atSeats(server: TestServer, { id, token }: PlannedStudy, address = '') {
  const ask = async (door: string, body: object): Promise<Reply> => {
    const reply = await fetch(`${server.origin}/api/group-seats/${door}`, {
      method: 'POST',
      headers: {
        origin: server.origin,
        'content-type': 'application/json',
        ...(address !== '' && { 'x-forwarded-for': address }),
      },
      body: JSON.stringify({ assessment: id, token, ...body }),
    })
    const text = await reply.text()
    const isJson = (reply.headers.get('content-type') ?? '').includes('json')
    const read: unknown = isJson ? JSON.parse(text) : text
    return { status: reply.status, headers: reply.headers, body: read }
  }
  return {
    look: () => ask('look', {}),
    take: (session: string, code: string) => ask('take', { session, code }),
    find: (code: string) => ask('find', { code }),
    giveBack: (code: string) => ask('give-back', { code }),
  }
}

export const codeOf = ({ body }: Reply): unknown => Object(body).code
