import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ById } from '#server/assessments/contract.ts'
import { collectAsEmployee } from '#server/example/answer-as-employee.ts'
import { Collected, LookedUp } from '#server/registrar/contract.ts'
import { endCollecting } from '#server/registrar/end-collecting.ts'
import { issueCodes } from '#server/registrar/issue-codes.ts'
import { createUnitKey } from '#server/registrar/sign-blinded.ts'
import { writeAccessCode } from '#surveys/ballot/access-code.ts'
import { fromBase64url, toBase64url } from '#surveys/ballot/bytes.ts'
import { prepareCollecting } from '#surveys/ballot/collect-ballot.ts'
import type { Manifest } from '#surveys/ballot/manifest.ts'
import { drawSeed } from '#surveys/ballot/seed.ts'
import { surveyNumber } from '#surveys/ballot/survey-number.ts'
import { hashOfKey } from '#surveys/ballot/unit-key.ts'
import { aFrozenSurvey, anOpenSurvey, type OpenSurvey } from './journey.ts'
import { type Reply, type TestServer, testServer } from './test-server.ts'

async function blindedFor(
  { manifest, unitKeys }: Pick<OpenSurvey, 'manifest' | 'unitKeys'>,
  unit: string,
  seed: Uint8Array = drawSeed(),
): Promise<string> {
  const key = unitKeys.get(unit) ?? ''
  return toBase64url((await prepareCollecting(manifest, unit, key, seed)).blinded)
}

function collect(
  server: TestServer,
  { id }: Pick<OpenSurvey, 'id'>,
  secret: string | undefined,
  blinded: string,
): Promise<Reply> {
  return server.visitor().post('/api/collect', { assessment: id, secret, blinded })
}

/** Every row of the office's database: what a change would show in. */
async function officeRows(server: TestServer): Promise<string> {
  const { db } = server.running.services
  const tables = await db.introspection.getTables()
  const rows: unknown[] = []
  for (const { name } of tables) {
    rows.push(
      await db
        .selectFrom(name as 'unit_key')
        .selectAll()
        .execute(),
    )
  }
  return JSON.stringify(rows)
}

describe('looking up a code', () => {
  it('says which unit its holder is counted in, and the key that the manifest names', async () => {
    await using server = await testServer()
    const { id, codesOf, manifest } = await anOpenSurvey(server)

    const replies = await Promise.all(
      ['office', 'works'].map((unit) =>
        server
          .visitor()
          .post('/api/collect/look', { assessment: id, secret: codesOf(unit)[0] }),
      ),
    )

    const told = replies.map(({ body }) => LookedUp.parse(body))
    expect(told.map(({ unit }) => unit)).toEqual(['office', 'works'])
    expect(await Promise.all(told.map(({ key }) => hashOfKey(key)))).toEqual(
      manifest.units.map(({ keyHash }) => keyHash),
    )
  })

  it('changes nothing, however often a scanner opens the link and asks', async () => {
    await using server = await testServer()
    const { id, codes } = await anOpenSurvey(server)
    const before = await officeRows(server)

    for (let visit = 0; visit < 5; visit += 1) {
      await server.visitor().get(`/answer/${id}`)
      await server.visitor().get(`/api/manifests/${id}`)
      await server
        .visitor()
        .post('/api/collect/look', { assessment: id, secret: codes[0] })
    }

    expect(await officeRows(server)).toBe(before)
  })

  it('reads a code as people type it', async () => {
    await using server = await testServer()
    const { id, codes } = await anOpenSurvey(server)

    const { status } = await server.visitor().post('/api/collect/look', {
      assessment: id,
      secret: codes[0]?.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o'),
    })

    expect(status).toBe(200)
  })

  it.each([
    'AAAAA-AAAAA-AAAAA-AAAAA-AAAAA0',
    '00000-00000-00000-00000-000000',
    'not a code at all, but long enough',
  ])('refuses %s', async (secret) => {
    await using server = await testServer()
    const { id } = await anOpenSurvey(server)

    const { status, body } = await server
      .visitor()
      .post('/api/collect/look', { assessment: id, secret })

    expect(status).toBe(403)
    expect(body).toMatchObject({ code: 'code-unknown' })
  })
})

