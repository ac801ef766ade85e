import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { KeyHolders } from '#server/trustees/contract.ts'
import { createTrusteeKey } from '#surveys/ballot/trustee-key.ts'
import { pointsThatProtectNothing } from '../surveys/ballot/low-order-points.ts'
import {
  aDraftToFreeze,
  aFrozenSurvey,
  agreeToDuty,
  aPlannedDraft,
  freeze,
  type TestKeyHolder,
  tryKeys,
  withKeyHolders,
} from './journey.ts'
import { type TestServer, testServer, type Visitor } from './test-server.ts'

let server: TestServer
let organiser: Visitor
let employeeSide: Visitor

beforeAll(async () => {
  server = await testServer()
  organiser = await server.example()
  employeeSide = await server.example('employee-side')
})

afterAll(() => server?.[Symbol.asyncDispose]())

const doorOf = (id: string) => `/api/office/trustees/${id}`

async function named(side: string) {
  const { id } = await aPlannedDraft(organiser)
  const { body } = await organiser.post(doorOf(id), { name: 'Somebody', side })
  const [holder] = KeyHolders.parse(body).holders
  return { id, holder: holder?.id ?? '' }
}

describe('naming key holders', () => {
  it('takes the approval of the employee side back', async () => {
    const { id } = await aDraftToFreeze(server)
    const before = await organiser.get(`/api/office/assessments/${id}`)

    await organiser.post(doorOf(id), { name: 'One more', side: 'provider' })

    const { body } = await organiser.get(`/api/office/assessments/${id}`)
    expect(before.body).toMatchObject({ state: 'reviewed' })
    expect(body).toMatchObject({ state: 'draft' })
  })

  it('is for the organiser to do', async () => {
    const { id } = await aPlannedDraft(organiser)

    const { status } = await employeeSide.post(doorOf(id), {
      name: 'Me',
      side: 'provider',
    })

    expect(status).toBe(403)
  })

  it('is over once everything is frozen', async () => {
    const { id } = await aFrozenSurvey(server)
    const { holders } = KeyHolders.parse((await organiser.get(doorOf(id))).body)

    const naming = await organiser.post(doorOf(id), { name: 'Late', side: 'provider' })
    const dropping = await organiser.delete(`${doorOf(id)}/${holders[0]?.id}`)
    const loosening = await organiser.put(`${doorOf(id)}/rule`, { needed: 2 })

    for (const { status, body } of [naming, dropping, loosening]) {
      expect(status).toBe(409)
      expect(body).toMatchObject({ code: 'assessment-not-draft' })
    }
  })

  it('takes no fewer than two to open', async () => {
    const { id } = await aPlannedDraft(organiser)

    const { status } = await organiser.put(`${doorOf(id)}/rule`, { needed: 1 })

    expect(status).toBe(400)
  })
})

describe('the link of a key holder', () => {
  it.each([
    ['organiser', 'employee-side'],
    ['employee-side', 'organiser'],
    ['provider', 'organiser'],
  ] as const)('of the side %s is not handed over by the %s', async (side, role) => {
    const { id, holder } = await named(side)
    const member = role === 'organiser' ? organiser : employeeSide

    const { status, body } = await member.post(`${doorOf(id)}/${holder}/link`)

    expect(status).toBe(403)
    expect(body).toMatchObject({ code: 'link-for-other-side' })
  })

  it('is kept as a hash', async () => {
    const { id, holder } = await named('organiser')
    const { body } = await organiser.post(`${doorOf(id)}/${holder}/link`)
    const secret = new URL((body as { link: string }).link).hash.slice(1)

    const { db } = server.running.services
    const rows = await db.selectFrom('trustee').selectAll().execute()

    expect(secret.length).toBeGreaterThan(40)
    expect(JSON.stringify(rows)).not.toContain(secret)
  })

  it('ends when a new one is made', async () => {
    const { id, holder } = await named('organiser')
    const { body } = await organiser.post(`${doorOf(id)}/${holder}/link`)
    const secret = new URL((body as { link: string }).link).hash.slice(1)
    await organiser.post(`${doorOf(id)}/${holder}/link`)

    const look = await server.visitor().post('/api/key-holder/look', { secret })

    expect(look.body).toMatchObject({ code: 'key-link-unknown' })
  })

  it('makes one key, once: nobody who finds it later can put theirs in its place', async () => {
    const { id } = await aPlannedDraft(organiser)
    const [holder] = await withKeyHolders(server, id)
    const before = await organiser.get(doorOf(id))
    const { publicKey } = await createTrusteeKey()

    const { status, body } = await server
      .visitor()
      .post('/api/key-holder/key', { secret: holder?.secret, publicKey })

    expect(status).toBe(409)
    expect(body).toMatchObject({ code: 'key-already-made' })
    expect((await organiser.get(doorOf(id))).body).toEqual(before.body)
  })

  const giving = async (publicKey: string) => {
    const { id, holder } = await named('organiser')
    const { body } = await organiser.post(`${doorOf(id)}/${holder}/link`)
    const secret = new URL((body as { link: string }).link).hash.slice(1)
    return server.visitor().post('/api/key-holder/key', { secret, publicKey })
  }

  it.each(['A'.repeat(42), 'A'.repeat(44), '!'.repeat(43)])(
    'takes nothing that is no key: %s',
    async (publicKey) => {
      const { status, body } = await giving(publicKey)

      expect(status).toBe(400)
      expect(body).toMatchObject({ code: 'malformed-request' })
    },
  )

  const lettersOfNoBytes = ['letters that no bytes give', 'B'.repeat(43)] as const
  it.each([...pointsThatProtectNothing, lettersOfNoBytes])(
    'takes no key with which everybody could open, and says so: %s',
    async (_, publicKey) => {
      const { status, body } = await giving(publicKey)

      expect(status).toBe(400)
      expect(body).toMatchObject({ code: 'key-unsafe' })
    },
  )

  it('takes no key that another key holder has', async () => {
    const { id } = await aPlannedDraft(organiser)
    const [first] = await withKeyHolders(server, id)
    const publicKey = first?.key.publicKey
    await organiser.post(doorOf(id), { name: 'Late', side: 'organiser' })
    const { holders } = KeyHolders.parse((await organiser.get(doorOf(id))).body)
    const late = holders.find((holder) => holder.name === 'Late')
    const { body } = await organiser.post(`${doorOf(id)}/${late?.id}/link`)
    const secret = new URL((body as { link: string }).link).hash.slice(1)

    const { status } = await server
      .visitor()
      .post('/api/key-holder/key', { secret, publicKey })

    expect(status).toBe(400)
  })

  it('of another organization does not exist', async () => {
    const { id, holder } = await named('organiser')
    const stranger = server.visitor()

    const { status } = await stranger.post(`${doorOf(id)}/${holder}/link`)

    expect(status).toBe(401)
  })
})

