import { join } from 'node:path'
import type { Browser, JSHandle, Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signBlinded } from '#server/registrar/sign-blinded.ts'
import { verifyBallot } from '#server/verify-ballot.ts'
import { openForBox } from '#surveys/ballot/box-message.ts'
import { prepareCollecting } from '#surveys/ballot/collect-ballot.ts'
import { openAnswers } from '#surveys/ballot/open-envelope.ts'
import { readyToOpen } from '#surveys/ballot/sealing-key.ts'
import { surveyNumber } from '#surveys/ballot/survey-number.ts'
import { unlockKey } from '#surveys/ballot/trustee-key.ts'
import {
  assessment,
  type InventedSurvey,
  inventSurvey,
} from '../surveys/ballot/invented-survey.ts'
import { launchChromium } from './browser.ts'

const root = join(import.meta.dirname, '..', '..')
const modules = [
  'box-message',
  'bytes',
  'check-manifest',
  'collect-ballot',
  'envelope',
  'open-envelope',
  'sealing-key',
  'survey-number',
  'trustee-key',
]
const address = 'http://localhost/'
const html = `<!doctype html><script type="module">
import * as ballots from './ballots.js'
window.ballots = ballots
</script>`

/** Everything a page may do with ballots, by name. */
type Ballots = typeof import('#surveys/ballot/box-message.ts') &
  typeof import('#surveys/ballot/bytes.ts') &
  typeof import('#surveys/ballot/check-manifest.ts') &
  typeof import('#surveys/ballot/collect-ballot.ts') &
  typeof import('#surveys/ballot/envelope.ts') &
  typeof import('#surveys/ballot/open-envelope.ts') &
  typeof import('#surveys/ballot/sealing-key.ts') &
  typeof import('#surveys/ballot/survey-number.ts') &
  typeof import('#surveys/ballot/trustee-key.ts')

