import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  type CollectedBallot,
  collectAsEmployee,
  sealCast,
} from '#server/example/answer-as-employee.ts'
import { signBlinded } from '#server/registrar/sign-blinded.ts'
import { claimSize, outerSize, sealClaim } from '#surveys/ballot/box-message.ts'
import { fromBase64url, toBase64url } from '#surveys/ballot/bytes.ts'
import { prepareCollecting } from '#surveys/ballot/collect-ballot.ts'
import type { Manifest } from '#surveys/ballot/manifest.ts'
import { drawSeed } from '#surveys/ballot/seed.ts'
import { anOpenSurvey, answersAll, cast, type OpenSurvey } from './journey.ts'
import { type Reply, type TestServer, testServer } from './test-server.ts'

const some = { worries: 'often', 'work-ability': 7, barriers: ['time', 'cost'] }

function put(server: TestServer, assessment: string, sealed: string): Promise<Reply> {
  return server.atBallotBox('PUT', '/ballot', { assessment, sealed })
}

async function claim(
  server: TestServer,
  manifest: Manifest,
  wish: 'check' | 'withdraw',
  { ballot, check }: CollectedBallot,
): Promise<Reply> {
  const { unit, serial } = ballot
  const sealed = await sealClaim(wish, { unit, serial, check }, manifest)
  return server.atBallotBox('POST', `/ballot/${wish}`, {
    assessment: manifest.assessment,
    sealed: toBase64url(sealed),
  })
}

async function ballotsIn(server: TestServer, { id }: OpenSurvey): Promise<number> {
  const counts = await server.running.services.box.count(id)
  return [...counts.values()].reduce((sum, count) => sum + count, 0)
}

/** Signs whatever is asked, as a thief of the unit's signing key could. */
async function forge(
  server: TestServer,
  manifest: Manifest,
  unit: string,
): Promise<CollectedBallot> {
  const { db, registrar } = server.running.services
  const { placesWithCode } = await import('#server/registrar/issue-codes.ts')
  const { ById } = await import('#server/assessments/contract.ts')
  const { id } = ById.parse({ id: manifest.assessment })
  expect(await placesWithCode(db, id)).not.toEqual([])
  const key = await registrar.unitKeys.find(id, unit)
  const publicKey = (await registrar.unitKeys.findPublic(id, unit)) ?? ''
  const collecting = await prepareCollecting(manifest, unit, publicKey, drawSeed())
  const signed = key && signBlinded(key, collecting.blinded)
  const ballot = signed && (await collecting.finish(signed))
  if (!ballot) throw new Error('expected a stolen key to sign')
  return { ballot, check: collecting.check }
}

