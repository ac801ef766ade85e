import { describe, expect, it } from 'vitest'
import { AssessmentId } from '#server/assessments/contract.ts'
import {
  findInvited,
  hashOfCode,
  issueCodes,
  placesWithCode,
} from '#server/registrar/issue-codes.ts'
import { anApprovedDraft } from './journey.ts'
import { type TestServer, testServer } from './test-server.ts'

const office = (unit: string, ...places: readonly number[]) =>
  places.map((place) => ({ unit, place }))

async function anAssessment(server: TestServer) {
  const { id } = await anApprovedDraft(server)
  return { db: server.running.services.db, id: AssessmentId.parse(id) }
}

describe('codes for places', () => {
  it('lead back to the unit and the place they were issued for', async () => {
    await using server = await testServer()
    const { db, id } = await anAssessment(server)

    const codes = await issueCodes(db, id, office('office', 4, 0, 9))

    const found = await Promise.all(
      codes.map(({ secret }) => findInvited(db, id, hashOfCode(secret))),
    )
    expect(found).toEqual(office('office', 4, 0, 9))
  })

  it('are 128 random bits each, and all different', async () => {
    await using server = await testServer()
    const { db, id } = await anAssessment(server)

    const codes = await issueCodes(
      db,
      id,
      office('office', ...Array.from({ length: 450 }, (_, place) => place)),
    )

    const secrets = codes.map(({ secret }) => Buffer.from(secret).toString('hex'))
    expect(new Set(secrets).size).toBe(450)
    expect(codes.every(({ secret }) => secret.length === 16)).toBe(true)
  })

  it('are kept as hashes only', async () => {
    await using server = await testServer()
    const { db, id } = await anAssessment(server)

    const [code] = await issueCodes(db, id, office('office', 0))

    const rows = await db.selectFrom('access_code').selectAll().execute()
    const secret = Buffer.from(code?.secret ?? [])
    expect(rows).toEqual([
      {
        code_hash: hashOfCode(secret),
        assessment_id: id,
        unit_id: 'office',
        place: 0,
      },
    ])
    expect(JSON.stringify(rows)).not.toContain(secret.toString('hex'))
  })

  it('replace the earlier code of the same place and leave all others alone', async () => {
    await using server = await testServer()
    const { db, id } = await anAssessment(server)
    const before = await issueCodes(db, id, office('office', 0, 1))

    await issueCodes(db, id, office('office', 1))

    const found = await Promise.all(
      before.map(({ secret }) => findInvited(db, id, hashOfCode(secret))),
    )
    expect(found).toEqual([{ unit: 'office', place: 0 }, undefined])
    expect(await placesWithCode(db, id)).toEqual(office('office', 0, 1))
  })

  it('open nothing in another assessment', async () => {
    await using server = await testServer()
    const { db, id } = await anAssessment(server)
    const other = await anAssessment(server)

    const [code] = await issueCodes(db, id, office('office', 0))

    const hash = hashOfCode(code?.secret ?? new Uint8Array())
    expect(await findInvited(db, other.id, hash)).toBeUndefined()
  })

  it('are refused as a whole when a place is asked for twice', async () => {
    await using server = await testServer()
    const { db, id } = await anAssessment(server)

    const issuing = issueCodes(db, id, office('office', 0, 1, 0))

    await expect(issuing).rejects.toThrow(RangeError)
    expect(await placesWithCode(db, id)).toEqual([])
  })
})
