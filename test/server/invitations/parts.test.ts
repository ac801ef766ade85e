import { describe, expect, it } from 'vitest'
import { AssessmentId } from '#server/assessments/contract.ts'
import { listInvitees, replaceInvitees } from '#server/invitations/store.ts'
import { issueCodes, placesWithCode } from '#server/registrar/issue-codes.ts'
import { anApprovedDraft } from '../journey.ts'
import { postgresServer } from '../postgres.ts'
import { type TestServer, testServer } from '../test-server.ts'

/** More than fit in two parts of what is read at once. */
const places = ['hall', 'office', 'yard'].flatMap((unit) =>
  Array.from({ length: 801 }, (_, place) => ({ unit, place })),
)

/** Apart from how they are stored: the last first. */
const backwards = places.toReversed()

async function expectWhole(server: TestServer): Promise<void> {
  const id = AssessmentId.parse((await anApprovedDraft(server)).id)
  const { db } = server.running.services
  const invitees = backwards.map((one, index) => ({
    ...one,
    id: `person ${index}`,
    email: null,
    name: `Person ${index}`,
    locale: null,
  }))

  await issueCodes(db, id, backwards)
  const parts = Map.groupBy(invitees, ({ unit }) => unit).values()
  await replaceInvitees(db, id, parts)

  const listed = await listInvitees(db, id)
  expect(await placesWithCode(db, id)).toEqual(places)
  expect(listed).toEqual(invitees.toReversed())
}

describe('thousands of people and codes', () => {
  it('are read whole, though in parts', async () => {
    await using server = await testServer()

    await expectWhole(server)
  })

  it('are read whole on PostgreSQL too', async () => {
    await using postgres = await postgresServer()
    await using server = await testServer('2026-11-21T12:00:00Z', {
      GROUNDWORK_DATABASE: await postgres.newDatabase(),
    })

    await expectWhole(server)
  })
})
