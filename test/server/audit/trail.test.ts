import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, it, vi } from 'vitest'
import { readLines, verifyChain } from '#server/audit/chain.ts'
import type { AuditEntry, AuditPage } from '#server/audit/contract.ts'
import { recordBackup, verifyAudit } from '#server/commands/audit.ts'
import {
  accounts,
  anOffice,
  idOf,
  joined,
  password,
  secretIn,
  signIn,
  withSecondFactor,
} from '../an-office.ts'
import { unitsCsv } from '../journey.ts'
import { type TestServer, testServer, type Visitor } from '../test-server.ts'

async function trailOf(visitor: Visitor): Promise<AuditPage> {
  const { body } = await visitor.get('/api/office/audit/trail')
  return body as AuditPage
}

const actionsIn = ({ entries }: AuditPage): readonly string[] =>
  entries.map(({ action }) => action).toReversed()

async function linesOf(visitor: Visitor): Promise<readonly unknown[]> {
  const { body } = await visitor.get('/api/office/audit/trail.jsonl')
  return readLines(new TextDecoder().decode(body as Uint8Array))
}

async function verify(server: TestServer, file?: string, head?: string) {
  const said: string[] = []
  const log = vi.spyOn(console, 'log').mockImplementation((line) => void said.push(line))
  const { config } = server.running.services
  const code = await verifyAudit(async () => config, file, head)
  log.mockRestore()
  return { code, said: said.join('\n') }
}

describe('what was done', () => {
  it('is on record with a name, a role and a time, in the order it was done', async () => {
    await using server = await testServer()
    const ada = await anOffice(server)
    const bo = await joined(server, ada, 'employee-side', 'Bo')
    await withSecondFactor(bo)
    const { body } = await ada.post('/api/office/assessments', { name: 'First' })
    await ada.put(`/api/office/assessments/${Object(body).id}/units`, {
      csv: unitsCsv,
    })

    const trail = await trailOf(bo)

    expect(actionsIn(trail)).toEqual([
      'organization-set-up',
      'colleague-invited',
      'joined',
      'second-factor-on',
      'assessment-planned',
      'plan-changed',
    ])
    expect(trail.entries[0]).toMatchObject({
      by: 'Ada',
      role: 'organiser',
      at: '2026-11-21T12:00:00Z',
      about: Object(body).id,
    })
    expect(verifyChain(await linesOf(bo), trail.head ?? '').kind).toBe('whole')
  })

  it('has no entry for what was refused', async () => {
    await using server = await testServer()
    const ada = await anOffice(server)
    await ada.post('/api/office/assessments', { name: '' })
    await ada.post(`/api/office/tally/${crypto.randomUUID()}/close`)
    await signIn(server.visitor(), 'Ada', 'wrong')

    expect(actionsIn(await trailOf(ada))).toEqual(['organization-set-up'])
  })

  it('tells of a sign-in once it is whole, and of guessing once', async () => {
    await using server = await testServer()
    const ada = await anOffice(server)
    const { backupCodes } = await withSecondFactor(ada)
    const laptop = server.visitor()
    await signIn(laptop, 'Ada')
    const half = actionsIn(await trailOf(ada))
    await laptop.post(`${accounts}/second-step`, { kind: 'backup', code: backupCodes[0] })
    const thief = server.visitor()
    for (let time = 0; time < 9; time += 1) await signIn(thief, 'Ada', 'wrong')

    const whole = await trailOf(ada)

    expect(half).toEqual(['organization-set-up', 'second-factor-on'])
    expect(actionsIn(whole).slice(2)).toEqual(['signed-in', 'sign-in-slowed'])
    expect(whole.entries[0]).toMatchObject({ by: 'nobody signed in', about: 'Ada' })
  })

  it('tells who granted a way back to whom, and that it was taken', async () => {
    await using server = await testServer()
    const ada = await anOffice(server)
    const bo = await joined(server, ada, 'employee-side', 'Bo')
    await joined(server, ada, 'organiser', 'Cy')
    const id = await idOf(ada, 'Cy')
    const halves = []
    for (const each of [ada, bo]) {
      const { body } = await each.post(`${accounts}/people/${id}/way-back`)
      halves.push(secretIn(Object(body).half))
    }
    await server
      .visitor()
      .post(`${accounts}/way-back`, { halves, password: `${password} now` })

    const { entries } = await trailOf(bo)

    expect(
      entries.slice(0, 3).map(({ action, by, about }) => [action, by, about]),
    ).toEqual([
      ['way-back-taken', 'nobody signed in', 'Cy'],
      ['way-back-granted', 'Bo', 'Cy'],
      ['way-back-granted', 'Ada', 'Cy'],
    ])
    expect(JSON.stringify(entries)).not.toContain(halves[0])
  })

  it('has no address of somebody who was invited, and the role alone', async () => {
    await using server = await testServer()
    const ada = await anOffice(server)

    const { status } = await ada.post(`${accounts}/invitations`, {
      role: 'facilitator',
      email: 'never.joins@people.example',
    })

    const [entry] = (await trailOf(ada)).entries
    expect(status).toBe(200)
    expect(entry).toMatchObject({ action: 'colleague-invited', about: 'facilitator' })
    expect(JSON.stringify(await linesOf(ada))).not.toContain('never.joins')
  })

  it('is seen by both sides, each of its own organization, and by nobody else', async () => {
    await using server = await testServer()
    const ada = await anOffice(server)
    const admin = await joined(server, ada, 'administrator', 'Al')
    const mihai = await server.example('employee-side')

    const theirs = (await linesOf(mihai)) as readonly AuditEntry[]

    expect(theirs.filter(({ by }) => by === 'Ada')).toEqual([])
    expect((await admin.get('/api/office/audit/trail')).status).toBe(403)
    expect((await server.visitor().get('/api/office/audit/trail.jsonl')).status).toBe(401)
  })

  it('stays one chain however many act at the same moment', async () => {
    await using server = await testServer()
    const ada = await anOffice(server)

    await Promise.all(
      Array.from({ length: 24 }, (_, number) =>
        ada.post('/api/office/assessments', { name: `Number ${number}` }),
      ),
    )

    const verdict = verifyChain(await linesOf(ada))
    expect(verdict).toMatchObject({ kind: 'whole', count: 25 })
  })

  it('fails a request whose record cannot be written', async () => {
    await using server = await testServer()
    const ada = await anOffice(server)
    await sql`drop table audit_entry`.execute(server.running.services.db)

    const { status } = await ada.post('/api/office/assessments', { name: 'Unseen' })

    expect(status).toBe(500)
  })
})

