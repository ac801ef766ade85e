import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Review } from '#server/remarks/contract.ts'
import { aPlannedDraft, approve, plan } from './journey.ts'
import { type TestServer, testServer, type Visitor } from './test-server.ts'

let server: TestServer
let organiser: Visitor
let employeeSide: Visitor

beforeAll(async () => {
  server = await testServer()
  organiser = await server.example()
  employeeSide = await server.example('employee-side')
})

afterAll(async () => {
  await server?.[Symbol.asyncDispose]()
})

const door = (id: string) => `/api/office/remarks/${id}`

async function reviewOf(id: string): Promise<Review> {
  return (await organiser.get(door(id))).body as Review
}

describe('remarks on a plan', () => {
  it('are read by both sides in the order they were written', async () => {
    const { id, revision } = await aPlannedDraft(organiser)

    await employeeSide.post(door(id), { place: 'people', text: 'Why merged?', revision })
    await organiser.post(door(id), { place: 'people', text: 'Six people.', revision })

    const { remarks } = await reviewOf(id)
    expect(remarks.map(({ text, role, on }) => [text, role, on])).toEqual([
      ['Why merged?', 'employee-side', '2026-11-21'],
      ['Six people.', 'organiser', '2026-11-21'],
    ])
  })

  it('are settled by the side that wrote them, once', async () => {
    const { id, revision } = await aPlannedDraft(organiser)
    const remark = { place: 'dates', text: 'Too early.', revision }
    const { body } = await employeeSide.post(door(id), remark)
    const [written] = (body as Review).remarks
    const settled = `${door(id)}/${written?.id}/settled`

    const byOther = await organiser.post(settled)
    const byOwn = await employeeSide.post(settled)

    expect([byOther.status, byOwn.status]).toEqual([403, 200])
    expect((await reviewOf(id)).remarks[0]?.settledBy).toBe('Mihai Example')
  })

  it('are not taken for a plan that changed under the reader', async () => {
    const { id, revision } = await aPlannedDraft(organiser)
    await organiser.put(`/api/office/assessments/${id}/plan`, plan)

    const late = await employeeSide.post(door(id), {
      place: 'dates',
      text: 'Fine.',
      revision,
    })

    expect(late.status).toBe(409)
    expect((await reviewOf(id)).remarks).toEqual([])
  })

  it('keep their order when many are written at once', async () => {
    const { id, revision } = await aPlannedDraft(organiser)
    const texts = Array.from({ length: 8 }, (_, index) => `Remark ${index}`)

    const replies = await Promise.all(
      texts.map((text) => employeeSide.post(door(id), { place: 'keys', text, revision })),
    )

    expect(replies.map(({ status }) => status)).toEqual(texts.map(() => 201))
    const { remarks } = await reviewOf(id)
    expect(remarks.map(({ text }) => text).toSorted()).toEqual(texts)
  })

  it('are closed to facilitators and to other organizations', async () => {
    const { id } = await aPlannedDraft(organiser)
    const facilitator = await server.example('facilitator')

    expect((await facilitator.get(door(id))).status).toBe(403)
    expect((await server.visitor().get(door(id))).status).toBe(401)
  })
})

describe('the plan as it was approved', () => {
  it('is laid beside what it became, and only then', async () => {
    const { id, revision } = await aPlannedDraft(organiser)
    await approve(server, id, revision)
    expect((await reviewOf(id)).approvedBefore).toBeNull()

    await organiser.put(`/api/office/assessments/${id}/plan`, {
      ...plan,
      closesOn: '2026-12-20',
    })

    const { approvedBefore } = await reviewOf(id)
    expect(approvedBefore).toMatchObject({
      closesOn: plan.closesOn,
      approvedBy: 'Mihai Example',
    })
    expect(approvedBefore?.counted.length).toBeGreaterThan(0)
  })
})
