import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type Random, seededRandom } from '#analysis/statistics/random.ts'
import { AssessmentId } from '#server/assessments/contract.ts'
import { verifyChain } from '#server/audit/chain.ts'
import { freePort } from '#server/commands/free-port.ts'
import { openOffice } from '#server/database/office.ts'
import { issueCodes } from '#server/registrar/issue-codes.ts'
import { writeAccessCode } from '#surveys/ballot/access-code.ts'
import type { SignedManifest } from '#surveys/ballot/manifest.ts'
import {
  aDraftToFreeze,
  answersAll,
  cast,
  deliver,
  finished,
  freeze,
  plan,
  type ReadyToFreeze,
  tryKeys,
} from '../../server/journey.ts'
import { type Part, startPart } from '../../server/processes/processes.ts'
import {
  type Doors,
  doorsOf,
  type Reply,
  type Visitor,
} from '../../server/test-server.ts'
import type { Outcome } from '../attack.ts'

/**
 * Ends a whole installation by kill −9 at random moments while a survey is closed, laid out for
 * its key holders, opened, counted and released, and while its documents are made. After every
 * end it is started again and asked: what was acknowledged is there, what was not is there whole
 * or not at all, what was done is on record, and doing it again brings it to its end.
 */
export async function tryKilledWork(
  kills: number,
  until: 'released' | 'reported' = 'reported',
): Promise<Outcome> {
  const random = seededRandom('killed work')
  const broken: string[] = []
  let [killed, surveys] = [0, 0]
  await using machine = await aMachine()
  while (killed < kills) {
    surveys += 1
    const survey = await anAnsweredSurvey(machine)
    const steps = stepsOf(machine, survey).slice(0, until === 'released' ? -1 : undefined)
    for (const step of steps) {
      const result = await untilDone(machine, step, random, () => {
        const mayKill = killed < kills
        killed += mayKill ? 1 : 0
        return mayKill
      })
      broken.push(...result.map((one) => `survey ${surveys}: ${one}`))
    }
    broken.push(...(await notOnRecord(survey, until === 'released' ? 3 : 4)))
  }
  return {
    name: 'kill -9 while answers are opened, counted, released and reported (25)',
    expects: 'nothing acknowledged is lost, nothing is half done',
    figures: { kills: killed, surveys, 'lost or half done': broken.length },
    broken,
  }
}

/** An installation of one process that can be ended and started again. */
interface Machine extends AsyncDisposable {
  readonly doors: Doors
  readonly folder: string
  /** by force, and starts it again */
  killAndStart(): Promise<void>
}

