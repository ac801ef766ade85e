import { randomUUID } from 'node:crypto'
import { offerSetUp } from '#server/accounts/set-up-organization.ts'
import {
  Agreement,
  CodingStudy,
  ReleasedThemes,
  Themes,
} from '#server/coding/contract.ts'
import type { FrozenSurvey } from '../journey.ts'
import type { Reply, TestServer, Visitor } from '../test-server.ts'
import {
  allChecked,
  anInvitedSession,
  aReadyFacilitator,
  aStudy,
  type PlannedStudy,
} from './a-study.ts'

/** Steps towards a coded study that tests take without caring how. */

export interface Said {
  readonly text: string
  readonly question?: number
  readonly tone?: string
  readonly intensity?: number
}

/** Three groups of which each said this; numbers make every text its own. */
export const said: readonly (readonly Said[])[] = [1, 2, 3].map((group) => [
  { text: `The rota comes too late, says group ${group}.`, question: 3 },
  { text: `Nights are hard after long shifts (${group}).`, question: 4, intensity: 3 },
  { text: `More say in the order of tours (${group}).`, question: 5, tone: 'wish' },
  { text: `Nobody knows whom to call (${group}).`, question: 6, tone: 'barrier' },
])

export const codingDoor = (id: string): string => `/api/office/coding/${id}`
export const filesDoor = (id: string): string => `/api/office/coding-files/${id}`

export interface HeldStudy extends PlannedStudy {
  readonly first: Visitor
  readonly second: Visitor
}

/** A study with groups that were held and noted, and two facilitators. */
export async function aHeldStudy(
  server: TestServer,
  groups: readonly (readonly Said[])[] = said,
  survey?: FrozenSurvey,
): Promise<HeldStudy> {
  server.clock.set('2026-11-21T12:00:00Z')
  const study = await aStudy(server, undefined, survey)
  const first = await aReadyFacilitator(server)
  for (const texts of groups) await aHeldGroup(server, study, first, texts)
  return { ...study, first, second: await anotherFacilitator(study.organiser, server) }
}

/** One more group, held and handed in. */
export async function aHeldGroup(
  server: TestServer,
  study: PlannedStudy,
  facilitator: Visitor,
  texts: readonly Said[],
  participants = 6,
): Promise<void> {
  server.clock.set('2026-11-21T12:00:00Z')
  const { id } = await anInvitedSession(study)
  server.clock.set('2026-12-01T16:00:00Z')
  const { status } = await facilitator.put(`/api/office/group-notes/${study.id}/${id}`, {
    notebook: randomUUID(),
    participants,
    consents: participants,
    unitMix: 'cross-unit',
    distressProtocolUsed: false,
    memberCheck: 'agreed',
    asked: [1, 2, 3, 4, 5, 6],
    votes: [{ construct: 'work.demands', votes: 4 }],
    segments: texts.map((one) => ({
      id: randomUUID(),
      question: 3,
      speakers: 2,
      intensity: 2,
      tone: 'problem',
      ...one,
    })),
    powerCheck: allChecked,
  })
  if (status !== 200) throw new Error(`expected notes to be handed in, got ${status}`)
}

/** A second person of the same organization who codes. */
export async function anotherFacilitator(
  organiser: Visitor,
  server: TestServer,
): Promise<Visitor> {
  const { body } = await organiser.post('/api/office/accounts/invitations', {
    role: 'facilitator',
    email: `${randomUUID()}@elsewhere.example`,
  })
  const secret = new URL((body as { link: string }).link).hash.slice(1)
  const person = server.visitor()
  await person.post('/api/office/accounts/join', {
    secret,
    // A name is taken once in an organization, and tests call many in.
    name: `Zoe ${randomUUID().slice(0, 8)}`,
    password: 'four plain words here',
  })
  return person
}

/** A facilitator of another organization. */
export async function aStranger(server: TestServer): Promise<Visitor> {
  const link = await offerSetUp(server.running.services)
  const organiser = server.visitor()
  await organiser.post('/api/office/accounts/set-up', {
    secret: link?.split('#')[1] ?? '',
    organization: 'Elsewhere',
    name: 'Eve',
    email: 'eve@elsewhere.example',
    password: 'four plain words here',
  })
  return anotherFacilitator(organiser, server)
}

export const codingOf = async (person: Visitor, id: string): Promise<CodingStudy> =>
  CodingStudy.parse((await person.get(codingDoor(id))).body)

export const agreementOf = async (person: Visitor, id: string): Promise<Agreement> =>
  Agreement.parse((await person.get(`${codingDoor(id)}/agreement`)).body)

export const themesOf = async (person: Visitor, id: string): Promise<Themes> =>
  Themes.parse((await person.get(`${codingDoor(id)}/themes`)).body)

export const releasedTo = async (person: Visitor, id: string): Promise<ReleasedThemes> =>
  ReleasedThemes.parse((await person.get(`${codingDoor(id)}/released`)).body)

export const give = (
  person: Visitor,
  id: string,
  segment: string,
  codes: readonly string[],
): Promise<Reply> => person.put(`${codingDoor(id)}/segments/${segment}`, { codes })

/** Codes by what is said in a segment. */
export function usualCodes(text: string): readonly string[] {
  if (text.includes('rota')) return ['construct.work.demands']
  if (text.includes('Nights')) return ['construct.bio.sleep']
  if (text.includes('order of tours')) return ['construct.work.control']
  return ['construct.help.aware']
}

/** Somebody codes everything that is theirs. */
export async function codeAll(
  person: Visitor,
  id: string,
  codesOf: (text: string, twice: boolean) => readonly string[] = usualCodes,
): Promise<void> {
  for (const { id: segment, text, twice } of (await codingOf(person, id)).segments) {
    await give(person, id, segment, codesOf(text, twice))
  }
}

/** Both have coded, agreeing on everything but what the second finds beside it. */
export async function aComparedStudy(
  server: TestServer,
  secondCodes: (text: string) => readonly string[] = usualCodes,
  survey?: FrozenSurvey,
): Promise<HeldStudy> {
  const study = await aHeldStudy(server, said, survey)
  const { id, first, second } = study
  await first.post(`${codingDoor(id)}/begin`)
  await second.post(`${codingDoor(id)}/join`)
  await codeAll(first, id)
  await codeAll(second, id, secondCodes)
  await first.post(`${codingDoor(id)}/finish`)
  await second.post(`${codingDoor(id)}/finish`)
  return study
}
