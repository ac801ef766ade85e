import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Organiser } from '#server/accounts/access.ts'
import { AssessmentId } from '#server/assessments/contract.ts'
import { hashOfEmployeePage } from '#server/employee-page.ts'
import { examplePerson } from '#server/example/visit-example.ts'
import { freezeAssessment } from '#server/registrar/freeze-assessment.ts'
import { createUnitKey } from '#server/registrar/sign-blinded.ts'
import { isSignedBy } from '#server/signing-key.ts'
import { faultOf } from '#surveys/ballot/check-manifest.ts'
import {
  type Manifest,
  manifestWords,
  type SignedManifest,
} from '#surveys/ballot/manifest.ts'
import { surveyNumber } from '#surveys/ballot/survey-number.ts'
import { hashOfKey } from '#surveys/ballot/unit-key.ts'
import { pointsThatProtectNothing } from '../surveys/ballot/low-order-points.ts'
import {
  aDraftToFreeze,
  aFrozenSurvey,
  agreeToDuty,
  anApprovedDraft,
  anOpenSurvey,
  aPlannedDraft,
  freeze,
  tryKeys,
} from './journey.ts'
import { testServer } from './test-server.ts'

describe('freezing an assessment', () => {
  it('publishes a manifest without fault, signed by this installation', async () => {
    await using server = await testServer()
    const { id } = await aFrozenSurvey(server)

    const { body } = await server.visitor().get(`/api/manifests/${id}`)

    const { manifest, signature, signer } = body as SignedManifest
    expect(faultOf(manifest)).toBeNull()
    expect(signer).toBe(server.running.services.signingKey.publicKey)
    expect(isSignedBy(signer, manifestWords(manifest), signature)).toBe(true)
    expect(manifest).toMatchObject({
      assessment: id,
      organization: 'Fjord Logistics',
      units: [
        { id: 'office', name: 'Office', headcount: 24 },
        { id: 'works', name: 'Works', headcount: 36 },
      ],
      people: 60,
      trusteesNeeded: 2,
      ballotBox: { origin: server.ballotOrigin },
      pages: await hashOfEmployeePage(),
    })
  })

  it('shows the survey number that everybody can compute from it', async () => {
    await using server = await testServer()
    const { id, organiser, manifest } = await aFrozenSurvey(server)

    const { body } = await organiser.get(`/api/office/assessments/${id}`)

    expect(body).toMatchObject({
      state: 'frozen',
      surveyNumber: await surveyNumber(manifest),
    })
  })

  it('goes out in fewer bytes where the browser takes them, and in the same words', async () => {
    await using server = await testServer()
    const { id } = await aFrozenSurvey(server)
    const ask = (accepted: string) =>
      fetch(`${server.origin}/api/manifests/${id}`, {
        headers: { 'accept-encoding': accepted },
      })

    const [packed, plain] = [await ask('gzip, br'), await ask('gzip')]

    expect(packed.headers.get('content-encoding')).toBe('br')
    expect(plain.headers.get('content-encoding')).toBeNull()
    expect(packed.headers.get('vary')).toBe('accept-encoding')
    expect(await packed.text()).toBe(await plain.text())
  })

  it('gives the same bytes to everybody who asks', async () => {
    await using server = await testServer()
    const { id, organiser } = await aFrozenSurvey(server)
    const fetchAs = async (headers: Readonly<Record<string, string>>) => {
      const reply = await fetch(`${server.origin}/api/manifests/${id}`, { headers })
      return createHash('sha256')
        .update(await reply.text())
        .digest('hex')
    }
    await organiser.get('/api/office/accounts/me')

    const hashes = [
      await fetchAs({}),
      await fetchAs({ cookie: 'groundwork.session=abc' }),
      await fetchAs({ 'accept-language': 'ro', 'user-agent': 'another' }),
    ]

    expect(new Set(hashes).size).toBe(1)
  })

  it('cannot be done without the approval of the employee side', async () => {
    await using server = await testServer()
    const organiser = await server.example()
    const { id } = await aPlannedDraft(organiser)
    await agreeToDuty(server, id)

    const { status, body } = await freeze(organiser, id)

    expect(status).toBe(409)
    expect(body).toMatchObject({ code: 'assessment-not-approved' })
  })

  it('cannot be done without key holders', async () => {
    await using server = await testServer()
    const { id } = await anApprovedDraft(server)

    const { status, body } = await freeze(await server.example(), id)

    expect(status).toBe(409)
    expect(body).toMatchObject({ code: 'key-holders-missing' })
  })

  it('is not for the employee side to do', async () => {
    await using server = await testServer()
    const { id } = await aDraftToFreeze(server)

    const { status } = await freeze(await server.example('employee-side'), id)

    expect(status).toBe(403)
  })

  it('keeps no key that signs in the database: what opens them is a key file', async () => {
    await using server = await testServer()
    const { id } = await aFrozenSurvey(server)

    const rows = await server.running.services.db
      .selectFrom('unit_key')
      .select('private_key')
      .where('assessment_id', '=', id)
      .execute()

    expect(rows).toHaveLength(2)
    for (const { private_key } of rows) {
      expect(Buffer.from(private_key, 'base64url').toString('latin1')).not.toMatch(
        /PRIVATE KEY/,
      )
    }
    const keyFile = join(server.folder, 'keys', 'registrar', `${id}.registrar.key`)
    expect(readFileSync(keyFile, 'utf8')).toMatch(/^[\w-]{43}$/)
  })

  it('goes on with the keys that were drawn when it is interrupted', async () => {
    await using server = await testServer()
    const { id, organiser } = await aDraftToFreeze(server)
    const { db, registrar } = server.running.services
    const { ById } = await import('#server/assessments/contract.ts')
    const before = await registrar.unitKeys.create(
      ById.parse({ id }).id,
      ['office'],
      () => undefined,
    )

    await freeze(organiser, id)

    const { body } = await server.visitor().get(`/api/manifests/${id}`)
    const { units } = (body as SignedManifest).manifest
    expect(units[0]?.keyHash).toBe(await hashOfKey(before.get('office') ?? ''))
    expect(await db.selectFrom('unit_key').selectAll().execute()).toHaveLength(2)
  })
})

