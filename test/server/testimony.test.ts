import { describe, expect, it } from 'vitest'
import { exampleGroups } from '#server/example/testimony.ts'
import { aCast, codeOf } from './interviewing.ts'
import {
  aDraft,
  anOpenSurvey,
  answersAll,
  cast as castBallot,
  release,
} from './journey.ts'
import { testServer } from './test-server.ts'

const [group] = exampleGroups
const month = '2026-11'

describe('a focus group', () => {
  it('is kept with its month and size, and no name', async () => {
    await using server = await testServer()
    const { id, organiser } = await anOpenSurvey(server)

    await organiser.post(`/api/office/focus-groups/${id}`, { month, answers: group })

    const { body } = await organiser.get(`/api/office/focus-groups/${id}`)
    expect(body).toMatchObject([{ month, participants: 7, counted: true }])
  })

  it('of fewer than four is a conversation that does not count', async () => {
    await using server = await testServer()
    const { id, organiser } = await anOpenSurvey(server)

    const { body } = await organiser.post(`/api/office/focus-groups/${id}`, {
      month,
      answers: { ...group, participants: 3 },
    })

    expect(body).toMatchObject({ participants: 3, counted: false })
  })

  it.each([
    ['a free text', { ...group, note: 'Anna said …' }, 'note'],
    ['no statement on power', { ...group, 'no-power-gap': undefined }, 'no-power-gap'],
    ['a size nobody can moderate', { ...group, participants: 40 }, 'participants'],
    [
      'a strength that does not exist',
      { ...group, 'theme.work.demands': 'huge' },
      'theme.work.demands',
    ],
    [
      'safety at home as a topic',
      { ...group, 'theme.soc.safety': 'raised-clearly' },
      'theme.soc.safety',
    ],
  ])('with %s is refused, and nothing is kept', async (_, answers, where) => {
    await using server = await testServer()
    const { id, organiser } = await anOpenSurvey(server)

    const { status, body } = await organiser.post(`/api/office/focus-groups/${id}`, {
      month,
      answers,
    })

    expect(status).toBe(400)
    expect(body).toMatchObject({ code: 'malformed-answers', problems: [{ where }] })
    expect((await organiser.get(`/api/office/focus-groups/${id}`)).body).toEqual([])
  })

  it('can be taken out again', async () => {
    await using server = await testServer()
    const { id, organiser } = await anOpenSurvey(server)
    const { body } = await organiser.post(`/api/office/focus-groups/${id}`, {
      month,
      answers: group,
    })
    const session = (body as { id: string }).id

    const removed = await organiser.delete(`/api/office/focus-groups/${id}/${session}`)
    const again = await organiser.delete(`/api/office/focus-groups/${id}/${session}`)

    expect([removed.status, again.status]).toEqual([204, 404])
  })

  it('waits until the survey has been opened', async () => {
    await using server = await testServer()
    const organiser = await server.example()
    const { id } = await aDraft(organiser)

    const { status } = await organiser.post(`/api/office/focus-groups/${id}`, {
      month,
      answers: group,
    })

    expect(status).toBe(409)
  })
})

describe('the needs', () => {
  it('hear groups and managers once there are enough of them', async () => {
    await using server = await testServer()
    const survey = await anOpenSurvey(server)
    const { id, organiser } = survey
    for (const code of survey.codes.slice(0, 40)) {
      await castBallot(server, survey, code, answersAll('sometimes'))
    }
    for (const answers of exampleGroups) {
      await organiser.post(`/api/office/focus-groups/${id}`, { month, answers })
    }
    const cast = await aCast(server, survey)
    const late = await cast.talked(['works'])
    for (const unit of ['works', 'hall', 'office']) {
      await cast.closed([unit], `Peace about ${unit}.`)
    }
    const early = await organiser.get(`/api/office/interviews/${id}/voices`)

    await release(server, survey)

    const { body } = await organiser.get(`/api/office/results/${id}`)
    const { needs } = (body as { needs: { needs: readonly Need[] } }).needs
    const demands = needs.find(({ construct }) => construct === 'work.demands')
    const waits = await cast.approve(late.next, late.talk.version)
    const again = await organiser.get(`/api/office/results/${id}`)
    const voices = await organiser.get(`/api/office/interviews/${id}/voices`)
    expect(body).toMatchObject({ sources: { interviews: 3 } })
    expect(demands?.sources).toMatchObject({
      survey: expect.anything(),
      focusGroups: expect.anything(),
      managers: { score: 100 },
    })
    expect(codeOf(early)).toBe('409 assessment-not-released')
    expect(waits.status).toBe(200)
    expect(again.body).toEqual(body)
    expect(voices.body).toEqual({
      sentences: ['hall', 'office', 'works'].map((unit) => ({
        kind: 'wish',
        text: `Peace about ${unit}.`,
      })),
    })
  })
})

interface Need {
  readonly construct: string
  readonly sources: { readonly managers: object | null }
}
