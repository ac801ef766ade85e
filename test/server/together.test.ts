import { describe, expect, it } from 'vitest'
import { missingInWords } from '#analysis/report/sources-in-words.ts'
import { sourceTexts } from '#analysis/sources-wording.ts'
import { analysisTexts } from '#analysis/wording.ts'
import { heard } from '#server/database/migrations/0011-heard.ts'
import { exampleGroups } from '#server/example/testimony.ts'
import { forgetInterviews } from '#server/interviews/hear-managers.ts'
import { Results, Sources } from '#server/results/contract.ts'
import { letInLatecomers } from '#server/results/let-sources-in.ts'
import { aCast, type Cast, codeOf } from './interviewing.ts'
import { anOpenSurvey, answersAll, cast as castBallot, release } from './journey.ts'
import { type TestServer, testServer } from './test-server.ts'

const month = '2026-11'
const texts = { ...analysisTexts.en, ...sourceTexts.en }
const teams = [
  ['works'],
  ['hall'],
  ['office'],
  ['office', 'yard'],
  ['office', 'hall'],
] as const

/** A survey that so many answered, released with nobody heard beside it. */
async function aRelease(server: TestServer, answers: number) {
  const survey = await anOpenSurvey(server)
  const { id, organiser } = survey
  for (const code of survey.codes.slice(0, answers)) {
    await castBallot(server, survey, code, answersAll('sometimes'))
  }
  const cast = await aCast(server, survey)
  const door = `/api/office/results/${id}`
  return {
    ...survey,
    cast,
    release: () => release(server, survey),
    results: async () => Results.parse((await organiser.get(door)).body),
    sources: async () => Sources.parse((await organiser.get(`${door}/sources`)).body),
    hold: async (count: number) => {
      for (const answers of exampleGroups.slice(0, count)) {
        await organiser.post(`/api/office/focus-groups/${id}`, { month, answers })
      }
    },
    turn: () => letInLatecomers(server.running.services),
  }
}

async function hear(cast: Cast, from: number, to: number): Promise<void> {
  for (const units of teams.slice(from, to)) {
    await cast.closed(units, `Peace about ${units.join(' and ')}.`)
  }
}

/** Which sources speak of any need, and what is said of the others. */
async function speaking({ results, sources }: Awaited<ReturnType<typeof aRelease>>) {
  const { needs, sources: found } = await results()
  const heard = (['survey', 'focusGroups', 'managers'] as const).filter((source) =>
    needs.needs.some((need) => need.sources[source]),
  )
  return [heard.join('+'), ...missingInWords(found.missing, await sources(), texts)]
}

const noSurvey = expect.stringMatching(
  /^The survey says nothing .* more than “not sure”\.$/,
)
const noGroups = expect.stringMatching(/^There are no focus groups\./)
const noManagers = expect.stringMatching(/^No manager has been heard\./)

describe('any sources', () => {
  it('give results: the survey, with groups, with managers, with both', async () => {
    await using server = await testServer()
    const there = await aRelease(server, 40)
    await there.release()

    const alone = await speaking(there)
    await there.hold(3)
    await there.turn()
    const withGroups = await speaking(there)
    await hear(there.cast, 0, 3)
    await there.turn()
    const withAll = await speaking(there)

    expect(alone).toEqual(['survey', noGroups, noManagers])
    expect(withGroups).toEqual(['survey+focusGroups', noManagers])
    expect(withAll).toEqual([
      'survey+focusGroups+managers',
      texts['sources.missing.nothing'],
    ])
    expect((await there.results()).sources).toMatchObject({
      focusGroups: 3,
      interviews: 3,
      topics: { 'work.demands': { asked: 3, raised: 3 } },
    })
  })

  it('give results: the survey with managers alone', async () => {
    await using server = await testServer()
    const there = await aRelease(server, 40)
    await hear(there.cast, 0, 3)
    await there.release()

    expect(await speaking(there)).toEqual(['survey+managers', noGroups])
  })

  it('give results where the survey may show no share: groups, and with managers', async () => {
    await using server = await testServer()
    const there = await aRelease(server, 12)
    await there.hold(3)
    await there.release()

    const groups = await speaking(there)
    await hear(there.cast, 0, 3)
    await there.turn()
    const both = await speaking(there)

    expect(groups).toEqual(['focusGroups', noSurvey, noManagers])
    expect(both).toEqual(['focusGroups+managers', noSurvey])
  })

  it('give results: managers alone', async () => {
    await using server = await testServer()
    const there = await aRelease(server, 12)
    await hear(there.cast, 0, 3)
    await there.release()

    expect(await speaking(there)).toEqual(['managers', noSurvey, noGroups])
  })
})