describe('freezing', () => {
  const freezing = async (change: (id: string) => Promise<void>) => {
    const { id } = await aPlannedDraft(organiser)
    await change(id)
    await agreeToDuty(server, id)
    const { body } = await organiser.get(`/api/office/assessments/${id}`)
    await employeeSide.post(`/api/office/assessments/${id}/approval`, {
      revision: (body as { revision: number }).revision,
    })
    return (await freeze(organiser, id)).body
  }
  const name = (id: string, side: string) =>
    organiser.post(doorOf(id), { name: 'Somebody', side })

  it('is refused without key holders', async () => {
    expect(await freezing(async () => undefined)).toMatchObject({
      code: 'key-holders-missing',
    })
  })

  it('is refused while the organiser’s side could open alone', async () => {
    const refused = await freezing(async (id) => {
      for (const side of ['organiser', 'organiser', 'employee-side']) await name(id, side)
    })

    expect(refused).toMatchObject({ code: 'organiser-holds-too-many-keys' })
  })

  it('is refused while a key is missing, even where enough are made', async () => {
    const refused = await freezing(async (id) => {
      await withKeyHolders(server, id)
      await name(id, 'provider')
    })

    expect(refused).toMatchObject({ code: 'keys-missing' })
  })
})

describe('opening', () => {
  const openingAfter = async (tried: (holders: readonly TestKeyHolder[]) => number) => {
    const { id, holders } = await aFrozenSurvey(server)
    await tryKeys(server, holders.slice(0, tried(holders)))
    return organiser.post(`/api/office/registrar/${id}/open`)
  }

  it('is refused until every key holder has shown that their key opens', async () => {
    const { status, body } = await openingAfter(() => 2)

    expect(status).toBe(409)
    expect(body).toMatchObject({ code: 'keys-not-tried' })
  })

  it('is possible after that', async () => {
    const { status } = await openingAfter(({ length }) => length)

    expect(status).toBe(200)
  })
})

describe('showing that a key opens', () => {
  it('counts once everything is frozen: a key tried in the draft may be lost by then', async () => {
    const { id } = await aPlannedDraft(organiser)
    const holders = await withKeyHolders(server, id)

    await tryKeys(server, holders)

    const { holders: seen } = KeyHolders.parse((await organiser.get(doorOf(id))).body)
    expect(seen.map(({ confirmed }) => confirmed)).toEqual([false, false, false])
  })

  it('takes the key: another does not answer, and no answer works twice', async () => {
    const { id, holders } = await aFrozenSurvey(server)
    const [holder] = holders
    const visitor = server.visitor()
    const secret = holder?.secret ?? ''
    await visitor.post('/api/key-holder/question', { secret })

    const guessed = await visitor.post('/api/key-holder/answer', {
      secret,
      answer: 'A'.repeat(43),
    })
    await tryKeys(server, holders.slice(0, 1))
    const again = await visitor.post('/api/key-holder/answer', { secret, answer: '' })

    const { holders: seen } = KeyHolders.parse((await organiser.get(doorOf(id))).body)
    expect(guessed.body).toMatchObject({ code: 'key-does-not-open' })
    expect(again.body).toMatchObject({ code: 'key-does-not-open' })
    expect(seen.filter(({ confirmed }) => confirmed).map((one) => one.id)).toEqual([
      holder?.id,
    ])
  })
})
