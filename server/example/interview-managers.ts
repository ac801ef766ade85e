import { randomBytes } from 'node:crypto'
import type { Organiser } from '../accounts/access.ts'
import type { Assessment } from '../assessments/contract.ts'
import {
  completeTalk,
  letOutSentences,
  talkOf,
  talksOf,
} from '../interviews/hold-talk.ts'
import { inviteManager } from '../interviews/invite-manager.ts'
import { approveSummary, handIn } from '../interviews/prepare-interview.ts'
import type { Services } from '../services.ts'
import { type ExampleInterview, exampleInterviews } from './testimony.ts'
import { examplePerson } from './visit-example.ts'

/** The invented managers are invited, prepare, talk and approve, as real ones do. */
export async function interviewManagers(
  services: Services,
  organiser: Organiser,
  assessment: Assessment,
): Promise<void> {
  for (const interview of exampleInterviews) {
    await interviewOne(services, organiser, assessment, interview)
  }
}

async function interviewOne(
  services: Services,
  organiser: Organiser,
  { id, units }: Assessment,
  { unit, answers, texts, letOut }: ExampleInterview,
): Promise<void> {
  const facilitator = await examplePerson(services, 'facilitator')
  const led = units.filter(({ name }) => name === unit).map((one) => one.id)
  const invited = await inviteManager(services, organiser, id, {
    units: led,
    label: unit,
  })
  const secret = new URL(invited.link).hash.slice(1)
  const next = randomBytes(32).toString('base64url')
  const said = { answers: { ...answers }, texts, harmless: [] }
  await handIn(services, { secret, next, ...said })
  const prepared = (await talksOf(services, facilitator, id)).find(
    ({ state }) => state === 'prepared',
  )
  if (!prepared) return
  const { version } = await talkOf(services, facilitator, id, prepared.id)
  const { talk } = await completeTalk(services, facilitator, id, prepared.id, {
    version,
    ...said,
  })
  const approved = await approveSummary(services, { secret: next, version: talk.version })
  await letOutSentences(services, facilitator, id, prepared.id, {
    version: approved.version,
    sentences: [...letOut],
    harmless: [],
  })
}
