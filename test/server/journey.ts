import { Assessment } from '#server/assessments/contract.ts'
import { collectAsEmployee, sealCast } from '#server/example/answer-as-employee.ts'
import { issueCodes } from '#server/registrar/issue-codes.ts'
import { Opening, SealedPart } from '#server/tally/contract.ts'
import { KeyHolders } from '#server/trustees/contract.ts'
import { writeAccessCode } from '#surveys/ballot/access-code.ts'
import { fromBase64url, toBase64url } from '#surveys/ballot/bytes.ts'
import type { Manifest, SignedManifest } from '#surveys/ballot/manifest.ts'
import { openPart } from '#surveys/ballot/opened-part.ts'
import { readyToOpen, type SealingKey } from '#surveys/ballot/sealing-key.ts'
import { answerChallenge, createTrusteeKey } from '#surveys/ballot/trustee-key.ts'
import { core } from '#surveys/catalogue.ts'
import { policiesFor } from '#surveys/policies.ts'
import { type Answers, itemsOf } from '#surveys/questionnaire.ts'
import type { Doors, Reply, TestServer, Visitor } from './test-server.ts'

/** Steps of the journey that tests take without caring how. */

export const unitsCsv =
  'name,parent,headcount\nWorks,,0\nHall,Works,30\nYard,Works,6\nOffice,,24\n'

export const plan = {
  name: 'Autumn',
  languages: ['en', 'sv'],
  contacts: {
    en: [{ name: 'Emergency', phone: '112' }],
    sv: [{ name: 'Nödnummer', phone: '112' }],
  },
  contactsCheckedOn: '2026-11-01',
  closesOn: '2026-12-15',
  resultsBy: '2027-01-15',
  duties: {
    budget: 1_000,
    currency: 'EUR',
    staffAgreement: 'Staff club',
    stakeholders: ['Director'],
    countries: ['se' as const],
    policies: policiesFor(['se']),
    safetyPartner: '',
    safetySignedOffBy: '',
  },
}

export async function aDraft(organiser: Visitor): Promise<Assessment> {
  const { body } = await organiser.post('/api/office/assessments', { name: 'Autumn' })
  return Assessment.parse(body)
}

/** A draft with everything the employee side is asked to approve. */
export async function aPlannedDraft(
  organiser: Visitor,
  planned: object = plan,
  csv: string = unitsCsv,
): Promise<Assessment> {
  const { id } = await aDraft(organiser)
  await organiser.put(`/api/office/assessments/${id}/plan`, planned)
  const { body } = await organiser.put(`/api/office/assessments/${id}/units`, { csv })
  return Assessment.parse(body)
}

/** Somebody who holds one part of what opens the answers. */
export interface TestKeyHolder {
  readonly id: string
  readonly secret: string
  readonly key: SealingKey
}

/** Three key holders, one a side, each with a key made by themselves. */
export async function withKeyHolders(
  server: Doors,
  id: string,
): Promise<readonly TestKeyHolder[]> {
  const organiser = await server.example()
  const employeeSide = await server.example('employee-side')
  const door = `/api/office/trustees/${id}`
  for (const side of ['employee-side', 'provider', 'organiser']) {
    await organiser.post(door, { name: `Holder ${side}`, side })
  }
  const { holders } = KeyHolders.parse((await organiser.get(door)).body)
  const made: TestKeyHolder[] = []
  for (const { id: holder, side } of holders) {
    const member = side === 'organiser' ? organiser : employeeSide
    const { body } = await member.post(`${door}/${holder}/link`)
    const secret = new URL((body as { link: string }).link).hash.slice(1)
    const key = await createTrusteeKey()
    const { publicKey } = key
    await server.visitor().post('/api/key-holder/key', { secret, publicKey })
    made.push({ id: holder, secret, key })
  }
  return made
}

/** Every key holder shows that their key opens. */
export async function tryKeys(
  server: Doors,
  holders: readonly TestKeyHolder[],
): Promise<void> {
  for (const { secret, key } of holders) {
    const holder = server.visitor()
    const { body } = await holder.post('/api/key-holder/question', { secret })
    const sealed = fromBase64url((body as { sealed: string }).sealed)
    const answer = await answerChallenge(
      await readyToOpen(key),
      sealed ?? new Uint8Array(),
    )
    await holder.post('/api/key-holder/answer', {
      secret,
      answer: toBase64url(answer ?? new Uint8Array()),
    })
  }
}