describe('a ballot box whose key protects nothing', () => {
  it('keeps a survey from being frozen', async () => {
    await using server = await testServer()
    const { id } = await aDraftToFreeze(server)
    const { services } = server.running
    const organiser = (await examplePerson(services, 'organiser')) as Organiser
    const origin = server.ballotOrigin

    for (const [name, publicKey] of pointsThatProtectNothing) {
      const box = { ...services.box, prepare: async () => ({ origin, publicKey }) }
      const freezing = freezeAssessment(
        { ...services, box },
        organiser,
        AssessmentId.parse(id),
        () => undefined,
      )

      await expect(freezing, name).rejects.toMatchObject({
        code: 'ballot-box-key-unsafe',
      })
    }
    const { body } = await server.visitor().get(`/api/manifests/${id}`)
    expect(body).toMatchObject({ code: 'assessment-not-frozen' })
  })
})

describe('a manifest that could single somebody out', () => {
  const faults: readonly (readonly [string, (manifest: Manifest) => Manifest])[] = [
    [
      'a unit of one person',
      (manifest) => ({
        ...manifest,
        units: manifest.units.map((unit, at) =>
          at === 0 ? { ...unit, headcount: 1 } : unit,
        ),
        people: manifest.people - 23,
      }),
    ],
    ['a wrong sum', (manifest) => ({ ...manifest, people: manifest.people + 1 })],
    [
      'one key for two units',
      (manifest) => ({
        ...manifest,
        units: manifest.units.map((unit) => ({
          ...unit,
          keyHash: manifest.units[0]?.keyHash ?? '',
        })),
      }),
    ],
    [
      'another ballot box',
      (manifest) => ({
        ...manifest,
        ballotBox: { ...manifest.ballotBox, origin: 'https://elsewhere.example' },
      }),
    ],
  ]

  it.each(faults)('with %s is refused by the ballot box', async (_, change) => {
    await using server = await testServer()
    const { manifest, unitKeys } = await aFrozenSurvey(server)
    const { box, signingKey } = server.running.services
    const assessment = '5b6b0a4e-5f3f-4c53-9d5c-0f5f7f1f2a11'
    const ballotBox = await box.prepare(assessment)
    const other = change({ ...manifest, assessment, ballotBox })
    const signature = signingKey.sign(manifestWords(other))

    const publishing = box.publish({
      signed: { manifest: other, signature, signer: signingKey.publicKey },
      unitKeys: [...unitKeys.values()],
    })

    await expect(publishing).rejects.toMatchObject({ code: 'manifest-refused' })
  })

  it.each([
    [
      'a key of somebody’s own',
      ([, works = '']: readonly string[], own: string) => [own, works],
    ],
    ['the keys of two units exchanged', (keys: readonly string[]) => keys.toReversed()],
    ['a key too few', (keys: readonly string[]) => keys.slice(1)],
    ['a key too many', (keys: readonly string[], own: string) => [...keys, own]],
    ['no keys', () => []],
  ])('is refused by the ballot box with %s beside it', async (_, change) => {
    await using server = await testServer()
    const { manifest, unitKeys } = await aFrozenSurvey(server)
    const { box, signingKey } = server.running.services
    const assessment = '5b6b0a4e-5f3f-4c53-9d5c-0f5f7f1f2a11'
    const ballotBox = await box.prepare(assessment)
    const other = { ...manifest, assessment, ballotBox }
    const signature = signingKey.sign(manifestWords(other))
    const signed = { manifest: other, signature, signer: signingKey.publicKey }
    const right = [...unitKeys.values()]
    const { publicKey } = await createUnitKey()

    const wrong = box.publish({ signed, unitKeys: change(right, publicKey) })

    await expect(wrong).rejects.toMatchObject({ code: 'manifest-refused' })
    await expect(box.publish({ signed, unitKeys: right })).resolves.toBeUndefined()
  })

  it('in place of the one that was published is refused', async () => {
    await using server = await testServer()
    const { manifest, unitKeys } = await aFrozenSurvey(server)
    const { box, signingKey } = server.running.services
    const other = { ...manifest, organization: 'Another' }
    const signature = signingKey.sign(manifestWords(other))

    const publishing = box.publish({
      signed: { manifest: other, signature, signer: signingKey.publicKey },
      unitKeys: [...unitKeys.values()],
    })

    await expect(publishing).rejects.toMatchObject({ code: 'manifest-refused' })
  })
})