describe('who comes after the release', () => {
  it('waits for two others, counted and nothing more, and comes in with them', async () => {
    await using server = await testServer()
    const there = await aRelease(server, 40)
    await hear(there.cast, 0, 3)
    await there.hold(2)
    await there.release()
    const atRelease = await there.results()

    await hear(there.cast, 3, 5)
    await there.turn()
    const two = await there.results()
    const waiting = await there.sources()
    await there.cast.closed(['office', 'works'], 'A break room.')
    await there.hold(1)
    await there.turn()
    await there.turn()
    const three = await there.results()
    const { body: voices } = await there.organiser.get(
      `/api/office/interviews/${there.id}/voices`,
    )

    expect(two).toEqual(atRelease)
    expect(waiting).toEqual({
      focusGroups: { heard: 0, waiting: 2, later: [] },
      interviews: { heard: 3, waiting: 2, later: [] },
    })
    expect(three.sources).toMatchObject({ focusGroups: 3, interviews: 6 })
    expect(await there.sources()).toEqual({
      focusGroups: { heard: 3, waiting: 0, later: [{ month, count: 3 }] },
      interviews: { heard: 6, waiting: 0, later: [{ month, count: 3 }] },
    })
    expect((voices as { sentences: object[] }).sentences).toHaveLength(6)
  })

  it('stays as it was let in, whatever becomes of what it was made from', async () => {
    await using server = await testServer()
    const there = await aRelease(server, 40)
    await there.hold(4)
    await there.release()
    const before = await there.results()
    const door = `/api/office/focus-groups/${there.id}`
    const { body } = await there.organiser.get(door)

    const [first] = body as readonly { readonly id: string }[]
    const removed = await there.organiser.delete(`${door}/${first?.id}`)
    await there.hold(2)
    await there.turn()

    expect(removed.status).toBe(204)
    expect(await there.results()).toEqual(before)
  })

  it('is no longer heard, and forgotten, half a year after the release', async () => {
    await using server = await testServer()
    const there = await aRelease(server, 40)
    await there.release()
    const { secret, id } = await there.cast.invited(['works'])

    server.clock.set('2027-05-20T12:00:00Z')
    await forgetInterviews(server.running.services)
    const inTime = await there.cast.look(secret)
    server.clock.set('2027-05-21T00:00:00Z')
    const late = await there.cast.look(secret)
    await forgetInterviews(server.running.services)

    const facilitator = await server.example('facilitator')
    const talk = await facilitator.get(`${there.cast.talks}/${id}`)
    expect(inTime.body).toMatchObject({ state: 'planned', heardUntil: '2027-05-20' })
    expect(codeOf(late)).toBe('409 interviews-over')
    expect(codeOf(talk)).toBe('404 interview-not-found')
  })
})

describe('a database from before there were batches', () => {
  it('gives the results it gave, as one batch that came with the release', async () => {
    await using server = await testServer()
    const there = await aRelease(server, 40)
    await there.hold(3)
    await hear(there.cast, 0, 3)
    await there.release()
    const before = [await there.results(), await there.sources()]
    const { db } = server.running.services
    await db.schema.dropTable('heard_batch').execute()

    await heard.up(db)

    expect([await there.results(), await there.sources()]).toEqual(before)
  })
})

describe('at the release', () => {
  it('fewer than three approved interviews wait, and keep their words until closed', async () => {
    await using server = await testServer()
    const there = await aRelease(server, 40)
    const { next, talk } = await there.cast.talked(['works'])
    await there.cast.approve(next, talk.version)
    await hear(there.cast, 1, 2)
    const before = await there.sources()
    await there.release()

    const waits = await there.cast.talk(talk.id)
    await hear(there.cast, 2, 4)
    await there.turn()

    expect(before.interviews).toEqual({ heard: 0, waiting: 2, later: [] })
    expect(waits).toMatchObject({
      state: 'approved',
      content: { texts: { wish: expect.any(String) } },
    })
    expect(await there.sources()).toMatchObject({ interviews: { heard: 3, waiting: 0 } })
  })

  it('three approved ones are closed, and what was not let out is gone', async () => {
    await using server = await testServer()
    const there = await aRelease(server, 40)
    const { next, talk } = await there.cast.talked(['works'])
    await there.cast.approve(next, talk.version)
    await hear(there.cast, 1, 3)
    await there.release()

    expect(await there.cast.talk(talk.id)).toMatchObject({
      state: 'locked',
      content: { texts: {} },
    })
    expect(await there.sources()).toMatchObject({ interviews: { heard: 3, waiting: 0 } })
  })
})