describe('checking the record at the terminal', () => {
  it('says it is whole, and what its head is', async () => {
    await using server = await testServer()
    const ada = await anOffice(server)
    const { head } = await trailOf(ada)

    const { code, said } = await verify(server, undefined, head ?? '')

    expect(code).toBe(0)
    expect(said).toBe(
      `Acme: whole, 1 entries. The noted head is among them. Head: ${head}`,
    )
  })

  it.each([
    ['changed', sql`update audit_entry set done_by = 'Nobody' where position = 2`, 2],
    ['taken out', sql`delete from audit_entry where position = 2`, 2],
    [
      'moved',
      sql`update audit_entry set position = -position + 5 where position in (2, 3)`,
      2,
    ],
  ])(
    'names the first entry that is broken where one was %s in the database',
    async (_what, tampering, position) => {
      await using server = await testServer()
      const ada = await anOffice(server)
      for (const name of ['One', 'Two', 'Three'])
        await ada.post('/api/office/assessments', { name })
      const { db } = server.running.services
      await sql`create table kept as select * from audit_entry`.execute(db)
      await sql`drop table audit_entry`.execute(db)
      await sql`create table audit_entry as select * from kept`.execute(db)
      await tampering.execute(db)

      const { code, said } = await verify(server)

      expect(code).toBe(1)
      expect(said).toContain(`Acme: broken at entry ${position}: `)
    },
  )

  it('finds by the noted head that the end was cut off', async () => {
    await using server = await testServer()
    const ada = await anOffice(server)
    await ada.post('/api/office/assessments', { name: 'Gone' })
    const { head } = await trailOf(ada)
    const { db } = server.running.services
    await sql`delete from audit_entry where position = 2`.execute(db)

    const unnoted = await verify(server)
    const noted = await verify(server, undefined, head ?? '')

    expect([unnoted.code, noted.code]).toEqual([0, 1])
    expect(noted.said).toContain('the end was cut off')
  })

  it('reads an exported file, and says what cannot be read', async () => {
    await using server = await testServer()
    const ada = await anOffice(server)
    await ada.post('/api/office/assessments', { name: 'First' })
    const { body } = await ada.get('/api/office/audit/trail.jsonl')
    const text = new TextDecoder().decode(body as Uint8Array)
    const [whole, broken] = [join(server.folder, 'whole'), join(server.folder, 'broken')]
    await writeFile(whole, text)
    await writeFile(broken, text.replace('Ada', 'Eve'))

    expect((await verify(server, whole)).code).toBe(0)
    expect((await verify(server, broken)).said).toContain('broken at entry 1: ')
  })
})

describe('a backup', () => {
  it('is on record, in every organization', async () => {
    await using server = await testServer()
    const ada = await anOffice(server)

    await recordBackup(server.running.services.config, 'backup-made')

    const { entries } = await trailOf(ada)
    expect(entries[0]).toMatchObject({
      action: 'backup-made',
      by: 'the machine',
      role: 'operator',
    })
  })
})
