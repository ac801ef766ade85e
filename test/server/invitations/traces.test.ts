import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AssessmentId } from '#server/assessments/contract.ts'
import { LonePresence } from '#server/database/presence.ts'
import { forgetInvitees } from '#server/invitations/forget-invitees.ts'
import type { InvitationServices } from '#server/invitations/invitation-services.ts'
import { createMailroom } from '#server/invitations/mailroom.ts'
import { resumeRounds } from '#server/invitations/send-round.ts'
import type { Mail, Post } from '#server/post.ts'
import { readAccessCode, writeAccessCode } from '#surveys/ballot/access-code.ts'
import { cast, close, type FrozenSurvey } from '../journey.ts'
import { type TestServer, testServer } from '../test-server.ts'
import {
  anUninvitedSurvey,
  door,
  lookUp,
  type OpenedMail,
  openMail,
  send,
  takeList,
} from './an-inviting-survey.ts'

const people = Array.from({ length: 12 }, (_, index) => ({
  email: `canary-address-${index}@mine.example`,
  name: `Canaria Bird${index}`,
}))
const csv = [
  'unit,email,name',
  ...people.map(({ email, name }) => `Office,${email},${name}`),
].join('\n')

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
}

const outboxOf = ({ folder }: TestServer): string => join(folder, 'outbox')

function mailsIn(server: TestServer): readonly OpenedMail[] {
  return filesBelow(outboxOf(server)).map((path) => {
    const raw = readFileSync(path, 'utf8')
    return openMail({ to: /^To: .*?([^\s<]+@[^\s>]+)/m.exec(raw)?.[1] ?? '', raw })
  })
}

/** A secret as somebody who looks for it might find it written. */
function writingsOf({ code, muteToken }: OpenedMail): readonly Buffer[] {
  const bytes = Buffer.from(readAccessCode(code) ?? [])
  const mute = Buffer.from(muteToken, 'base64url')
  return [
    bytes,
    mute.subarray(4),
    ...[code, writeAccessCode(bytes), muteToken].map((text) => Buffer.from(text)),
    ...(['hex', 'base64', 'base64url'] as const).map((form) =>
      Buffer.from(bytes.toString(form)),
    ),
  ]
}

describe('what is left of an invitation', () => {
  let server: TestServer
  let survey: FrozenSurvey
  let mails: readonly OpenedMail[]

  beforeAll(async () => {
    server = await testServer()
    survey = await anUninvitedSurvey(server)
    const { organiser, id } = survey
    await takeList(organiser, id, csv)
    await send(organiser, id, 'invitation')
    mails = mailsIn(server)
    for (const { code, muteToken } of mails.slice(0, 6)) {
      await cast(server, survey, code, {})
      await server
        .visitor()
        .post('/api/invitations/mute', { assessment: id, token: muteToken })
    }
    await organiser.post(`${door(id)}/envelopes`, {
      units: ['works'],
      language: 'en',
      again: false,
    })
  })

  afterAll(() => server[Symbol.asyncDispose]())

  it('is a file for each mail, with a random name, one time for all, for nobody else to read', () => {
    const files = filesBelow(outboxOf(server))

    expect(files).toHaveLength(people.length)
    for (const path of files) {
      const { mtimeMs, mode } = statSync(path)
      expect(path).toMatch(/\/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\.eml$/)
      expect(new Date(mtimeMs).toISOString()).toBe('2000-01-01T00:00:00.000Z')
      expect(mode & 0o077).toBe(0)
    }
    expect(statSync(outboxOf(server)).mode & 0o077).toBe(0)
  })

  it('is no code and no muting secret in any file but the mail itself', () => {
    const secrets = mails.flatMap(writingsOf)

    const found = filesBelow(server.folder)
      .filter((path) => !path.startsWith(outboxOf(server)))
      .filter((path) => {
        const content = readFileSync(path)
        return secrets.some((secret) => content.includes(secret))
      })

    expect(mails).toHaveLength(people.length)
    expect(found).toEqual([])
  })

  it('is an address and a name in the list, and in no other column, file or log', async () => {
    const { db } = server.running.services
    const found: string[] = []
    for (const { name: table, columns } of await db.introspection.getTables()) {
      const rows = await db
        .selectFrom(table as 'invitee')
        .selectAll()
        .execute()
      for (const { name: column } of columns) {
        const values = rows.map((row) => String(Reflect.get(row, column)))
        if (/canary|canaria/i.test(values.join())) found.push(`${table}.${column}`)
      }
    }
    const files = filesBelow(server.folder).filter((path) =>
      /canary-address|Canaria/.test(readFileSync(path, 'latin1')),
    )

    expect(found.toSorted()).toEqual(['invitee.email', 'invitee.name'])
    expect(
      files
        .map((path) => path.slice(server.folder.length + 1))
        .filter((path) => !path.startsWith('outbox/')),
    ).toEqual(['office.sqlite'])
    expect(JSON.stringify([server.events, server.boxEvents])).not.toMatch(/canar/i)
  })

  it('is no sign of who was sent, opened, answered or muted anything', async () => {
    const { db } = server.running.services
    const tables = await db.introspection.getTables()
    const columnsOf = (table: string) =>
      tables
        .find(({ name }) => name === table)
        ?.columns.map(({ name }) => name)
        .toSorted()
    const round = await db.selectFrom('mail_round').selectAll().executeTakeFirst()

    expect(columnsOf('invitee')).toEqual([
      'assessment_id',
      'email',
      'id',
      'locale',
      'name',
      'place',
      'unit_id',
    ])
    expect(columnsOf('mute_list')).toEqual(['assessment_id', 'places'])
    expect(round).toMatchObject({ kind: 'invitation', to_send: null })
  })

  it('does not show in the stored list of who wants no reminders how many there are', async () => {
    const { db } = server.running.services
    const before = await db.selectFrom('mute_list').selectAll().executeTakeFirst()
    const [, , , , , , next] = mails

    await server.visitor().post('/api/invitations/mute', {
      assessment: survey.id,
      token: next?.muteToken,
    })

    const after = await db.selectFrom('mute_list').selectAll().executeTakeFirst()
    expect(after?.places.length).toBe(before?.places.length)
    expect(after?.places).not.toBe(before?.places)
  })

  it('is gone with the list, its key and its bytes once nobody can answer any more', async () => {
    const { services } = server.running
    const key = join(server.folder, 'keys', 'invitations', `${survey.id}.key`)
    const keyBefore = statSync(key).isFile()

    await close(server, survey)
    await forgetInvitees(services)

    for (const table of ['invitee', 'mail_round', 'mute_list'] as const) {
      expect(await services.db.selectFrom(table).selectAll().execute()).toEqual([])
    }
    expect(keyBefore).toBe(true)
    expect(() => statSync(key)).toThrow('ENOENT')
    expect(readFileSync(join(server.folder, 'office.sqlite'), 'latin1')).not.toMatch(
      /canary-address|Canaria/,
    )
  })
})

