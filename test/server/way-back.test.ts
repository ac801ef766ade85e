import { describe, expect, it } from 'vitest'
import {
  accounts,
  anOffice,
  codeIn,
  idOf,
  joined,
  secretIn,
  signIn,
  withSecondFactor,
} from './an-office.ts'
import { type TestServer, testServer, type Visitor } from './test-server.ts'

const wanted = 'some quite other words'

interface People {
  readonly ada: Visitor
  readonly bo: Visitor
  /** an organiser who has lost everything */
  readonly cyId: string
  readonly cy: Visitor
}

async function people(server: TestServer): Promise<People> {
  const ada = await anOffice(server)
  const bo = await joined(server, ada, 'employee-side', 'Bo')
  const cy = await joined(server, ada, 'organiser', 'Cy')
  return { ada, bo, cy, cyId: await idOf(ada, 'Cy') }
}

async function halfFrom(visitor: Visitor, id: string): Promise<string> {
  const { body } = await visitor.post(`${accounts}/people/${id}/way-back`)
  return secretIn((body as { half?: string }).half)
}

const take = (visitor: Visitor, one: string, other: string) =>
  visitor.post(`${accounts}/way-back`, { halves: [one, other], password: wanted })

describe('a way back for somebody who cannot sign in', () => {
  it('takes a half of each side, sets a new password and takes the second factor away', async () => {
    await using server = await testServer()
    const { ada, bo, cy, cyId } = await people(server)
    await withSecondFactor(cy)
    const [hers, his] = [await halfFrom(ada, cyId), await halfFrom(bo, cyId)]

    const taken = await take(server.visitor(), his, hers)

    expect(taken.status).toBe(200)
    expect((await cy.get('/api/office/assessments')).status).toBe(401)
    expect((await signIn(server.visitor(), 'Cy')).status).toBe(401)
    expect((await signIn(server.visitor(), 'Cy', wanted)).body).toEqual({ next: 'done' })
  })

  it('is not opened by one side alone, however often it grants', async () => {
    await using server = await testServer()
    const { ada, cyId } = await people(server)
    const [first, second] = [await halfFrom(ada, cyId), await halfFrom(ada, cyId)]

    const replies = [
      await take(server.visitor(), first, second),
      await take(server.visitor(), second, second),
    ]

    expect(replies.map(codeIn)).toEqual(['way-back-closed', 'way-back-closed'])
  })

  it('is not opened by two of the same side', async () => {
    await using server = await testServer()
    const { ada, cyId } = await people(server)
    const di = await joined(server, ada, 'organiser', 'Di')
    const [hers, dis] = [await halfFrom(ada, cyId), await halfFrom(di, cyId)]

    expect(codeIn(await take(server.visitor(), hers, dis))).toBe('way-back-closed')
  })

  it('is not opened with halves for two people', async () => {
    await using server = await testServer()
    const { ada, bo, cyId } = await people(server)
    const hers = await halfFrom(ada, cyId)
    const his = await halfFrom(bo, await idOf(bo, 'Ada'))

    expect(codeIn(await take(server.visitor(), hers, his))).toBe('way-back-closed')
  })

  it('cannot be granted to oneself, nor by whoever is of neither side', async () => {
    await using server = await testServer()
    const { ada, cyId } = await people(server)
    const admin = await joined(server, ada, 'administrator', 'Al')
    const facilitator = await joined(server, ada, 'facilitator', 'Fi')

    const own = await ada.post(`${accounts}/people/${await idOf(ada, 'Ada')}/way-back`)
    const others = await Promise.all(
      [admin, facilitator, server.visitor()].map((visitor) =>
        visitor.post(`${accounts}/people/${cyId}/way-back`),
      ),
    )

    expect(codeIn(own)).toBe('way-back-for-others')
    expect(others.map(({ status }) => status)).toEqual([403, 403, 401])
  })

  it('cannot be granted to somebody of another organization', async () => {
    await using server = await testServer()
    const { ada, bo, cyId } = await people(server)
    const mihai = await server.example('employee-side')
    const { people: invented } = (await mihai.get(`${accounts}/people`)).body as {
      people: readonly { id: string }[]
    }

    const theirs = await ada.post(`${accounts}/people/${invented[0]?.id}/way-back`)
    const ours = await mihai.post(`${accounts}/people/${cyId}/way-back`)

    expect(theirs.status).toBe(404)
    expect(ours.status).toBe(409)
    expect(await idOf(bo, 'Ingrid Example')).toBe('nobody')
  })

  it('closes after a day, when it is taken back, and when a side grants anew', async () => {
    await using server = await testServer()
    const { ada, bo, cyId } = await people(server)
    const old = [await halfFrom(ada, cyId), await halfFrom(bo, cyId)] as const
    await bo.delete(`${accounts}/people/${cyId}/way-back`)
    const refused = await take(server.visitor(), ...old)
    const [hers, his] = [await halfFrom(ada, cyId), await halfFrom(bo, cyId)]
    const newer = await halfFrom(ada, cyId)
    const replaced = await take(server.visitor(), hers, his)
    server.clock.set('2026-11-22T12:00:01Z')

    const late = await take(server.visitor(), newer, his)

    expect([refused, replaced, late].map(codeIn)).toEqual(
      Array(3).fill('way-back-closed'),
    )
  })

  it('is taken once, however many try at the same moment', async () => {
    await using server = await testServer()
    const { ada, bo, cyId } = await people(server)
    const halves = [await halfFrom(ada, cyId), await halfFrom(bo, cyId)] as const

    const replies = await Promise.all(
      Array.from({ length: 8 }, () => take(server.visitor(), ...halves)),
    )

    expect(replies.map(({ status }) => status).toSorted()).toEqual([
      200,
      ...Array(7).fill(403),
    ])
  })

  it('keeps the halves for a better password, and shows the sides that granted', async () => {
    await using server = await testServer()
    const { ada, bo, cyId } = await people(server)
    const [hers, his] = [await halfFrom(ada, cyId), await halfFrom(bo, cyId)]
    const seen = await bo.get(`${accounts}/people`)

    const weak = await server.visitor().post(`${accounts}/way-back`, {
      halves: [hers, his],
      password: 'qwertyqwerty',
    })

    expect(codeIn(weak)).toBe('password-common')
    expect(seen.body).toMatchObject({
      people: [
        { name: 'Ada' },
        { name: 'Bo' },
        { wayBack: ['organiser', 'employee-side'] },
      ],
    })
    expect((await take(server.visitor(), hers, his)).status).toBe(200)
  })
})
