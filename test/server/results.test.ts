import { describe, expect, it } from 'vitest'
import { SignedRelease } from '#server/results/contract.ts'
import { verifyRelease } from '#server/results/sign-release.ts'
import * as journey from './journey.ts'
import { answersAll } from './journey.ts'
import { type TestServer, testServer } from './test-server.ts'

const { anOpenSurvey, cast, close, count, publish, release } = journey

async function answerAll(
  server: TestServer,
  survey: journey.OpenSurvey,
  people: number,
): Promise<void> {
  const options = ['rarely', 'sometimes', 'often', 'sometimes']
  const casting = survey.codes.slice(0, people).map((code, at) => {
    return cast(
      server,
      survey,
      code,
      answersAll(options[at % options.length] ?? 'rarely'),
    )
  })
  await Promise.all(casting)
}

async function anAnsweredSurvey(server: TestServer, people: number) {
  const survey = await anOpenSurvey(server)
  await answerAll(server, survey, people)
  return survey
}

describe('publishing the results', () => {
  it('shows the release to organiser and employee side alike', async () => {
    await using server = await testServer()
    const survey = await anAnsweredSurvey(server, 50)
    const { id, organiser } = survey
    await release(server, survey)
    const employeeSide = await server.example('employee-side')

    const mine = await organiser.get(`/api/office/results/${id}`)
    const theirs = await employeeSide.get(`/api/office/results/${id}`)

    expect(mine.status).toBe(200)
    expect(mine.body).toMatchObject({
      release: {
        rules: 'SDC-1',
        organization: { name: 'Fjord Logistics', headcount: 60 },
        units: [{ name: 'Office' }, { name: 'Works' }],
      },
      sources: { focusGroups: 0, interviews: 0 },
      needs: {
        validation: {
          sv: {
            items: { kind: 'not-validated' },
            translation: { kind: 'not-checked' },
          },
        },
      },
    })
    expect(theirs.body).toEqual(mine.body)
  })

  it.each(['organiser', 'employee-side'] as const)(
    'takes both sides: %s alone publishes nothing',
    async (role) => {
      await using server = await testServer()
      const survey = await anAnsweredSurvey(server, 20)
      await count(server, survey)
      const member = await server.example(role)

      const { body } = await member.post(`/api/office/results/${survey.id}/release`)
      const again = await member.post(`/api/office/results/${survey.id}/release`)

      const results = await member.get(`/api/office/results/${survey.id}`)
      expect(body).toMatchObject({
        state: 'tallied',
        agreed: [{ matter: 'release', role }],
      })
      expect(again.body).toEqual(body)
      expect(results.body).toMatchObject({ code: 'assessment-not-released' })
    },
  )

  it('shows the figures to nobody before both sides agree', async () => {
    await using server = await testServer()
    const survey = await anAnsweredSurvey(server, 20)
    await count(server, survey)

    const results = await survey.organiser.get(`/api/office/results/${survey.id}`)
    const { db } = server.running.services
    const rows = await db.selectFrom('withheld_release').select('sealed').execute()

    expect(results.body).toMatchObject({ code: 'assessment-not-released' })
    expect(rows).toHaveLength(1)
    expect(Buffer.from(rows[0]?.sealed ?? '', 'base64url').toString()).not.toMatch(
      /SDC|organization|kind/,
    )
  })

  it('happens once', async () => {
    await using server = await testServer()
    const survey = await anAnsweredSurvey(server, 20)
    await release(server, survey)
    const { id, organiser } = survey
    const before = await organiser.get(`/api/office/results/${id}/signed`)

    const { status, body } = await publish(server, survey)

    const after = await organiser.get(`/api/office/results/${id}/signed`)
    expect(status).toBe(409)
    expect(body).toMatchObject({ code: 'assessment-not-tallied' })
    expect(after.body).toEqual(before.body)
  })

  it('is signed by the installation, to the letter', async () => {
    await using server = await testServer()
    const survey = await anAnsweredSurvey(server, 20)
    await release(server, survey)

    const { body } = await survey.organiser.get(`/api/office/results/${survey.id}/signed`)
    const signed = SignedRelease.parse(body)
    const { published } = signed
    const changed = { ...published, notCountable: { kind: 'few' as const } }

    const { publicKey } = server.running.services.signingKey
    expect(verifyRelease(signed, publicKey)).toBe(true)
    expect(verifyRelease({ ...signed, published: changed }, publicKey)).toBe(false)
    expect(verifyRelease(signed, signed.published.assessment)).toBe(false)
    expect(published).toMatchObject({
      assessment: survey.id,
      notCountable: { kind: 'none' },
      releasedOn: '2026-11-21',
    })
  })

  it('shows nothing before it happened', async () => {
    await using server = await testServer()
    const { id, organiser } = await anAnsweredSurvey(server, 20)

    const { status, body } = await organiser.get(`/api/office/results/${id}`)

    expect(status).toBe(409)
    expect(body).toMatchObject({ code: 'assessment-not-released' })
  })

  it('gives the same needs every time it is asked', async () => {
    await using server = await testServer()
    const survey = await anAnsweredSurvey(server, 50)
    await release(server, survey)

    const path = `/api/office/results/${survey.id}`
    const first = await survey.organiser.get(path)
    const second = await survey.organiser.get(path)

    expect(second.body).toEqual(first.body)
  })
})

describe('a survey that nine answered', () => {
  it('is never opened: it is given up and destroyed when it closes', async () => {
    await using server = await testServer()
    const survey = await anAnsweredSurvey(server, 9)

    const { body } = await close(server, survey)

    const unsealing = await survey.organiser.post(`/api/office/tally/${survey.id}/unseal`)
    const { box, db } = server.running.services
    expect(body).toMatchObject({
      state: 'shredded',
      ended: 'aborted',
      abortedFor: 'too-few-answers',
    })
    expect(unsealing.body).toMatchObject({ code: 'assessment-not-closed' })
    expect(await db.selectFrom('sealed_shares').selectAll().execute()).toEqual([])
    await expect(box.ballots(survey.id)[Symbol.asyncIterator]().next()).rejects.toThrow()
  })

  it('is opened when ten did', async () => {
    await using server = await testServer()
    const survey = await anAnsweredSurvey(server, 10)

    await release(server, survey)

    const { body } = await survey.organiser.get(`/api/office/results/${survey.id}`)
    expect(body).toMatchObject({
      release: { organization: { answered: { kind: 'shown', from: 10 } } },
    })
  })
})
