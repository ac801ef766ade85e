import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Unsealing } from '#server/tally/contract.ts'
import { finishCustody } from '#server/tally/finish-custody.ts'
import * as journey from '../journey.ts'
import { type TestServer, testServer } from '../test-server.ts'

const { anOpenSurvey, answersAll, begin, cast, close, deliver, left, unseal } = journey

/** A closed survey of twelve whose shares are laid out. */
async function anUnsealing(server: TestServer): Promise<journey.OpenSurvey> {
  const survey = await anOpenSurvey(server)
  const casting = survey.codes.slice(0, 12).map((code) => {
    return cast(server, survey, code, answersAll('often'))
  })
  await Promise.all(casting)
  await close(server, survey)
  await unseal(survey)
  return survey
}

describe('an opening', () => {
  let server: TestServer
  let survey: journey.OpenSurvey

  beforeAll(async () => {
    server = await testServer()
    survey = await anUnsealing(server)
  })
  afterAll(() => server?.[Symbol.asyncDispose]())

  const opening = async () =>
    Unsealing.parse(
      (await survey.organiser.get(`/api/office/tally/${survey.id}/unsealing`)).body,
    )
  const holder = (at: number): journey.TestKeyHolder => {
    const found = survey.holders[at]
    if (!found) throw new RangeError(`no key holder ${at}`)
    return found
  }

  it('hands shares to nobody who has not shown the key', async () => {
    const { secret } = holder(0)
    const visitor = server.visitor()

    const begun = await visitor.post('/api/key-holder/opening/begin', {
      secret,
      answer: 'A'.repeat(43),
    })
    const taken = await visitor.post('/api/key-holder/opening/take', {
      pass: secret,
      part: 0,
    })
    const delivered = await visitor.post('/api/key-holder/opening/deliver', {
      pass: secret,
      part: 0,
      sealed: 'AAAA',
    })

    expect(begun.body).toMatchObject({ code: 'key-does-not-open' })
    expect(taken.body).toMatchObject({ code: 'key-link-unknown' })
    expect(delivered.body).toMatchObject({ code: 'key-link-unknown' })
  })

  it('goes on where a key holder was interrupted', async () => {
    await deliver(server, holder(0))

    const { delivered, parts } = await begin(server, holder(0))

    expect(delivered).toEqual(Array.from({ length: parts }, (_, part) => part))
    expect((await opening()).holders.map((one) => one.delivered).toSorted()).toEqual([
      0, 0, 1,
    ])
  })

  it('does not count with one key holder, however often asked', async () => {
    await survey.organiser.post(`/api/office/tally/${survey.id}/count`)
    await finishCustody(server.running.services)

    expect(await opening()).toMatchObject({ stopped: null, counting: false })
  })

  it('throws wrong shares away and names who delivered them', async () => {
    const { pass, parts } = await begin(server, holder(1))
    for (let part = 0; part < parts; part += 1) {
      await server.visitor().post('/api/key-holder/opening/deliver', {
        pass,
        part,
        sealed: Buffer.alloc(200).toString('base64url'),
      })
    }
    let seen = await opening()
    while (seen.stopped === null) {
      await new Promise((resolve) => setTimeout(resolve, 20))
      seen = await opening()
    }

    expect(seen.stopped?.reason).toBe('shares-wrong')
    expect(seen.holders.find(({ name }) => name === seen.stopped?.by)?.delivered).toBe(0)
    expect(seen.holders.filter((one) => one.delivered === 1)).toHaveLength(1)
  })

  it('counts as soon as another delivers', async () => {
    await deliver(server, holder(2))

    expect(await left(survey.organiser, survey.id, 'unsealing')).toBe('tallied')
  })

  it('leaves no share and no key of the count behind', async () => {
    const { db } = server.running.services
    const tables = ['sealed_shares', 'delivered_shares', 'unsealing_pass'] as const

    for (const table of tables) {
      expect(await db.selectFrom(table).selectAll().execute(), table).toEqual([])
    }
    const late = await server.visitor().post('/api/key-holder/question', {
      secret: holder(1).secret,
    })
    expect(late.status).toBe(200)
    await expect(begin(server, holder(1))).rejects.toThrow()
  })
})

describe('a crash', () => {
  it('between two parts of an end is finished at the next start', async () => {
    await using server = await testServer()
    const survey = await anUnsealing(server)
    for (const one of survey.holders.slice(0, 2)) await deliver(server, one)
    await left(survey.organiser, survey.id, 'unsealing')
    const { services } = server.running
    const { box } = services
    const unreachable = {
      ...services,
      box: {
        ...box,
        shred: async () => {
          throw new Error('out of reach')
        },
      },
    }
    const { approveRelease } = await import('#server/results/release-results.ts')
    const { examplePerson } = await import('#server/example/visit-example.ts')
    const id = (await services.db.selectFrom('assessment').select('id').execute())[0]?.id
    const known = id as Parameters<typeof approveRelease>[2]
    await approveRelease(unreachable, await examplePerson(services, 'organiser'), known)

    const released = await approveRelease(
      unreachable,
      await examplePerson(services, 'employee-side'),
      known,
    )
    await finishCustody(services)

    const { body } = await survey.organiser.get(`/api/office/assessments/${survey.id}`)
    expect(released).toMatchObject({ state: 'released' })
    expect(body).toMatchObject({ state: 'shredded', ended: 'released' })
  })
})
