import { Invitations } from '#server/invitations/contract.ts'
import { readAccessCode } from '#surveys/ballot/access-code.ts'
import { aFrozenSurvey, type FrozenSurvey, tryKeys } from '../journey.ts'
import type { ReceivedMail } from '../mail/a-mail-server.ts'
import type { Reply, TestServer, Visitor } from '../test-server.ts'

/** Steps that tests of invitations take without caring how. */

/** A survey that is open, with nobody invited yet: Office (24 people) and Works (36). */
export async function anUninvitedSurvey(server: TestServer): Promise<FrozenSurvey> {
  const frozen = await aFrozenSurvey(server)
  await tryKeys(server, frozen.holders)
  await frozen.organiser.post(`/api/office/registrar/${frozen.id}/open`)
  return frozen
}

export const door = (id: string): string => `/api/office/invitations/${id}`

/** A list of so many people of the office, by address, beside what else is given. */
export function listOf(count: number, ...more: readonly string[]): string {
  const people = Array.from(
    { length: count },
    (_, index) => `Office,person${index}@example.org,Person ${index},`,
  )
  return ['unit,email,name,language', ...people, ...more].join('\n')
}

export async function takeList(
  organiser: Visitor,
  id: string,
  csv: string,
): Promise<Reply> {
  return organiser.put(`${door(id)}/list`, { csv })
}

export async function invitationsOf(member: Visitor, id: string): Promise<Invitations> {
  return Invitations.parse((await member.get(door(id))).body)
}

/** One unit as the page shows it. */
export async function unitNamed(member: Visitor, id: string, name: string) {
  const { units } = await invitationsOf(member, id)
  const unit = units.find((one) => one.name === name)
  if (!unit) throw new Error(`no unit ${name}`)
  return unit
}

/** Starts a batch and waits until nothing goes out any more. */
export async function send(
  organiser: Visitor,
  id: string,
  kind: 'invitation' | 'reminder',
): Promise<Reply> {
  const reply = await organiser.post(`${door(id)}/round`, { kind })
  await quiet(organiser, id)
  return reply
}

export async function quiet(organiser: Visitor, id: string): Promise<Invitations> {
  for (;;) {
    const invitations = await invitationsOf(organiser, id)
    if (invitations.round?.state !== 'sending') return invitations
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

/** A mail taken apart, as its reader's program would. */
export interface OpenedMail {
  readonly to: string
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
  readonly html: string
  /** the code behind the # of its link */
  readonly code: string
  readonly muteToken: string
}

export function openMail({ to, raw }: ReceivedMail): OpenedMail {
  const [head = ''] = raw.split('\r\n\r\n')
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n')
  const headers = Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
    }),
  )
  const [text = '', html = ''] = partsIn(raw, headers['content-type'] ?? '')
  return {
    to,
    headers,
    text,
    html,
    code: /\/answer\/[\da-f-]{36}#(\w+)/.exec(text)?.[1] ?? '',
    muteToken: /\/mute\/[\da-f-]{36}#([\w-]+)/.exec(text)?.[1] ?? '',
  }
}

function partsIn(raw: string, contentType: string): readonly string[] {
  const boundary = /boundary="?([^";]+)/.exec(contentType)?.[1] ?? ''
  return raw
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => {
      const [head = '', ...body] = part.split('\r\n\r\n')
      const text = body.join('\r\n\r\n')
      return /quoted-printable/i.test(head) ? fromQuotedPrintable(text) : text
    })
}

function fromQuotedPrintable(text: string): string {
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([\dA-F]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    )
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

/** What a code opens just now: the unit it is for, or why not. */
export async function lookUp(
  server: TestServer,
  assessment: string,
  code: string,
): Promise<string> {
  if (!readAccessCode(code)) throw new Error(`${code} is no code`)
  const { body } = await server
    .visitor()
    .post('/api/collect/look', { assessment, secret: code })
  const answer = body as { readonly unit?: string; readonly code?: string }
  return answer.unit ?? answer.code ?? ''
}
