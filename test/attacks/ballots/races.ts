import { collectAsEmployee, sealCast } from '#server/example/answer-as-employee.ts'
import { toBase64url } from '#surveys/ballot/bytes.ts'
import { prepareCollecting } from '#surveys/ballot/collect-ballot.ts'
import { drawSeed } from '#surveys/ballot/seed.ts'
import type { OpenSurvey } from '../../server/journey.ts'
import { type TestServer, testServer } from '../../server/test-server.ts'
import { openSurveyOf, twoUnitsOf } from './open-survey.ts'
import { Ledger, type Tried } from './tried.ts'

const people = 40

/** Claim 16. One ballot is cast two hundred times at once, round after round. */
export async function castOneBallotOften(rounds: number): Promise<Tried> {
  await using server = await testServer()
  const survey = await openSurveyOf(server, twoUnitsOf(people))
  const { id, manifest } = survey
  const ledger = new Ledger()
  for (let round = 0; round < rounds; round += 1) {
    const code = survey.codes[round % people] ?? ''
    const ballot = await collectAsEmployee(server.origin, manifest, code, seedOf(code))
    const sealed = await sealCast(manifest, ballot, { worries: 'often' })
    const casts = Array.from({ length: 200 }, () =>
      server.atBallotBox('PUT', '/ballot', { assessment: id, sealed }),
    )
    const failed = (await Promise.all(casts)).filter(({ status }) => status !== 204)
    const kept = await ballotsIn(server, id)
    const expected = Math.min(round + 1, people)
    ledger.note(
      failed.length > 0 || kept !== expected,
      () =>
        `round ${round}: ${failed.length} failed, ${kept} kept instead of ${expected}`,
    )
  }
  return ledger.tried('Cast one ballot 200 times at once', [16])
}

/** Claims 19, 20. One person asks for many ballots at once, and for one again and again. */
export async function collectOften(rounds: number): Promise<Tried> {
  await using server = await testServer()
  const survey = await openSurveyOf(server, twoUnitsOf(people))
  const ledger = new Ledger()
  for (let round = 0; round < rounds; round += 1) {
    const code = survey.codes[round % people] ?? ''
    const requests = await Promise.all(
      Array.from({ length: round < people ? 8 : 2 }, () => blindedFor(survey, code)),
    )
    const replies = await Promise.all(
      requests
        .flatMap((blinded) => [blinded, blinded])
        .map((blinded) =>
          server
            .visitor()
            .post('/api/collect', { assessment: survey.id, secret: code, blinded }),
        ),
    )
    const signatures = new Set(
      replies
        .filter(({ status }) => status === 200)
        .map(({ body }) => JSON.stringify(body)),
    )
    const odd = replies.filter(({ status }) => status !== 200 && status !== 409)
    const allowed = round < people ? 1 : 0
    ledger.note(
      signatures.size !== allowed || odd.length > 0,
      () => `round ${round}: ${signatures.size} signatures, ${odd.length} odd replies`,
    )
  }
  return ledger.tried('Ask for several ballots at once with one code', [19, 20])
}

/** A seed that a code always leads to here, so that a round can be repeated. */
function seedOf(code: string): Uint8Array {
  return Buffer.from(code.padEnd(16)).subarray(0, 16)
}

async function blindedFor(
  { manifest, unitKeys, codesOf }: OpenSurvey,
  code: string,
): Promise<string> {
  const unit = manifest.units.find(({ id }) => codesOf(id).includes(code))?.id ?? ''
  const key = unitKeys.get(unit) ?? ''
  const { blinded } = await prepareCollecting(manifest, unit, key, drawSeed())
  return toBase64url(blinded)
}

async function ballotsIn(server: TestServer, id: string): Promise<number> {
  const counts = await server.running.services.box.count(id)
  return [...counts.values()].reduce((sum, count) => sum + count, 0)
}