describe('casting a ballot', () => {
  it('keeps an answer, and says so without a word', async () => {
    await using server = await testServer()
    const survey = await anOpenSurvey(server)

    const { status, body } = await cast(server, survey, survey.codes[0], some)

    expect(status).toBe(204)
    expect(body).toHaveLength(0)
    expect(await ballotsIn(server, survey)).toBe(1)
  })

  it('takes a ballot with no answer at all: every question can be skipped', async () => {
    await using server = await testServer()
    const survey = await anOpenSurvey(server)

    expect((await cast(server, survey, survey.codes[0], {})).status).toBe(204)
  })

  it('replaces what the same ballot brought before', async () => {
    await using server = await testServer()
    const survey = await anOpenSurvey(server)
    const { id, manifest, codes } = survey
    const ballot = await collectAsEmployee(server.origin, manifest, codes[0] ?? '')
    await put(server, id, await sealCast(manifest, ballot, answersAll('never')))

    const again = await sealCast(manifest, ballot, answersAll('often'))
    const { status } = await put(server, id, again)

    expect(status).toBe(204)
    expect(await ballotsIn(server, survey)).toBe(1)
  })

  it('keeps one ballot once, though two hundred arrive together', async () => {
    await using server = await testServer()
    const survey = await anOpenSurvey(server)
    const { id, manifest, codes } = survey
    const ballot = await collectAsEmployee(server.origin, manifest, codes[0] ?? '')
    const sealed = await Promise.all(
      Array.from({ length: 200 }, () => sealCast(manifest, ballot, some)),
    )

    const replies = await Promise.all(sealed.map((one) => put(server, id, one)))

    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([204]))
    expect(await ballotsIn(server, survey)).toBe(1)
  })

  it('keeps every ballot of sixty people who answer together', async () => {
    await using server = await testServer()
    const survey = await anOpenSurvey(server)
    const { codes } = survey

    const replies = await Promise.all(codes.map((code) => cast(server, survey, code, {})))

    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([204]))
    expect(await ballotsIn(server, survey)).toBe(60)
  })

  it('changes nothing when a recorded request comes again', async () => {
    await using server = await testServer()
    const survey = await anOpenSurvey(server)
    const { id, manifest, codes } = survey
    const ballot = await collectAsEmployee(server.origin, manifest, codes[0] ?? '')
    const recorded = await sealCast(manifest, ballot, some)
    await put(server, id, recorded)

    await put(server, id, recorded)

    expect(await ballotsIn(server, survey)).toBe(1)
  })

  it('ends with the closing: a recorded request is refused and changes nothing', async () => {
    await using server = await testServer()
    const survey = await anOpenSurvey(server)
    const { id, manifest, codes } = survey
    const [first, second] = await Promise.all(
      codes.slice(0, 2).map((code) => collectAsEmployee(server.origin, manifest, code)),
    )
    if (!first || !second) throw new Error('expected two ballots')
    await put(server, id, await sealCast(manifest, first, some))
    const late = await sealCast(manifest, second, some)
    const { box } = server.running.services
    await box.close(id)

    const replies = [
      await put(server, id, late),
      await claim(server, manifest, 'check', first),
      await claim(server, manifest, 'withdraw', first),
    ]

    expect(replies.map(({ status }) => status)).toEqual([410, 410, 410])
    expect(replies[0]?.body).toEqual({ code: 'survey-closed' })
    expect(await ballotsIn(server, survey)).toBe(1)
  })

  it('waits at the closing for what was being written', async () => {
    await using server = await testServer()
    const survey = await anOpenSurvey(server)
    const { id, manifest, codes } = survey
    const { box } = server.running.services
    const sealed = await Promise.all(
      codes.map(async (code) =>
        sealCast(manifest, await collectAsEmployee(server.origin, manifest, code), some),
      ),
    )

    const casting = sealed.map((one) => put(server, id, one))
    await casting[0]
    await box.close(id)
    const atClosing = await ballotsIn(server, survey)
    const replies = await Promise.all(casting)

    const kept = replies.filter(({ status }) => status === 204)
    expect(new Set(replies.map(({ status }) => status))).toEqual(
      new Set(kept.length === replies.length ? [204] : [204, 410]),
    )
    expect(atClosing).toBe(kept.length)
    expect(await ballotsIn(server, survey)).toBe(kept.length)
  })

  it('is refused at capacity when a stolen key signs more ballots than there are people', async () => {
    await using server = await testServer()
    const survey = await anOpenSurvey(server)
    const { id, manifest } = survey
    const replies: number[] = []
    for (let ballot = 0; ballot < 26; ballot += 1) {
      const forged = await forge(server, manifest, 'office')
      const { status } = await put(server, id, await sealCast(manifest, forged, {}))
      replies.push(status)
    }

    expect(replies.filter((status) => status === 204)).toHaveLength(24)
    expect(replies.slice(24)).toEqual([409, 409])
    expect(await ballotsIn(server, survey)).toBe(24)
    expect(server.boxEvents).toContainEqual({ event: 'box-overfull', assessment: id })
  })
})

describe('a ballot that is not valid', () => {
  it('is refused in one way, whatever is wrong with it', async () => {
    await using server = await testServer()
    const survey = await anOpenSurvey(server)
    const { id, manifest, codes } = survey
    const collected = await collectAsEmployee(server.origin, manifest, codes[0] ?? '')
    const { ballot } = collected
    const flipped = (text: string): string => {
      const bytes = fromBase64url(text) ?? new Uint8Array()
      const at = randomBytes(2).readUInt16BE() % bytes.length
      return toBase64url(bytes.map((byte, place) => (place === at ? byte ^ 1 : byte)))
    }
    const other = ballot.unit === 'office' ? 'works' : 'office'
    const changes = [
      { unit: other },
      { serial: flipped(ballot.serial) },
      { prefix: flipped(ballot.prefix) },
      { signature: flipped(ballot.signature) },
      { signature: toBase64url(new Uint8Array(384)) },
      { signature: toBase64url(new Uint8Array(384).fill(255)) },
      { signature: toBase64url(randomBytes(384)) },
    ]

    for (const change of changes) {
      const changed = { ...collected, ballot: { ...ballot, ...change } }
      const { status, body } = await put(
        server,
        id,
        await sealCast(manifest, changed, some),
      )

      expect(status, JSON.stringify(change)).toBe(403)
      expect(body).toEqual({ code: 'ballot-not-valid' })
    }
    expect(await ballotsIn(server, survey)).toBe(0)
  })

  it('is none of those a thousand guesses make', async () => {
    await using server = await testServer()
    const survey = await anOpenSurvey(server)
    const { id, manifest } = survey
    const whole = outerSize(manifest)
    const lengths = [0, 1, 47, 48, whole - 1, whole + 1]
    const guesses = Array.from({ length: 1_000 }, (_, guess) =>
      toBase64url(randomBytes(guess % 4 === 0 ? (lengths[guess % 6] ?? 0) : whole)),
    )

    // So many at once that none is asked for work first.
    const statuses = new Set<number>()
    while (guesses.length > 0) {
      const together = guesses.splice(0, 200).map((guess) => put(server, id, guess))
      for (const { status } of await Promise.all(together)) statuses.add(status)
    }

    expect(statuses).toEqual(new Set([403]))
    expect(await ballotsIn(server, survey)).toBe(0)
    expect(server.boxEvents.filter(({ event }) => event === 'box-failed')).toEqual([])
  })

  it('is one of another survey', async () => {
    await using server = await testServer()
    const one = await anOpenSurvey(server)
    const other = await anOpenSurvey(server)
    const collected = await collectAsEmployee(
      server.origin,
      one.manifest,
      one.codes[0] ?? '',
    )
    const sealed = await sealCast(other.manifest, collected, some)

    const moved = await put(server, other.id, sealed)
    const asIs = await put(
      server,
      other.id,
      await sealCast(one.manifest, collected, some),
    )

    expect([moved.status, asIs.status]).toEqual([403, 403])
    expect(await ballotsIn(server, other)).toBe(0)
  })

  it.each([
    ['no survey at all', { sealed: '' }],
    ['an id that is none', { assessment: 'x', sealed: '' }],
    ['nothing sealed', { assessment: '5b6b0a4e-5f3f-4c53-9d5c-0f5f7f1f2a11' }],
    ['a list', []],
  ])('with %s is malformed', async (_, body) => {
    await using server = await testServer()

    const reply = await server.atBallotBox('PUT', '/ballot', body)

    expect(reply.status).toBe(400)
    expect(reply.body).toEqual({ code: 'malformed-request' })
  })
})

