import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AuditPage } from '#server/audit/contract.ts'
import { officeBackups } from '#server/backup/office-backups.ts'
import {
  accounts,
  anOffice,
  codeIn,
  emailOf,
  idOf,
  joined,
  password,
  secretIn,
  signIn,
  withSecondFactor,
} from './an-office.ts'
import { type TestServer, testServer, type Visitor } from './test-server.ts'
import { codeOf } from './totp.ts'

describe('somebody who leaves', () => {
  let server: TestServer
  let ada: Visitor
  let bo: Visitor

  beforeAll(async () => {
    server = await testServer()
    ada = await anOffice(server)
    bo = await joined(server, ada, 'employee-side', 'Bo')
  })

  afterAll(() => server?.[Symbol.asyncDispose]())

  const remove = async (by: Visitor, name: string) =>
    by.delete(`${accounts}/people/${await idOf(ada, name)}`)

  it('is signed out everywhere, and cannot come back by password or an unused link', async () => {
    const cy = await joined(server, ada, 'organiser', 'Cy')
    const { body } = await cy.post(`${accounts}/invitations`, {
      role: 'organiser',
      email: emailOf('Cy two'),
    })

    const { status } = await remove(ada, 'Cy')

    const kept = server.visitor()
    const door = await cy.get(`${accounts}/front-door`)
    const again = await signIn(server.visitor(), 'Cy')
    const byLink = await kept.post(`${accounts}/join`, {
      secret: secretIn((body as { link: string }).link),
      name: 'Cy two',
      password,
    })
    expect(status).toBe(200)
    expect(Object(door.body).me).toBeNull()
    expect([again.status, codeIn(byLink)]).toEqual([401, 'invitation-spent'])
  })

  it('stays on record by name, which nobody else can take', async () => {
    const { body } = await bo.get('/api/office/audit/trail')
    const { entries } = body as AuditPage
    const { body: invited } = await ada.post(`${accounts}/invitations`, {
      role: 'organiser',
      email: emailOf('Cy'),
    })

    const other = await server.visitor().post(`${accounts}/join`, {
      secret: secretIn((invited as { link: string }).link),
      name: ' cy ',
      password,
    })

    expect(entries[0]).toMatchObject({
      action: 'colleague-removed',
      by: 'Ada',
      about: 'Cy',
    })
    expect(entries.map(({ by }) => by)).toContain('Cy')
    expect(codeIn(other)).toBe('name-taken')
  })

  it('may be invited again with the same address, under another name', async () => {
    const { body } = await ada.post(`${accounts}/invitations`, {
      role: 'organiser',
      email: emailOf('Cy'),
    })

    const { status } = await server.visitor().post(`${accounts}/join`, {
      secret: secretIn((body as { link: string }).link),
      name: 'Cy the second',
      password,
    })

    expect(status).toBe(200)
  })

  it('is never oneself, of the other side, or the last of a side', async () => {
    await joined(server, ada, 'facilitator', 'Flo')

    const replies = [
      await remove(ada, 'Ada'),
      await remove(ada, 'Bo'),
      await remove(bo, 'Flo'),
      await remove(bo, 'Bo'),
    ]

    const before = await joined(server, bo, 'employee-side', 'Bea')
    const leaving = await Promise.all([remove(before, 'Bo'), remove(bo, 'Bea')])
    expect(replies.map(codeIn)).toEqual([
      'remove-others',
      'side-removes-its-own',
      'side-removes-its-own',
      'remove-others',
    ])
    expect(leaving.map(({ status }) => status).filter((one) => one === 200)).toHaveLength(
      1,
    )
  })

  it('is named with the keys that might be missed', async () => {
    const { body } = await ada.post('/api/office/assessments', { name: 'Autumn' })
    const door = `/api/office/trustees/${Object(body).id}`
    for (const name of ['Flo', 'Other']) await ada.post(door, { name, side: 'provider' })

    const reply = await ada.get(`/api/office/trustees/named/${await idOf(ada, 'Flo')}`)

    expect(reply.body).toEqual({
      keys: [{ assessment: 'Autumn', others: 1, needed: 2 }],
    })
  })
})

describe('a second role', () => {
  it('can be laid down by whoever holds it, also where it lets them see nothing', async () => {
    await using server = await testServer()
    const ada = await anOffice(server)
    const bo = await joined(server, ada, 'employee-side', 'Bo')
    const bea = await joined(server, bo, 'employee-side', 'Bea')
    await bo.post(`${accounts}/people/${await idOf(bo, 'Bea')}/roles/provider`)
    const closed = await bea.get(`${accounts}/people`)

    const { status } = await bea.delete(`${accounts}/me/roles/provider`)

    const open = await bea.get(`${accounts}/people`)
    const { body } = await bo.get('/api/office/audit/trail')
    expect([closed.status, status, open.status]).toEqual([403, 200, 200])
    expect((body as AuditPage).entries[0]).toMatchObject({
      action: 'role-laid-down',
      by: 'Bea',
      about: 'provider',
    })
  })
})

describe('an office that was put back from a backup', () => {
  it('takes no backup code of then, used or not, and new ones once they are made', async () => {
    await using server = await testServer()
    const folder = mkdtempSync(join(tmpdir(), 'groundwork-codes-'))
    const ada = await anOffice(server)
    const { address, backupCodes } = await withSecondFactor(ada)
    const { config } = server.running.services
    const database = join(folder, 'office.sqlite')
    await officeBackups(config).backUp(join(folder, 'backup'), false)
    await enter(server, { kind: 'backup', code: backupCodes[0] })

    await officeBackups({ ...config, database }).putBack(join(folder, 'backup'))
    await using later = await testServer(undefined, {
      GROUNDWORK_DATABASE: database,
      GROUNDWORK_DATA: server.folder,
      GROUNDWORK_BALLOT_DATABASE: join(folder, 'ballots.sqlite'),
    })
    const used = await enter(later, { kind: 'backup', code: backupCodes[0] })
    const unused = await enter(later, { kind: 'backup', code: backupCodes[1] })
    const byApp = await enter(later, { kind: 'app', code: codeOf(address) })

    rmSync(folder, { recursive: true })
    expect([used, unused, byApp]).toEqual([403, 403, 200])
  })

  async function enter(server: TestServer, proof: object): Promise<number> {
    const visitor = server.visitor()
    await signIn(visitor, 'Ada')
    return (await visitor.post(`${accounts}/second-step`, proof)).status
  }
})
