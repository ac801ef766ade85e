/**
 * The product with an open survey, in a process of its own: says where it is and what people
 * were sent, and what it needs whenever it is asked. Ends with whoever started it.
 *
 * Arguments: units, people in each, how many of them are asked to answer, and the addresses of
 * two PostgreSQL databases, or none for SQLite.
 */
import { Assessment } from '#server/assessments/contract.ts'
import { saveUnitKey } from '#server/registrar/store.ts'
import { keysFromFewPrimes } from '../quick-keys/few-primes.ts'
import { aDraftToFreeze, type OpenSurvey, opened, plan } from '../server/journey.ts'
import { type TestServer, testServer } from '../server/test-server.ts'
import type { Invited, OpenOrganization, ServerNeeds } from './organization.ts'

const [units = 0, headcount = 0, invited = 0] = process.argv.slice(2, 5).map(Number)
const [office, ballots] = process.argv.slice(5)

const server = await testServer(undefined, {
  ...(office && { GROUNDWORK_DATABASE: office }),
  ...(ballots && { GROUNDWORK_BALLOT_DATABASE: ballots }),
})
const survey = await openSurvey(server)
const { origin, ballotOrigin } = server
const everybody: OpenOrganization = {
  origin,
  ballotOrigin,
  manifest: survey.manifest,
  invited: spread(survey, invited),
}
process.on('disconnect', async () => {
  await server[Symbol.asyncDispose]()
  process.exit(0)
})
process.on('message', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
  const needs: ServerNeeds = {
    memory: process.memoryUsage.rss(),
    mostMemory: maxRSS * 1024,
    processor: (userCPUTime + systemCPUTime) / 1e3,
  }
  process.send?.(needs)
})
process.send?.(everybody)

async function openSurvey(at: TestServer): Promise<OpenSurvey> {
  const names = Array.from({ length: units }, (_, unit) => `Unit ${unit + 1}`)
  const lines = names.map((name) => `${name},,${headcount}`)
  const csv = `name,parent,headcount\n${lines.join('\n')}\n`
  const ready = await aDraftToFreeze(at, plan, csv)
  await giveKeys(at, ready)
  return opened(at, ready)
}

/** Freezing finds the keys drawn already: drawing a thousand takes minutes. */
async function giveKeys(
  at: TestServer,
  { id, organiser }: Pick<OpenSurvey, 'id' | 'organiser'>,
) {
  const { registrar, db } = at.running.services
  const { body } = await organiser.get(`/api/office/assessments/${id}`)
  const draft = Assessment.parse(body)
  registrar.keys.create(draft.id)
  const keys = keysFromFewPrimes()
  for (const { id: unit } of draft.counted) {
    const { publicKey, privateKey } = keys.next().value
    const pem = Buffer.from(privateKey)
    const sealed = registrar.keys.seal(draft.id, `unit key ${unit}`, pem)
    await saveUnitKey(db, draft.id, { unit, publicKey, sealed })
  }
}

/** So many people, as evenly over the units as can be, one unit after the other. */
function spread(
  { manifest, unitKeys, codesOf }: OpenSurvey,
  count: number,
): readonly Invited[] {
  const codes = manifest.units.map(({ id: unit }) => ({ unit, codes: codesOf(unit) }))
  return Array.from({ length: count }, (_, number) => {
    const { unit, codes: ofUnit } = codes[number % codes.length] ?? {
      unit: '',
      codes: [],
    }
    const unitKey = unitKeys.get(unit) ?? ''
    return { unit, unitKey, code: ofUnit[Math.floor(number / codes.length)] ?? '' }
  })
}