export async function anApprovedDraft(server: TestServer): Promise<Assessment> {
  const { id, revision } = await aPlannedDraft(await server.example())
  return approve(server, id, revision)
}

/** Both sides agree to the duty to act. */
export async function agreeToDuty(server: Doors, id: string): Promise<void> {
  for (const side of ['organiser', 'employee-side'] as const) {
    const member = await server.example(side)
    await member.post(`/api/office/assessments/${id}/duty-to-act`)
  }
}

export async function approve(
  server: Doors,
  id: string,
  revision: number,
): Promise<Assessment> {
  await agreeToDuty(server, id)
  const employeeSide = await server.example('employee-side')
  const { body } = await employeeSide.post(`/api/office/assessments/${id}/approval`, {
    revision,
  })
  return Assessment.parse(body)
}

export interface ReadyToFreeze {
  readonly id: string
  readonly organiser: Visitor
  readonly holders: readonly TestKeyHolder[]
}

export async function aDraftToFreeze(
  server: Doors,
  planned: object = plan,
  csv: string = unitsCsv,
  questions: object | null = null,
): Promise<ReadyToFreeze> {
  const organiser = await server.example()
  const { id } = await aPlannedDraft(organiser, planned, csv)
  if (questions) await organiser.put(`/api/office/assessments/${id}/questions`, questions)
  const holders = await withKeyHolders(server, id)
  const { body } = await organiser.get(`/api/office/assessments/${id}`)
  await approve(server, id, Assessment.parse(body).revision)
  return { id, organiser, holders }
}

export interface FrozenSurvey extends ReadyToFreeze {
  readonly manifest: Manifest
  /** public keys by unit, SPKI in base64 */
  readonly unitKeys: ReadonlyMap<string, string>
}

export async function aFrozenSurvey(
  server: TestServer,
  planned: object = plan,
): Promise<FrozenSurvey> {
  return frozen(server, await aDraftToFreeze(server, planned))
}

/** Freezes a draft, and reads what was frozen. */
async function frozen(server: TestServer, ready: ReadyToFreeze): Promise<FrozenSurvey> {
  await freeze(ready.organiser, ready.id)
  return { ...ready, ...(await publishedOf(server, ready.id)) }
}

/** What goes out about a frozen survey. */
export async function publishedOf(
  server: TestServer,
  id: string,
): Promise<Pick<FrozenSurvey, 'manifest' | 'unitKeys'>> {
  const { body } = await server.visitor().get(`/api/manifests/${id}`)
  const { manifest } = body as SignedManifest
  const keys = await server.running.services.unitKeysOf(manifest)
  const unitKeys = new Map(
    manifest.units.map(({ id: unit }, at) => [unit, keys[at] ?? '']),
  )
  return { manifest, unitKeys }
}

/** Freezes, and waits for the end. */
export async function freeze(organiser: Visitor, id: string): Promise<Reply> {
  const reply = await organiser.post(`/api/office/registrar/${id}/freeze`)
  if (reply.status === 202) await finished(organiser, (reply.body as { id: string }).id)
  return reply
}

export interface OpenSurvey extends FrozenSurvey {
  /** every code, unit after unit */
  readonly codes: readonly string[]
  /** the codes of each unit */
  readonly codesOf: (unit: string) => readonly string[]
}

export async function anOpenSurvey(
  server: TestServer,
  planned: object = plan,
): Promise<OpenSurvey> {
  return opened(server, await aDraftToFreeze(server, planned))
}

/** Freezes a draft, has the keys tried, gives every place a code, and opens. */
export async function opened(
  server: TestServer,
  ready: ReadyToFreeze,
): Promise<OpenSurvey> {
  const survey = await frozen(server, ready)
  const { id, organiser, holders, manifest } = survey
  await tryKeys(server, holders)
  const places = manifest.units.flatMap(({ id: unit, headcount }) =>
    Array.from({ length: headcount }, (_, place) => ({ unit, place })),
  )
  const { db } = server.running.services
  const issued = await issueCodes(db, Assessment.options[0].shape.id.parse(id), places)
  await organiser.post(`/api/office/registrar/${id}/open`)
  const codes = issued.map(({ unit, secret }) => ({
    unit,
    code: writeAccessCode(secret),
  }))
  return {
    ...survey,
    codes: codes.map(({ code }) => code),
    codesOf: (unit) => codes.filter((one) => one.unit === unit).map(({ code }) => code),
  }
}