async function aMachine(): Promise<Machine> {
  const folder = await mkdtemp(join(tmpdir(), 'groundwork-killed-'))
  const [port, ballotPort] = [await freePort(), await freePort()]
  const settings = {
    GROUNDWORK_ROLE: 'all',
    GROUNDWORK_DATA: folder,
    GROUNDWORK_PORT: String(port),
    GROUNDWORK_BALLOT_PORT: String(ballotPort),
  }
  let part: Part = await startPart(settings, port)
  return {
    folder,
    doors: doorsOf(`http://127.0.0.1:${port}`, `http://127.0.0.1:${ballotPort}`),
    async killAndStart() {
      await part.kill()
      part = await startPart(settings, port)
      if (part.process.exitCode !== null) throw new Error(part.said())
    },
    async [Symbol.asyncDispose]() {
      await part.kill()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

type Answered = ReadyToFreeze & { readonly employeeSide: Visitor }

const people = 16

async function anAnsweredSurvey({ doors, folder }: Machine): Promise<Answered> {
  const csv = `name,parent,headcount\nHall,,${people}\n`
  const ready = await aDraftToFreeze(doors, plan, csv)
  await freeze(ready.organiser, ready.id)
  const { body } = await doors.visitor().get(`/api/manifests/${ready.id}`)
  const { manifest } = body as SignedManifest
  await tryKeys(doors, ready.holders)
  const [unit = { id: '' }] = manifest.units
  const db = await openOffice(join(folder, 'office.sqlite'))
  const places = Array.from({ length: people }, (_, place) => ({ unit: unit.id, place }))
  const codes = await issueCodes(db, AssessmentId.parse(ready.id), places)
  await db.destroy()
  await ready.organiser.post(`/api/office/registrar/${ready.id}/open`)
  for (const { secret } of codes) {
    await cast(doors, { manifest }, writeAccessCode(secret), answersAll('often'))
  }
  return { ...ready, employeeSide: await doors.example('employee-side') }
}

/** Something that is done by a request, and how to see whether it is. */
interface Step {
  readonly name: string
  /** how long it takes, about, in milliseconds */
  readonly takes: number
  /** fails where it was not acknowledged */
  act(): Promise<void>
  isDone(): Promise<boolean>
}

function stepsOf({ doors }: Machine, survey: Answered): readonly Step[] {
  const { id, organiser, employeeSide, holders } = survey
  const stateIn = async (...states: readonly string[]): Promise<boolean> => {
    const { body } = await organiser.get(`/api/office/assessments/${id}`)
    return states.includes(Object(body).state)
  }
  const afterOpen = ['closed', 'unsealing', 'tallied', 'released', 'shredded']
  const bothAgree = (
    name: string,
    door: string,
    takes: number,
    done: readonly string[],
  ) =>
    [organiser, employeeSide].map(
      (member, at): Step => ({
        name: `${name} (${at + 1} of 2)`,
        takes,
        act: async () => acknowledged(await member.post(door)),
        isDone: async () => at === 0 || stateIn(...done),
      }),
    )
  const job = (name: string, door: string, isDone: () => Promise<boolean>): Step => ({
    name,
    takes: 3_000,
    async act() {
      const { status, body } = await organiser.post(door)
      if (status !== 202) return acknowledged({ status, body } as Reply)
      const ended = await finished(organiser, (body as { id: string }).id)
      if (Object(ended).state !== 'finished') throw new Error('not finished')
    },
    isDone,
  })
  return [
    ...bothAgree('closing', `/api/office/tally/${id}/close`, 150, afterOpen),
    job('laying out', `/api/office/tally/${id}/unseal`, () =>
      stateIn(...afterOpen.slice(1)),
    ),
    ...holders.slice(0, 2).map(
      (holder, at): Step => ({
        name: `delivering (${at + 1} of 2)`,
        takes: 1_500,
        act: () => deliver(doors, holder),
        // The count goes on at the start where it was broken off.
        isDone: async () => at === 0 || until(() => stateIn(...afterOpen.slice(2))),
      }),
    ),
    ...bothAgree('releasing', `/api/office/results/${id}/release`, 300, [
      'released',
      'shredded',
    ]),
    job('reporting', `/api/office/reports/${id}/make`, async () => {
      const { body } = await organiser.get(`/api/office/reports/${id}`)
      return Object(body).made !== null && Object(body).made !== undefined
    }),
  ]
}

/** @throws Error for a no; what was done before is no no */
function acknowledged({ status, body }: Pick<Reply, 'status' | 'body'>): void {
  const doneBefore = [
    'assessment-not-open',
    'assessment-not-closed',
    'assessment-not-tallied',
    'reports-already-made',
  ]
  if (status < 300 || doneBefore.includes(Object(body).code)) return
  throw new Error(`answered ${status} ${Object(body).code}`)
}

const mostTries = 6

/** Does a step, ending the process at random moments as often as it may. @returns what broke */
async function untilDone(
  machine: Machine,
  { name, takes, act, isDone }: Step,
  random: Random,
  mayKill: () => boolean,
): Promise<readonly string[]> {
  const broken: string[] = []
  let failure = ''
  for (let tries = 0; tries < mostTries; tries += 1) {
    const acting = act().then(
      () => true,
      (error: unknown) => {
        failure = String(error)
        return false
      },
    )
    const isKilled = tries < 2 && mayKill()
    if (isKilled) {
      await Promise.race([acting, setTimeout(random() * takes)])
      await machine.killAndStart()
    }
    const wasAcknowledged = await acting
    const done = await isDone()
    if (wasAcknowledged && !done) broken.push(`${name} was acknowledged and is lost`)
    if (done && wasAcknowledged) return broken
  }
  return [...broken, `${name} does not come to its end: ${failure}`]
}

async function until(isSo: () => Promise<boolean>): Promise<boolean> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await isSo()) return true
    await setTimeout(50)
  }
  return false
}

/** What must be on record, done or begun, once a survey was closed, released and reported. */
const onRecord = ['close-agreed', 'unsealing-begun', 'release-agreed', 'reports-made']

async function notOnRecord(
  { id, organiser }: Answered,
  so: number,
): Promise<readonly string[]> {
  const { body } = await organiser.get('/api/office/audit/trail.jsonl')
  const lines = new TextDecoder()
    .decode(body as Uint8Array)
    .trim()
    .split('\n')
  const entries = lines.map((line): unknown => JSON.parse(line))
  const acts = entries
    .map((entry) => Object(entry))
    .map(({ action, about }) =>
      action === 'outcome-unknown' ? about : `${action}: ${about}`,
    )
  const missing = onRecord
    .slice(0, so)
    .filter((action) => !acts.includes(`${action}: ${id}`))
  const { kind } = verifyChain(entries)
  return [
    ...missing.map((action) => `${action} was done and is not on record`),
    ...(kind === 'whole' ? [] : [`the record is ${kind}`]),
  ]
}
