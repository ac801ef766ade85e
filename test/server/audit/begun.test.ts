import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { beginAct, settleActs } from '#server/audit/begin-act.ts'
import type { AuditPage } from '#server/audit/contract.ts'
import { accounts, anOffice, idOf, joined } from '../an-office.ts'
import { type TestServer, testServer, type Visitor } from '../test-server.ts'

describe('what is about to be done', () => {
  let server: TestServer
  let ada: Visitor

  beforeAll(async () => {
    server = await testServer()
    ada = await anOffice(server)
  })

  afterAll(() => server?.[Symbol.asyncDispose]())

  const newest = async () => {
    const { body } = await ada.get('/api/office/audit/trail')
    return (body as AuditPage).entries[0]
  }
  const announced = () =>
    server.running.services.db.selectFrom('act_begun').selectAll().execute()

  it('is announced no more once it is done, or refused', async () => {
    await joined(server, ada, 'organiser', 'Cy')
    await ada.post('/api/office/assessments', { name: '' })

    expect(await announced()).toEqual([])
  })

  it('is on record, with an unknown outcome, where the entry cannot be written', async () => {
    const { db } = server.running.services
    const id = await idOf(ada, 'Cy')
    await breakRecord(true)

    const { status } = await ada.delete(`${accounts}/people/${id}`)

    const left = await announced()
    await breakRecord(false)
    await settleActs(server.running.services)
    expect(status).toBe(500)
    expect(left).toMatchObject([{ action: 'colleague-removed', done_by: 'Ada' }])
    expect(await newest()).toMatchObject({
      action: 'outcome-unknown',
      by: 'Ada',
      about: 'colleague-removed',
    })
    expect(await announced()).toEqual([])
    expect(await db.selectFrom('membership').selectAll().execute()).toHaveLength(1)
  })

  it('is on record at the next start where the process ended in the middle', async () => {
    const { services } = server.running
    const { organization_id } = await services.db
      .selectFrom('membership')
      .select('organization_id')
      .executeTakeFirstOrThrow()
    const ended = { ...services.presence, id: 'a process that has ended' }
    await beginAct(
      { ...services, presence: ended },
      {
        organization: organization_id,
        action: 'plan-frozen',
        by: 'Ada',
        role: 'organiser',
        about: '',
      },
    )

    await server.restart()

    expect(await newest()).toMatchObject({
      action: 'outcome-unknown',
      about: 'plan-frozen',
    })
  })

  /** Makes every new entry fail, as a full disk does. */
  async function breakRecord(isBroken: boolean): Promise<void> {
    const { schema } = server.running.services.db
    const [from, to] = isBroken
      ? (['audit_entry', 'audit_entry_away'] as const)
      : (['audit_entry_away', 'audit_entry'] as const)
    await schema.alterTable(from).renameTo(to).execute()
  }
})
