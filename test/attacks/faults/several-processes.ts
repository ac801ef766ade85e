import { setTimeout } from 'node:timers/promises'
import { seededRandom } from '#analysis/statistics/random.ts'
import { AssessmentId } from '#server/assessments/contract.ts'
import { collectAsEmployee, sealCast } from '#server/example/answer-as-employee.ts'
import { issueCodes } from '#server/registrar/issue-codes.ts'
import { writeAccessCode } from '#surveys/ballot/access-code.ts'
import { nullifierOf } from '#surveys/ballot/ballot.ts'
import type { Manifest, SignedManifest } from '#surveys/ballot/manifest.ts'
import { drawSeed } from '#surveys/ballot/seed.ts'
import {
  aDraftToFreeze,
  answersAll,
  close,
  count,
  freeze,
  plan,
  publish,
  tryKeys,
} from '../../server/journey.ts'
import {
  anInstallation,
  type Installation,
} from '../../server/processes/an-installation.ts'
import { doorsOf } from '../../server/test-server.ts'
import type { Outcome } from '../attack.ts'

/** How many are asked, and how often a process is ended by force while they answer. */
interface Effort {
  readonly people: number
  readonly kills: number
}

/**
 * Two processes of the office and two of the ballot box, each pair behind one address without
 * sticky sessions, on one PostgreSQL server. Everybody collects with two devices at once and casts
 * twice at once, while processes are ended by force and others take their place. Then it is
 * closed, counted and released by whichever process is asked.
 */
export async function trySeveralProcesses({ people, kills }: Effort): Promise<Outcome> {
  const broken: string[] = []
  await using installation = await anInstallation(2, 2)
  const survey = await anOpenSurvey(installation, people)
  const { id, manifest, codes } = survey
  let isOver = false
  const killing = killOnAndOn(installation, kills, () => isOver)
  const answered = await Promise.all(
    codes.map((code) => answerTwice(installation, manifest, code)),
  )
  isOver = true
  const killed = await killing

  const cast = answered.flatMap(({ nullifiers }) => nullifiers)
  const kept = await installation.nullifiers(id)
  for (const one of answered) {
    if (one.nullifiers.length !== 1) broken.push(`a person cast ${one.nullifiers.length}`)
  }
  const lost = cast.filter((name) => !kept.includes(name))
  const more = kept.length - new Set(cast).size
  if (lost.length > 0) broken.push(`${lost.length} acknowledged ballots are lost`)
  if (more !== 0) broken.push(`${more} ballots are more than were cast`)
  broken.push(...(await stillOpen(installation, survey)))
  await count(installation.doors, survey)
  const { status } = await publish(installation.doors, survey)
  if (status !== 200) broken.push(`the release answered ${status}`)
  const figures = {
    processes: 4,
    'ended by force': killed,
    'ballots acknowledged': cast.length,
    'tries broken off': answered.reduce((sum, { tries }) => sum + tries, 0),
    lost: lost.length,
    double: more,
  }
  return {
    name: 'several processes, some ended by force (25)',
    expects: 'one ballot for everybody, and closed is closed everywhere',
    figures,
    broken,
  }
}

async function anOpenSurvey({ doors, db }: Installation, people: number) {
  const units = Math.max(1, Math.floor(people / 32))
  const rows = Array.from({ length: units }, (_, at) => `Hall ${at + 1},,32`)
  const csv = `name,parent,headcount\n${rows.join('\n')}\n`
  const ready = await aDraftToFreeze(doors, plan, csv)
  await freeze(ready.organiser, ready.id)
  const { body } = await doors.visitor().get(`/api/manifests/${ready.id}`)
  const { manifest } = body as SignedManifest
  await tryKeys(doors, ready.holders)
  const places = manifest.units.flatMap(({ id: unit, headcount }) =>
    Array.from({ length: headcount }, (_, place) => ({ unit, place })),
  )
  const issued = await issueCodes(db, AssessmentId.parse(ready.id), places)
  const { status } = await ready.organiser.post(`/api/office/registrar/${ready.id}/open`)
  if (status !== 200) throw new Error(`expected an open survey, got ${status}`)
  const codes = issued.map(({ secret }) => writeAccessCode(secret))
  return { ...ready, manifest, codes }
}

/** Ends one process after another by force while people answer, and starts another for each. */
async function killOnAndOn(
  installation: Installation,
  kills: number,
  isOver: () => boolean,
): Promise<number> {
  const random = seededRandom('several processes')
  let killed = 0
  while (killed < kills && !isOver()) {
    await setTimeout(50 + random() * 400)
    const role = killed % 2 === 0 ? 'ballot-box' : 'office'
    const parts = role === 'office' ? installation.offices : installation.boxes
    const part = parts[Math.floor(random() * parts.length)]
    if (!part) break
    await installation.kill(part)
    killed += 1
    await installation.another(role)
  }
  return killed
}

interface Answered {
  /** of the ballots that were acknowledged */
  readonly nullifiers: readonly string[]
  /** how often a request was broken off and made again */
  readonly tries: number
}

/** Two devices collect with one code at once; what they got is cast twice at once. */
async function answerTwice(
  { doors }: Installation,
  manifest: Manifest,
  code: string,
): Promise<Answered> {
  let tries = 0
  const again = <Result>(work: () => Promise<Result>): Promise<Result> =>
    untilAnswered(work, () => (tries += 1))
  const devices = await Promise.allSettled(
    [drawSeed(), drawSeed()].map((seed) =>
      again(() => collectAsEmployee(doors.origin, manifest, code, seed)),
    ),
  )
  const collected = devices.flatMap((one) =>
    one.status === 'fulfilled' ? [one.value] : [],
  )
  const nullifiers = await Promise.all(
    collected.map(async (ballot) => {
      const sealed = await sealCast(manifest, ballot, answersAll('often'))
      const { assessment } = manifest
      const castOnce = async (): Promise<void> => {
        const { status } = await doors.atBallotBox('PUT', '/ballot', {
          assessment,
          sealed,
        })
        if (status !== 204) throw new Error(`the door answered ${status}`)
      }
      await Promise.all([again(castOnce), again(castOnce)])
      return Buffer.from(await nullifierOf(ballot.ballot.serial)).toString('hex')
    }),
  )
  return { nullifiers, tries }
}

const mostTries = 300

/** What employees' pages do where the network fails: the same again. A clear no is an answer. */
async function untilAnswered<Result>(
  work: () => Promise<Result>,
  again: () => void,
): Promise<Result> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await work()
    } catch (error) {
      const said = error instanceof Error ? error.message : ''
      if (/answered 4/.test(said) || tries === mostTries) throw error
      again()
      await setTimeout(50)
    }
  }
}

/** Closes the survey, and asks each process of the ballot box by itself whether it knows. */
async function stillOpen(
  { doors, boxes }: Installation,
  survey: Awaited<ReturnType<typeof anOpenSurvey>>,
): Promise<readonly string[]> {
  const body = { assessment: survey.id, sealed: 'A'.repeat(2_000) }
  const before = await askEach(boxes, body)
  await close(doors, survey)
  const after = await askEach(boxes, body)
  return [
    ...before.filter((status) => status === 410).map(() => 'a process was closed before'),
    ...after
      .filter((status) => status !== 410)
      .map((status) => `a process answers ${status} after the closing`),
  ]
}

function askEach(boxes: Installation['boxes'], body: object): Promise<readonly number[]> {
  return Promise.all(
    boxes.map(async ({ port }) => {
      const at = `http://127.0.0.1:${port}`
      return (await doorsOf(at, at).atBallotBox('PUT', '/ballot', body)).status
    }),
  )
}
