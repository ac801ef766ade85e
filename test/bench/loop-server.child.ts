/**
 * A whole server in a process of its own, whose event loop is watched while somebody else uses
 * it. What nobody can ask for from outside is done here when the parent says so.
 */
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { AssessmentId } from '#server/assessments/contract.ts'
import { anyAssessment } from '#server/assessments/find-assessment.ts'
import type { BallotBox, SealedForTally } from '#server/box.ts'
import { issueCodes } from '#server/registrar/issue-codes.ts'
import { countParticipation } from '#server/tally/count-participation.ts'
import type { StoredRelease } from '#server/tally/stored-release.ts'
import { withholdFigures } from '#server/tally/withheld-figures.ts'
import { writeAccessCode } from '#surveys/ballot/access-code.ts'
import { testServer } from '../server/test-server.ts'
import { watchLoop } from './loop-watch.ts'

/** What the parent may ask for. */
export interface Asked {
  readonly do: keyof typeof works
  readonly id: string
  readonly file: string
  readonly count: number
}

const server = await testServer()
const { services } = server.running
const { db } = services
const watch = watchLoop()
const box = services.box

const works = {
  begin: () => watch.begin(),
  end: () => watch.end(),
  keys: ({ id }: Asked) => giveKeys(AssessmentId.parse(id)),
  codes: ({ id, count }: Asked) => codesOf(AssessmentId.parse(id), count),
  daily: () => {
    server.clock.set('2026-11-22T12:00:00Z')
    return countParticipation(services)
  },
  crowd: ({ count }: Asked) =>
    Object.assign(services, { box: count > 0 ? crowded(box, count) : box }),
  figures: ({ id, file }: Asked) => replaceFigures(AssessmentId.parse(id), file),
  stop: () => server[Symbol.asyncDispose]().then(() => process.disconnect()),
} satisfies Record<string, (asked: Asked) => unknown>

process.on('message', async (asked: Asked) => {
  const answer = await works[asked.do](asked)
  if (process.connected) process.send?.({ answer: asked.do === 'crowd' ? null : answer })
})
process.send?.({ answer: { origin: server.origin, ballotOrigin: server.ballotOrigin } })

/** Keys that look right and sign nothing, for all units but two: drawing one takes a second. */
async function giveKeys(id: AssessmentId): Promise<void> {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 3072 })
  const spki = publicKey.export({ format: 'der', type: 'spki' })
  const { counted } = await anyAssessment({ db }, id)
  for (const [index, { id: unit }] of counted.entries()) {
    if (index < 2) continue
    spki.writeUInt32BE(index, spki.length - 64)
    const row = { unit_id: unit, public_key: spki.toString('base64'), private_key: '' }
    await db
      .insertInto('unit_key')
      .values({ assessment_id: id, ...row })
      .execute()
  }
}

/** Codes for all places. @returns some of the first two units */
async function codesOf(id: AssessmentId, count: number): Promise<readonly string[]> {
  const { counted } = await anyAssessment({ db }, id)
  const places = counted.flatMap(({ id: unit, headcount }) =>
    Array.from({ length: headcount }, (_, place) => ({ unit, place })),
  )
  await watch.begin()
  const codes = await issueCodes(db, id, places)
  const inFirst = (counted[0]?.headcount ?? 0) + (counted[1]?.headcount ?? 0)
  return codes
    .slice(0, Math.min(count, inFirst))
    .map(({ secret }) => writeAccessCode(secret))
}

/** A box that holds many times the same ballots, under serials that were never signed. */
function crowded({ ...box }: BallotBox, count: number): BallotBox {
  return {
    ...box,
    async *ballots(id) {
      const all: SealedForTally[] = []
      for await (const { ballots } of box.ballots(id)) all.push(...ballots)
      for (let made = 0; made < count; made += 100) {
        const ballots = Array.from({ length: 100 }, (_, index) => {
          const { ballot, inner } = all[index % all.length] ?? fail()
          const serial = randomBytes(32).toString('base64url')
          return { ballot: { ...ballot, serial }, inner }
        })
        yield { unit: ballots[0]?.ballot.unit ?? '', ballots }
      }
      yield* box.ballots(id)
    },
  }
}

function fail(): never {
  throw new Error('expected a ballot in the box')
}

/** The figures of many people in place of those of the few who answered. */
async function replaceFigures(id: AssessmentId, file: string): Promise<void> {
  const release = readFileSync(file, 'utf8') as StoredRelease
  await db.deleteFrom('withheld_release').where('assessment_id', '=', id).execute()
  const figures = { release, notCountable: { kind: 'none' } } as const
  await withholdFigures(services, { id }, figures)
}
