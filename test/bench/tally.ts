import { constants, createPrivateKey, randomBytes, sign } from 'node:crypto'
import { askedBy, planPublication } from '#analysis/disclosure/publication-plan.ts'
import { formReportingUnits } from '#analysis/disclosure/reporting-units.ts'
import { seededRandom } from '#analysis/statistics/random.ts'
import type { SealedForTally } from '#server/box.ts'
import { exampleUnits } from '#server/example/organization.ts'
import { simulateAnswers } from '#server/example/simulate-answers.ts'
import { type SomeBallots, tallyBallots } from '#server/tally/tally-ballots.ts'
import { signedWords } from '#surveys/ballot/ballot.ts'
import { concat, toBase64url, utf8 } from '#surveys/ballot/bytes.ts'
import { sealAnswers } from '#surveys/ballot/envelope.ts'
import { sealedShareOf } from '#surveys/ballot/open-envelope.ts'
import { openPart } from '#surveys/ballot/opened-part.ts'
import { createSealingKey, readyToOpen } from '#surveys/ballot/sealing-key.ts'
import { core } from '#surveys/catalogue.ts'
import {
  aBallotName,
  aSurvey,
  publicKeysOf,
  type Survey,
} from '../server/tally/a-survey.ts'
import { inSeconds, printFigure, stopwatch } from './figures.ts'

const sharesInPart = 500
const perUnit = 1_000

/**
 * Times the one count of real envelopes under real keys, and what two key holders do before
 * it. Making the envelopes, which each employee's browser does for one, is reported apart.
 */
export async function timeTally(): Promise<void> {
  const asked = Number(process.env['GROUNDWORK_BENCH_BALLOTS'] ?? 10_000)
  const units = unitsFor(asked)
  const plan = planFor(units)
  const survey = await aSurvey(units)
  const making = stopwatch()
  const box = await castAll(survey, units)
  printFigure(`making ${asked} envelopes, all browsers together`, inSeconds(making()))

  const tallyKey = await createSealingKey()
  const opening = stopwatch()
  const delivered = [
    await deliver(survey, 0, box, tallyKey.publicKey),
    await deliver(survey, 1, box, tallyKey.publicKey),
  ]
  printFigure(`opening the shares of ${asked}, two key holders`, inSeconds(opening()))

  const before = process.memoryUsage().rss
  let highest = before
  const watching = setInterval(() => {
    highest = Math.max(highest, process.memoryUsage().rss)
  }, 50)
  const counting = stopwatch()
  const { manifest } = survey
  const unitKeys = publicKeysOf(survey)
  const input = { manifest, unitKeys, plan, tallyKey, delivered, fewestAnswers: 10 }
  const { kind } = await tallyBallots(input, inUnits(box))
  const spent = counting()
  clearInterval(watching)
  const aim = asked > 10_000 ? 600 : 60
  printFigure(`the one count of ${asked}: ${kind}`, inSeconds(spent), {
    words: `under ${aim} s`,
    met: kind === 'tallied' && spent.wall < aim,
  })
  const grown = (highest - before) / 2 ** 20
  printFigure('memory it took beside the envelopes', `${grown.toFixed(0)} MB`)
}

function unitsFor(ballots: number): Readonly<Record<string, number>> {
  const count = Math.max(2, Math.round(ballots / perUnit))
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `u${index}`,
      Math.ceil(ballots / count),
    ]),
  )
}

function planFor(units: Readonly<Record<string, number>>) {
  const list = Object.entries(units).map(([id, headcount]) => ({
    id,
    name: id,
    parent: null,
    headcount,
  }))
  const formed = formReportingUnits('Bench', list)
  if (formed.kind === 'refused') throw new RangeError('expected enough people')
  return planPublication({
    organization: 'Bench',
    manyEmployers: false,
    units: formed,
    asked: askedBy(core),
  })
}

async function castAll(
  survey: Survey,
  units: Readonly<Record<string, number>>,
): Promise<readonly SealedForTally[]> {
  const random = seededRandom('tally bench')
  const [first] = exampleUnits
  if (!first) throw new RangeError('expected a unit of the example')
  const all: SealedForTally[] = []
  for (const [unit, people] of Object.entries(units)) {
    const key = createPrivateKey(survey.unitKeys.get(unit)?.privateKey ?? '')
    for (let at = 0; at < people; at += 16) {
      const some = Array.from({ length: Math.min(16, people - at) }, async () => {
        const name = aBallotName(survey, unit)
        const prefix = new Uint8Array(randomBytes(32))
        const message = concat(prefix, utf8(signedWords(name)))
        // As a browser would have it after unblinding: the same signature, made directly.
        const signature = sign('sha384', message, {
          key,
          padding: constants.RSA_PKCS1_PSS_PADDING,
          saltLength: 48,
        })
        const answers = simulateAnswers(random, first)
        const inner = await sealAnswers(answers, name, survey.manifest)
        const ballot = {
          ...name,
          prefix: toBase64url(prefix),
          signature: toBase64url(signature),
        }
        return { ballot, inner }
      })
      all.push(...(await Promise.all(some)))
    }
  }
  return all
}

async function deliver(
  { manifest, trusteeKeys }: Survey,
  which: number,
  box: readonly SealedForTally[],
  tallyKey: string,
) {
  const { id: trustee = '' } = manifest.trustees[which] ?? {}
  const key = trusteeKeys[which]
  if (!key) throw new RangeError(`no key holder ${which}`)
  const pair = await readyToOpen(key)
  const parts: string[] = []
  for (let at = 0; at < box.length; at += sharesInPart) {
    const some = box.slice(at, at + sharesInPart).map(async ({ ballot, inner }) => {
      const share = await sealedShareOf(trustee, inner, ballot, manifest)
      if (!share) throw new Error('expected an envelope')
      return { nullifier: share.nullifier, sealed: toBase64url(share.sealed) }
    })
    const place = { assessment: manifest.assessment, trustee, part: parts.length }
    const sealed = await openPart(pair, await Promise.all(some), place, tallyKey)
    parts.push(toBase64url(sealed))
  }
  return { trustee, parts }
}

async function* inUnits(box: readonly SealedForTally[]): AsyncGenerator<SomeBallots> {
  for (const [unit, ballots] of Map.groupBy(box, ({ ballot }) => ballot.unit)) {
    for (let at = 0; at < ballots.length; at += 250) {
      yield { unit, ballots: ballots.slice(at, at + 250) }
    }
  }
}