describe('a hundred invited people', () => {
  it('get replies with the same headers and of the same size', async () => {
    await using server = await testServer()
    const survey = await anOpenSurvey(server)
    const { id, codes } = survey
    const seen = { look: new Set<string>(), collect: new Set<string>() }
    const note = async (reply: Response): Promise<string> => {
      const names = [...reply.headers.keys()].filter((name) => name !== 'date')
      return `${names.join()} ${(await reply.arrayBuffer()).byteLength}`
    }
    const post = (path: string, body: unknown) =>
      fetch(server.origin + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })

    for (const [place, secret] of [...codes, ...codes.slice(0, 40)].entries()) {
      const asked = { assessment: id, secret }
      const unit = place % codes.length < 24 ? 'office' : 'works'
      // The second time round the same people ask for the same again.
      const seed = new Uint8Array(16).fill(place % codes.length)
      const blinded = await blindedFor(survey, unit, seed)
      seen.look.add(await note(await post('/api/collect/look', asked)))
      seen.collect.add(await note(await post('/api/collect', { ...asked, blinded })))
    }

    expect(seen.look.size).toBe(1)
    expect(seen.collect.size).toBe(1)
  })
})

describe('collecting a ballot', () => {
  it('brings a ballot that the key of the unit signed unseen', async () => {
    await using server = await testServer()
    const { manifest, codesOf } = await anOpenSurvey(server)

    const { ballot } = await collectAsEmployee(
      server.origin,
      manifest,
      codesOf('works')[0] ?? '',
    )

    expect(ballot).toMatchObject({ assessment: manifest.assessment, unit: 'works' })
  })

  it('gives one signature for one request, a hundred times over', async () => {
    await using server = await testServer()
    const survey = await anOpenSurvey(server)
    const blinded = await blindedFor(survey, 'office')
    const [code] = survey.codesOf('office')

    const replies = await Promise.all(
      Array.from({ length: 100 }, () => collect(server, survey, code, blinded)),
    )

    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]))
    expect(new Set(replies.map(({ body }) => JSON.stringify(body))).size).toBe(1)
  })

  it('gives one person one signature, though two requests race', async () => {
    await using server = await testServer()
    const survey = await anOpenSurvey(server)
    const [code] = survey.codesOf('office')
    const requests = await Promise.all(
      Array.from({ length: 20 }, () => blindedFor(survey, 'office')),
    )

    const replies = await Promise.all(
      requests.map((blinded) => collect(server, survey, code, blinded)),
    )

    const refused = replies.filter(({ status }) => status !== 200)
    expect(refused).toHaveLength(19)
    for (const { status, body } of refused) {
      expect(status).toBe(409)
      expect(body).toMatchObject({ code: 'already-collected' })
    }
  })

  it('gives the same after a crash between signing and answering', async () => {
    await using server = await testServer()
    const survey = await anOpenSurvey(server)
    const [code] = survey.codesOf('office')
    const blinded = await blindedFor(survey, 'office')
    const gone = new AbortController()
    const lost = fetch(`${server.origin}/api/collect`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ assessment: survey.id, secret: code, blinded }),
      signal: gone.signal,
    }).catch(() => null)
    await new Promise((resolve) => setTimeout(resolve, 5))
    gone.abort()
    await lost

    const first = await collect(server, survey, code, blinded)
    const second = await collect(server, survey, code, blinded)

    expect(first.status).toBe(200)
    expect(second.body).toEqual(first.body)
  })

  it('keeps what a person collected when a new code replaces theirs', async () => {
    await using server = await testServer()
    const survey = await anOpenSurvey(server)
    const [code] = survey.codesOf('office')
    const blinded = await blindedFor(survey, 'office')
    const first = await collect(server, survey, code, blinded)
    const [again] = await issueCodes(
      server.running.services.db,
      ById.parse({ id: survey.id }).id,
      [{ unit: 'office', place: 0 }],
    )
    const replaced = again && writeAccessCode(again.secret)

    const another = await collect(
      server,
      survey,
      replaced,
      await blindedFor(survey, 'office'),
    )
    const same = await collect(server, survey, replaced, blinded)
    const byTheOld = await collect(server, survey, code, blinded)

    expect(another.status).toBe(409)
    expect(another.body).toMatchObject({ code: 'already-collected' })
    expect([first.status, same.status]).toEqual([200, 200])
    expect(same.body).toEqual(first.body)
    expect(byTheOld.body).toMatchObject({ code: 'code-unknown' })
  })

  it.each([
    ['as long as no key is', toBase64url(new Uint8Array(383))],
    ['above every modulus', toBase64url(new Uint8Array(384).fill(255))],
    ['not base64url', '*'.repeat(512)],
  ])('refuses a request that is %s, and binds nobody to it', async (_, blinded) => {
    await using server = await testServer()
    const survey = await anOpenSurvey(server)
    const [code] = survey.codesOf('office')

    const { status } = await collect(server, survey, code, blinded)

    const then = await collect(server, survey, code, await blindedFor(survey, 'office'))
    expect(status).toBe(400)
    expect(then.status).toBe(200)
  })

  it('is not possible before the opening', async () => {
    await using server = await testServer()
    const survey = await aFrozenSurvey(server)
    const { id } = survey
    const [issued] = await issueCodes(server.running.services.db, ById.parse({ id }).id, [
      { unit: 'office', place: 0 },
    ])

    const { status, body } = await collect(
      server,
      { id },
      issued && writeAccessCode(issued.secret),
      await blindedFor(survey, 'office'),
    )

    expect(status).toBe(409)
    expect(body).toMatchObject({ code: 'assessment-not-open' })
  })

  it('ends with the closing, and what signed is destroyed', async () => {
    await using server = await testServer()
    const survey = await anOpenSurvey(server)
    const { db, registrar } = server.running.services
    const { ById } = await import('#server/assessments/contract.ts')
    await endCollecting({ db, registrar }, ById.parse({ id: survey.id }).id)

    const { status, body } = await collect(
      server,
      survey,
      survey.codesOf('office')[0],
      await blindedFor(survey, 'office'),
    )

    expect(status).toBe(410)
    expect(body).toMatchObject({ code: 'survey-closed' })
    const kept = await db.selectFrom('unit_key').select('private_key').execute()
    expect(kept.map(({ private_key }) => private_key)).toEqual(['', ''])
    const file = join(server.folder, 'keys', 'registrar', `${survey.id}.registrar.key`)
    expect(existsSync(file)).toBe(false)
  })

  it('sets no cookie and reads none', async () => {
    await using server = await testServer()
    const survey = await anOpenSurvey(server)

    const { headers } = await collect(
      server,
      survey,
      survey.codes[0],
      await blindedFor(survey, 'office'),
    )

    expect(headers.getSetCookie()).toEqual([])
  })
})