describe('the cryptography of a ballot in a browser', () => {
  let browser: Browser
  let page: Page
  let ballots: JSHandle<Ballots>
  let survey: InventedSurvey
  beforeAll(async () => {
    survey = await inventSurvey()
    browser = await launchChromium()
    page = await browser.newPage()
    const script = await bundle()
    await page.route(`${address}**`, (route) =>
      route.request().url() === address
        ? route.fulfill({ contentType: 'text/html', body: html })
        : route.fulfill({ contentType: 'text/javascript', body: script }),
    )
    await page.goto(address)
    await page.waitForFunction(() => 'ballots' in window)
    ballots = await page.evaluateHandle((): Ballots => Reflect.get(window, 'ballots'))
  })
  afterAll(() => browser?.close())

  it('asks with the bytes that Node asks with, and finds the same number', async () => {
    const { manifest, publicKeys } = survey
    const north = publicKeys.get('north') ?? ''
    const seed = Array.from({ length: 16 }, (_, at) => at)
    const inNode = await prepareCollecting(
      manifest,
      'north',
      north,
      Uint8Array.from(seed),
    )

    const found = await ballots.evaluate(
      async (ballots, [manifest, north, seed]) => {
        const asked = await ballots.prepareCollecting(
          manifest,
          'north',
          north,
          Uint8Array.from(seed),
        )
        return {
          fault: ballots.faultOf(manifest),
          number: await ballots.surveyNumber(manifest),
          blinded: ballots.toBase64url(asked.blinded),
        }
      },
      [manifest, north, seed] as const,
    )

    expect(found).toEqual({
      fault: null,
      number: await surveyNumber(manifest),
      blinded: Buffer.from(inNode.blinded).toString('base64url'),
    })
  })

  it('collects, seals and casts what the servers take and the trustees open', async () => {
    const { manifest, unitKeys, publicKeys } = survey
    const south = publicKeys.get('south') ?? ''
    const answers = { age: 3, comment: 'ø, ț and 🌊' }
    await page.exposeFunction('signed', (blinded: string) => {
      const request = Buffer.from(blinded, 'base64url')
      const signature = signBlinded(unitKeys.get('south') ?? '', request)
      return Buffer.from(signature ?? []).toString('base64url')
    })

    const sent = await ballots.evaluate(
      async (ballots, [manifest, south, answers]) => {
        const { toBase64url, fromBase64url } = ballots
        const sign = Reflect.get(window, 'signed')
        const seed = crypto.getRandomValues(new Uint8Array(16))
        const { blinded, check, finish } = await ballots.prepareCollecting(
          manifest,
          'south',
          south,
          seed,
        )
        const reply = fromBase64url(await sign(toBase64url(blinded)))
        const ballot = reply && (await finish(reply))
        if (!ballot) throw new Error('expected a ballot')
        const inner = await ballots.sealAnswers(answers, ballot, manifest)
        const cast = { ballot, check: await ballots.sha256(check), inner }
        return toBase64url(await ballots.sealForBox(cast, manifest))
      },
      [manifest, south, answers] as const,
    )
    const outer = Buffer.from(sent, 'base64url')
    const cast = await openForBox(await readyToOpen(survey.boxKey), outer, manifest)
    if (!cast) throw new Error('expected the box to open what was cast')
    const shares = await ballots.evaluate(
      async (ballots, [manifest, cast, keys]) => {
        const inner = ballots.fromBase64url(cast.inner) ?? new Uint8Array()
        const opened = keys.map(async ({ trustee, privateKey }) => {
          const key = await ballots.sealingKeyFrom(Uint8Array.from(privateKey))
          const sealed = await ballots.sealedShareOf(
            trustee,
            inner,
            cast.ballot,
            manifest,
          )
          const ready = await ballots.readyToOpen(key)
          const share = sealed && (await ballots.openShare(ready, sealed))
          return share && { ...share, share: Array.from(share.share) }
        })
        return Promise.all(opened)
      },
      [
        manifest,
        { ballot: cast.ballot, inner: Buffer.from(cast.inner).toString('base64url') },
        ['trustee-0', 'trustee-2'].map((trustee) => ({
          trustee,
          privateKey: Array.from(survey.trusteeKeys.get(trustee)?.privateKey ?? []),
        })),
      ] as const,
    )

    expect(verifyBallot(cast.ballot, survey.ballotKeys)).toBe(true)
    expect(cast.ballot).toMatchObject({ assessment, unit: 'south' })
    const given = shares.flatMap((share) =>
      share ? [{ ...share, share: Uint8Array.from(share.share) }] : [],
    )
    expect(await openAnswers(cast.inner, given, cast.ballot, manifest)).toEqual({
      kind: 'answers',
      answers,
    })
  })

  it('makes a trustee a key, a file and a recovery sheet that Node reads', async () => {
    const made = await ballots.evaluate(async (ballots) => {
      const key = await ballots.createTrusteeKey()
      const file = await ballots.lockKey(key, 'a long passphrase')
      const code = await ballots.writeRecoveryCode(key)
      const again = await ballots.readRecoveryCode(code)
      const challenge = await ballots.challengeFor(key.publicKey)
      const ready = await ballots.readyToOpen(key)
      const answer = await ballots.answerChallenge(ready, challenge.sealed)
      return {
        file,
        publicKey: key.publicKey,
        recovered: again?.publicKey,
        proven: answer && ballots.equal(answer, challenge.answer),
      }
    })

    expect(made.recovered).toBe(made.publicKey)
    expect(made.proven).toBe(true)
    expect(await unlockKey(made.file, 'a long passphrase')).toMatchObject({
      publicKey: made.publicKey,
    })
  })
})

/** The ballots of `surveys/ballot/` as one script, bundled as pages are. */
async function bundle(): Promise<string> {
  const entry = 'virtual:ballots'
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'all-about-ballots',
        resolveId: (id) => (id === entry ? `\0${entry}` : null),
        load: (id) =>
          id === `\0${entry}`
            ? modules
                .map((name) => `export * from '${root}/surveys/ballot/${name}.ts'`)
                .join('\n')
            : null,
      },
    ],
    build: {
      write: false,
      lib: { entry, formats: ['es'] },
      rolldownOptions: { input: entry, output: { codeSplitting: false } },
    },
  })
  const [output] = [built].flat()
  if (!output || !('output' in output)) throw new Error('expected a bundle')
  return output.output[0].code
}