describe('looking after one’s own ballot', () => {
  it('tells who holds the check value whether it is there, until it is taken back', async () => {
    await using server = await testServer()
    const survey = await anOpenSurvey(server)
    const { id, manifest, codes } = survey
    const ballot = await collectAsEmployee(server.origin, manifest, codes[0] ?? '')

    const before = await claim(server, manifest, 'check', ballot)
    await put(server, id, await sealCast(manifest, ballot, some))
    const there = await claim(server, manifest, 'check', ballot)
    const withdrawn = await claim(server, manifest, 'withdraw', ballot)
    const gone = await claim(server, manifest, 'check', ballot)
    const twice = await claim(server, manifest, 'withdraw', ballot)

    expect(before.body).toEqual({ held: false })
    expect(there.body).toEqual({ held: true })
    expect(withdrawn.status).toBe(204)
    expect(gone.body).toEqual({ held: false })
    expect(twice.status).toBe(404)
    expect(await ballotsIn(server, survey)).toBe(0)
  })

  it('can cast again what was taken back', async () => {
    await using server = await testServer()
    const survey = await anOpenSurvey(server)
    const { id, manifest, codes } = survey
    const ballot = await collectAsEmployee(server.origin, manifest, codes[0] ?? '')
    await put(server, id, await sealCast(manifest, ballot, some))
    await claim(server, manifest, 'withdraw', ballot)

    const { status } = await put(server, id, await sealCast(manifest, ballot, some))

    expect(status).toBe(204)
    expect(await ballotsIn(server, survey)).toBe(1)
  })

  it('is nothing that another check value can do', async () => {
    await using server = await testServer()
    const survey = await anOpenSurvey(server)
    const { id, manifest, codes } = survey
    const ballot = await collectAsEmployee(server.origin, manifest, codes[0] ?? '')
    await put(server, id, await sealCast(manifest, ballot, some))
    const guessed = { ...ballot, check: new Uint8Array(32) }

    const check = await claim(server, manifest, 'check', guessed)
    const withdraw = await claim(server, manifest, 'withdraw', guessed)

    expect(check.body).toEqual({ held: false })
    expect(withdraw.status).toBe(404)
    expect(await ballotsIn(server, survey)).toBe(1)
  })

  it('is not done with a claim sealed for something else', async () => {
    await using server = await testServer()
    const survey = await anOpenSurvey(server)
    const { id, manifest, codes } = survey
    const { ballot, check } = await collectAsEmployee(
      server.origin,
      manifest,
      codes[0] ?? '',
    )
    await put(server, id, await sealCast(manifest, { ballot, check }, some))
    const { unit, serial } = ballot
    const sealed = await sealClaim('check', { unit, serial, check }, manifest)

    const { status } = await server.atBallotBox('POST', '/ballot/withdraw', {
      assessment: id,
      sealed: toBase64url(sealed),
    })

    expect(sealed).toHaveLength(claimSize)
    expect(status).toBe(403)
    expect(await ballotsIn(server, survey)).toBe(1)
  })
})