describe('a unit key of one’s own', () => {
  it('is refused where the code is looked up, whatever it is, and no ballot is asked for', async () => {
    await using server = await testServer()
    const { manifest, unitKeys } = await anOpenSurvey(server)
    const [office = '', works = ''] = ['office', 'works'].map((id) => unitKeys.get(id))
    const { publicKey } = await createUnitKey()
    const others = [publicKey, works, '', `${office}AAAA`, ` ${office}`, office.slice(4)]

    const asked = others.map((key) =>
      prepareCollecting(manifest, 'office', key, drawSeed()).then(
        () => 'asked',
        (error: Error) => error.message,
      ),
    )

    const refused = 'refused the key of office: unit-key-not-in-manifest'
    expect(await Promise.all(asked)).toEqual(others.map(() => refused))
  })

  it('is noticed: its signature is refused, and the survey number differs', async () => {
    await using server = await testServer()
    const { manifest, codesOf, id } = await anOpenSurvey(server)
    const { publicKey } = await createUnitKey()
    const keyHash = await hashOfKey(publicKey)
    const marked: Manifest = {
      ...manifest,
      units: manifest.units.map((unit) =>
        unit.id === 'office' ? { ...unit, keyHash } : unit,
      ),
    }
    const [code = ''] = codesOf('office')

    // The right key is refused under the marked manifest, and what it signs is no ballot there.
    await expect(collectAsEmployee(server.origin, marked, code)).rejects.toThrow(
      'unit-key-not-in-manifest',
    )
    const marking = await prepareCollecting(marked, 'office', publicKey, drawSeed())
    const { body } = await collect(
      server,
      { id },
      code,
      belowEveryModulus(marking.blinded),
    )

    const { blindSignature } = Collected.parse(body)
    expect(
      await marking.finish(fromBase64url(blindSignature) ?? new Uint8Array()),
    ).toBeNull()
    expect(await surveyNumber(marked)).not.toBe(await surveyNumber(manifest))
  })
})

/** So that any key signs it, only not to anybody's use. */
function belowEveryModulus(blinded: Uint8Array): string {
  return toBase64url(Uint8Array.of(0, ...blinded.subarray(1)))
}
