import { generateKeyPairSync, sign } from 'node:crypto'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Manifest, manifestWords } from '#surveys/ballot/manifest.ts'
import { surveyNumber } from '#surveys/ballot/survey-number.ts'
import { findSurvey } from '#web/answer/find-survey.ts'
import { assessment, inventSurvey } from '../../surveys/ballot/invented-survey.ts'

const { publicKey, privateKey } = generateKeyPairSync('ed25519')
const signer = publicKey.export({ format: 'jwk' }).x ?? ''

let manifest: Manifest

beforeAll(async () => {
  manifest = (await inventSurvey()).manifest
})

afterEach(() => {
  vi.unstubAllGlobals()
})

function signed(of: object) {
  const words = manifestWords(of as Manifest)
  const signature = sign(null, Buffer.from(words), privateKey).toString('base64url')
  return { manifest: of, signature, signer }
}

function found(reply: object, status = 200) {
  vi.stubGlobal('fetch', async () => Response.json(reply, { status }))
  return findSurvey(assessment)
}

describe('what is said about a survey', () => {
  it('is taken when nothing is wrong with it, with a number computed here', async () => {
    const survey = await found(signed(manifest))

    expect(survey).toMatchObject({ kind: 'found', survey: { manifest } })
    expect(survey.kind === 'found' && (await survey.survey.number())).toBe(
      await surveyNumber(manifest),
    )
  })

  it.each([
    ['a unit of one person', 'unit-too-small', { people: 24 }, { headcount: 1 }],
    ['head counts that do not add up', 'headcounts-do-not-add-up', { people: 41 }, {}],
    ['a key that is none', 'unit-key-hash-malformed', {}, { keyHash: 'AAAA' }],
    [
      'a key holder whose key everybody could open for',
      'trustee-key-unsafe',
      { trustees: [{ publicKey: 'A'.repeat(43) }] },
      {},
    ],
    [
      'one key holder who is enough',
      'trustees-needed-out-of-range',
      { trusteesNeeded: 1 },
      {},
    ],
  ])('stops the page for %s', async (_, fault, ofAll, ofFirst) => {
    const [first, ...others] = manifest.units

    const survey = await found(
      signed({ ...manifest, ...ofAll, units: [{ ...first, ...ofFirst }, ...others] }),
    )

    expect(survey).toEqual({ kind: 'stopped', fault })
  })

  it('stops the page where the signature is not that of the key beside it', async () => {
    const survey = await found({
      ...signed(manifest),
      manifest: { ...manifest, organization: 'X' },
    })

    expect(survey).toEqual({ kind: 'stopped', fault: 'manifest-not-signed' })
  })

  it('stops the page where it belongs to another survey', async () => {
    const survey = await found(signed({ ...manifest, assessment: crypto.randomUUID() }))

    expect(survey).toEqual({ kind: 'stopped', fault: 'manifest-of-another-survey' })
  })

  it.each([
    ['nothing', {}],
    [
      'no units',
      { signature: '', signer: '', manifest: { trustees: [], languages: [] } },
    ],
    [
      'units that are none',
      {
        signature: '',
        signer: '',
        manifest: {
          ...{ version: 2, units: [null], trustees: [], languages: [], contacts: {} },
          ...{ organization: '', resultsBy: '', smallestUnit: 16, smallestGroup: 10 },
        },
      },
    ],
  ])('stops the page where it has %s in it', async (_, reply) => {
    expect(await found(reply)).toEqual({ kind: 'stopped', fault: 'manifest-malformed' })
  })

  it('stops the page where units list their keys instead of naming them by a hash', async () => {
    const units = manifest.units.map(({ keyHash, ...unit }) => ({
      ...unit,
      publicKey: keyHash,
    }))

    const [first, second] = [
      await found(signed({ ...manifest, units })),
      await found(signed({ ...manifest, version: 1, units })),
    ]

    expect(first).toEqual({ kind: 'stopped', fault: 'manifest-malformed' })
    expect(second).toEqual({ kind: 'stopped', fault: 'version-unknown' })
  })

  it('is unknown where the server knows of none, and unreachable where it does not answer', async () => {
    expect(await found({}, 404)).toEqual({ kind: 'unknown' })
    expect(await found({}, 500)).toEqual({ kind: 'unreachable' })
  })
})
