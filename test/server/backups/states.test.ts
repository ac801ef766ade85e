import { describe, expect, it } from 'vitest'
import { Assessment, type State } from '#server/assessments/contract.ts'
import { SignedRelease } from '#server/results/contract.ts'
import {
  aDraftToFreeze,
  anOpenSurvey,
  answersAll,
  aPlannedDraft,
  approve,
  cast,
  close,
  count,
  deliver,
  freeze,
  left,
  publish,
  release,
  type TestKeyHolder,
  tryKeys,
  unseal,
} from '../journey.ts'
import { type TestServer, testServer, type Visitor } from '../test-server.ts'
import { backUp, copyKeys, onAnotherMachine } from './a-backup.ts'

/** Where a survey was left, and how it goes on. */
interface Left {
  readonly id: string
  /** takes it to its end; the sessions of before are gone */
  readonly goOn: (organiser: Visitor) => Promise<unknown>
}

const twelve = 12

async function openWithTwelve(server: TestServer) {
  const survey = await anOpenSurvey(server)
  for (const code of survey.codes.slice(0, twelve)) {
    await cast(server, survey, code, answersAll('often'))
  }
  return survey
}

/** Of the signed release: from how many answered, and how often collecting went on; or null. */
async function releasedOf(organiser: Visitor, id: string) {
  const { body } = await organiser.get(`/api/office/results/${id}/signed`)
  const signed = SignedRelease.safeParse(body)
  if (!signed.success) return null
  const { release: figures, resumed } = signed.data.published
  const { answered } = figures.organization
  return { from: answered.kind === 'shown' ? answered.from : 0, resumed }
}

/** Takes a survey to a state, and says what is left to do from there. */
const leftIn: Readonly<
  Record<Exclude<State, 'shredded'>, (server: TestServer) => Promise<Left>>
> = {
  async draft(server) {
    const { id, revision } = await aPlannedDraft(await server.example())
    return { id, goOn: () => approve(server, id, revision) }
  },
  async reviewed(server) {
    const { id } = await aDraftToFreeze(server)
    return { id, goOn: (organiser) => freeze(organiser, id) }
  },
  async frozen(server) {
    const { id, holders, organiser: before } = await aDraftToFreeze(server)
    await freeze(before, id)
    return {
      id,
      async goOn(organiser) {
        await tryKeys(server, holders)
        await organiser.post(`/api/office/registrar/${id}/open`)
      },
    }
  },
  async open(server) {
    const survey = await openWithTwelve(server)
    return {
      id: survey.id,
      async goOn(organiser) {
        await resume(server, organiser, survey.id)
        for (const code of survey.codes.slice(twelve, 20)) {
          await cast(server, survey, code, answersAll('never'))
        }
        await release(server, { ...survey, organiser })
      },
    }
  },
  async closed(server) {
    const survey = await openWithTwelve(server)
    await close(server, survey)
    return {
      id: survey.id,
      async goOn(organiser) {
        await unseal({ ...survey, organiser })
        for (const holder of survey.holders.slice(0, 2)) await deliver(server, holder)
        await left(organiser, survey.id, 'unsealing')
        await publish(server, { ...survey, organiser })
      },
    }
  },
  async unsealing(server) {
    const survey = await openWithTwelve(server)
    await close(server, survey)
    await unseal(survey)
    const [first, second] = survey.holders as [TestKeyHolder, TestKeyHolder]
    await deliver(server, first)
    return {
      id: survey.id,
      async goOn(organiser) {
        await deliver(server, second)
        await left(organiser, survey.id, 'unsealing')
        await publish(server, { ...survey, organiser })
      },
    }
  },
  async tallied(server) {
    const survey = await openWithTwelve(server)
    await count(server, survey)
    return {
      id: survey.id,
      goOn: (organiser) => publish(server, { ...survey, organiser }),
    }
  },
  async released(server) {
    const survey = await openWithTwelve(server)
    await release(server, survey)
    return { id: survey.id, goOn: async () => undefined }
  },
  async aborted(server) {
    const survey = await openWithTwelve(server)
    for (const side of ['organiser', 'employee-side'] as const) {
      const member = await server.example(side)
      await member.post(`/api/office/results/${survey.id}/abort`)
    }
    return { id: survey.id, goOn: async () => undefined }
  },
}

async function resume(server: TestServer, organiser: Visitor, id: string): Promise<void> {
  await organiser.post(`/api/office/registrar/${id}/resume`)
  const employeeSide = await server.example('employee-side')
  await employeeSide.post(`/api/office/registrar/${id}/resume`)
}

async function stateOf(organiser: Visitor, id: string): Promise<State> {
  const { body } = await organiser.get(`/api/office/assessments/${id}`)
  return Assessment.parse(body).state
}

const asBefore = { from: 10, resumed: 0 }

/** Twelve are in the band from ten, twenty in the one from twenty. */
const ends: readonly (readonly [keyof typeof leftIn, State, object | null])[] = [
  ['draft', 'reviewed', null],
  ['reviewed', 'frozen', null],
  ['frozen', 'open', null],
  ['open', 'shredded', { from: 20, resumed: 1 }],
  ['closed', 'shredded', asBefore],
  ['unsealing', 'shredded', asBefore],
  ['tallied', 'shredded', asBefore],
  ['released', 'shredded', asBefore],
  ['aborted', 'shredded', null],
]

describe('on another machine, from backups and copies of the keys', () => {
  it.each(ends)('what was %s goes on to be %s', async (state, end, released) => {
    await using server = await testServer()
    const { id, goOn } = await leftIn[state](server)
    const before = await stateOf(await server.example(), id)
    const backups = await backUp(server)
    const keys = await copyKeys(server)

    await server.restart(() => onAnotherMachine(server, backups, keys))

    const organiser = await server.example()
    expect(await stateOf(organiser, id)).toBe(before)
    await goOn(organiser)
    expect(await stateOf(organiser, id)).toBe(end)
    expect(await releasedOf(organiser, id)).toEqual(released)
  })
})