type At = Pick<OpenSurvey, 'manifest'>

/** Collects a ballot with a code and casts answers with it. */
export async function cast(
  server: Doors,
  { manifest }: At,
  code: string | undefined,
  answers: Answers,
): Promise<Reply> {
  const ballot = await collectAsEmployee(server.origin, manifest, code ?? '')
  const sealed = await sealCast(manifest, ballot, answers)
  return server.atBallotBox('PUT', '/ballot', { assessment: manifest.assessment, sealed })
}

/** The same answer to every question that has it. */
export function answersAll(option: string): Answers {
  return Object.fromEntries(
    itemsOf(core)
      .filter(({ format, shownWhen }) => format.kind === 'frequency' && !shownWhen)
      .map(({ id }) => [id, option]),
  )
}

/** Waits for the end of long work. @returns its last state */
export async function finished(member: Visitor, job: string): Promise<object> {
  for (;;) {
    const { body } = await member.get(`/api/office/jobs/${job}`)
    if ((body as { state: string }).state !== 'running') return body as object
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

type ToEnd = Pick<OpenSurvey, 'id' | 'organiser' | 'holders'>

/** Closes before the promised last day: both sides agree. */
export async function close(server: Doors, { id, organiser }: ToEnd): Promise<Reply> {
  await organiser.post(`/api/office/tally/${id}/close`)
  const employeeSide = await server.example('employee-side')
  return employeeSide.post(`/api/office/tally/${id}/close`)
}

/** Lays the shares out for the key holders, and waits for the end. */
export async function unseal({ id, organiser }: ToEnd): Promise<object> {
  const { body } = await organiser.post(`/api/office/tally/${id}/unseal`)
  return finished(organiser, (body as { id: string }).id)
}

/** A key holder shows the key and gets the pass for the opening. */
export async function begin(
  server: Doors,
  { secret, key }: TestKeyHolder,
): Promise<Opening> {
  const holder = server.visitor()
  const { body } = await holder.post('/api/key-holder/question', { secret })
  const sealed = fromBase64url((body as { sealed: string }).sealed) ?? new Uint8Array()
  const answer = await answerChallenge(await readyToOpen(key), sealed)
  const opening = await holder.post('/api/key-holder/opening/begin', {
    secret,
    answer: toBase64url(answer ?? new Uint8Array()),
  })
  return Opening.parse(opening.body)
}

/** A key holder opens their shares and delivers them to the count. */
export async function deliver(server: Doors, holder: TestKeyHolder): Promise<void> {
  const {
    pass,
    assessment,
    holder: trustee,
    parts,
    tallyKey,
  } = await begin(server, holder)
  const browser = server.visitor()
  for (let part = 0; part < parts; part += 1) {
    const { body } = await browser.post('/api/key-holder/opening/take', { pass, part })
    const { shares } = SealedPart.parse(body)
    const place = { assessment, trustee, part }
    const sealed = await openPart(await readyToOpen(holder.key), shares, place, tallyKey)
    await browser.post('/api/key-holder/opening/deliver', {
      pass,
      part,
      sealed: toBase64url(sealed),
    })
  }
}

/** Waits until an assessment is in a state other than this. */
export async function left(
  organiser: Visitor,
  id: string,
  state: string,
): Promise<string> {
  for (;;) {
    const { body } = await organiser.get(`/api/office/assessments/${id}`)
    const now = Assessment.parse(body).state
    if (now !== state) return now
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** Closes, opens with two of the key holders and counts, and waits for the end. */
export async function count(server: Doors, survey: ToEnd): Promise<void> {
  await close(server, survey)
  await unseal(survey)
  for (const holder of survey.holders.slice(0, 2)) await deliver(server, holder)
  await left(survey.organiser, survey.id, 'unsealing')
}

/** Both sides agree to publish. */
export async function publish(server: Doors, { id, organiser }: ToEnd): Promise<Reply> {
  await organiser.post(`/api/office/results/${id}/release`)
  const employeeSide = await server.example('employee-side')
  return employeeSide.post(`/api/office/results/${id}/release`)
}

/** The whole way from open to released. */
export async function release(server: Doors, survey: ToEnd): Promise<void> {
  await count(server, survey)
  await publish(server, survey)
}
