import { readFileSync, statSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Row } from '#server/archive/contents.ts'
import { AssessmentId } from '#server/assessments/contract.ts'
import { collectAsEmployee } from '#server/example/answer-as-employee.ts'
import { invitationKey } from '#server/invitations/invitation-keys.ts'
import { writeMuteToken } from '#server/invitations/mute-token.ts'
import { issueCodes } from '#server/registrar/issue-codes.ts'
import { writeAccessCode } from '#surveys/ballot/access-code.ts'
import { seatCodeBytes, writeSeatCode } from '#surveys/seat-code.ts'
import { anInvitedSession, aStudy, atSeats } from '../groups/a-study.ts'
import { tryKeys } from '../journey.ts'
import { type TestServer, testServer } from '../test-server.ts'
import { backUp, rowsOf } from './a-backup.ts'

/** An open survey with a group beside it, and everything people can do without an account. */
async function aLivelySurvey(server: TestServer) {
  const study = await aStudy(server)
  const { id } = study
  const session = await anInvitedSession(study)
  await tryKeys(server, study.holders)
  await study.organiser.post(`/api/office/registrar/${id}/open`)
  const { db, config } = server.running.services
  const assessment = AssessmentId.parse(id)
  const places = ['works', 'office'].flatMap((unit) =>
    [0, 1, 2].map((place) => ({ unit, place })),
  )
  const issued = await issueCodes(db, assessment, places)
  const codes = issued.map(({ secret }) => writeAccessCode(secret))
  const muteKey = invitationKey({ config }, assessment, 'mute links')
  return { study, session: session.id, codes, muteKey, assessment }
}

type Lively = Awaited<ReturnType<typeof aLivelySurvey>>

/** Somebody collects, wants no reminders, lost a ballot, and takes a seat. */
async function everythingHappens(server: TestServer, lively: Lively, person: number) {
  const { study, session, codes, muteKey, assessment } = lively
  const secret = codes[person] ?? ''
  const token = writeMuteToken(muteKey, person)
  const visitor = server.visitor()
  await collectAsEmployee(server.origin, study.manifest, secret)
  const muted = await visitor.post('/api/invitations/mute', { assessment, token })
  const wished = await visitor.post('/api/collect/again', { assessment, secret })
  const taken = await atSeats(server, study).take(session, aSeatCode())
  return [muted.status, wished.status, taken.status]
}

let drawn = 0

function aSeatCode(): string {
  drawn += 1
  const bytes = new Uint8Array(seatCodeBytes)
  bytes.set([2, drawn], 3)
  return writeSeatCode(bytes)
}

interface Copy {
  readonly rows: readonly (readonly [place: string, value: string])[]
  readonly size: number
}

async function copyOf(server: TestServer): Promise<Copy> {
  const { office } = await backUp(server)
  const tables = await rowsOf(office)
  const rows = [...tables].flatMap(([table, all]) =>
    all.flatMap((row, at) => valuesOf(`${table} ${at}`, row)),
  )
  return { rows, size: statSync(office).size }
}

function valuesOf(place: string, row: Row): readonly (readonly [string, string])[] {
  return Object.entries(row).map(([column, value]) => [
    `${place} ${column}`,
    value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value),
  ])
}

function differing(one: Copy, other: Copy): readonly string[] {
  const known = new Map(other.rows)
  return one.rows
    .filter(([place, value]) => known.get(place) !== value)
    .map(([place]) => place)
}

describe('two backups of the office', () => {
  it('differ in the same places whether everything happened in between or nothing', async () => {
    await using server = await testServer()
    const lively = await aLivelySurvey(server)
    const first = await everythingHappens(server, lively, 0)
    const before = await copyOf(server)

    const nothing = await copyOf(server)
    const then = await everythingHappens(server, lively, 4)
    const everything = await copyOf(server)

    const sealed = differing(before, nothing)
    expect(first).toEqual([204, 204, 200])
    expect(then).toEqual(first)
    expect(differing(nothing, everything)).toEqual(sealed)
    expect(sealed).toEqual(
      expect.arrayContaining([
        'participation_blob 0 sealed',
        'participation_blob 1 sealed',
        'credential_reset 0 wishes',
        'credential_reset 1 wishes',
        'mute_list 0 places',
        'group_seat_box 0 sealed',
      ]),
    )
    expect(new Set([before.size, nothing.size, everything.size]).size).toBe(1)
  })

  it('share no block of what is sealed, and neither shares one with the office', async () => {
    await using server = await testServer()
    const lively = await aLivelySurvey(server)
    await everythingHappens(server, lively, 1)
    const one = await copyOf(server)
    const other = await copyOf(server)
    const { db } = server.running.services
    const live = await db.selectFrom('participation_blob').select('sealed').execute()

    const blobs = [one, other].flatMap(({ rows }) =>
      rows.filter(([place]) => /^participation_blob \d+ sealed$/.test(place)),
    )

    const stored = live.map(({ sealed }) => Buffer.from(sealed).toString('latin1'))
    const blocks = [...blobs.map(([, value]) => value), ...stored].flatMap(blocksOf)
    expect(blobs).toHaveLength(4)
    expect(new Set(blocks).size).toBe(blocks.length)
  })

  it('hold neither epoch nor time of their making', async () => {
    await using server = await testServer()
    await aLivelySurvey(server)

    const { rows } = await copyOf(server)
    const { office, box } = await backUp(server)

    const ofBox = readFileSync(box, 'utf8').replaceAll(/"bytes":"[^"]*"/g, '')
    const numbers = ofBox.match(/(?<!\d)(\d{10}|\d{13})(?!\d)/g) ?? []
    const near = numbers.filter((digits) => {
      const moment = Number(digits.padEnd(13, '0'))
      return Math.abs(moment - Date.now()) < 86_400_000
    })
    expect(ofBox).not.toMatch(/\d\dT\d\d:\d\d/)
    expect(near).toEqual([])
    expect(readFileSync(office, 'utf8').split('\n')[0]).not.toMatch(/20\d\d/)
    const epochs = rows.filter(([place]) => place.endsWith(' epoch'))
    expect(epochs.map(([, value]) => value)).toEqual(['-1'])
  })
})

function blocksOf(text: string): readonly string[] {
  const count = Math.floor(text.length / 16)
  return Array.from({ length: count }, (_, at) => text.slice(at * 16, at * 16 + 16))
}