/** A post that takes everything, so that a test can see it. */
function aPost(): Post & { readonly mails: Mail[] } {
  const mails: Mail[] = []
  return {
    kind: 'smtp',
    mails,
    async send(mail) {
      mails.push(mail)
      return 'taken'
    },
    async rest() {},
  }
}

const codeIn = ({ text }: Mail): string => /#(\w{26})/.exec(text)?.[1] ?? ''

/** A server that starts with a batch that has not ended, until that stands still. */
async function restart(services: InvitationServices, id: AssessmentId): Promise<void> {
  await resumeRounds(services)
  while ((await services.mailroom.progressOf(id)) !== null) {
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

describe('a crash between handing mail over and writing that down', () => {
  it('takes nobody’s code away, and the rest goes out afterwards', async () => {
    await using server = await testServer()
    const { id, organiser } = await anUninvitedSurvey(server)
    const { services } = server.running
    await takeList(organiser, id, csv)
    await send(organiser, id, 'invitation')
    const invited = mailsIn(server)
    await services.mailroom.end()
    server.clock.set('2026-11-24T12:00:00Z')
    await organiser.post(`${door(id)}/round`, { kind: 'reminder' })
    const post = aPost()
    const mailroom = createMailroom({
      tell: () => undefined,
      presence: new LonePresence(),
    })
    const crashing = new Proxy(services.db, {
      get(db, name) {
        if (name === 'transaction' && post.mails.length > 0) throw new Error('crash')
        const value: unknown = Reflect.get(db, name)
        return typeof value === 'function' ? value.bind(db) : value
      },
    })

    await restart({ ...services, db: crashing, post, mailroom }, AssessmentId.parse(id))
    const afterCrash = await Promise.all(
      invited.map(({ code }) => lookUp(server, id, code)),
    )
    await restart({ ...services, post, mailroom }, AssessmentId.parse(id))

    const last = new Map(post.mails.map((mail) => [mail.to.address, codeIn(mail)]))
    const atLast = [...last.values()].map((code) => lookUp(server, id, code))
    expect(new Set(afterCrash)).toEqual(new Set(['office']))
    expect(post.mails).toHaveLength(10 + people.length)
    expect(last.size).toBe(people.length)
    expect(new Set(await Promise.all(atLast))).toEqual(new Set(['office']))
  })
})