describe('opening a survey', () => {
  it('waits until every key holder has shown that their key opens', async () => {
    await using server = await testServer()
    const { id, organiser, holders } = await aFrozenSurvey(server)
    await tryKeys(server, holders.slice(1))

    const before = await organiser.post(`/api/office/registrar/${id}/open`)
    await tryKeys(server, holders.slice(0, 1))
    const after = await organiser.post(`/api/office/registrar/${id}/open`)

    expect(before.status).toBe(409)
    expect(before.body).toMatchObject({ code: 'keys-not-tried' })
    expect(after.body).toMatchObject({ state: 'open' })
  })

  it('happens once', async () => {
    await using server = await testServer()
    const { id, organiser } = await anOpenSurvey(server)

    const { status, body } = await organiser.post(`/api/office/registrar/${id}/open`)

    expect(status).toBe(409)
    expect(body).toMatchObject({ code: 'assessment-not-frozen' })
  })

  it('lets the employee’s page speak to the ballot box and to nobody else', async () => {
    await using server = await testServer()
    const { id } = await anOpenSurvey(server)

    const { headers } = await server.visitor().get(`/answer/${id}`)

    expect(headers.get('content-security-policy')).toContain(
      `connect-src 'self' ${server.ballotOrigin};`,
    )
  })
})
